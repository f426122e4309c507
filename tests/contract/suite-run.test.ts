// A run of cases in the page: what it keeps, and how it ends.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { readingOf, type Reading } from '../../src/answer/reading';
import type { Draft, HttpRequest } from '../../src/georeport/request';
import { explorerWith, springfield } from '../../src/explorer/fixtures';
import type { Send } from '../../src/explorer/sending';
import type { HttpResponse } from '../../src/http/exchange';
import { SuiteRun } from '../../src/runner/runner.svelte';
import { wiredCity, type Changes } from './city';

const kept = new Map<string, string>();

beforeEach(() => {
	kept.clear();
	vi.stubGlobal('document', { baseURI: 'https://a.example/docs/' });
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
});

afterEach(() => vi.unstubAllGlobals());

/** What the browser keeps of the outcomes from visit to visit. */
const keptOutcomes = () =>
	JSON.parse(kept.get('/docs/:outcomes') ?? '{}') as Record<string, string>;

const EVERY = { which: 'all', formats: ['json'], write: false } as const;

/** Sends to a city; `change` makes another response of its own. */
const sendTo =
	(
		changes: Changes,
		change: (response: HttpResponse, url: string) => HttpResponse = (same) => same
	): Send =>
	(draft: Draft, request: HttpRequest) => {
		const url = request.url.replace(/^https:\/\/open311\.example\.org\/(?:v2\/)?/, '');
		const wire = wiredCity(changes)({ ...request, url: `https://city.example/v2/${url}` });
		const { status, type: contentType, body: bytes } = wire;
		const text = new TextDecoder().decode(bytes);
		const response: HttpResponse = {
			...{ status, statusText: '', bytes, text, answeredBy: 'network' },
			headers: [['content-type', contentType ?? '']],
			reading: readingOf({ method: draft.method, status, contentType, text })
		};
		const outcome = { kind: 'response' as const, response: change(response, url) };
		return Promise.resolve({ draft, request, startedAt: 0, duration: 1, outcome });
	};

const runWith = (send: Send) => {
	const explorer = explorerWith({ prefer: PREFER, endpoints: [springfield], cases: [], send });
	return { explorer, run: new SuiteRun(explorer) };
};

test('every result is remembered as it comes, so that a reload loses none', async () => {
	let asked = 0;
	const send = sendTo({});
	const { run } = runWith((...of) =>
		// The probe is over, and some cases are; then a server that says nothing.
		asked++ < 20 ? send(...of) : new Promise(() => {})
	);
	void run.run(EVERY);
	await vi.waitFor(() => expect(asked).toBe(21));
	expect(run.running).toBe(true);
	expect(run.results.length).toBeGreaterThan(3);
	expect(Object.keys(keptOutcomes())).toEqual(run.results.map(({ testCase }) => testCase.id));
	expect(new Set(Object.values(keptOutcomes()))).toEqual(new Set(['passed']));
	run.stop();
});

test('of a thousand and one outcomes the last thousand are remembered', () => {
	const { explorer } = runWith(sendTo({}));
	const ids = Array.from({ length: 1_001 }, (_, at) => `case-${at}`);
	explorer.caseOutcomes.remember(Object.fromEntries(ids.map((id) => [id, 'passed' as const])));
	expect(Object.keys(keptOutcomes())).toEqual(ids.slice(1));
});

test('stopped while an answer is awaited, a run ends, asks no more, and keeps its results', async () => {
	let asked = 0;
	let aborted = false;
	const send = sendTo({});
	const { run } = runWith((draft, request, signal) => {
		if (asked++ < 20) return send(draft, request, signal);
		return new Promise((_, reject) =>
			signal.addEventListener('abort', () => {
				aborted = true;
				reject(signal.reason as Error);
			})
		);
	});
	const running = run.run(EVERY);
	await vi.waitFor(() => expect(asked).toBe(21));
	const before = run.results;
	run.stop();
	await running;
	expect([run.running, aborted, asked]).toEqual([false, true, 21]);
	expect(run.results).toBe(before);
	expect(before.length).toBeGreaterThan(3);
});

test('a run begun anew ends the one before', async () => {
	let asked = 0;
	const send = sendTo({});
	const { run } = runWith((draft, request, signal) =>
		asked++ === 10
			? new Promise((_, reject) =>
					signal.addEventListener('abort', () => reject(signal.reason as Error))
				)
			: send(draft, request, signal)
	);
	const first = run.run(EVERY);
	await vi.waitFor(() => expect(asked).toBe(11));
	await run.run({ ...EVERY, which: { id: 'general-services' } });
	await first;
	expect(run.results.map(({ testCase }) => testCase.id)).toEqual(['general-services']);
	expect(run.running).toBe(false);
});

test('an answer is read once, where it was received, and checked there too', async () => {
	let checked = 0;
	const watched = (reading: Reading): Reading => ({
		parsed: reading.parsed,
		tree: reading.tree,
		pretty: null,
		records: reading.records,
		check: () => Promise.resolve((checked++, []))
	});
	const { run } = runWith(
		// A status that its check would tell of, if it were not asked.
		sendTo(
			{ rows: (rows) => rows.map((row) => ({ ...row, ward: '3', email: 'a@b.ca' })) },
			(response) => ({
				...response,
				reading: watched(response.reading)
			})
		)
	);
	await run.run({ ...EVERY, which: { id: 'general-requests' } });
	expect(checked).toBe(1);
	expect(run.results.map(({ outcome }) => outcome)).toEqual(['passed']);
	expect(run.results[0]?.steps[0]?.answer).not.toHaveProperty('reading');
});

test.each<[string, Partial<HttpResponse>, string]>([
	[
		'was not read to its end',
		{
			reading: {
				parsed: { kind: 'unreadable', message: 'Reading the answer was stopped.' },
				tree: null,
				pretty: null,
				records: [],
				readAnyway: () => Promise.reject(new Error('Nobody asked.'))
			}
		},
		'Reading the answer was stopped.'
	],
	[
		'is larger than what is read',
		{ cutBy: 'answerSize' },
		'The answer is larger than 100 MB; the first 100 MB are shown, and the rest was not read.'
	]
])(
	'a case whose answer %s fails with that reason, not with a fault of the server',
	async (_, change, reason) => {
		const { run } = runWith(
			sendTo({}, (response, url) =>
				url.includes('status=open') ? { ...response, ...change } : response
			)
		);
		await run.run({ ...EVERY, which: { id: 'general-requests-open' } });
		expect(run.results.map(({ reason }) => reason)).toEqual([reason]);
	}
);
