import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { minifySync, runnerImport, type Plugin } from 'vite';
import type * as StaticAnswers from '../mocks/hosts/static-answers.ts';
import { toOpenApi, type DescribedServer } from '../src/openapi/openapi.ts';
import { PAGE_POLICY } from '../src/worker/policies.ts';
import { whenBuilt } from './when-built.ts';

/** Replaces a module of a library with `code` wherever that library imports it. */
function standIn(library: string, module: RegExp, code: string): Plugin {
	const name = `without ${library} ${module.source}`;
	const id = `\0${name}`;
	const ofLibrary = new RegExp(`[\\\\/]${library}[\\\\/]`);
	return {
		name,
		enforce: 'pre',
		resolveId: (source, importer) =>
			module.test(source) && ofLibrary.test(importer ?? '') ? id : null,
		load: (loaded) => (loaded === id ? code : null)
	};
}

/** Replaces a piece of a module of a library; the build fails if that is written in another way. */
function rewritten(module: RegExp, piece: RegExp, replace: (...found: string[]) => string): Plugin {
	return {
		name: `rewritten ${module.source}`,
		enforce: 'pre',
		transform: {
			filter: { id: module },
			handler(code, id) {
				if (!piece.test(code)) this.error(`${id} has nothing like ${piece.source}.`);
				return code.replace(piece, replace);
			}
		}
	};
}

/**
 * Takes the cookies out of MSW. Its jar needs localStorage, which workers and sandboxed frames do not
 * have, and adds 300 kB. The mock-up has no cookies.
 */
export const mswWithoutCookies = () => [
	standIn('msw', /getRequestCookies(\.mjs)?$/, 'export const getAllRequestCookies = () => ({});'),
	standIn(
		'msw',
		/^headers-polyfill$/,
		'export const { Headers } = globalThis; export const stringToHeaders = null;'
	)
];

/**
 * Keeps MSW from making an error for each handler, whose stack only its warnings use. The browser would
 * parse the whole script again for it whenever the worker starts.
 */
export const mswWithoutCallFrames = () =>
	rewritten(
		/[\\/]msw[\\/].*[\\/]RequestHandler\.mjs$/,
		/getCallFrame\(new Error\(\)\)/,
		() => 'undefined'
	);

/**
 * Makes the one error that Svelte makes in advance without a stack. While developer tools are open, a
 * browser works out the line of each error as it is made, and parses the whole first screen again for it.
 */
export const svelteWithoutStack = () =>
	rewritten(
		/[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]constants\.js$/,
		/new \(class StaleReactionError extends Error \{([^}]*)\}\)\(\)/,
		(_, fields = '') => {
			const members = fields.trim().replaceAll(' = ', ': ').replaceAll(';', ',');
			return `Object.assign(Object.create(Error.prototype), {${members}})`;
		}
	);

/** Takes out of MSW what intercepts requests: the mock-up is asked directly. */
export const mswWithoutInterceptors = () =>
	[
		[/^strict-event-emitter$/, 'export class Emitter {}'],
		[/^@open-draft\/logger$/, 'export class Logger {}'],
		[/^@open-draft\/deferred-promise$/, 'export class DeferredPromise {}']
	].map(([module, code]) => standIn('@mswjs[\\\\/]interceptors', module as RegExp, code as string));

/**
 * Takes out of fast-xml-parser what it brings but never uses here: to look for dangers in the entities
 * of a document that are none in XML or HTML, to turn texts into numbers, and to leave tags unread.
 */
export const xmlParserWithoutUnused = () => [
	standIn(
		'is-unsafe',
		/contexts\/(?:log|nosql|redos|shell|sql|sql-strict|svg)\.js$/,
		'export default [];'
	),
	standIn('fast-xml-parser', /^strnum$/, 'export default (text) => text;'),
	standIn('path-expression-matcher', /\/Expression\.js$/, 'export default class {}'),
	standIn(
		'path-expression-matcher',
		/\/ExpressionSet\.js$/,
		'export default class { size = 0; seal() {} }'
	)
];

/** Takes out of CodeMirror what knows the grammar of a text: ours are coloured by the page's own tree. */
export const codeMirrorWithoutGrammars = () => [
	standIn('@codemirror[\\\\/]commands', /^@lezer\/common$/, 'export const NodeProp = null;'),
	standIn(
		'@codemirror[\\\\/]merge',
		/^@(?:codemirror\/language|lezer\/highlight)$/,
		'export const language = null, highlightingFor = null, highlightTree = null;'
	)
];

/** Adds the page's Content-Security-Policy to the built page; there is none during development. */
export function contentSecurityPolicy(): Plugin {
	return {
		name: 'content-security-policy',
		apply: 'build',
		transformIndexHtml: () => [
			{
				tag: 'meta',
				attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
				injectTo: 'head-prepend'
			}
		]
	};
}

/**
 * Asks browsers to compile all of a chunk while it comes, beside the page, rather than each function
 * as it is first called: for chunks of which nearly all runs at once.
 */
export function compiledAtOnce(...names: readonly string[]): Plugin {
	return {
		name: 'compiled-at-once',
		apply: 'build',
		generateBundle: {
			// Vite puts lines of its own first, and browsers read only the very first.
			order: 'post',
			handler(_, bundle) {
				for (const chunk of Object.values(bundle)) {
					if (chunk.type === 'chunk' && names.includes(chunk.name)) {
						chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
					}
				}
			}
		}
	};
}

/** Minifies a script that is copied as it is; the result runs where the syntax of ES2019 does. */
export const minified = (script: string): Plugin =>
	whenBuilt(`minified ${script}`, function ({ root, build }) {
		const file = resolve(root, build.outDir, script);
		const { code, errors } = minifySync(script, readFileSync(file, 'utf8'), {
			module: false,
			compress: { target: 'es2019' }
		});
		if (errors.length > 0) this.error(`${script}: ${errors.map(String).join(' ')}`);
		writeFileSync(file, code);
	});

/** Writes a JSON file that is copied as it is without the white space that only its authors need. */
export const withoutIndents = (json: string): Plugin =>
	whenBuilt(`without indents: ${json}`, ({ root, build }) => {
		const file = resolve(root, build.outDir, json);
		writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
	});

/** Lists every file below a folder, by its URL relative to the folder. */
export const filesBelow = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();

/** Returns the version of a build, which depends only on the bytes of its sources. */
export function buildOf(...sources: string[]): string {
	const hash = createHash('sha256');
	for (const source of sources) {
		const files = statSync(source).isDirectory()
			? filesBelow(source).map((file) => join(source, file))
			: [source];
		for (const file of files) hash.update(file).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

/** Writes the version into the page, so that the page uses only the worker of its own version. */
export function versionInPage(): Plugin {
	let build: string;
	return {
		name: 'version-in-page',
		configResolved: ({ define }) => {
			build = JSON.parse(String(define?.__BUILD__)) as string;
		},
		transformIndexHtml: () => [
			{ tag: 'meta', attrs: { name: 'version', content: build }, injectTo: 'head' }
		]
	};
}

/**
 * Writes the fixed answers of the mock-up as files, at the API's own paths. Runs after the worker,
 * so that they are not in the offline copy of the site: the worker gives the same answers.
 */
export const staticAnswerFiles = (): Plugin =>
	whenBuilt('static-answer-files', async ({ root, build }) => {
		const outDir = resolve(root, build.outDir);
		// Loaded by Vite, because imports in the configuration itself need file extensions.
		const file = './mocks/hosts/static-answers.ts';
		const { module } = await runnerImport<typeof StaticAnswers>(file);
		for (const { path, text } of await module.staticAnswers()) {
			mkdirSync(dirname(join(outDir, path)), { recursive: true });
			writeFileSync(join(outDir, path), text);
		}
	});

const SERVERS: readonly DescribedServer[] = [
	{
		url: 'http://127.0.0.1:3110/georeport/v2',
		description: 'npm run mock, the standard dialect: by the letter of GeoReport v2'
	},
	{
		url: 'http://127.0.0.1:3110/open311test/ws',
		discoveryUrl: 'http://127.0.0.1:3110/open311test',
		description: 'npm run mock, the toronto dialect: as 311 Toronto was seen to answer'
	},
	{
		url: 'georeport/v2',
		description: 'The playground itself, the standard dialect: only inside this page’s browser'
	}
];

/**
 * Writes the OpenAPI description as `openapi.json` to the site's root; it is not part of the page's
 * code.
 */
export function openApiDescription(): Plugin {
	const text = () => {
		const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
		return `${JSON.stringify(toOpenApi({ version, servers: SERVERS }))}\n`;
	};
	return {
		name: 'openapi-description',
		configureServer(server) {
			server.middlewares.use('/openapi.json', (_, response) => {
				response.setHeader('Content-Type', 'application/json; charset=utf-8');
				response.end(text());
			});
		},
		generateBundle() {
			this.emitFile({ type: 'asset', fileName: 'openapi.json', source: text() });
		}
	};
}
