import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { IMPORT_TABLE, PACKAGES } from './build/import-table.js';
import svelteConfig from './svelte.config.js';

const NAMES = Object.keys(IMPORT_TABLE);
const isFile = (name) => name.endsWith('.ts');

/** The folders that know no page and no network. */
const PURE = ['georeport', 'document', 'conformance', 'answer', 'cases', 'openapi', 'report'].map(
	(name) => `src/${name}`
);
const BROWSER_GLOBALS = [
	...['window', 'document', 'location', 'navigator'],
	...['localStorage', 'sessionStorage', 'fetch']
];

/**
 * One row of the table as policies: what the linter lets a folder, or an entry file, import. Only its
 * own files are held against it, because each import is compared with each policy.
 */
function policiesOf(name) {
	const from = isFile(name) ? { file: { categories: name } } : { element: { type: name } };
	const allow = (selector) => ({ from, allow: selector });
	const entries = IMPORT_TABLE[name];
	if (entries.includes('*')) {
		return [
			allow({ to: { element: { type: '**' } } }),
			allow({ to: { module: { source: '**' } } })
		];
	}
	const types = entries.filter((entry) => entry.startsWith('type ')).map((entry) => entry.slice(5));
	const code = entries.filter((entry) => NAMES.includes(entry));
	const libraries = entries
		.filter((entry) => !entry.startsWith('type ') && !code.includes(entry))
		.flatMap((entry) => PACKAGES[entry] ?? [entry]);
	const folders = (anyOf) => ({ to: { element: { types: { anyOf } } } });
	return [
		allow(folders([name, ...code])),
		allow({ ...folders(types), dependency: { kind: 'type' } }),
		allow({ to: { module: { source: libraries } } })
	];
}

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
	{
		files: ['{src,mocks,build,tests}/**/*.{ts,svelte}'],
		ignores: ['**/*.test.ts'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': NAMES.filter((name) => !isFile(name)).map((name) => ({
				type: name,
				pattern: name
			})),
			'boundaries/files': NAMES.filter(isFile).map((name) => ({ category: name, pattern: name })),
			// Without it no import is found, and nothing is reported.
			'import/resolver': {
				typescript: { project: './tsconfig.json', extensions: ['.ts', '.svelte', '.svelte.ts'] }
			}
		},
		rules: {
			'boundaries/no-unknown-files': 'error',
			'boundaries/no-unknown-dependencies': 'error'
		}
	},
	// A folder in another comes after it, and has the last word on its files.
	...[...NAMES].sort().map((name) => ({
		files: [isFile(name) ? name : `${name}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					checkAllOrigins: true,
					checkUnknownLocals: true,
					policies: policiesOf(name)
				}
			]
		}
	})),
	{
		files: ['src/embed/{element,messages,link-of,api}.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^\\.\\./',
							message: 'The script for the pages of others brings nothing of our page.'
						}
					]
				}
			]
		}
	},
	{
		files: [...PURE.map((folder) => `${folder}/**`), 'mocks/**'],
		ignores: [
			'src/cases/command.ts',
			'src/cases/ask-over-http.ts',
			'mocks/check/clients/**',
			'mocks/hosts/server.ts',
			'mocks/hosts/command.ts'
		],
		rules: { 'no-restricted-globals': ['error', ...BROWSER_GLOBALS] }
	}
);
