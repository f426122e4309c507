import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeFor, type LanguageId } from '../../src/code/languages';
import { send, type MockUpHost } from '../../src/http/exchange';
import { toHttpRequest, type Draft, type HttpRequest } from '../../src/georeport/request';
import { CORPUS } from './code-corpus';
import { REFUSAL, startEcho, type RawRequest } from './echo-server';
import { BASH, canRun, NODE, PYTHON, runSamples, type Runner } from './run-samples';

const NAMES = Object.keys(CORPUS);
const draftOf = (name: string) => CORPUS[name] as Draft;

/** A host that claims nothing, so that requests go to the server. */
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

/** The request of a draft, at a URL that only this sender and draft use. */
function requestFor(sender: string, name: string): { path: string; request: HttpRequest } {
	const path = `/${sender}/${NAMES.indexOf(name)}/`;
	const url = echo.root + path.slice(1);
	return { path, request: toHttpRequest(draftOf(name), { url, discoveryUrl: url }) };
}

/** Returns what a sender sent: exactly one request, with its path relative to its own URL. */
function arrivalOf(sender: string, name: string) {
	const { path, request } = requestFor(sender, name);
	const arrivals = echo.below(path);
	expect(arrivals, `${sender}: ${name}`).toHaveLength(1);
	const { method, url, headers, body } = arrivals[0] as RawRequest;
	const named = new Set(Object.keys(request.headers).map((header) => header.toLowerCase()));
	return {
		method,
		url: url.slice(path.length),
		// Besides the request's own headers, none that changes how it is read.
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

/** A form as a decoder reads it: `+` and `%20` are the same. */
const decoded = (arrival: Awaited<ReturnType<typeof sentByPage>>) =>
	arrival.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
		? { ...arrival, body: JSON.stringify([...new URLSearchParams(arrival.body)]) }
		: arrival;

interface Sender {
	language: LanguageId;
	runner: Runner;
	/** Why it cannot run here; null if it can. */
	missing: string | null;
	/** The parts of an arrival to compare; all of it by default. */
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

/** URLs that the library changes, which the sample says. */
const RESPELLED: Partial<Record<LanguageId, readonly string[]>> = {
	wget: ['a path of its own'],
	'python-requests': ['a path of its own']
};

describe.each(SENDERS)('$language', ({ language, runner, missing, compared = (same) => same }) => {
	const why = missing ? ` (${missing})` : '';
	test.skipIf(missing)(
		`sends what the page sends${compared === decoded ? ', forms read by their decoder' : ''}${why}`,
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
