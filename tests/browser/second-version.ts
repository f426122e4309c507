import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the built site. */
export const BUILT = process.env.PLAYGROUND_DIST ?? 'dist';

/** Resolves to the version in a built page. */
export async function versionIn(directory: string): Promise<string> {
	const html = await readFile(join(directory, 'index.html'), 'utf8');
	const version = /<meta name="version" content="(\w+)">/.exec(html)?.[1];
	if (!version) throw new Error(`The page in ${directory} names no version.`);
	return version;
}

/**
 * Turns a copy of the built site into another version, as changed sources would: it has another
 * version string, and every file with a hash has another name.
 */
async function makeVersion(directory: string, version: string): Promise<void> {
	const own = await versionIn(directory);
	const assets = await readdir(join(directory, 'assets'));
	const renamed = (name: string) => name.replace(/\.(\w+)$/, `_${version}.$1`);
	for (const name of assets) {
		await rename(join(directory, 'assets', name), join(directory, 'assets', renamed(name)));
	}
	const known = new Set(assets);
	const texts = (await readdir(directory, { recursive: true })).filter((file) =>
		/^(?:[^/]+\.html|service-worker\.js|assets.*\.(?:m?js|css))$/.test(file)
	);
	await Promise.all(
		texts.map(async (file) => {
			const text = (await readFile(join(directory, file), 'utf8'))
				.replaceAll(/[\w-]+(?:\.[\w-]+)+/g, (word) => (known.has(word) ? renamed(word) : word))
				.replaceAll(own, version);
			await writeFile(join(directory, file), text);
		})
	);
}

/** Copies the built site to another folder, as another version if one is passed. */
export async function copySite(directory: string, version?: string): Promise<void> {
	await cp(BUILT, directory, { recursive: true });
	if (version) await makeVersion(directory, version);
}
