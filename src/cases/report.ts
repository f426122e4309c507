// The results of a suite as files: JUnit XML, JSON and Markdown.
import { markdownText } from '../report/escape';
import { junitXml, type JUnitCase } from '../report/junit';
import { markdownTable } from '../report/markdown-table';
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

function groupsOf(results: readonly CaseResult[]): Map<string, CaseResult[]> {
	const groups = new Map<string, CaseResult[]>();
	for (const result of results) {
		const { group } = result.testCase;
		groups.set(group, [...(groups.get(group) ?? []), result]);
	}
	return groups;
}

function junitCaseOf(result: CaseResult): JUnitCase {
	const { testCase, format, duration, outcome, reason } = result;
	const why =
		outcome === 'skipped'
			? { skipped: reason ?? '' }
			: outcome === 'failed'
				? { failed: failuresOf(result) }
				: null;
	const output = outcome === 'skipped' ? [] : adviceOf(result);
	return { name: `${testCase.id} (${format})`, why, output, duration };
}

function junit({ endpoint, startedAt, results, problem = null }: CompletedRun): string {
	const cannot = { name: 'can be tested', output: [], duration: 0 };
	const suites =
		problem === null
			? [...groupsOf(results)].map(([name, of]) => ({ name, cases: of.map(junitCaseOf) }))
			: [{ name: 'endpoint', cases: [{ ...cannot, why: { error: problem } }] }];
	return junitXml(`GeoReport v2: ${endpoint}`, suites, startedAt);
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

function markdown({ endpoint, startedAt, results, problem = null }: CompletedRun): string {
	const title = `# GeoReport v2: ${markdownText(endpoint)}`;
	if (problem !== null) {
		const words = `${new Date(startedAt).toISOString()}: nothing could be tested. ${markdownText(problem)}`;
		return [title, '', words, ''].join('\n');
	}
	const { passed, failed, skipped } = tallyOf(results);
	const rows = results.map((result) => {
		const why =
			result.outcome === 'skipped'
				? (result.reason ?? '')
				: [...failuresOf(result), ...adviceOf(result).map((line) => `Advice: ${line}`)].join('; ');
		const { id, title, section } = result.testCase;
		return [result.outcome, id, result.format, title, section, why].map(markdownText);
	});
	return [
		title,
		'',
		`${new Date(startedAt).toISOString()}: ${passed} passed, ${failed} failed, ${skipped} skipped.`,
		'',
		...causesOf(results).map(
			({ first, line, others }) =>
				`- ${markdownText(`${first.testCase.id} (${first.format}): ${line}`)}${others > 0 ? `, and ${others} more` : ''}`
		),
		'',
		...markdownTable(['outcome', 'case', 'format', 'what', 'section', 'why'], rows),
		''
	].join('\n');
}

/** Writes a run as a report in this format. */
export function reportOf(run: CompletedRun, format: ReportFormat): string {
	return { junit, json, markdown }[format](run);
}
