// The licences of all that is bundled into the site, read from the packages themselves.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { whenBuilt } from './when-built.ts';

/** The file beside the page that holds them, after our own. */
export const LICENCES_FILE = 'licences.txt';

/** The folders of packages of which something is in a bundle. */
export type Bundled = Set<string>;

/** The folder of the package that a module belongs to; null for our own and for what has no file. */
export function packageFolder(id: string): string | null {
	// What the bundler puts in by itself has its name before a slash.
	const [, tool] = /^\0(vite|rolldown)\//.exec(id) ?? [];
	if (tool !== undefined) return resolve('node_modules', tool);
	const path = id
		.replaceAll('\\', '/')
		.replace(/^\0+/, '')
		.replace(/[?#].*$/s, '');
	return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/s.exec(path)?.[0] ?? null;
}

/** Notes the packages of whatever a bundle holds: modules, styles, and files such as fonts. */
export function noteBundled(into: Bundled): Plugin {
	const note = (id: string): unknown => {
		const folder = packageFolder(id);
		if (folder === null) return;
		if (existsSync(join(folder, 'package.json'))) return into.add(folder);
		// A package has copies of others in a `node_modules` of its own: their licences are elsewhere.
		const at = folder.lastIndexOf('/node_modules/') + 1;
		const original = resolve(folder.slice(at));
		if (existsSync(join(original, 'package.json'))) into.add(original);
		note(folder.slice(0, at));
	};
	return {
		name: 'note-bundled',
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				const names = file.type === 'chunk' ? file.moduleIds : file.originalFileNames;
				names.map((name) => (file.type === 'chunk' ? name : resolve(name))).forEach(note);
			}
			// The modules of styles are gone from the chunks by now.
			[...this.getModuleIds()].filter((id) => /\.css(?:\?|$)/.test(id)).forEach(note);
		}
	};
}

const isLicence = (name: string) =>
	/^(?:licen[cs]es?|copying|unlicense|notice)(?:[.-]|$)/i.test(name);

/** The licence that some packages name without having its text. */
const mit = (holder: string) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

interface Manifest {
	name: string;
	version: string;
	license?: unknown;
	author?: string | { name?: string };
}

/** The text of a licence file; the bundler's own goes on with packages that are not in our bundle. */
const ownText = (text: string) =>
	text.split(/^# Licenses of bundled dependencies$/m)[0]?.trim() ?? '';

/**
 * Name, version and licence text of a package. Throws if it has neither a text nor the name of one
 * that is known here: what is not known to be free to pass on is not passed on.
 */
export function licenceOf(folder: string): string {
	const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
	const { name, version, license, author } = JSON.parse(manifest) as Manifest;
	const texts = readdirSync(folder, { withFileTypes: true })
		.flatMap((entry) => (entry.isFile() && isLicence(entry.name) ? [entry.name] : []))
		.sort()
		.map((file) => ownText(readFileSync(join(folder, file), 'utf8')))
		.filter((text) => text !== '');
	if (texts.length === 0) {
		if (license !== 'MIT') throw new Error(`${name} is bundled, but has no licence: ${folder}`);
		texts.push(
			mit((typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`)
		);
	}
	const kind = typeof license === 'string' ? ` (${license})` : '';
	return [`${name} ${version}${kind}`, ...texts].join('\n\n');
}

const RULE = `\n\n${'-'.repeat(72)}\n\n`;

const DATA = `The map, the places and their coordinates: contains information licensed under the Open Government
Licence - Toronto, https://open.toronto.ca/open-data-licence/`;

/** Who a package is by, and the terms after that, which it may have in common with others. */
function termsOf(licence: string): [own: string, terms: string] {
	const [name = '', ...paragraphs] = licence.split(/\n\s*\n/);
	const isOwn = (paragraph: string) =>
		/^\W*(?:copyright\b|(?:the )?(?:mit|isc) licen[cs]e\b.{0,20}$)/i.test(paragraph.trim());
	const at = paragraphs.findIndex((paragraph) => !isOwn(paragraph));
	const end = at < 0 ? paragraphs.length : at;
	return [[name, ...paragraphs.slice(0, end)].join('\n\n'), paragraphs.slice(end).join('\n\n')];
}

/** The licences of packages, each text once, below all packages that have it. */
function grouped(licences: readonly string[]): string[] {
	const groups = new Map<string, { owns: string[]; terms: string }>();
	for (const [own, terms] of licences.map(termsOf)) {
		// The same text may be wrapped at different widths.
		const key = terms.replace(/\s+/g, ' ').trim();
		const group = groups.get(key) ?? { owns: [], terms };
		group.owns.push(own);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ owns, terms }) =>
		[...(owns.length > 1 ? ['Each of these under the terms below.'] : []), ...owns, terms].join(
			'\n\n'
		)
	);
}

/** The text of all licences: our own, that of the data, and those of the packages by name. */
export function licencesText(own: string, bundled: Bundled): string {
	const packages = [...new Set([...bundled].map(licenceOf))].sort();
	const parts = ['Toronto Open311 Playground, and all that is bundled into it', own.trim(), DATA];
	return `${[...parts, ...grouped(packages)].join(RULE)}\n`;
}

/** Writes the licences beside the page, once every bundle of the site is there. */
export const licences = (bundled: Bundled): Plugin =>
	whenBuilt('licences', ({ root, build }) => {
		const file = resolve(root, build.outDir, LICENCES_FILE);
		writeFileSync(file, licencesText(readFileSync('LICENSE', 'utf8'), bundled));
	});
