// The example clients as programs: everything between them and the mock-up is real. What they do is
// tested at a clock of its own in `client-check.test.ts`; `npm run app-check:all` runs every scene.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { playScene } from '../../mocks/hosts/play-scene';
import type { CheckFormat, SceneId } from '../../mocks/check/scene';
import { SCENES } from '../../mocks/check/scenes';
import type { DialectName } from '../../src/georeport/dialect';

const pathOf = (name: string) =>
	fileURLToPath(new URL(`../../mocks/check/clients/${name}`, import.meta.url));

const DIALECTS: readonly DialectName[] = ['toronto', 'standard'];
const FORMATS: readonly CheckFormat[] = ['xml', 'json'];

/** How many clients run at a time. */
const AT_A_TIME = 6;

/** Without `silence`, in which a client waits for 20 seconds; the slow ones first. */
const QUICK: readonly SceneId[] = [
	'follow-slow',
	'busy',
	'broken-answer',
	'services',
	'report-simple',
	'report-questions',
	'report-address',
	'report-private',
	'follow-token',
	'list-open',
	'list-year',
	'list-odd',
	'list-none',
	'list-one',
	'lost-answer',
	'refused',
	'needs-key',
	'gone'
];

/** Plays a scene in one of the four combinations; returns what is not as it should be. */
async function troubleIn(id: SceneId, index: number, program: string, file: string) {
	const dialect = DIALECTS[index % 2] ?? 'toronto';
	const format = FORMATS[(index >> 1) % 2] ?? 'xml';
	const scene = SCENES(dialect, format)[id];
	const trouble: string[] = [];
	const graded = await playScene(scene, [program, pathOf(file)], {
		seconds: scene.seconds,
		stop: new AbortController().signal,
		begun: () => {},
		print: (line) => trouble.push(`${id} printed ${line}`)
	});
	if (typeof graded === 'string') return [graded];
	const { outcome, verdicts } = graded.report;
	const failed = verdicts.filter(({ level, verdict }) => level === 'must' && verdict === 'failed');
	trouble.push(...failed.map(({ check, message }) => `${id}: ${check}: ${message}`));
	return outcome === 'passed' ? trouble : [...trouble, `${id}: ${outcome}`];
}

async function expectPassed(program: string, file: string, ids: readonly SceneId[]) {
	for (let first = 0; first < ids.length; first += AT_A_TIME) {
		const some = ids.slice(first, first + AT_A_TIME);
		const troubles = some.map((id, index) => troubleIn(id, first + index, program, file));
		expect((await Promise.all(troubles)).flat()).toEqual([]);
	}
}

test(
	'client.mjs passes',
	() =>
		expectPassed('node', 'client.mjs', [
			'services',
			'report-questions',
			'list-odd',
			'lost-answer',
			'broken-answer'
		]),
	60_000
);

test('client.py passes', ({ skip }) => {
	if (spawnSync('python3', ['--version']).status !== 0) skip('There is no python3 here.');
	return expectPassed('python3', 'client.py', QUICK);
}, 60_000);
