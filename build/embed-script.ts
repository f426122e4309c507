import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { noteBundled, type Bundled } from './licences.ts';
import { holdSize, gzipSize } from './sizes.ts';

/** Bundles the script for pages with embeds as one classic script. */
async function bundleElement(entry: string, minify: boolean, bundled: Bundled): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		plugins: [noteBundled(bundled)],
		build: {
			target: 'es2022',
			write: false,
			minify,
			lib: { entry: resolve(entry), formats: ['iife'], name: 'open311Playground' }
		}
	});
	const [output] = [result].flat();
	if (!output || !('output' in output)) throw new Error('embed.js was not built.');
	return output.output[0].code;
}

/**
 * Serves the script of `<open311-playground>` as `embed.js` and its types as `embed.d.ts`, at fixed
 * names in the site's root because other sites link to them. The build fails if the script is
 * larger than `limit` bytes, gzipped.
 */
export function embedScript(entry: string, types: string, limit: number, bundled: Bundled): Plugin {
	return {
		name: 'embed-script',
		configureServer(server) {
			server.middlewares.use('/embed.js', (_, response, next) => {
				bundleElement(entry, false, bundled).then((code) => {
					response.setHeader('Content-Type', 'text/javascript');
					response.setHeader('Cache-Control', 'no-store');
					response.end(code);
				}, next);
			});
			server.middlewares.use('/embed.d.ts', (_, response) => {
				response.setHeader('Content-Type', 'text/plain; charset=utf-8');
				response.end(readFileSync(types));
			});
		},
		async generateBundle() {
			const source = await bundleElement(entry, true, bundled);
			holdSize(this, 'embed.js', gzipSize(source), limit);
			this.emitFile({ type: 'asset', fileName: 'embed.js', source });
			this.emitFile({
				type: 'asset',
				fileName: 'embed.d.ts',
				source: readFileSync(types, 'utf8')
			});
		}
	};
}
