import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One call per arrow of the architecture that must never be drawn. */
const forbid = (files, ...patterns) => ({
	files,
	rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] }
});

const NO_MOCKS = {
	group: ['**/mocks/**'],
	message:
		'Only src/main.ts, src/service-worker.ts and src/cases/command.ts know mocks/; take what they hand down.'
};

/** Folders that know no page and no network. */
const PURE = ['georeport', 'document', 'answer', 'conformance', 'cases', 'openapi'].map(
	(name) => `src/${name}/**`
);

/** A pane of the page may not reach into another: they meet in Explorer. */
const pane = (name, ...others) =>
	forbid([`src/${name}/**`], NO_MOCKS, {
		group: others.map((other) => `**/${other}/**`),
		message: 'Panes meet only in Explorer.'
	});

export default ts.config(
	{ ignores: ['dist/', 'dist-package/', 'test-results/', 'playwright-report/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off',
			'svelte/no-at-html-tags': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	forbid(['src/**'], NO_MOCKS),
	...['builder', 'response', 'map', 'history', 'palette'].map((name, _, panes) =>
		pane(name, ...panes.filter((other) => other !== name))
	),
	forbid(['src/reference/**'], NO_MOCKS, {
		group: ['**/explorer.svelte', ...['builder', 'response', 'map'].map((name) => `**/${name}/**`)],
		message: 'The reference is also a page by itself; take what is handed down.'
	}),
	forbid(['src/embed/{element*,messages,link-of,api}.ts'], {
		regex: '^\\.\\./',
		message: 'The script for the pages of others brings nothing of our page.'
	}),
	forbid(
		['mocks/**'],
		{
			group: ['**/src/**', '!**/src/georeport/**', '!**/src/cases/**'],
			message: 'mocks/ knows nothing of the page.'
		},
		{
			group: ['**/src/georeport/**', '**/src/cases/**'],
			allowTypeImports: true,
			message: 'mocks/ may import types of georeport/ and cases/, never their code.'
		},
		{
			group: ['svelte', 'svelte/*', 'maplibre-gl', '@codemirror/*'],
			message: 'mocks/ has no page.'
		}
	),
	forbid(PURE, NO_MOCKS, {
		group: ['svelte', 'svelte/*', 'maplibre-gl', '@codemirror/*', 'codemirror', 'msw'],
		message: 'These folders are pure.'
	}),
	{
		files: ['src/main.ts', 'src/service-worker.ts', 'src/cases/command.ts'],
		rules: { '@typescript-eslint/no-restricted-imports': 'off' }
	},
	{
		files: [...PURE, 'mocks/**'],
		ignores: ['src/cases/command.ts', 'mocks/hosts/server.ts', 'mocks/hosts/command.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...[
					'window',
					'document',
					'localStorage',
					'sessionStorage',
					'location',
					'navigator',
					'fetch'
				]
			]
		}
	}
);
