import { afterEach, expect, test, vi } from 'vitest';
import { readingOf, type Reading } from '../answer/reading';
import type { HttpResponse } from '../http/exchange';
import { checkAnswer } from './check-answer';
import { list, listedAt, springfield } from './fixtures';

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const NEVER = new AbortController().signal;

/** An answer of very many service requests, or another text. */
function responseOf(
	text = `<service_requests>${'<request><status>x</status></request>'.repeat(3_000)}</service_requests>`,
	more: Partial<HttpResponse> = {}
): HttpResponse {
	const { outcome } = listedAt(0);
	if (outcome.kind === 'failure') throw new Error(outcome.message);
	const contentType = 'text/xml; charset=utf-8';
	return {
		...outcome.response,
		bytes: new TextEncoder().encode(text),
		text,
		reading: readingOf({ method: 'requests', status: 200, contentType, text }),
		...more
	};
}

const check = (response: HttpResponse, signal = NEVER) =>
	checkAnswer(list, response, springfield, signal);

/** Has the clock go on with each look at it, so that every stretch is one step. */
function withSlowClock(pace: number) {
	let time = 0;
	return vi.spyOn(performance, 'now').mockImplementation(() => (time += pace));
}

test('an answer is checked in stretches', async () => {
	const clock = withSlowClock(13);
	const found = await check(responseOf());
	expect(Array.isArray(found) && found.map(({ rule, count }) => [rule, count])).toContainEqual([
		'value',
		3_000
	]);
	expect(clock.mock.calls.length).toBeGreaterThan(10);
});

test('a check ends when it is given up, and after 30 seconds', async () => {
	const givingUp = new AbortController();
	const clock = withSlowClock(13);
	clock.mockImplementationOnce(() => {
		givingUp.abort();
		return 0;
	});
	expect(await check(responseOf(), givingUp.signal)).toBeNull();
	withSlowClock(30_001);
	expect(await check(responseOf())).toBe('stopped');
});

const UNREAD: Reading = {
	parsed: { kind: 'unreadable', message: 'Reading the answer was stopped.' },
	tree: null,
	pretty: null,
	records: [],
	readAnyway: () => Promise.reject(new Error('Nobody asked.'))
};

test('what the page did not read to its end is not told as a fault of the server', async () => {
	expect(await check(responseOf('<service_requests>', { cutBy: 'answerSize' }))).toBe('stopped');
	expect(await check(responseOf('<service_requests>', { cutBy: 'answerTime' }))).toBe('stopped');
	expect(await check(responseOf(undefined, { reading: UNREAD }))).toBe('stopped');
	expect(await check(responseOf('<service_requests>'))).toMatchObject([
		expect.objectContaining({ rule: 'malformed' })
	]);
});
