import { expect, test } from 'vitest';
import { recordNodesOf } from '../answer/records';
import { readXmlTree } from '../document/xml-tree';
import { rowWordsOf } from './tree-rows';
import { TreeState } from './tree-state.svelte';

const tree = readXmlTree(
	'<service_requests>' +
		'<request><status>open</status><lat>43.6</lat></request>' +
		'<request><status>closed</status><lat>43.7</lat></request>' +
		'</service_requests>'
);

function stateOf() {
	let selected: number | null = null;
	const state = new TreeState({
		tree: () => tree,
		records: () => recordNodesOf(tree),
		selected: () => selected,
		onpick: (node) => (selected = node)
	});
	const nameOf = (node: number | null) => (node === null ? null : rowWordsOf(tree, node).name);
	return {
		state,
		/** The names of the rows, the selected one in brackets. */
		lines: () =>
			state.rows.map(({ node }, at) => (at === state.at ? `[${nameOf(node)}]` : nameOf(node))),
		press: (...keys: string[]) => keys.map((key) => state.press(key))
	};
}

test('a few records are open at first, and can be closed and opened again by keyboard', () => {
	const { lines, press } = stateOf();
	const all = ['service_requests', 'request', 'status', 'lat', 'request', 'status', 'lat'];
	expect(lines()).toEqual(all);
	press('ArrowDown', 'ArrowDown');
	expect(lines()[1]).toBe('[request]');
	press('ArrowLeft');
	expect(lines()).toEqual(['service_requests', '[request]', 'request', 'status', 'lat']);
	press('Enter');
	expect(lines()).toEqual(['service_requests', '[request]', ...all.slice(2)]);
});

test('the arrows go into what is open and out to what holds it', () => {
	const { lines, press } = stateOf();
	press('Home', 'ArrowRight', 'ArrowRight');
	expect(lines()[2]).toBe('[status]');
	press('ArrowLeft');
	expect(lines()[1]).toBe('[request]');
	press('End');
	expect(lines()[6]).toBe('[lat]');
});

test('the first key selects the first row; a key without a use is left to others', () => {
	const { lines, press } = stateOf();
	expect(press('x', 'End')).toEqual([false, true]);
	expect(lines()[0]).toBe('[service_requests]');
});

test('all is opened and closed at once', () => {
	const { lines, state } = stateOf();
	state.closeAll();
	expect(lines()).toEqual(['[service_requests]']);
	state.openAll();
	expect(lines()).toHaveLength(7);
});

test('a path narrows the tree to what it finds, and goes from match to match', () => {
	const { lines, state } = stateOf();
	state.expression = '//status';
	expect(state.matches).toHaveLength(2);
	expect(lines()).toEqual(['service_requests', 'request', 'status', 'request', 'status']);
	expect(state.rows.map(state.isMatch)).toEqual([false, false, true, false, true]);
	state.findNext(false);
	expect(lines()[2]).toBe('[status]');
	state.findNext(true);
	expect(lines()[4]).toBe('[status]');
	state.findNext(false);
	expect(lines()[2]).toBe('[status]');
});

test('a path that is not understood is told, and the whole document is shown', () => {
	const { lines, state } = stateOf();
	state.expression = '//[';
	expect(state.problem?.at).toBe(2);
	expect(lines()).toHaveLength(7);
	state.findNext(false);
	expect(state.at).toBe(-1);
});
