import { expect, test } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import type { TestCase } from '../cases/expectation';
import type { CaseResult } from '../cases/run-suite';
import { explorerWith, listCase, springfield } from '../explorer/fixtures';
import { Gallery } from './gallery.svelte';
import { SuiteRun, type SuiteChoice } from './runner.svelte';

const token: TestCase = {
	...listCase,
	id: 'token',
	title: 'A token nobody got',
	group: 'follow',
	draft: { method: 'token', values: {} }
};
const general: TestCase = { ...listCase, id: 'general', title: 'A list that is none of ours' };

const resultOf = (testCase: TestCase, outcome: CaseResult['outcome']): CaseResult => ({
	testCase,
	format: 'xml',
	outcome,
	steps: [],
	reason: '',
	duration: 0
});

function galleryOf(endpoint = explorerWith({ prefer: PREFER }).endpoint) {
	const explorer = explorerWith({
		prefer: PREFER,
		cases: [listCase, token],
		endpoints: [endpoint]
	});
	const run = new SuiteRun(explorer);
	const started: SuiteChoice[] = [];
	run.run = async (choice) => void started.push(choice);
	return { run, started, gallery: new Gallery(explorer, run) };
}

const idsOf = (cases: readonly TestCase[]) => cases.map(({ id }) => id);

test('the fixed cases are there, in their groups', () => {
	const { gallery } = galleryOf();
	expect(gallery.groups).toEqual(['list', 'follow']);
	expect(idsOf(gallery.all)).toEqual(['requests', 'token']);
	expect(idsOf(gallery.shownOf('follow'))).toEqual(['token']);
});

test('a server of others has the general cases of its last run alone', () => {
	const { gallery, run } = galleryOf(springfield);
	expect(gallery.all).toEqual([]);
	run.results = [resultOf(general, 'passed'), resultOf(general, 'failed')];
	expect(idsOf(gallery.all)).toEqual(['general']);
});

test('words and outcomes narrow what is seen', () => {
	const { gallery, run } = galleryOf();
	gallery.filter = 'NOBODY token';
	expect(idsOf(gallery.shown)).toEqual(['token']);
	gallery.filter = '';
	run.results = [resultOf(listCase, 'failed'), resultOf(token, 'passed')];
	gallery.only = 'failed';
	expect(idsOf(gallery.shown)).toEqual(['requests']);
	expect(gallery.tally).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
});

test('what is chosen is run: all, a group, a case, in the formats asked for', async () => {
	const { gallery, started } = galleryOf();
	await gallery.runChosen();
	gallery.which = 'group:look up';
	gallery.formats = 'json';
	gallery.write = false;
	await gallery.runChosen();
	gallery.which = 'case:token';
	await gallery.runChosen();
	await gallery.runOne(listCase);
	expect(started).toEqual([
		{ which: 'all', formats: ['xml', 'json'], write: true },
		{ which: { group: 'look up' }, formats: ['json'], write: false },
		{ which: { id: 'token' }, formats: ['json'], write: false },
		{ which: { id: 'requests' }, formats: ['json'], write: false }
	]);
});

test('cases that report something run by themselves against the mock-up alone', () => {
	expect(galleryOf().gallery.write).toBe(true);
	expect(galleryOf(springfield).gallery.write).toBe(false);
});
