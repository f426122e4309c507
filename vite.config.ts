import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, runnerImport } from 'vite';
import type * as Cases from './mocks/cases/index.ts';
import type * as Places from './mocks/data/places.ts';
import { embedScript } from './build/embed-script.ts';
import { chunkGroups } from './build/chunk-groups.ts';
import { iconsOfOneKind } from './build/icons.ts';
import { mapLibreFromSource } from './build/maplibre-source.ts';
import { licences, noteBundled, type Bundled } from './build/licences.ts';
import {
	buildOf,
	codeMirrorWithoutGrammars,
	compiledAtOnce,
	contentSecurityPolicy,
	minified,
	mswWithoutCallFrames,
	mswWithoutCookies,
	mswWithoutInterceptors,
	openApiDescription,
	staticAnswerFiles,
	svelteWithoutStack,
	versionInPage,
	withoutIndents,
	xmlParserWithoutUnused
} from './build/plugins.ts';
import { packedBasemap } from './build/packed-basemap.ts';
import { packedPlaces } from './build/packed-places.ts';
import { openingPage } from './build/prerender.ts';
import { readingPages } from './build/reading-pages.ts';
import { offlineCopySize, serviceWorker } from './build/service-worker.ts';
import { firstSizes } from './build/sizes.ts';
import { workerChunks } from './build/worker-chunks.ts';

// Loaded by Vite, because imports in the configuration itself need file extensions.
const { module: testCases } = await runnerImport<typeof Cases>('./mocks/cases/index.ts');
const { module: places } = await runnerImport<typeof Places>('./mocks/data/places.ts');

/** The packages of which something is in the site; filled while it is built. */
const bundled: Bundled = new Set();

/** What the mock-up is bundled with, in the page and in the worker. */
const mockUpPlugins = () => [
	mswWithoutCallFrames(),
	mswWithoutCookies(),
	mswWithoutInterceptors(),
	packedPlaces(places)
];

export default defineConfig({
	// Relative, so that dist/ works under any sub-path.
	base: './',
	// An unknown URL is a 404 here as on any static host, not the page again.
	appType: 'mpa',
	define: {
		__CASE_COUNT__: String(testCases.CASES.length),
		__BUILD__: JSON.stringify(
			buildOf(
				...['index.html', 'about.html', 'reference.html', 'src', 'mocks', 'public', 'build'],
				...['vite.config.ts', 'svelte.config.js', 'package-lock.json']
			)
		)
	},
	plugins: [
		mockUpPlugins(),
		xmlParserWithoutUnused(),
		iconsOfOneKind(),
		codeMirrorWithoutGrammars(),
		workerChunks(),
		mapLibreFromSource(),
		svelteWithoutStack(),
		svelte(),
		contentSecurityPolicy(),
		versionInPage(),
		openApiDescription(),
		packedBasemap(),
		readingPages(),
		openingPage(testCases.CASES.length),
		compiledAtOnce('first-screen', 'answer', 'reading', 'conformance', 'form', 'map'),
		embedScript('src/embed/element.ts', 'src/embed/api.ts', 3_000, bundled),
		firstSizes({ screen: 90_000, answer: 80_000, page: 32_000 }),
		noteBundled(bundled),
		minified('start.js'),
		withoutIndents('lessons.json'),
		serviceWorker('src/service-worker.ts', () => [...mockUpPlugins(), noteBundled(bundled)]),
		licences(bundled),
		offlineCopySize(950_000),
		staticAnswerFiles()
	],
	build: {
		target: 'es2023',
		// A strict policy has no data: for fonts and workers.
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 1200,
		// Every browser that can run the page knows it.
		modulePreload: { polyfill: false },
		rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } }
	},
	worker: { format: 'es', plugins: () => [noteBundled(bundled)] },
	// A sandboxed frame has no origin of its own: it may read only what everybody may.
	preview: { cors: false, headers: { 'Access-Control-Allow-Origin': '*' } }
});
