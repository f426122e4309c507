// The basemap as the page asks for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { packed, type Basemap } from '../src/map/packed-basemap.ts';

/** Serves `public/basemap.json` packed, and writes it so: 5 kB less, gzip. */
export function packedBasemap(): Plugin {
	let config: ResolvedConfig;
	const text = () => {
		const basemap = JSON.parse(readFileSync('public/basemap.json', 'utf8')) as Basemap;
		return JSON.stringify(packed(basemap));
	};
	return {
		name: 'packed-basemap',
		configResolved: (resolved) => {
			config = resolved;
		},
		configureServer(server) {
			server.middlewares.use('/basemap.json', (_, response) => {
				response.setHeader('Content-Type', 'application/json; charset=utf-8');
				response.end(text());
			});
		},
		writeBundle() {
			writeFileSync(resolve(config.root, config.build.outDir, 'basemap.json'), text());
		}
	};
}
