// JUnit XML as CI servers read it.
import { xmlText } from './escape';

/** A test and how it came out. */
export interface JUnitCase {
	name: string;
	/** Why it failed (the first line is its title), was skipped, or could not be run; passed for null. */
	why: { failed: readonly string[] } | { skipped: string } | { error: string } | null;
	/** What else there is to say. */
	output: readonly string[];
	/** In milliseconds; null where it was not measured. */
	duration: number | null;
}

/** Tests that belong together. */
export interface JUnitSuite {
	/** Also the class name of its tests. */
	name: string;
	cases: readonly JUnitCase[];
}

const lines = (texts: readonly string[]) => texts.map(xmlText).join('&#10;');

const timeOf = (duration: number | null) =>
	duration === null ? '' : ` time="${(duration / 1000).toFixed(3)}"`;

function reasonOf({ why }: JUnitCase): string[] {
	if (!why) return [];
	if ('skipped' in why) return [`<skipped message="${xmlText(why.skipped)}"/>`];
	if ('error' in why) return [`<error message="${xmlText(why.error)}"/>`];
	return [`<failure message="${xmlText(why.failed[0] ?? '')}">${lines(why.failed)}</failure>`];
}

function caseOf(suite: string, test: JUnitCase): string[] {
	const { name, output, duration } = test;
	const head = `    <testcase classname="${xmlText(suite)}" name="${xmlText(name)}"${timeOf(duration)}`;
	const said = output.length > 0 ? [`<system-out>${lines(output)}</system-out>`] : [];
	const inside = [...reasonOf(test), ...said].map((line) => `      ${line}`);
	return inside.length === 0 ? [`${head}/>`] : [`${head}>`, ...inside, '    </testcase>'];
}

function countsOf(cases: readonly JUnitCase[]): string {
	const count = (kind: string) => cases.filter(({ why }) => why && kind in why).length;
	const measured = cases.flatMap(({ duration }) => duration ?? []);
	const time = measured.length > 0 ? measured.reduce((sum, each) => sum + each) : null;
	return `tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"${timeOf(time)}`;
}

/** Returns the suites as JUnit XML; `startedAt` is in milliseconds since 1970, null if not known. */
export function junitXml(
	name: string,
	suites: readonly JUnitSuite[],
	startedAt: number | null
): string {
	const at =
		startedAt === null ? '' : ` timestamp="${new Date(startedAt).toISOString().slice(0, 19)}"`;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="${xmlText(name)}" ${countsOf(suites.flatMap(({ cases }) => cases))}>`,
		...suites.flatMap(({ name, cases }) => [
			`  <testsuite name="${xmlText(name)}" ${countsOf(cases)}${at}>`,
			...cases.flatMap((test) => caseOf(name, test)),
			'  </testsuite>'
		]),
		'</testsuites>',
		''
	].join('\n');
}
