// Runs the general cases against a city, and looks at each of its answers as the page does.
import { generalCases } from '../../src/cases/general-cases';
import { probeEndpoint } from '../../src/cases/probe-endpoint';
import { adviceOf, failuresOf, runSuite, type CaseResult } from '../../src/cases/run-suite';
import { readingOf } from '../../src/answer/reading';
import { decode } from '../../src/document/charset';
import { checkAnswer } from '../../src/explorer/check-answer';
import type { Endpoint } from '../../src/explorer/endpoint';
import type { Draft, HttpRequest } from '../../src/georeport/request';
import type { RawAnswer } from '../../src/cases/raw-answer';
import type { Format } from '../../src/georeport/types';
import { CITY_BASE, wiredCity, type Changes } from './city';

type Wire = ReturnType<ReturnType<typeof wiredCity>>;

/** The city as an endpoint of the page. */
const ENDPOINT: Endpoint = {
	...CITY_BASE,
	id: CITY_BASE.url,
	name: 'A city',
	kind: 'added',
	dialect: null,
	jurisdiction: '',
	apiKey: ''
};

/** What came of a run. */
export interface JudgedCity {
	failures: string[];
	advice: string[];
	failed: string[];
	skipped: ReadonlyMap<string, string | null>;
	/** Answers of which the page says otherwise than the run. */
	disagreements: string[];
}

/** What the page found in answers, for most cities answer most requests alike. */
const KNOWN = new Map<string, Promise<string[]>>();

/** The lines of what the page finds to break the specification in an answer. */
function pageFinds(draft: Draft, wire: Wire): Promise<string[]> {
	const body = Buffer.from(wire.body).toString('latin1');
	const key = JSON.stringify([draft, wire.status, wire.type, body]);
	const known = KNOWN.get(key) ?? look(draft, wire);
	KNOWN.set(key, known);
	return known;
}

async function look(draft: Draft, { status, type, body }: Wire): Promise<string[]> {
	const { text } = decode(body, type);
	const headers: [string, string][] = type === null ? [] : [['Content-Type', type]];
	const response = {
		status,
		statusText: '',
		headers,
		bytes: body,
		text,
		answeredBy: 'network' as const,
		reading: readingOf({ method: draft.method, status, contentType: type, text })
	};
	const found = await checkAnswer(draft, response, ENDPOINT, new AbortController().signal);
	if (!found || found === 'stopped') throw new Error('The answer was not checked.');
	return found.filter(({ kind }) => kind === 'breaks').map(({ words }) => words);
}

/** An answer of the suite, and what the page finds in it. */
interface Asked extends RawAnswer {
	page: string[];
}

/** What the page and the run say otherwise of the answers to a case. */
const disagreementsOf = ({ steps, testCase, format }: CaseResult): string[] =>
	steps.flatMap(({ answer, verdicts }) => {
		const run = verdicts.filter(({ passed, clause }) => !passed && clause).map(({ line }) => line);
		const { page } = answer as Asked;
		const isSame =
			page.length === run.length && page.every((words, at) => run[at]?.startsWith(words));
		return isSame
			? []
			: `${testCase.id} (${format}): the page “${page.join(' ')}”, the run “${run.join(' ')}”`;
	});

/** Judges a city in one format or both, also by what it does with reports. */
export async function judgeCity(
	changes: Changes,
	formats: readonly Format[] = ['xml', 'json'],
	write = true
): Promise<JudgedCity> {
	const answer = wiredCity(changes);
	const ask = async (request: HttpRequest, draft?: Draft): Promise<Asked> => {
		const wire = answer(request);
		const { text, ...encoding } = decode(wire.body, wire.type);
		const page = draft ? await pageFinds(draft, wire) : [];
		return { status: wire.status, contentType: wire.type, text, encoding, page };
	};
	const probe = await probeEndpoint(CITY_BASE, '', (request) => ask(request), formats);
	if ('problem' in probe) throw new Error(probe.problem);
	const items = generalCases(probe.facts, { jurisdiction: '', write, keyed: false, formats });
	const options = {
		dialect: 'standard' as const,
		formats,
		base: CITY_BASE,
		ask,
		signal: new AbortController().signal
	};
	const results: CaseResult[] = [];
	for await (const result of runSuite(items, options)) results.push(result);
	const of = (outcome: CaseResult['outcome']) =>
		results.filter((result) => result.outcome === outcome);
	const advised = new Set(items.filter(({ advise }) => advise).map(({ testCase }) => testCase));
	return {
		failures: results.flatMap(failuresOf),
		advice: results.flatMap(adviceOf),
		failed: [...new Set(of('failed').map(({ testCase }) => testCase.id))],
		skipped: new Map(of('skipped').map(({ testCase, reason }) => [testCase.id, reason])),
		disagreements: results.filter(({ testCase }) => !advised.has(testCase)).flatMap(disagreementsOf)
	};
}
