/**
 * The imports that each folder may have: our folders by path, libraries by name, `node:*` for
 * Node's own modules. `type` before a folder permits its types only. The linter refuses every other
 * import, and a unit test fails for every entry that is not used.
 *
 * From the bottom up: the specification, the mock-up that implements it, the state that panes
 * share, the panes, the page, and the entry points, where the page and the mock-up meet.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const IMPORT_TABLE = {
	// Pure: no page, no network, no libraries.
	'src/georeport': [],
	'src/document': ['src/georeport'],
	'src/conformance': ['src/document', 'src/georeport', 'fast-xml-parser'],
	'src/answer': ['src/conformance', 'src/document', 'src/georeport'],
	'src/report': ['type mocks/check'],
	'src/cases': ['src/answer', 'src/conformance', 'src/document', 'src/georeport', 'src/report'],
	'src/openapi': ['src/georeport'],

	// The mock-up: a city and its API.
	'mocks/data': ['type src/georeport'],
	'mocks/store': ['mocks/data', 'idb'],
	'mocks/city': ['mocks/data', 'mocks/store', 'type src/georeport'],
	'mocks/api': ['mocks/city', 'mocks/data', 'mocks/store', 'type src/georeport', 'msw'],
	'mocks/cases': ['mocks/data', 'type src/cases', 'type src/georeport'],
	'mocks/check': ['mocks/api', 'mocks/city', 'mocks/data', 'src/report', 'type src/georeport'],
	'mocks/hosts': [
		'mocks/api',
		'mocks/check',
		'mocks/city',
		'mocks/data',
		'mocks/store',
		'src/report',
		'type src/georeport',
		'msw',
		'node:*'
	],
	'mocks/package': [
		'mocks/api',
		'mocks/check',
		'mocks/city',
		'mocks/data',
		'mocks/hosts',
		'mocks/store',
		'type src/georeport',
		'node:*',
		'typescript'
	],

	// What the panes stand on.
	'src/ui': ['svelte', 'codemirror', 'lucide'],
	'src/worker': ['src/ui'],
	'src/http': ['src/answer', 'src/conformance', 'src/document', 'src/georeport'],
	'src/explorer': [
		'src/answer',
		'src/cases',
		'src/conformance',
		'src/document',
		'src/georeport',
		'src/http',
		'src/ui',
		'svelte'
	],
	'src/link': ['src/cases', 'src/explorer', 'src/georeport'],
	'src/code': ['src/explorer', 'src/georeport'],
	'src/import': ['src/georeport'],
	'src/export': [
		'src/code',
		'src/document',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/ui',
		'svelte'
	],

	// The panes.
	'src/builder': [
		'src/answer',
		'src/cases',
		'src/code',
		'src/explorer',
		'src/georeport',
		'src/import',
		'src/link',
		'src/ui',
		'svelte',
		'lucide'
	],
	'src/response': [
		'src/answer',
		'src/cases',
		'src/code',
		'src/conformance',
		'src/document',
		'src/explorer',
		'src/export',
		'src/georeport',
		'src/http',
		'src/ui',
		'svelte',
		'codemirror',
		'lucide'
	],
	'src/map': [
		'src/answer',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/ui',
		'src/worker',
		'svelte',
		'lucide',
		'maplibre-gl',
		'geojson'
	],
	'src/history': [
		'src/answer',
		'src/cases',
		'src/document',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/ui',
		'svelte',
		'idb'
	],
	'src/palette': ['src/explorer', 'src/georeport', 'src/ui'],
	'src/endpoints': ['src/explorer', 'src/georeport', 'src/http', 'src/ui', 'svelte', 'lucide'],
	'src/console': ['src/explorer', 'src/georeport', 'src/ui'],
	'src/check': [
		'type mocks/check',
		'src/explorer',
		'src/georeport',
		'src/handout',
		'src/http',
		'src/ui',
		'svelte'
	],
	'src/runner': ['src/cases', 'src/explorer', 'src/georeport', 'src/http', 'src/ui'],
	'src/lessons': [
		'src/answer',
		'src/cases',
		'src/conformance',
		'src/document',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/ui',
		'svelte',
		'lucide'
	],
	'src/reference': [
		'type mocks/check',
		'src/cases',
		'src/check',
		'src/code',
		'src/conformance',
		'src/explorer',
		'src/georeport',
		'src/handout',
		'src/http',
		'src/link',
		'src/openapi',
		'src/response',
		'src/ui',
		'svelte',
		'lucide'
	],
	'src/about': ['src/check', 'src/georeport', 'src/reference', 'src/ui', 'svelte'],
	'src/handout': [
		'src/code',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/lessons',
		'src/link',
		'src/map',
		'svelte',
		'uqr'
	],

	'src/stage': [
		'src/answer',
		'src/document',
		'src/explorer',
		'src/georeport',
		'src/handout',
		'src/http',
		'src/lessons',
		'src/link',
		'src/response',
		'src/ui',
		'svelte',
		'lucide'
	],

	// The page, alone and embedded in another page.
	'src/page': [
		'src/about',
		'src/builder',
		'src/check',
		'src/code',
		'src/console',
		'src/endpoints',
		'src/explorer',
		'src/export',
		'src/georeport',
		'src/handout',
		'src/history',
		'src/http',
		'src/lessons',
		'src/link',
		'src/map',
		'src/palette',
		'src/reference',
		'src/response',
		'src/runner',
		'src/stage',
		'src/ui',
		'src/worker',
		'svelte',
		'lucide'
	],
	'src/embed': [
		'src/builder',
		'src/explorer',
		'src/http',
		'src/link',
		'src/map',
		'src/page',
		'src/response',
		'src/ui',
		'svelte'
	],

	// Entry points, and what builds and tests everything.
	'src/main.ts': [
		'mocks/api',
		'mocks/cases',
		'mocks/city',
		'mocks/data',
		'mocks/hosts',
		'mocks/store',
		'src/embed',
		'src/explorer',
		'src/history',
		'src/http',
		'src/page',
		'src/ui',
		'src/worker',
		'svelte'
	],
	'src/prerender': [
		'mocks/api',
		'mocks/cases',
		'mocks/hosts',
		'src/answer',
		'src/explorer',
		'src/georeport',
		'src/http',
		'src/map',
		'src/page',
		'src/response',
		'src/ui',
		'svelte'
	],
	'src/service-worker.ts': ['mocks/api', 'mocks/hosts', 'mocks/store', 'src/worker'],
	'src/cases/command.ts': ['mocks/api', 'mocks/cases', 'src/cases', 'src/georeport', 'node:*'],
	build: [
		'mocks/cases',
		'mocks/check',
		'mocks/hosts',
		'type mocks/data',
		'src/about',
		'src/map',
		'src/openapi',
		'src/prerender',
		'src/reference',
		'src/worker',
		'vite',
		'@sveltejs/vite-plugin-svelte',
		'node:*'
	],
	tests: ['*']
};

/** The packages behind names in the table that stand for several. */
export const PACKAGES = {
	codemirror: ['@codemirror/*'],
	lucide: ['@lucide/svelte', '@lucide/svelte/*']
};
