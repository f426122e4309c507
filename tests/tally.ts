import { stripVTControlCharacters } from 'node:util';

/** The totals of a run: how many checks passed, and what is known of those that did not. */
export interface Tally {
	passed: number;
	/** The name of each, and the first lines of its error, indented. */
	failed: readonly string[];
	/** Each skipped test, with its reason if there is one. */
	skipped: readonly string[];
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
	}[];
}

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
	suites: PlaywrightSuite[];
	errors: { message?: string }[];
}

interface PlaywrightSuite {
	title: string;
	suites?: PlaywrightSuite[];
	specs: {
		title: string;
		tests: {
			status: string;
			annotations: { type: string; description?: string }[];
			results?: { errors?: { message?: string }[] }[];
		}[];
	}[];
}

/** The tally of one check that passed. */
export const onePassed: Tally = { passed: 1, failed: [], skipped: [] };

/** Returns the tally of one check that failed. */
export function oneFailed(what: string): Tally {
	return { passed: 0, failed: [what], skipped: [] };
}

/** How many lines of an error are repeated at the end of a run: enough to see which step failed. */
const ERROR_LINES = 20;

function withErrors(name: string, messages: readonly string[]): string {
	const lines = messages.flatMap((message) => stripVTControlCharacters(message).split('\n'));
	const told = lines.filter((line) => line.trim() !== '').slice(0, ERROR_LINES);
	return [name, ...told].join('\n    ');
}

/** Returns the sum of tallies. */
export function total(tallies: readonly Tally[]): Tally {
	return {
		passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
		failed: tallies.flatMap(({ failed }) => failed),
		skipped: tallies.flatMap(({ skipped }) => skipped)
	};
}

/** Counts Vitest's tests; a file that fails outside its tests is one failure. */
export function tallyVitest(report: VitestReport): Tally {
	return total(
		report.testResults.flatMap((file) => {
			const tests = file.assertionResults.map((each): Tally => {
				const { status, failureMessages = [] } = each;
				const name = each.fullName.trim();
				if (status === 'passed') return onePassed;
				if (status === 'skipped' || status === 'todo') {
					return { passed: 0, failed: [], skipped: [`${name} (${status})`] };
				}
				const shown = status === 'failed' ? name : `${name} (${status})`;
				return oneFailed(withErrors(shown, failureMessages));
			});
			const brokeOutside =
				file.status !== 'passed' && tests.every(({ failed }) => failed.length === 0);
			return brokeOutside ? [...tests, oneFailed(`${file.name}: ${file.message}`)] : tests;
		})
	);
}

/** Counts Playwright's tests; only the expected outcome passes, so a flaky test is a failure. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
	const broken = report.errors.map(({ message }) => oneFailed(message ?? 'unknown error'));
	return total([...report.suites.map((suite) => tallySuite(suite, [])), ...broken]);
}

function tallySuite(suite: PlaywrightSuite, parents: string[]): Tally {
	const path = [...parents, suite.title];
	const tests = suite.specs.flatMap((spec) =>
		spec.tests.map(({ status, annotations, results = [] }): Tally => {
			const name = [...path, spec.title].join(' › ');
			if (status === 'expected') return onePassed;
			if (status !== 'skipped') {
				const errors = results.flatMap((result) => result.errors ?? []);
				const messages = errors.map(({ message }) => message ?? 'unknown error');
				return oneFailed(withErrors(`${name} (${status})`, messages));
			}
			const mark = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
			const reason = mark ? (mark.description ?? 'no reason given') : 'did not run';
			return { passed: 0, failed: [], skipped: [`${name} (${reason})`] };
		})
	);
	return total([...tests, ...(suite.suites ?? []).map((inner) => tallySuite(inner, path))]);
}

/** Returns the last line of a run. */
export function lastLine({ passed, failed, skipped }: Tally): string {
	const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
	return `${passed} passed, ${failed.length} failed${skips}`;
}

/** Whether a run succeeded: nothing failed, and something was tested. */
export function isGood({ passed, failed }: Tally): boolean {
	return failed.length === 0 && passed > 0;
}
