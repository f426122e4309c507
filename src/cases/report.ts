// The results of a suite as files: JUnit XML, JSON and Markdown.
import { adviceOf, causesOf, failuresOf, type CaseResult } from './run-suite';

/** A completed run: its endpoint, its start in milliseconds since 1970, and its results. */
export interface CompletedRun {
	endpoint: string;
	startedAt: number;
	results: readonly CaseResult[];
	/** Why nothing could be tested; left out or null if something was. */
	problem?: string | null;
}

/** The formats of a report. */
export const REPORT_FORMATS = ['junit', 'json', 'markdown'] as const;

/** A format of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Counts the results that passed, failed and were skipped. */
export function tallyOf(results: readonly CaseResult[]) {
	const count = (outcome: CaseResult['outcome']) =>
		results.filter((result) => result.outcome === outcome).length;
	return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** Escapes text for XML 1.0; replaces characters that XML forbids. */
const xml = (text: string) =>
	text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;');

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);

function groupsOf(results: readonly CaseResult[]): Map<string, CaseResult[]> {
	const groups = new Map<string, CaseResult[]>();
	for (const result of results) {
		const { group } = result.testCase;
		groups.set(group, [...(groups.get(group) ?? []), result]);
	}
	return groups;
}

const failureOf = (first: string, all: readonly string[]) =>
	`      <failure message="${xml(first)}">${all.map(xml).join('&#10;')}</failure>`;

/** A suite with one case, which says why there are no others. */
const junitProblem = (endpoint: string, startedAt: number, problem: string) => {
	const name = xml(`GeoReport v2: ${endpoint}`);
	const counts = 'tests="1" failures="0" errors="1" skipped="0" time="0.000"';
	const timestamp = new Date(startedAt).toISOString().slice(0, 19);
	return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${name}" ${counts}>
  <testsuite name="endpoint" ${counts} timestamp="${timestamp}">
    <testcase classname="endpoint" name="can be tested" time="0.000">
      <error message="${xml(problem)}"/>
    </testcase>
  </testsuite>
</testsuites>
`;
};

function junitCase(result: CaseResult): string {
	const { testCase, format, duration, outcome, reason } = result;
	const head = `    <testcase classname="${xml(testCase.group)}" name="${xml(`${testCase.id} (${format})`)}" time="${seconds(duration)}"`;
	if (outcome === 'skipped') {
		return `${head}>\n      <skipped message="${xml(reason ?? '')}"/>\n    </testcase>`;
	}
	const advice = adviceOf(result);
	const said =
		advice.length > 0 ? [`      <system-out>${advice.map(xml).join('&#10;')}</system-out>`] : [];
	const failures = failuresOf(result);
	const failed = failures[0] === undefined ? [] : [failureOf(failures[0], failures)];
	const inside = [...failed, ...said];
	return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n');
}

function junit({ endpoint, startedAt, results, problem = null }: CompletedRun): string {
	if (problem !== null) return junitProblem(endpoint, startedAt, problem);
	const counts = (of: readonly CaseResult[]) => {
		const { failed, skipped } = tallyOf(of);
		const time = of.reduce((sum, { duration }) => sum + duration, 0);
		return `tests="${of.length}" failures="${failed}" skipped="${skipped}" time="${seconds(time)}"`;
	};
	const suites = [...groupsOf(results)].map(
		([group, of]) =>
			`  <testsuite name="${xml(group)}" ${counts(of)} timestamp="${new Date(startedAt).toISOString().slice(0, 19)}">\n${of.map(junitCase).join('\n')}\n  </testsuite>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(`GeoReport v2: ${endpoint}`)}" ${counts(results)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function json(run: CompletedRun): string {
	const results = run.results.map((result) => ({
		id: result.testCase.id,
		title: result.testCase.title,
		group: result.testCase.group,
		section: result.testCase.section,
		provenance: result.testCase.provenance,
		format: result.format,
		outcome: result.outcome,
		reason: result.reason,
		failures: failuresOf(result),
		advice: adviceOf(result),
		milliseconds: Math.round(result.duration),
		steps: result.steps.map(({ request, answer, verdicts }) => ({
			method: request.method,
			url: request.url,
			status: answer.status,
			verdicts
		}))
	}));
	const { endpoint, startedAt, problem = null } = run;
	const at = new Date(startedAt).toISOString();
	const causes = causesOf(run.results).map(({ first, line, others }) => ({
		case: first.testCase.id,
		format: first.format,
		line,
		others
	}));
	const whole = { endpoint, startedAt: at, problem, ...tallyOf(run.results), causes, results };
	return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Escapes text for a cell of a Markdown table. */
const cell = (text: string) =>
	text
		.replace(/[\\|`*_<>[\]]/g, '\\$&')
		.replace(/\s+/g, ' ')
		.trim();

function markdown({ endpoint, startedAt, results, problem = null }: CompletedRun): string {
	const title = `# GeoReport v2: ${cell(endpoint)}`;
	if (problem !== null) {
		const words = `${new Date(startedAt).toISOString()}: nothing could be tested. ${cell(problem)}`;
		return [title, '', words, ''].join('\n');
	}
	const { passed, failed, skipped } = tallyOf(results);
	const rows = results.map((result) => {
		const why =
			result.outcome === 'skipped'
				? (result.reason ?? '')
				: [...failuresOf(result), ...adviceOf(result).map((line) => `Advice: ${line}`)].join('; ');
		const { id, title, section } = result.testCase;
		return `| ${result.outcome} | ${cell(id)} | ${result.format} | ${cell(title)} | ${cell(section)} | ${cell(why)} |`;
	});
	return [
		title,
		'',
		`${new Date(startedAt).toISOString()}: ${passed} passed, ${failed} failed, ${skipped} skipped.`,
		'',
		...causesOf(results).map(
			({ first, line, others }) =>
				`- ${cell(`${first.testCase.id} (${first.format}): ${line}`)}${others > 0 ? `, and ${others} more` : ''}`
		),
		'',
		'| outcome | case | format | what | section | why |',
		'| --- | --- | --- | --- | --- | --- |',
		...rows,
		''
	].join('\n');
}

/** Writes a run as a report in this format. */
export function reportOf(run: CompletedRun, format: ReportFormat): string {
	return { junit, json, markdown }[format](run);
}
