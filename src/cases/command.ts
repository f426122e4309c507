// `npm run conformance`: runs the suite against any endpoint from the command line.
import { realpathSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CASES } from '../../mocks/cases/index';
import { CONTROLS_PATH, DIALECTS, MARKER, MARKER_VALUE } from '../../mocks/api/dialect';
import { decode } from '../document/charset';
import { carriesKey } from '../georeport/privacy';
import type { EndpointBase, HttpRequest } from '../georeport/request';
import { hide, keySecrets } from '../georeport/secrets';
import type { RawAnswer } from './run-case';
import type { Format } from '../georeport/types';
import { generalCases } from './general-cases';
import { probeEndpoint } from './probe-endpoint';
import { REPORT_FORMATS, reportOf, tallyOf, type ReportFormat } from './report';
import { runSuite, type CaseResult, type SuiteItem } from './run-suite';

const USAGE = `Usage: npm run conformance -- --endpoint URL [options]

  --endpoint      the base URL, such as http://127.0.0.1:3110/georeport/v2/
  --jurisdiction  the jurisdiction_id to send with every call
  --formats       xml, json or both (the default)
  --format        junit, json or markdown (the default): the form of the report
  --write         let cases report something to a server that is not the mock-up
  --timeout       seconds to wait for an answer (10)

The report alone goes to standard output. Ends with 0 if nothing failed, with 1 if something did, and
with 2 if the endpoint could not be tested. A key is taken from the environment, OPEN311_API_KEY.`;

/** Why nothing was tested, in words; the program exits with 2. */
class Refusal extends Error {}

function fail(message: string): never {
	throw new Refusal(message);
}

/** Where the program writes: the report, and all else. */
export interface Streams {
	/** Resolves once the text is written, however slowly a pipe takes it. */
	out: (text: string) => Promise<void>;
	err: (text: string) => void;
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				endpoint: { type: 'string' },
				jurisdiction: { type: 'string', default: '' },
				formats: { type: 'string', default: 'both' },
				format: { type: 'string', default: 'markdown' },
				write: { type: 'boolean', default: false },
				timeout: { type: 'string', default: '10' },
				help: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

/** Parses the command line; null if it asks for help. Throws a Refusal. */
function readFlags(args: readonly string[]) {
	const values = parse(args);
	if (values.help) return null;
	const { endpoint = '', formats, format, timeout } = values;
	if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
		fail(`--endpoint ${endpoint || 'is missing'}: give an http or https URL.\n\n${USAGE}`);
	}
	if (!['xml', 'json', 'both'].includes(formats)) {
		fail(`--formats ${formats} is not known. Give xml, json or both.\n\n${USAGE}`);
	}
	if (!REPORT_FORMATS.includes(format as ReportFormat)) {
		fail(`--format ${format} is not known. Give ${REPORT_FORMATS.join(', ')}.\n\n${USAGE}`);
	}
	if (!(Number(timeout) > 0)) {
		fail(`--timeout ${timeout} is no number of seconds above 0.\n\n${USAGE}`);
	}
	return {
		endpoint: endpoint.replace(/\/*$/, '/'),
		jurisdiction: values.jurisdiction,
		formats: (formats === 'both' ? ['xml', 'json'] : [formats]) as Format[],
		format: format as ReportFormat,
		write: values.write,
		timeout: Number(timeout) * 1000
	};
}

/**
 * Returns a function that sends with fetch and rejects with a sentence; `seen` tells who answered.
 */
function asker(timeout: number) {
	const seen = { marker: false };
	const apiKey = process.env.OPEN311_API_KEY ?? '';
	const ask = async ({ method, url, headers, body }: HttpRequest): Promise<RawAnswer> => {
		const keyed =
			apiKey && method === 'POST' && typeof body === 'string'
				? `${body}&api_key=${encodeURIComponent(apiKey)}`
				: body;
		try {
			const signal = AbortSignal.timeout(timeout);
			const hasKey = carriesKey({ method, url, headers, body: keyed });
			const redirect = hasKey ? 'manual' : 'follow';
			const response = await fetch(url, { method, headers, body: keyed, signal, redirect });
			if (hasKey && [301, 302, 303, 307, 308].includes(response.status)) {
				throw new Error(
					'it answers with a redirect, which is not followed for the sake of the key'
				);
			}
			const bytes = new Uint8Array(await response.arrayBuffer());
			seen.marker ||= response.headers.get(MARKER) === MARKER_VALUE;
			const contentType = response.headers.get('Content-Type');
			return { status: response.status, contentType, text: decode(bytes, contentType).text };
		} catch (error) {
			if (error instanceof DOMException && error.name === 'TimeoutError') {
				throw new Error(`${url} did not answer within ${timeout / 1000} s.`, { cause: error });
			}
			const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
			const why = cause instanceof Error ? cause.message || cause.name : String(cause);
			throw new Error(`${url} could not be asked: ${why}.`, { cause: error });
		}
	};
	return { ask, seen };
}

/** Tests the endpoint and writes the report; gives how many cases failed. */
async function testEndpoint(args: readonly string[], { out, err }: Streams): Promise<number> {
	const flags = readFlags(args);
	if (!flags) {
		await out(`${USAGE}\n`);
		return 0;
	}
	const { endpoint, jurisdiction, formats, format, write, timeout } = flags;
	const { ask, seen } = asker(timeout);
	const own = DIALECTS.find(({ path }) => endpoint.endsWith(`/${path}`));
	const root = own ? endpoint.slice(0, -own.path.length) : endpoint;
	const base: EndpointBase = {
		url: endpoint,
		discoveryUrl: own ? root + own.discoveryPath : endpoint
	};
	const city = jurisdiction || (own ? 'toronto.ca' : '');
	const probe = await probeEndpoint(base, city, ask);
	if ('problem' in probe) fail(probe.problem);

	const isMockUp = seen.marker && own !== undefined;
	const items: SuiteItem[] = [
		...(isMockUp ? CASES : []).map((testCase) => ({ testCase, skip: null, conform: false })),
		...generalCases(probe.facts, city, write || isMockUp)
	];
	const reset = async () => {
		const url = `${root}${CONTROLS_PATH}submissions`;
		await ask({ method: 'DELETE', url, headers: {}, body: null });
	};
	const startedAt = Date.now();
	const results: CaseResult[] = [];
	const options = {
		dialect: isMockUp ? own.name : ('standard' as const),
		formats,
		base,
		ask,
		...(isMockUp ? { reset } : {}),
		signal: new AbortController().signal
	};
	for await (const result of runSuite(items, options)) results.push(result);
	const { passed, failed, skipped } = tallyOf(results);
	err(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
	const secrets = keySecrets([process.env.OPEN311_API_KEY ?? '']);
	await out(hide(reportOf({ endpoint, startedAt, results }, format), secrets));
	return failed;
}

/** The program; gives its exit code: 0 if nothing failed, 1 if something did, 2 if nothing was tested. */
export async function runConformance(args: readonly string[], streams: Streams): Promise<number> {
	try {
		return (await testEndpoint(args, streams)) > 0 ? 1 : 0;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		streams.err(`${error.message}\n`);
		return 2;
	}
}

/** Whether this file is the program that was started, and not a part of another. */
const isProgram = () =>
	process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isProgram()) {
	const code = await runConformance(process.argv.slice(2), {
		out: (text) => new Promise((written) => process.stdout.write(text, () => written())),
		err: (text) => void writeSync(2, text)
	});
	process.exit(code);
}
