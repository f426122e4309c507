import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORT_TABLE } from '../build/import-table.js';
import { circlesOf, exportedNames, importGraph, sourcesOf, specifiersOf } from './import-graph';

const graph = importGraph(['src', 'mocks', 'build']);

/** Returns the row of the table for a file. */
const rowOf = (path: string) =>
	path in IMPORT_TABLE
		? path
		: path
				.split('/')
				.slice(0, path.startsWith('build/') ? 1 : 2)
				.join('/');

describe('imports', () => {
	it('are found for values and types, in scripts and markup, without libraries', () => {
		const component = `<script lang="ts">
			import type { A } from './a';
			export * from './b.ts';
			const c: typeof import('./c') = await import('./d.svelte');
			import url from './e.ts?worker&url';
			import { f } from 'svelte';
		</script>
		{#await import('./g.svelte') then { default: G }}<G />{/await}`;
		expect(specifiersOf('X.svelte', component).sort()).toEqual([
			'./a',
			'./b.ts',
			'./c',
			'./d.svelte',
			'./e.ts',
			'./g.svelte'
		]);
	});

	it('form a circle, but not if a component imports itself', () => {
		const planted = new Map([
			['a', ['b']],
			['b', ['c']],
			['c', ['b']],
			['d', ['d', 'a']]
		]);
		expect(circlesOf(planted)).toEqual([['b', 'c']]);
	});

	it('form no circle, types included', () => {
		expect(graph.size).toBeGreaterThan(300);
		expect(circlesOf(graph)).toEqual([]);
	});

	it('use every entry of the import table', () => {
		const used = new Set<string>();
		for (const [path, targets] of graph) {
			for (const target of targets) used.add(`${rowOf(path)} -> ${rowOf(target)}`);
		}
		const unused = Object.entries(IMPORT_TABLE).flatMap(([row, entries]) =>
			entries
				.map((entry) => entry.replace('type ', ''))
				.filter((entry) => entry in IMPORT_TABLE)
				.map((entry) => `${row} -> ${entry}`)
				.filter((arrow) => !used.has(arrow))
		);
		expect(unused).toEqual([]);
	});
});

describe('the tree', () => {
	it('has no files directly in src/ but the entry points', () => {
		const loose = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isFile());
		expect(loose.map(({ name }) => name)).toEqual(['main.ts', 'service-worker.ts']);
	});

	it('is the same in CONTRIBUTING and in the linter', () => {
		const rows = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `([^`]+)` +\| (.*?) *\|$/gm);
		const drawn = [...rows].map(([, folder, entries]) => [folder, entries]);
		const held = Object.entries(IMPORT_TABLE).map(([folder, entries]) => [
			folder,
			entries.join(', ') || 'nothing'
		]);
		expect(drawn).toEqual(
			held.map(([folder, entries]) => [folder, entries === '*' ? 'anything' : entries])
		);
	});
});

describe('exported names', () => {
	it('are those that a file declares, of values and types', () => {
		const source = `import { a } from './a';
			export { a };
			export type B = string;
			export const c = 1, d = 2;
			export default function e() {}
			class F {}`;
		expect(exportedNames('x.ts', source)).toEqual(['B', 'c', 'd', 'e']);
	});

	it('have one meaning each in the whole tree', () => {
		const homes = new Map<string, string[]>();
		const paths = sourcesOf(['src', 'mocks', 'build', 'tests']);
		for (const path of paths.filter((each) => each.endsWith('.ts') && !each.endsWith('.d.ts'))) {
			for (const name of new Set(exportedNames(path, readFileSync(path, 'utf8')))) {
				homes.set(name, [...(homes.get(name) ?? []), path]);
			}
		}
		expect(homes.size).toBeGreaterThan(1_000);
		expect([...homes].filter(([, { length }]) => length > 1)).toEqual([]);
	});
});
