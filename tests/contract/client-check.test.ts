// The client check is to be trusted: the example client passes it, and each single mistake in that
// client is named by the check that is about it, and by no other.
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../src/georeport/dialect';
import { CHECKS_OF_EVERY_SCENE, OWN_CHECKS } from '../../mocks/check/checks';
import {
	SCENE_IDS,
	type CheckFormat,
	type SceneId,
	type CheckVerdict
} from '../../mocks/check/scene';
import { SCENES } from '../../mocks/check/scenes';
import { CALL_FAULTS } from './client-faults/calls';
import type { ClientFault } from './client-faults/fault';
import { READING_FAULTS } from './client-faults/reading';
import { REPORT_FAULTS } from './client-faults/reports';
import { VARIANTS } from './client-faults/variants';
import { changed, CLIENT, play } from './client-in-scene';

const COMBINATIONS: readonly (readonly [DialectName, CheckFormat])[] = [
	['toronto', 'xml'],
	['toronto', 'json'],
	['standard', 'xml'],
	['standard', 'json']
];

const failed = (verdicts: readonly CheckVerdict[]) =>
	verdicts.filter(({ verdict }) => verdict === 'failed');

test.each(COMBINATIONS)('the example client passes every scene, in %s and %s', async (...how) => {
	for (const scene of Object.values(SCENES(...how))) {
		const { verdicts } = await play(CLIENT, scene);
		expect(failed(verdicts), scene.id).toEqual([]);
		const passed = verdicts.filter(({ verdict }) => verdict === 'passed');
		expect(passed.map(({ check }) => check)).toEqual(expect.arrayContaining([...scene.own]));
	}
});

/** Every scene in every combination is played with `EVERY_SCENE=1`. */
const EVERY_SCENE = process.env.EVERY_SCENE !== undefined;

/** Otherwise the scenes in which a mistake is known to show. */
const scenesOf = ({ scenes, also = {} }: ClientFault): readonly SceneId[] =>
	EVERY_SCENE ? SCENE_IDS : [...scenes, ...(Object.keys(also) as SceneId[])];

/** Otherwise one of the combinations, another one for each mistake. */
const combinationsFor = (index: number) =>
	EVERY_SCENE ? COMBINATIONS : COMBINATIONS.slice(index % 4, (index % 4) + 1);

/** How long it takes to play every scene, at most. */
const TIMEOUT = 180_000;

describe('a client that', () => {
	const faults = [...CALL_FAULTS, ...REPORT_FAULTS, ...READING_FAULTS].map(
		(fault, index) => [fault.does, fault.check, fault, index] as const
	);

	test('there is one for each check', () => {
		const checks = [...CHECKS_OF_EVERY_SCENE, ...OWN_CHECKS].map(({ id }) => id);
		expect(new Set(faults.map(([, check]) => check))).toEqual(new Set(checks));
	});

	test.each(faults)(
		'%s fails %s',
		async (_, check, fault, index) => {
			for (const [dialect, format] of combinationsFor(index)) {
				const scenes = SCENES(fault.dialect ?? dialect, fault.format ?? format);
				for (const id of scenesOf(fault)) {
					const { verdicts } = await play(changed(fault.change), scenes[id]);
					const named = failed(verdicts);
					const other = fault.also?.[id] ?? check;
					if (fault.scenes.includes(id)) expect(named.map((each) => each.check)).toContain(check);
					const wrong = named.filter((each) => each.level === 'must' && each.check !== other);
					expect(wrong, id).toEqual([]);
				}
			}
		},
		TIMEOUT
	);

	const variants = VARIANTS.map((variant, index) => [variant.does, variant, index] as const);

	test.each(variants)(
		'%s fails nothing that it must pass',
		async (_, { change, scenes }, index) => {
			for (const how of combinationsFor(index)) {
				for (const id of EVERY_SCENE ? SCENE_IDS : scenes) {
					const { verdicts } = await play(changed(change), SCENES(...how)[id]);
					const wrong = failed(verdicts).filter(({ level }) => level === 'must');
					expect(wrong, id).toEqual([]);
				}
			}
		},
		TIMEOUT
	);
});
