import { afterEach, expect, test, vi } from 'vitest';
import { readingOf } from '../answer/reading';
import { readerOf } from './late-reader';
import { createReader, type ToCheck, type ToRead } from './reader';

const answerOf = (count: number) => ({
	method: 'requests' as const,
	status: 200,
	contentType: 'text/xml; charset=utf-8',
	text: `<service_requests>${'<request><service_request_id>1</service_request_id></request>'.repeat(count)}</service_requests>`
});
const SMALL = answerOf(2);
const LARGE = answerOf(3_500);

/** A worker that answers like the page's own, through a structured clone, or fails. */
class Helper extends EventTarget {
	readonly asked: ToRead[] = [];
	terminated = false;

	constructor(readonly how: 'answers' | 'waits') {
		super();
	}

	postMessage(message: ToRead | ToCheck) {
		if ('check' in message) {
			this.#tell({ id: message.id, findings: [] });
			return;
		}
		this.asked.push(message);
		if (this.how === 'waits') return;
		const { parsed, pretty, records, tree } = readingOf(message.answer);
		const { text: _, ...columns } = tree ?? { text: '' };
		const data = structuredClone({
			id: message.id,
			reading: { parsed, pretty, records, tree: columns }
		});
		this.#tell(data);
	}

	#tell(data: unknown) {
		queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
	}

	terminate() {
		this.terminated = true;
	}
}

const readerWith = (helper: Helper) => {
	const start = vi.fn(() => helper as unknown as Worker);
	return { read: createReader(start), start };
};

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

test('a small answer is read in the page, a large one in a worker', async () => {
	const helper = new Helper('answers');
	const start = vi.fn(() => helper as unknown as Worker);
	const read = readerOf(start);
	expect(await read(SMALL)).toHaveProperty('parsed.serviceRequests.length', 2);
	expect(start).not.toHaveBeenCalled();
	expect((await read(LARGE)).records).toHaveLength(3_500);
	expect((await read(LARGE)).records).toHaveLength(3_500);
	expect(start).toHaveBeenCalledOnce();
});

test('a large answer is parsed by the worker, with the same result as in the page', async () => {
	const helper = new Helper('answers');
	const { read, start } = readerWith(helper);
	const [reading, again] = await Promise.all([read(LARGE), read(LARGE)]);
	const here = readingOf(LARGE);
	expect(reading.parsed).toEqual(here.parsed);
	expect(reading.tree).toEqual(here.tree);
	expect(reading.pretty).toEqual(here.pretty);
	expect(again.records).toEqual(here.records);
	expect(helper.asked.map(({ id }) => id)).toEqual([1, 2]);
	// Neither waited for the other.
	expect(start).toHaveBeenCalledTimes(2);
});

test('a worker that has nothing to do reads the next answer', async () => {
	const { read, start } = readerWith(new Helper('answers'));
	await read(LARGE);
	await read(LARGE);
	expect(start).toHaveBeenCalledOnce();
});

test.each(['error', 'messageerror'])(
	'after an %s event the page parses what was waiting',
	async (name) => {
		const helper = new Helper('waits');
		const { read, start } = readerWith(helper);
		const reading = read(LARGE);
		helper.dispatchEvent(new Event(name));
		expect((await reading).records).toHaveLength(3_500);
		expect(helper.terminated).toBe(true);
		expect((await read(LARGE)).records).toHaveLength(3_500);
		expect(start).toHaveBeenCalledOnce();
	}
);

const withoutWorker = () =>
	createReader(() => {
		throw new DOMException('Blocked by a policy.', 'SecurityError');
	});

test('if a worker cannot start, the page parses', async () => {
	expect((await withoutWorker()(LARGE)).records).toHaveLength(3_500);
});

test('what would keep the page busy for long is parsed there only where a person wants it', async () => {
	const text = `<service_requests>${' '.repeat(10_000_000)}</service_requests>`;
	const reading = await withoutWorker()({ ...LARGE, text });
	expect(reading.tree).toBeNull();
	expect(reading.parsed).toMatchObject({
		kind: 'unreadable',
		message: expect.stringMatching(/^The answer is longer than 10,000,000 characters/) as string
	});
	expect((await reading.readAnyway?.(ON))?.parsed.kind).toBe('serviceRequests');
});

const ON = new AbortController().signal;

const ASKED = {
	method: 'requests',
	asked: 'xml',
	status: 200,
	headers: [],
	dialect: 'standard',
	encoding: null
} as const;

test('the worker checks the answer it parsed last; an earlier one it parses again', async () => {
	const helper = new Helper('answers');
	const { read } = readerWith(helper);
	const first = await read(LARGE);
	expect(await first.check?.(ASKED, ON)).toEqual([]);
	const other = { ...LARGE, method: 'request' as const };
	const second = await read(other);
	expect(await second.check?.(ASKED, ON)).toEqual([]);
	expect(await first.check?.(ASKED, ON)).toEqual([]);
	expect(helper.asked.map(({ answer }) => answer)).toEqual([LARGE, other, LARGE]);
});

test('if the worker fails, checks that were waiting are left to the page', async () => {
	const helper = new Helper('answers');
	const { read } = readerWith(helper);
	const reading = await read(LARGE);
	vi.spyOn(helper, 'postMessage').mockReturnValue();
	const checked = reading.check?.(ASKED, ON);
	helper.dispatchEvent(new Event('error'));
	expect(await checked).toBeNull();
	expect(await reading.check?.(ASKED, ON)).toBeNull();
});

/** Workers that never answer but for the ones after `silent`. */
function helpersAfter(silent: number) {
	const helpers: Helper[] = [];
	const read = createReader(() => {
		helpers.push(new Helper(helpers.length < silent ? 'waits' : 'answers'));
		return helpers.at(-1) as unknown as Worker;
	});
	return { helpers, read };
}

test('a person can stop reading: the worker is ended, the text stays, and the next answer is read', async () => {
	const { helpers, read } = helpersAfter(1);
	const stopping = new AbortController();
	const reading = read(LARGE, stopping.signal);
	stopping.abort();
	expect(await reading).toMatchObject({
		parsed: {
			kind: 'unreadable',
			message: 'Reading the answer was stopped. It is shown as it came.'
		},
		tree: null,
		records: []
	});
	expect(helpers[0]?.terminated).toBe(true);
	expect((await read(LARGE)).records).toHaveLength(3_500);
	const unsent = await read(LARGE, stopping.signal);
	expect(unsent.parsed.kind).toBe('unreadable');
	expect(helpers).toHaveLength(2);
});

test('no answer waits for another that takes long', async () => {
	const { helpers, read } = helpersAfter(1);
	void read(LARGE);
	expect((await read(LARGE)).records).toHaveLength(3_500);
	expect(helpers[0]?.terminated).toBe(false);
});

test('reading is stopped after 30 seconds, and can be begun again without an end', async () => {
	vi.useFakeTimers();
	const { helpers, read } = helpersAfter(2);
	const reading = read(LARGE);
	await vi.advanceTimersByTimeAsync(29_999);
	expect(helpers[0]?.terminated).toBe(false);
	await vi.advanceTimersByTimeAsync(1);
	const stopped = await reading;
	expect(stopped.parsed).toEqual({
		kind: 'unreadable',
		message: 'Reading the answer took more than 30 seconds and was stopped. It is shown as it came.'
	});
	expect(helpers[0]?.terminated).toBe(true);
	const stopping = new AbortController();
	const again = stopped.readAnyway?.(stopping.signal);
	await vi.advanceTimersByTimeAsync(3_600_000);
	expect(helpers[1]?.terminated).toBe(false);
	stopping.abort();
	const twice = await again;
	expect(helpers[1]?.terminated).toBe(true);
	const last = twice?.readAnyway?.(ON);
	await vi.advanceTimersByTimeAsync(1);
	expect((await last)?.records).toHaveLength(3_500);
	expect((await last)?.readAnyway).toBeUndefined();
});

test.each(['cancelled', 'late'])('a check that is %s ends the worker', async (why) => {
	const helper = new Helper('answers');
	const { read } = readerWith(helper);
	const reading = await read(LARGE);
	vi.spyOn(helper, 'postMessage').mockReturnValue();
	vi.useFakeTimers();
	const stopping = new AbortController();
	const checked = reading.check?.(ASKED, stopping.signal);
	if (why === 'cancelled') stopping.abort();
	else await vi.advanceTimersByTimeAsync(30_000);
	expect(await checked).toBe('stopped');
	expect(helper.terminated).toBe(true);
});
