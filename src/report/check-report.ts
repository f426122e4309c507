// The report of the client check, in the forms that people and CI servers read.
import type { CheckReport, SceneReport, CheckVerdict } from '../../mocks/check/scene';
import { markdownText, oneLine } from './escape';
import { junitXml, type JUnitCase } from './junit';
import { markdownTable } from './markdown-table';

/** The formats of the report of a client check. */
export const CHECK_REPORT_FORMATS = ['text', 'json', 'junit', 'markdown'] as const;

/** A format of the report of a client check. */
export type CheckReportFormat = (typeof CHECK_REPORT_FORMATS)[number];

const TITLE = 'Client check of the Toronto Open311 Playground';

const UNOFFICIAL =
	'Unofficial. This is not the City of Toronto’s approval, and no result of it stands for one.';

const nameOf = ({ scene, dialect, format }: SceneReport) => `${scene} (${dialect}, ${format})`;

const failedOf = ({ verdicts }: SceneReport) =>
	verdicts.filter(({ verdict }) => verdict === 'failed');

const missedOf = ({ verdicts }: SceneReport) =>
	verdicts.filter(({ verdict }) => verdict === 'not reached');

/** The sentences that sum up a report. */
function summaryOf({ passed, failed, notReached, scenes }: CheckReport, unasked: number): string[] {
	const count = (outcome: SceneReport['outcome']) =>
		scenes.filter((scene) => scene.outcome === outcome).length;
	const checks = unasked === 1 ? '1 must check was' : `${unasked} must checks were`;
	return [
		`Scenes: ${count('passed')} passed, ${count('failed')} failed, ${count('not reached')} not reached.`,
		`Checks: ${passed} passed, ${failed} failed, ${notReached} not reached.`,
		...(unasked === 0 ? [] : [`${checks} not asked, because the client wrote no result.`])
	];
}

function textOf(report: CheckReport, unasked: number): string {
	const lines = report.scenes.flatMap((scene) => [
		`${nameOf(scene)}: ${scene.outcome}`,
		...failedOf(scene).flatMap(({ check, level, message, advice }) => [
			`  failed (${level}) ${check}: ${oneLine(message)}`,
			...(advice === '' ? [] : [`    Instead: ${oneLine(advice)}`])
		]),
		...missedOf(scene).map(
			({ check, level, message }) => `  not reached (${level}) ${check}: ${oneLine(message)}`
		)
	]);
	return [TITLE, '', ...lines, '', ...summaryOf(report, unasked), UNOFFICIAL, ''].join('\n');
}

/** Only a failed `must` fails a scene, so no other verdict is a failure here either. */
function junitCaseOf({ check, level, verdict, message, advice }: CheckVerdict): JUnitCase {
	const name = `${check} (${level})`;
	const said = [message, ...(advice === '' ? [] : [`Instead: ${advice}`])];
	if (verdict === 'not reached') {
		return { name, why: { skipped: message }, output: [], duration: null };
	}
	const isFailure = verdict === 'failed' && level === 'must';
	return {
		name,
		why: isFailure ? { failed: said } : null,
		output: verdict === 'failed' && !isFailure ? [`Failed: ${said.join(' ')}`] : [],
		duration: null
	};
}

/** A scene in which an own check was asked and never reached fails, as the command does. */
const outcomeCaseOf = ({ outcome }: SceneReport): JUnitCase[] =>
	outcome === 'not reached'
		? [
				{
					name: 'reached (must)',
					why: { failed: ['The client never did what a must check of this scene is about.'] },
					output: [],
					duration: null
				}
			]
		: [];

function junitOf({ scenes }: CheckReport): string {
	const suites = scenes.map((scene) => ({
		name: nameOf(scene),
		cases: [...outcomeCaseOf(scene), ...scene.verdicts.map(junitCaseOf)]
	}));
	return junitXml(`${TITLE}. ${UNOFFICIAL}`, suites, null);
}

function markdownOf(report: CheckReport, unasked: number): string {
	const scenes = report.scenes.map((scene) => [
		scene.outcome,
		scene.scene,
		scene.dialect,
		scene.format,
		failedOf(scene)
			.map(({ check, level }) => markdownText(`${check} (${level})`))
			.join(', '),
		missedOf(scene)
			.map(({ check }) => markdownText(check))
			.join(', ')
	]);
	const failures = report.scenes.flatMap((scene) =>
		failedOf(scene).map(({ check, level, message, advice, calls }) =>
			[scene.scene, level, check, message, advice, calls.join(', ')].map(markdownText)
		)
	);
	const table = (title: string, head: string[], rows: string[][]) =>
		rows.length === 0 ? [] : [`## ${title}`, '', ...markdownTable(head, rows), ''];
	return [
		`# ${TITLE}`,
		'',
		UNOFFICIAL,
		'',
		...summaryOf(report, unasked).map((line) => `- ${line}`),
		'',
		...table('Scenes', ['outcome', 'scene', 'dialect', 'format', 'failed', 'not reached'], scenes),
		...table('What failed', ['scene', 'level', 'check', 'seen', 'instead', 'calls'], failures)
	].join('\n');
}

/**
 * Returns the report of a client check in this format. `unasked` is how many checks of level `must`
 * were not asked for want of a result; the text and Markdown say so.
 */
export function checkReportOf(
	report: CheckReport,
	format: CheckReportFormat,
	unasked: number
): string {
	if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
	return { text: textOf, junit: junitOf, markdown: markdownOf }[format](report, unasked);
}
