import { expect, test } from 'vitest';
import { WatchedRun } from './check-run.svelte';

const FOLDER = 'http://192.168.1.5:3110/check/';

/** A stream of events that a test feeds. */
class FakeStream {
	readyState = 1;
	isClosed = false;
	readonly #listeners = new Map<string, ((event: Event) => void)[]>();

	addEventListener(name: string, listener: (event: Event) => void) {
		this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
	}

	close() {
		this.isClosed = true;
	}

	tell(name: string, data?: unknown) {
		const text = typeof data === 'string' ? data : JSON.stringify(data);
		for (const listener of this.#listeners.get(name) ?? []) {
			listener({ data: text } as MessageEvent<string>);
		}
	}
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

const TASK = { do: 'list', from: '2012-03-17T12:00:00-04:00', to: '2012-06-15T12:00:00-04:00' };

/** A server that answers by path, and what it was asked. */
function fakeServer(answers: Readonly<Record<string, () => Response>> = {}) {
	const asked: string[] = [];
	const streams: FakeStream[] = [];
	const all = { 'GET app-1/scene': () => json({ scene: 'services', task: TASK }), ...answers };
	const run = new WatchedRun({
		folder: FOLDER,
		name: 'app-1',
		fetch: async (url, { method = 'GET', body } = {}) => {
			const call = `${method} ${url.slice(FOLDER.length)}`;
			asked.push(typeof body === 'string' ? `${call} ${body}` : call);
			const answer = new Map(Object.entries(all)).get(call);
			if (!answer) throw new TypeError('Failed to fetch');
			return answer();
		},
		listen: (url) => {
			asked.push(`LISTEN ${url.slice(FOLDER.length)}`);
			const stream = new FakeStream();
			streams.push(stream);
			return stream;
		}
	});
	return { run, asked, streams };
}

const verdict = (check: string, verdict: string) => ({
	check,
	level: 'must',
	verdict,
	message: 'Seen.',
	advice: '',
	calls: [1]
});

const call = (number: number, end: number | null) => ({
	number,
	begin: 12,
	end,
	method: 'GET',
	path: '/open311test/ws/services.xml',
	status: end === null ? null : 200,
	reached: end !== null
});

const BUSY = { scene: 'busy', task: TASK, seconds: 30, dialect: 'toronto', format: 'xml' };

test('one GET finds the server, then the run is listened to', async () => {
	const { run, asked, streams } = fakeServer();
	expect(run.server).toBe('looking');
	await run.open();
	expect(run.server).toBe('there');
	expect(asked).toEqual(['GET app-1/scene', 'LISTEN app-1/events']);
	expect(run.isLive).toBe(false);
	streams[0]?.tell('open');
	expect(run.isLive).toBe(true);
});

test.each([
	['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
	['a page of a host', async () => new Response('<!doctype html>', { status: 200 })],
	['the 404 of a host', async () => json({ task: 1 }, 404)],
	['other JSON', async () => json([])]
])('%s is no server, and nothing is listened to', async (_, fetch) => {
	const run = new WatchedRun({
		folder: FOLDER,
		name: 'app-1',
		fetch,
		listen: () => {
			throw new Error('listened');
		}
	});
	await run.open();
	expect(run.server).toBe('none');
});

test('where there can be no server none is asked', async () => {
	const run = new WatchedRun({
		folder: null,
		name: 'app-1',
		fetch: () => Promise.reject(new Error('asked')),
		listen: () => {
			throw new Error('listened');
		}
	});
	await run.open();
	expect(run.server).toBe('none');
	expect(run.root).toBeNull();
});

test('calls and verdicts arrive, and a new scene begins with neither', async () => {
	const { run, streams } = fakeServer();
	await run.open();
	const [stream] = streams;
	stream?.tell('scene', BUSY);
	stream?.tell('call', call(1, null));
	stream?.tell('call', call(2, null));
	stream?.tell('call', call(1, 20));
	stream?.tell('verdicts', [verdict('known-paths', 'passed')]);
	expect(run.calls.map(({ number, end }) => [number, end])).toEqual([
		[1, 20],
		[2, null]
	]);
	expect(run.verdicts.map(({ check }) => check)).toEqual(['known-paths']);
	stream?.tell('ended', {
		...BUSY,
		outcome: 'failed',
		verdicts: [verdict('retry-limit', 'failed')]
	});
	expect(run.hasEnded).toBe(true);
	expect(run.verdicts.map(({ check }) => check)).toEqual(['retry-limit']);
	stream?.tell('report', { passed: 0, failed: 1, notReached: 0, scenes: [] });
	expect(run.report.failed).toBe(1);
	stream?.tell('scene', { ...BUSY, scene: 'gone' });
	expect([run.current?.scene, run.hasEnded, run.calls, run.verdicts]).toEqual([
		'gone',
		false,
		[],
		[]
	]);
});

test('what is not what its event says is passed over', async () => {
	const { run, streams } = fakeServer();
	await run.open();
	const [stream] = streams;
	stream?.tell('scene', BUSY);
	stream?.tell('call', { ...call(1, 20), path: null });
	stream?.tell('call', '{"number":');
	stream?.tell('verdicts', [{ check: 'known-paths' }]);
	stream?.tell('verdicts', `[${' '.repeat(2_000_000)}]`);
	stream?.tell('scene', { scene: 'gone' });
	expect([run.current?.scene, run.calls, run.verdicts]).toEqual(['busy', [], []]);
});

test('the last 300 calls are shown', async () => {
	const { run, streams } = fakeServer();
	await run.open();
	for (let number = 1; number <= 301; number++) streams[0]?.tell('call', call(number, 20));
	expect(run.calls).toHaveLength(300);
	expect(run.calls[0]?.number).toBe(2);
});

test('closing ends the stream, and opening begins with what the server then tells', async () => {
	const { run, streams } = fakeServer();
	await run.open();
	run.close();
	streams[0]?.tell('call', call(1, 20));
	expect([streams[0]?.isClosed, run.isLive, run.calls]).toEqual([true, false, []]);
	await run.open();
	streams[1]?.tell('call', call(1, 20));
	expect([streams.length, run.calls.length]).toEqual([2, 1]);
	await run.open();
	expect(run.calls).toEqual([]);
});

test('a lost connection is said, and forgotten when it is back', async () => {
	const { run, streams } = fakeServer();
	await run.open();
	streams[0]?.tell('open');
	streams[0]?.tell('error');
	expect(run.isLive).toBe(false);
	expect(run.problem).toBe(
		'The connection to the server is lost, and is being tried again. Is npm run mock still running?'
	);
	streams[0]?.tell('open');
	expect([run.isLive, run.problem]).toEqual([true, '']);
});

test('another name is another run; one that cannot be a name changes nothing', async () => {
	const { run, asked, streams } = fakeServer({
		'GET phone/scene': () => json({ scene: 'services', task: TASK })
	});
	await run.open();
	streams[0]?.tell('scene', BUSY);
	await run.rename('My phone');
	expect([run.name, run.problem]).toEqual([
		'app-1',
		'The name was not changed: it needs 1 to 40 lower-case letters a to z, digits and hyphens.'
	]);
	await run.rename('phone');
	expect([run.name, run.problem, run.current, streams[0]?.isClosed]).toEqual([
		'phone',
		'',
		null,
		true
	]);
	expect(asked.slice(2)).toEqual(['GET phone/scene', 'LISTEN phone/events']);
});

test('a scene is begun and ended, and what fails is said', async () => {
	const { run, asked } = fakeServer({
		'PUT app-1/scene': () => json({ scene: 'busy', task: TASK }),
		'PUT app-1/result': () => json([{ code: 409, description: 'The scene has ended.' }], 409)
	});
	await run.open();
	run.choose({ scene: 'busy', dialect: 'standard' });
	run.choose({ format: 'json' });
	await run.start();
	expect(asked.at(-1)).toBe(
		'PUT app-1/scene {"scene":"busy","dialect":"standard","format":"json","seconds":300}'
	);
	expect(run.problem).toBe('');
	await run.finish();
	expect(asked.at(-1)).toBe('PUT app-1/result null');
	expect(run.problem).toBe('The scene was not ended: the server answered 409.');
	await run.openCall(7);
	expect(asked.at(-1)).toBe('GET app-1/calls/7');
});

test('a call that the server does not have is said', async () => {
	const { run } = fakeServer({ 'GET app-1/calls/7': () => json([], 404) });
	expect(await run.openCall(7)).toBe(
		'Call 7 could not be read. It may be of a scene that is over; look at the calls of the scene that is on.'
	);
});
