import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import type { RawAnswer } from '../../src/cases/raw-answer';
import { generalCases } from '../../src/cases/general-cases';
import { idsOf, probeEndpoint, type EndpointFacts } from '../../src/cases/probe-endpoint';
import { reportOf, tallyOf } from '../../src/cases/report';
import { byIdAndStatus } from '../../src/cases/searches';
import {
	failuresOf,
	outcomesOf,
	runSuite,
	writes,
	type CaseResult,
	type SuiteItem
} from '../../src/cases/run-suite';
import type { ServiceRequest } from '../../src/georeport/types';
import type { DIALECT_NAMES } from './mock-up';
import { asking, dialectEndpoint } from './mock-up';

type Ask = ReturnType<typeof asking>;
const NEVER = new AbortController().signal;
const OPTIONS = { jurisdiction: 'toronto.ca', keyed: false, formats: ['xml', 'json'] } as const;

async function probed(dialect: (typeof DIALECT_NAMES)[number], ask: Ask): Promise<EndpointFacts> {
	const probe = await probeEndpoint(dialectEndpoint(dialect), 'toronto.ca', ask);
	if ('problem' in probe) throw new Error(probe.problem);
	return probe.facts;
}

async function run(
	items: readonly SuiteItem[],
	ask: Ask,
	dialect: (typeof DIALECT_NAMES)[number] = 'standard',
	signal = NEVER
): Promise<CaseResult[]> {
	const results: CaseResult[] = [];
	const options = {
		dialect,
		formats: ['xml', 'json'] as const,
		base: dialectEndpoint(dialect),
		ask,
		signal
	};
	for await (const result of runSuite(items, options)) results.push(result);
	return results;
}

test('the general cases all pass against the standard dialect; few have nothing to show', async () => {
	const ask = asking();
	const items = generalCases(await probed('standard', ask), { ...OPTIONS, write: true });
	const results = await run(items, ask);
	expect(results.flatMap(failuresOf)).toEqual([]);
	const skipped = results.filter(({ outcome }) => outcome === 'skipped');
	expect(new Map(skipped.map(({ testCase, reason }) => [testCase.id, reason]))).toEqual(
		new Map([
			[
				'general-requests-limit',
				'The endpoint lists 96 service requests; only more than 1,000 can show the limit.'
			]
		])
	);
	expect(results.length).toBeGreaterThanOrEqual(28);
});

test('the general cases also pass against Toronto’s dialect, with its known deviations', async () => {
	const ask = asking();
	const items = generalCases(await probed('toronto', ask), { ...OPTIONS, write: true });
	expect((await run(items, ask, 'toronto')).flatMap(failuresOf)).toEqual([]);
});

test('for an endpoint with empty lists, cases that cannot apply are skipped, with the reason', async () => {
	const nothing: EndpointFacts = {
		services: [],
		definitions: new Map(),
		serviceRequests: [],
		older: [],
		noDiscovery: 'No discovery document was found: GET /discovery.xml gave 404.',
		noJson: null
	};
	const results = await run(
		generalCases(nothing, { ...OPTIONS, jurisdiction: '', write: false }),
		asking()
	);
	const skipped = results.filter(({ outcome }) => outcome === 'skipped');
	expect(skipped.length).toBeGreaterThanOrEqual(14);
	for (const { reason } of skipped)
		expect(reason).toMatch(/^(The endpoint|No service|No discovery|This case sends).*\.$/);
});

test('searches by id use each id once, and skip ids with commas', () => {
	const rows = ['A,1', '1', '1', null, '2'].map((service_request_id) => ({
		service_request_id,
		status: 'open'
	})) as ServiceRequest[];
	expect(idsOf(rows)).toEqual(['1', '2']);
	expect(byIdAndStatus(rows)).toMatchObject({ values: { service_request_id: '1' } });
});

test('only a GeoReport v2 endpoint can be probed', async () => {
	const page: Ask = async () => ({ status: 200, contentType: 'text/html', text: '<p>Hello' });
	expect(await probeEndpoint(dialectEndpoint('standard'), '', page)).toEqual({
		problem: `This is no GeoReport v2 endpoint that answers: GET ${dialectEndpoint('standard').url}services.xml gave 200, text/html`
	});
	const gateway: Ask = async () => ({
		status: 404,
		contentType: 'application/json',
		text: '{"message":"no Route matched with those values"}'
	});
	expect(await probeEndpoint(dialectEndpoint('standard'), '', gateway)).toEqual({
		problem: `This is no GeoReport v2 endpoint that answers: GET ${dialectEndpoint('standard').url}services.xml gave 404, application/json`
	});
	const down: Ask = async () => {
		throw new Error('It is down.');
	};
	expect(await probeEndpoint(dialectEndpoint('standard'), '', down)).toEqual({
		problem: 'It is down.'
	});
});

test('cases that send reports are recognised, and a mock-up is reset before each', async () => {
	const writing = CASES.filter(writes);
	expect(writing.length).toBeGreaterThan(20);
	expect(CASES.filter(({ draft }) => draft.method === 'services').some(writes)).toBe(false);
	const items = CASES.filter(({ group }) => group === 'report' || group === 'list')
		.slice(0, 30)
		.map((testCase) => ({ testCase, skip: null, conform: false }));
	let resets = 0;
	const options = {
		dialect: 'toronto' as const,
		formats: ['xml'] as const,
		base: dialectEndpoint('toronto'),
		ask: asking(),
		reset: async () => void resets++,
		signal: NEVER
	};
	for await (const _ of runSuite(items, options));
	expect(resets).toBe(items.filter(({ testCase }) => writes(testCase)).length);
});

test('a run stops when aborted, and keeps its results', async () => {
	const stopping = new AbortController();
	const items = CASES.slice(0, 10).map((testCase) => ({ testCase, skip: null, conform: false }));
	const ask = asking();
	let asked = 0;
	const results = await run(
		items,
		(request) => {
			if (++asked === 3) stopping.abort();
			return ask(request);
		},
		'toronto',
		stopping.signal
	);
	expect(results.length).toBeGreaterThan(0);
	expect(results.length).toBeLessThan(4);
});

/** Faults in the answers of the standard dialect, and the general cases that must fail. */
const change = (pick: (url: string, answer: RawAnswer) => RawAnswer) => (): Ask => {
	const ask = asking();
	return async (request) => pick(request.url, await ask(request));
};
const replaced = (where: RegExp, from: string | RegExp, to: string) =>
	change((url, answer) =>
		where.test(url) ? { ...answer, text: answer.text.replaceAll(from, to) } : answer
	);

const FAULTS: readonly [string, () => Ask, readonly string[]][] = [
	[
		'a definition that is not there gives 200',
		change((url, answer) =>
			url.includes('services/0000000000') ? { ...answer, status: 200 } : answer
		),
		['general-definition-unknown']
	],
	[
		'an unknown id gives 400',
		change((url, answer) =>
			url.includes('requests/0000000000') ? { ...answer, status: 400 } : answer
		),
		['general-request-unknown']
	],
	[
		'an unknown token gives an empty list',
		change((url, answer) =>
			url.includes('tokens/0000000000')
				? {
						...answer,
						status: 200,
						text: url.includes('.json') ? '[]' : '<service_requests/>'
					}
				: answer
		),
		['general-token-unknown']
	],
	[
		'the status asked for is ignored',
		replaced(/status=closed/, 'closed', 'open'),
		['general-requests-closed']
	],
	[
		'the services have no name',
		replaced(/services\.(xml|json)/, 'service_name', 'title'),
		['general-services']
	]
];

test.each(FAULTS)('%s: exactly the cases about it fail', async (_, faulty, concerned) => {
	const items = generalCases(await probed('standard', asking()), { ...OPTIONS, write: true });
	const results = await run(items, faulty());
	const failed = new Set(
		results.filter(({ outcome }) => outcome === 'failed').map(({ testCase }) => testCase.id)
	);
	expect([...failed]).toEqual(concerned);
});

test('the reports contain every result, and no answer can break them', async () => {
	const ask = asking();
	const items = generalCases(await probed('standard', ask), { ...OPTIONS, write: false });
	const results = await run(items, async (request) => ({
		...(await ask(request)),
		...(request.url.includes('status=open')
			? { text: '<service_requests>\u0000<a b="]]>&"|</service_requests>', status: 500 }
			: {})
	}));
	const run_ = { endpoint: 'https://example.org/a&b<c>|d', startedAt: 0, results };
	const { passed, failed, skipped } = tallyOf(results);
	expect(passed + failed + skipped).toBe(results.length);
	expect(failed).toBeGreaterThan(0);

	const junit = reportOf(run_, 'junit');
	expect(XMLValidator.validate(junit)).toBe(true);
	const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(junit);
	expect(testsuites['@_tests']).toBe(String(results.length));
	expect(testsuites['@_failures']).toBe(String(failed));
	expect(testsuites['@_skipped']).toBe(String(skipped));

	const json = JSON.parse(reportOf(run_, 'json'));
	expect(json).toMatchObject({ passed, failed, skipped, startedAt: '1970-01-01T00:00:00.000Z' });
	expect(json.results).toHaveLength(results.length);

	const table = reportOf(run_, 'markdown')
		.split('\n')
		.filter((line) => line.startsWith('| '));
	expect(table).toHaveLength(results.length + 2);
	for (const row of table) expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
});

test('a case has the outcome of its worst format, and earlier outcomes are kept', async () => {
	const ask = asking();
	const items = generalCases(await probed('standard', ask), { ...OPTIONS, write: false });
	const results = await run(items, async (request) => ({
		...(await ask(request)),
		...(request.url.includes('services.json') ? { status: 500 } : {})
	}));
	const outcomes = outcomesOf(results, { other: 'passed', 'general-services': 'passed' });
	expect(outcomes).toMatchObject({
		other: 'passed',
		'general-services': 'failed',
		'general-requests': 'passed',
		'general-submit': 'skipped'
	});
});
