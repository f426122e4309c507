// The licences of what is bundled: which package a module is of, and what is said of it.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { licenceOf, licencesText, packageFolder } from '../../build/licences';

test.each([
	['/a/node_modules/msw/lib/core/index.mjs', '/a/node_modules/msw'],
	['/a/node_modules/@lezer/lr/dist/index.js?v=1', '/a/node_modules/@lezer/lr'],
	['/a/node_modules/msw/node_modules/cookie/index.js', '/a/node_modules/msw/node_modules/cookie'],
	['\0/a/node_modules/crelt/index.js?commonjs-es-import', '/a/node_modules/crelt'],
	['C:\\a\\node_modules\\idb\\build\\index.js', 'C:/a/node_modules/idb'],
	[
		'/a/node_modules/@fontsource/ibm-plex-sans/files/a.woff2',
		'/a/node_modules/@fontsource/ibm-plex-sans'
	],
	['\0vite/preload-helper.js', resolve('node_modules/vite')],
	['\0rolldown/runtime.js', resolve('node_modules/rolldown')],
	['/a/src/main.ts', null],
	['\0virtual:own', null]
])('%j is of %s', (id, folder) => {
	expect(packageFolder(id)).toBe(folder);
});

/** A package of these files in a folder of its own. */
async function packageOf(files: Readonly<Record<string, string>>) {
	const folder = await mkdtemp(join(tmpdir(), 'licence-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'licenses'));
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	return folder;
}

test.each(['LICENSE', 'LICENCE.md', 'License.txt', 'COPYING', 'LICENSE-MIT'])(
	'the text of %s is given in full, and a notice after it',
	async (file) => {
		const folder = await packageOf({
			'package.json': '{"name":"a","version":"1.2.3","license":"ISC"}',
			[file]: 'Do as you like.\n',
			NOTICE: 'By Ada.',
			'licensed.js': 'no'
		});
		expect(licenceOf(folder)).toBe('a 1.2.3 (ISC)\n\nDo as you like.\n\nBy Ada.');
	}
);

test('MIT by name alone has the text of it, with who wrote the package', async () => {
	for (const [author, holder] of [
		['"Ada (https://ada.example)"', 'Ada (https://ada.example)'],
		['{"name":"Ada"}', 'Ada'],
		['null', 'the authors of a']
	] as const) {
		const folder = await packageOf({
			'package.json': `{"name":"a","version":"1.2.3","license":"MIT","author":${author}}`
		});
		const text = licenceOf(folder);
		expect(text).toContain(
			`a 1.2.3 (MIT)\n\nCopyright (c) ${holder}\n\nPermission is hereby granted`
		);
	}
});

test.each(['{"name":"a","version":"1"}', '{"name":"a","version":"1","license":"SEE LICENSE"}'])(
	'%s without a text stops the build',
	async (manifest) => {
		const folder = await packageOf({ 'package.json': manifest, LICENSE: ' \n' });
		expect(() => licencesText('Ours', new Set([folder]))).toThrow(
			'a is bundled, but has no licence'
		);
	}
);

test('ours comes first, then that of the data, then each package once', async () => {
	const files = { 'package.json': '{"name":"a","version":"1"}', LICENSE: 'Free.' };
	const [one, same] = [await packageOf(files), await packageOf(files)];
	const other = await packageOf({
		'package.json': '{"name":"B","version":"2"}',
		LICENSE: 'As it is.'
	});
	const text = licencesText('Ours\n', new Set([one, other, same]));
	const parts = text.split(/\n\n-+\n\n/);
	expect(parts.slice(1, 2)).toEqual(['Ours']);
	expect(parts[2]).toContain('Open Government\nLicence - Toronto');
	expect(parts.slice(3)).toEqual(['B 2\n\nAs it is.', 'a 1\n\nFree.\n']);
});

test('terms that packages have in common are given once, after who each is by', async () => {
	const by = (name: string, licence: string) =>
		packageOf({ 'package.json': `{"name":"${name}","version":"1"}`, LICENSE: licence });
	const folders = [
		await by('a', 'MIT License\n\nCopyright (c) 2020 Ada\n\nDo as\nyou like.\n\nAS IS.'),
		await by(
			'b',
			'# The MIT License (MIT)\n\nCopyright Bob\nCopyright Eve\n\nDo as you\nlike.\n\nAS IS.'
		),
		await by('c', 'Copyright Cy\n\nDo as you like.')
	];
	const parts = licencesText('Ours', new Set(folders)).split(/\n\n-+\n\n/);
	expect(parts.slice(3)).toEqual([
		[
			'Each of these under the terms below.',
			...['a 1', 'MIT License', 'Copyright (c) 2020 Ada'],
			...['b 1', '# The MIT License (MIT)', 'Copyright Bob\nCopyright Eve'],
			...['Do as\nyou like.', 'AS IS.']
		].join('\n\n'),
		'c 1\n\nCopyright Cy\n\nDo as you like.\n'
	]);
});
