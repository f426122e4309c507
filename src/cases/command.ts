// `npm run conformance`: runs the suite against any endpoint from the command line.
import { randomUUID } from 'node:crypto';
import { realpathSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CASES } from '../../mocks/cases/index';
import { CHECK_FOLDER, CONTROLS_PATH, DIALECTS } from '../../mocks/api/dialect';
import { checkBase, isMarked, rulesFor, type DialectName } from '../georeport/dialect';
import type { EndpointBase } from '../georeport/request';
import { hiding, keySecrets } from '../georeport/secrets';
import type { Format } from '../georeport/types';
import { asker } from './ask-over-http';
import { generalCases } from './general-cases';
import { probeEndpoint, type EndpointFacts } from './probe-endpoint';
import { REPORT_FORMATS, reportOf, tallyOf, type ReportFormat } from './report';
import { causesOf, runSuite, type CaseResult, type SuiteItem } from './run-suite';

const USAGE = `Usage: npm run conformance -- --endpoint URL [options]

  --endpoint      the base URL, such as http://127.0.0.1:3110/georeport/v2/
  --jurisdiction  the jurisdiction_id to send with every call
  --formats       xml, json or both (the default)
  --discovery     the URL of discovery.xml, where it is not beside the endpoint's own paths
  --dialect       toronto accepts what Toronto's server is known to do otherwise; standard accepts
                  nothing (the default, but where the mock-up answers at the City's own path)
  --format        junit, json or markdown (the default): the form of the report
  --write         let cases report something to a server that is not the mock-up, and follow it
  --timeout       seconds to wait for an answer (10)

The mock-up is tested below check/, where it keeps no report of anybody else's. The report alone goes
to standard output; a summary, and what failed first, to standard error. Ends with 0 if nothing
failed, with 1 if something did, and with 2 if the endpoint could not be tested. A key is taken from the environment, OPEN311_API_KEY.`;

/** The key to report with; empty for none. */
const apiKey = () => process.env.OPEN311_API_KEY ?? '';

/** Milliseconds between tries of a token that has no id yet. */
const TOKEN_WAIT = 2000;

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
				discovery: { type: 'string', default: '' },
				dialect: { type: 'string', default: '' },
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

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Parses the command line; null if it asks for help. Throws a Refusal. */
function readFlags(args: readonly string[]) {
	const values = parse(args);
	if (values.help) return null;
	const { endpoint = '', formats, format, timeout, discovery, dialect } = values;
	if (!isHttp(endpoint)) {
		fail(`--endpoint ${endpoint || 'is missing'}: give an http or https URL.\n\n${USAGE}`);
	}
	if (!['xml', 'json', 'both'].includes(formats)) {
		fail(`--formats ${formats} is not known. Give xml, json or both.\n\n${USAGE}`);
	}
	if (discovery !== '' && !/\/discovery\.(?:xml|json)$/.test(isHttp(discovery) ? discovery : '')) {
		fail(`--discovery ${discovery}: give a URL that ends in /discovery.xml.\n\n${USAGE}`);
	}
	if (!['', 'toronto', 'standard'].includes(dialect)) {
		fail(`--dialect ${dialect} is not known. Give toronto or standard.\n\n${USAGE}`);
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
		discovery: discovery.replace(/discovery\.\w+$/, ''),
		dialect: dialect === '' ? null : (dialect as DialectName),
		formats: (formats === 'both' ? ['xml', 'json'] : [formats]) as Format[],
		format: format as ReportFormat,
		write: values.write,
		timeout: Number(timeout) * 1000
	};
}

/** What the command line asks for. */
type Flags = NonNullable<ReturnType<typeof readFlags>>;

/** The mock-up behind an endpoint, if the path is one of its own; that alone does not make it one. */
function mockUpAt(endpoint: string) {
	const dialect = DIALECTS.find(({ path }) => endpoint.endsWith(`/${path}`));
	if (!dialect) return null;
	const above = endpoint.slice(0, -dialect.path.length);
	const root = above.replace(new RegExp(`/${CHECK_FOLDER}/[^/]+/$`), '/');
	const base = (of: string) => ({
		url: of + dialect.path,
		discoveryUrl: of + dialect.discoveryPath
	});
	const own = checkBase(base(root), `conformance-${randomUUID().slice(0, 8)}`);
	return own && { given: base(above), own, run: own.url.slice(0, -dialect.path.length - 1) };
}

/** What is tested, and how it was found. */
interface Target {
	base: EndpointBase;
	jurisdiction: string;
	rules: DialectName;
	facts: EndpointFacts;
	/** Where the mock-up has a place of its own for this run; null for the servers of others. */
	run: string | null;
}

/**
 * Asks the endpoint what there is to test. Where the mock-up answers, all that follows goes to a
 * place of its own, so that nobody's reports are touched and nobody's disturb the test.
 */
async function targetOf(flags: Flags, asked: ReturnType<typeof asker>): Promise<Target> {
	const { endpoint, formats } = flags;
	const order: Format[] = formats.includes('xml') ? ['xml', 'json'] : ['json'];
	const mockUp = mockUpAt(endpoint);
	const given = mockUp?.given ?? { url: endpoint, discoveryUrl: endpoint };
	const base = flags.discovery ? { ...given, discoveryUrl: flags.discovery } : given;
	const jurisdiction = flags.jurisdiction || (mockUp ? 'toronto.ca' : '');
	const find = async (at: EndpointBase) => {
		asked.seen.headers = [];
		return probeEndpoint(at, jurisdiction, asked.ask, order);
	};
	const found = await find(base);
	if ('problem' in found) fail(found.problem);
	const rules = rulesFor(endpoint, flags.dialect, asked.seen.headers);
	if (mockUp && isMarked(asked.seen.headers)) {
		const own = await find(mockUp.own);
		if ('facts' in own && own.facts.services.length > 0) {
			const { facts } = own;
			return { base: mockUp.own, jurisdiction, rules, facts, run: mockUp.run };
		}
	}
	return { base, jurisdiction, rules, facts: found.facts, run: null };
}

/** How many causes standard error tells of. */
const MOST_CAUSES = 5;

/** A summary for a log: the counts, then why cases failed, one line for each cause. */
function summaryOf(results: readonly CaseResult[]): string {
	const { passed, failed, skipped } = tallyOf(results);
	const lines = causesOf(results).map(({ first, line, others }) => {
		const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'case' : 'cases'})`;
		return `  ${first.testCase.id} (${first.format}): ${line}${more}`;
	});
	const left = lines.length - MOST_CAUSES;
	const all = [
		...lines.slice(0, MOST_CAUSES),
		...(left > 0 ? [`  … and ${left} more causes`] : [])
	];
	return [`${passed} passed, ${failed} failed, ${skipped} skipped`, ...all, ''].join('\n');
}

/** Tests the endpoint and writes the report; gives how many cases failed. */
async function testEndpoint(flags: Flags, { out, err }: Streams): Promise<number> {
	const { endpoint, formats, format, write, timeout } = flags;
	const asked = asker({ timeout, key: apiKey() });
	const startedAt = Date.now();
	const redact = hiding(keySecrets([apiKey()]));
	const target = await targetOf(flags, asked).catch(async (error: unknown) => {
		if (error instanceof Refusal) {
			const report = { endpoint, startedAt, results: [], problem: error.message };
			await out(redact(reportOf(report, format)));
		}
		throw error;
	});
	const { base, jurisdiction, rules, facts, run } = target;
	const isOwn = run !== null;
	const own = DIALECTS.find(({ path }) => endpoint.endsWith(`/${path}`))?.name;
	const items: SuiteItem[] = [
		...(isOwn ? CASES : []).map((testCase) => ({ testCase, skip: null, conform: false })),
		...generalCases(facts, { jurisdiction, write: write || isOwn, keyed: apiKey() !== '', formats })
	];
	const reset = async () => {
		const url = `${run}/${CONTROLS_PATH}submissions`;
		await asked.ask({ method: 'DELETE', url, headers: {}, body: null });
	};
	const results: CaseResult[] = [];
	const options = {
		dialect: isOwn && own ? own : rules,
		rules,
		formats,
		base,
		ask: asked.ask,
		wait: () => new Promise<void>((passed) => setTimeout(passed, isOwn ? 0 : TOKEN_WAIT)),
		...(isOwn ? { reset } : {}),
		signal: new AbortController().signal
	};
	for await (const result of runSuite(items, options)) results.push(result);
	if (isOwn) await asked.ask({ method: 'DELETE', url: run, headers: {}, body: null });
	err(redact(summaryOf(results)));
	await out(redact(reportOf({ endpoint, startedAt, results, problem: null }, format)));
	return tallyOf(results).failed;
}

/** The program; gives its exit code: 0 if nothing failed, 1 if something did, 2 if nothing was tested. */
export async function runConformance(args: readonly string[], streams: Streams): Promise<number> {
	try {
		const flags = readFlags(args);
		if (flags) return (await testEndpoint(flags, streams)) > 0 ? 1 : 0;
		await streams.out(`${USAGE}\n`);
		return 0;
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
