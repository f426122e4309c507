// The service worker, and the offline copy of the site that it keeps.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as viteBuild, type Plugin, type PluginOption, type ResolvedConfig } from 'vite';
import { isHashed } from '../src/worker/offline-copy.ts';
import { LICENCES_FILE } from './licences.ts';
import { filesBelow } from './plugins.ts';
import { gzipSize, holdSize } from './sizes.ts';
import { whenBuilt } from './when-built.ts';

/**
 * Bundles the worker as one classic script, because some browsers have no module service workers.
 */
async function bundleWorker(
	entry: string,
	plugins: () => PluginOption[],
	build: string,
	shell: string[],
	minify: boolean
) {
	const result = await viteBuild({
		configFile: false,
		logLevel: 'warn',
		plugins: plugins(),
		define: { __BUILD__: build, __SHELL__: JSON.stringify(shell) },
		publicDir: false,
		build: {
			target: 'es2023',
			write: false,
			minify,
			lib: { entry: resolve(entry), formats: ['iife'], name: 'serviceWorker' }
		}
	});
	const [output] = [result].flat();
	if (!output || !('output' in output)) throw new Error('The service worker was not built.');
	return output.output[0].code;
}

const WORKER_FILE = 'service-worker.js';

/**
 * What the offline copy does without: what keeps it, what is kept apart, what only the browser asks
 * for when the page is installed, and what only the editors of programmers read.
 */
const NOT_IN_SHELL = [
	...[WORKER_FILE, 'index.html'],
	...['screenshot.png', 'icon.svg', 'icon-180.png', 'icon-512.png'],
	...['embed.d.ts', 'lesson.schema.json']
];

/** The size of a file as it comes over the wire, in bytes: pictures and fonts are packed already. */
function packedSize(file: string): number {
	const bytes = readFileSync(file);
	return /\.(?:png|woff2)$/.test(file) ? bytes.length : gzipSize(bytes);
}

const inOutDir = ({ root, build }: ResolvedConfig) => {
	const outDir = resolve(root, build.outDir);
	return filesBelow(outDir).map((file): [name: string, size: number] => [
		file,
		packedSize(join(outDir, file))
	]);
};

const isKept = (file: string) => !NOT_IN_SHELL.includes(file);

const versionIn = ({ define }: ResolvedConfig) => String(define?.__BUILD__);

/**
 * Serves the service worker as `service-worker.js`: bundled on demand during development, and built
 * last, with the list of the site's files, which are its offline copy. `plugins` makes those of its bundle.
 */
export const serviceWorker = (entry: string, plugins: () => PluginOption[]): Plugin[] => [
	{
		name: 'service-worker-on-demand',
		apply: 'serve',
		configureServer({ middlewares, config }) {
			middlewares.use(`/${WORKER_FILE}`, (_, response, next) => {
				bundleWorker(entry, plugins, versionIn(config), [], false).then((code) => {
					response.setHeader('Content-Type', 'text/javascript');
					response.setHeader('Cache-Control', 'no-store');
					response.end(code);
				}, next);
			});
		}
	},
	whenBuilt('service-worker', async (config) => {
		// The licences are written last, for they tell what is in the worker too. What has no hash in
		// its name is kept first, before the host can have another version; then the smallest first:
		// what a page asks for meanwhile has to share the line with little.
		const shell = [[LICENCES_FILE, 0] as const, ...inOutDir(config)]
			.sort(
				([file, size], [other, otherSize]) =>
					Number(isHashed(file)) - Number(isHashed(other)) || size - otherSize
			)
			.map(([file]) => file)
			.filter(isKept);
		const code = await bundleWorker(entry, plugins, versionIn(config), shell, true);
		writeFileSync(resolve(config.root, config.build.outDir, WORKER_FILE), code);
	})
];

/** Prints how large the offline copy is; fails if it is over `limit` bytes, gzip. */
export const offlineCopySize = (limit: number): Plugin =>
	whenBuilt('offline-copy-size', function (config) {
		const total = inOutDir(config)
			.filter(([file]) => isKept(file) || file === 'index.html')
			.reduce((sum, [, size]) => sum + size, 0);
		holdSize(this, 'Offline copy', total, limit);
	});
