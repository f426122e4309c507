// `npm run conformance`: the suite against any endpoint, from the command line.
import { writeSync } from 'node:fs';
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
import { learn } from './probe-endpoint';
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

/** Says why nothing was tested, and ends. */
function fail(message: string): never {
	writeSync(2, `${message}\n`);
	process.exit(2);
}

function readFlags() {
	try {
		const { values } = parseArgs({
			options: {
				endpoint: { type: 'string' },
				jurisdiction: { type: 'string', default: '' },
				formats: { type: 'string', default: 'both' },
				format: { type: 'string', default: 'markdown' },
				write: { type: 'boolean', default: false },
				timeout: { type: 'string', default: '10' },
				help: { type: 'boolean', default: false }
			}
		});
		if (values.help) {
			console.log(USAGE);
			process.exit(0);
		}
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
	} catch (error) {
		return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

/** Asks with fetch; throws a sentence, and remembers whether the mock-up answered. */
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

async function main() {
	const { endpoint, jurisdiction, formats, format, write, timeout } = readFlags();
	const { ask, seen } = asker(timeout);
	const own = DIALECTS.find(({ path }) => endpoint.endsWith(`/${path}`));
	const root = own ? endpoint.slice(0, -own.path.length) : endpoint;
	const base: EndpointBase = {
		url: endpoint,
		discoveryUrl: own ? root + own.discoveryPath : endpoint
	};
	const city = jurisdiction || (own ? 'toronto.ca' : '');
	const learning = await learn(base, city, ask);
	if ('problem' in learning) fail(learning.problem);

	const isMockUp = seen.marker && own !== undefined;
	const items: SuiteItem[] = [
		...(isMockUp ? CASES : []).map((testCase) => ({ testCase, skip: null, conform: false })),
		...generalCases(learning.learned, city, write || isMockUp)
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
	process.stderr.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
	const secrets = keySecrets([process.env.OPEN311_API_KEY ?? '']);
	const report = hide(reportOf({ endpoint, startedAt, results }, format), secrets);
	// A pipe may take the report slowly: the program ends once it is written.
	process.stdout.write(report, () => process.exit(failed > 0 ? 1 : 0));
}

void main();
