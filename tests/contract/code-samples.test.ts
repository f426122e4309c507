import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeFor, type LanguageId } from '../../src/code/languages';
import { send, type MockUpHost } from '../../src/http/exchange';
import { toHttpRequest, type Draft, type HttpRequest } from '../../src/georeport/request';
import { CORPUS } from './code-corpus';
import { REFUSAL, startEcho, type Arrival } from './echo-server';
import { BASH, canRun, NODE, PYTHON, runSamples, type Runner } from './run-samples';

const NAMES = Object.keys(CORPUS);
const draftOf = (name: string) => CORPUS[name] as Draft;

/** Nothing stands in for the server here. */
const NOBODY: MockUpHost = {
	claims: () => false,
	workerAnswers: async () => false,
	recognises: () => false,
	losesConnection: () => false,
	answerInPage: () => Promise.reject(new Error('There is no mock-up here.'))
};

let echo: Awaited<ReturnType<typeof startEcho>>;
beforeAll(async () => (echo = await startEcho()));
afterAll(() => echo.close());

/** The request of a draft, at an address that belongs to one sender and one draft alone. */
function requestFor(sender: string, name: string): { path: string; request: HttpRequest } {
	const path = `/${sender}/${NAMES.indexOf(name)}/`;
	const url = echo.root + path.slice(1);
	return { path, request: toHttpRequest(draftOf(name), { url, discoveryUrl: url }) };
}

/** What a sender got through: exactly one request, seen from below its own address. */
function arrivalOf(sender: string, name: string) {
	const { path, request } = requestFor(sender, name);
	const arrivals = echo.below(path);
	expect(arrivals, `${sender}: ${name}`).toHaveLength(1);
	const { method, url, headers, body } = arrivals[0] as Arrival;
	const named = new Set(Object.keys(request.headers).map((header) => header.toLowerCase()));
	return {
		method,
		url: url.slice(path.length),
		// Besides the request's own headers, none that would change how it is read.
		headers: Object.fromEntries(
			Object.entries(headers).filter(
				([header]) => named.has(header) || /^(content-type|authorization|cookie|x-)/.test(header)
			)
		),
		body: body.toString('latin1')
	};
}

const sentByPage = async (name: string) => {
	const draft = draftOf(name);
	const { request } = requestFor('page', name);
	if (echo.below(requestFor('page', name).path).length === 0) {
		await send(draft, request, NOBODY, new AbortController().signal);
	}
	return arrivalOf('page', name);
};

/** A form as its decoder reads it: for this, `+` and `%20` are the same. */
const decoded = (arrival: Awaited<ReturnType<typeof sentByPage>>) =>
	arrival.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
		? { ...arrival, body: JSON.stringify([...new URLSearchParams(arrival.body)]) }
		: arrival;

interface Sender {
	language: LanguageId;
	runner: Runner;
	/** Why it cannot be run here; null if it can. */
	missing: string | null;
	/** What of an arrival is compared; all of it unless given. */
	compared?: typeof decoded;
}

const missing = async (what: string, program: string, ...args: string[]) =>
	(await canRun(program, ...args)) ? null : `${what} is not installed`;

const SENDERS: readonly Sender[] = [
	{
		language: 'curl',
		runner: BASH,
		missing: await missing('curl', 'curl', '--version'),
		compared: decoded
	},
	{ language: 'wget', runner: BASH, missing: await missing('wget', 'wget', '--version') },
	{ language: 'javascript', runner: NODE, missing: null },
	{
		language: 'python-urllib',
		runner: PYTHON,
		missing: await missing(
			'Python 3.9',
			'python3',
			'-c',
			'import sys; assert sys.version_info >= (3, 9)'
		)
	},
	{
		language: 'python-requests',
		runner: PYTHON,
		missing: await missing('requests for Python', 'python3', '-c', 'import requests')
	}
];

/** The library has an opinion on the spelling of such addresses; the sample says so. */
const RESPELLED: Partial<Record<LanguageId, readonly string[]>> = {
	wget: ['a path of its own'],
	'python-requests': ['a path of its own']
};

describe.each(SENDERS)('$language', ({ language, runner, missing, compared = (same) => same }) => {
	const why = missing ? ` (${missing})` : '';
	test.skipIf(missing)(
		`what arrives is what the page sends${compared === decoded ? ', forms read by their decoder' : ''}${why}`,
		async () => {
			const samples = NAMES.map((name) => codeFor(language, requestFor(language, name).request));
			const printed = await runSamples(runner, samples);
			for (const [at, name] of NAMES.entries()) {
				const code = samples[at] ?? '';
				const page = await sentByPage(name);
				const sample = arrivalOf(language, name);
				if (RESPELLED[language]?.includes(name)) {
					expect(code).toContain('spelled in another way');
					sample.url = decodeURIComponent(sample.url);
					page.url = decodeURIComponent(page.url);
				}
				expect(compared(sample), `${name}\n${code}`).toEqual(compared(page));
				expect(printed[at], code).toContain(String(REFUSAL.status));
				if (draftOf(name).verb !== 'HEAD') expect(printed[at], code).toContain(REFUSAL.body);
			}
		},
		30_000
	);
});
