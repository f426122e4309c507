import { expect, test, vi } from 'vitest';
import { pacedClock } from '../../tests/paced-clock';
import { readXmlTree } from '../document/xml-tree';
import { TreeState } from './tree-state.svelte';

/** More nodes than a search looks at in a few stretches. */
const MANY = readXmlTree(`<l>${'<a><b/></a>'.repeat(20_000)}</l>`);
const FEW = readXmlTree('<l><a/><a/></l>');

const clock = pacedClock();

function stateOf() {
	const shown = { tree: FEW };
	const selected: number[] = [];
	const state = new TreeState({
		tree: () => shown.tree,
		records: () => [],
		selected: () => selected.at(-1) ?? null,
		onpick: (node) => void selected.push(node)
	});
	return { state, selected, shown };
}

/** A search in the large document that goes on, after one that found its root. */
function searching() {
	const of = stateOf();
	of.shown.tree = MANY;
	of.state.expression = '/l';
	expect(of.state.matches).toEqual([0]);
	of.state.expression = '//b';
	expect([of.state.isSearching, of.state.matches]).toEqual([true, [0]]);
	return of;
}

test('a short search is done at once', () => {
	const { state } = stateOf();
	state.expression = '//a';
	expect([state.isSearching, state.matches]).toEqual([false, [1, 2]]);
	expect(vi.getTimerCount()).toBe(0);
});

test('a long one goes on in stretches, and what was found before stays meanwhile', async () => {
	const { state } = searching();
	await vi.advanceTimersToNextTimerAsync();
	expect([state.isSearching, state.matches]).toEqual([true, [0]]);
	await vi.runAllTimersAsync();
	expect([state.isSearching, state.problem, state.matches.length]).toEqual([false, null, 20_000]);
});

test('it ends when a person stops it, and can be begun again', async () => {
	const { state, selected } = searching();
	state.stopSearch();
	await vi.runAllTimersAsync();
	expect([state.isSearching, state.matches]).toEqual([false, [0]]);
	expect(state.problem).toEqual({
		problem: 'The search was stopped. Press Enter to begin it again.',
		at: null
	});
	state.goOn(false);
	expect(state.isSearching).toBe(true);
	await vi.runAllTimersAsync();
	expect(state.matches.length).toBe(20_000);
	state.goOn(false);
	expect(selected).toEqual([2]);
});

test('it ends with another path', async () => {
	const { state } = searching();
	state.expression = '/l/a[1]';
	expect(state.isSearching).toBe(true);
	await vi.runAllTimersAsync();
	expect(state.matches).toEqual([1]);
});

test('it ends after 30 seconds', async () => {
	const { state } = searching();
	clock.pace = 30_001;
	await vi.runAllTimersAsync();
	expect([state.isSearching, state.matches, state.problem?.at]).toEqual([false, [0], null]);
	expect(state.problem?.problem).toMatch(/was stopped\. Name more of what you look for\.$/);
});
