// Reads from the sources which file of ours imports which, without building or running anything.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** An import in the markup of a Svelte component, outside its scripts: `{#await import('…')}`. */
const IN_MARKUP = /\bimport\(\s*(['"])(\.[^'"]+)\1\s*\)/g;
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Returns the specifiers of our own files in a source: values and types, static and dynamic, in a
 * component's scripts and markup. Without queries such as `?url`.
 */
export function specifiersOf(path: string, text: string): string[] {
	const scripts = path.endsWith('.svelte')
		? [...text.matchAll(SCRIPT)].map(([, code]) => code)
		: [text];
	const named = scripts.flatMap((code) =>
		ts.preProcessFile(code ?? '', true, true).importedFiles.map(({ fileName }) => fileName)
	);
	const markup = path.endsWith('.svelte') ? text.replace(SCRIPT, '') : '';
	const inMarkup = [...markup.matchAll(IN_MARKUP)].map(([, , specifier]) => specifier ?? '');
	return [...named, ...inMarkup]
		.filter((specifier) => specifier.startsWith('.'))
		.map((specifier) => specifier.replace(/\?.*$/, ''));
}

/** The names that a source itself declares and exports, of values and types. */
export function exportedNames(path: string, text: string): string[] {
	const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
	return statements
		.filter((each) => ts.canHaveModifiers(each))
		.filter((each) =>
			ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
		)
		.flatMap((each) => {
			const declared = ts.isVariableStatement(each) ? each.declarationList.declarations : [each];
			return declared.map((one) => (one as { name?: ts.Node }).name);
		})
		.filter((name) => name !== undefined)
		.filter((name) => ts.isIdentifier(name))
		.map(({ text: name }) => name);
}

/** Returns the source files below `folders`, as paths from the project's root, without unit tests. */
export const sourcesOf = (folders: readonly string[]): string[] =>
	folders
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
				(path) => `${folder}/${path.replaceAll('\\', '/')}`
			)
		)
		.filter((path) => /\.(?:ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
		.sort();

/**
 * Returns every source file below `folders` (paths from the project's root), with the files that it
 * imports.
 */
export function importGraph(folders: readonly string[]): Map<string, string[]> {
	const paths = sourcesOf(folders);
	const known = new Set(paths);
	const resolve = (from: string, specifier: string) => {
		const bare = posix.join(posix.dirname(from), specifier);
		return [bare, `${bare}.ts`, `${bare}/index.ts`].find((path) => known.has(path));
	};
	return new Map(
		paths.map((path) => {
			const specifiers = specifiersOf(path, readFileSync(join(ROOT, path), 'utf8'));
			const targets = specifiers.map((specifier) => resolve(path, specifier));
			return [path, [...new Set(targets.filter((target) => target !== undefined))]];
		})
	);
}

/**
 * Returns the circles of a graph, each as its files from the first by name; a file that imports
 * itself does not count.
 */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
	// Tarjan's algorithm: finds groups of files that reach each other.
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const open: string[] = [];
	const circles: string[][] = [];
	const visit = (file: string) => {
		order.set(file, order.size);
		lowest.set(file, order.get(file) ?? 0);
		open.push(file);
		for (const target of graph.get(file) ?? []) {
			if (!order.has(target)) visit(target);
			if (!open.includes(target)) continue;
			lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(target) ?? 0));
		}
		if (lowest.get(file) !== order.get(file)) return;
		const circle = open.splice(open.indexOf(file));
		if (circle.length > 1) circles.push(circle.sort());
	};
	for (const file of graph.keys()) if (!order.has(file)) visit(file);
	return circles;
}
