import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type InlineConfig, type Plugin } from 'vite';
import type * as Cases from '../mocks/cases/index.ts';
import type * as Checks from '../mocks/check/checks.ts';
import type * as Scenes from '../mocks/check/scenes.ts';
import type * as MockUp from '../mocks/hosts/mock-up.ts';
import type * as About from '../src/about/static.ts';
import type * as Reference from '../src/reference/static.ts';

/** A page to read: it runs nothing, and loads nothing but its style, its fonts and its icon. */
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

const COMPILED: InlineConfig = { plugins: [svelte()], logLevel: 'warn' };

async function referenceBody(): Promise<string> {
	const [
		{ module: reference },
		{ module: cases },
		{ module: checks },
		{ module: scenes },
		{ module: mockUp }
	] = await Promise.all([
		runnerImport<typeof Reference>('./src/reference/static.ts', COMPILED),
		runnerImport<typeof Cases>('./mocks/cases/index.ts'),
		runnerImport<typeof Checks>('./mocks/check/checks.ts'),
		runnerImport<typeof Scenes>('./mocks/check/scenes.ts'),
		runnerImport<typeof MockUp>('./mocks/hosts/mock-up.ts')
	]);
	return reference.referenceHtml({
		cases: cases.CASES,
		scenes: Object.values(scenes.SCENES('toronto', 'xml')),
		checks: [...checks.CHECKS_OF_EVERY_SCENE, ...checks.OWN_CHECKS],
		answer: mockUp.createMockUp().answer
	});
}

async function aboutBody(): Promise<string> {
	const { module } = await runnerImport<typeof About>('./src/about/static.ts', COMPILED);
	return module.aboutHtml();
}

/** What stands in the body of each page, in the place of the comment of the page's own name. */
const BODIES: Readonly<Record<string, () => Promise<string>>> = {
	reference: referenceBody,
	about: aboutBody
};

const pageOf = (filename: string) =>
	Object.keys(BODIES).find((name) => filename.endsWith(`/${name}.html`));

/**
 * The reference and About as `reference.html` and `about.html` beside the page: rendered while
 * building, so that they can be read without JavaScript, from the components that the page shows them
 * with. Their policy stands beside the page's own; a browser keeps both.
 */
export function readingPages(): Plugin {
	let isBuild = false;
	return {
		name: 'reading-pages',
		config: () => ({
			build: {
				rollupOptions: {
					input: {
						index: 'index.html',
						...Object.fromEntries(Object.keys(BODIES).map((name) => [name, `${name}.html`]))
					}
				}
			}
		}),
		configResolved: ({ command }) => {
			isBuild = command === 'build';
		},
		transformIndexHtml: {
			order: 'pre',
			async handler(html, { filename }) {
				const name = pageOf(filename);
				const body = await (name && BODIES[name]?.());
				if (!body) return html;
				const policy = {
					tag: 'meta',
					attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
					injectTo: 'head-prepend' as const
				};
				return {
					html: html.replace(`<!-- ${name} -->`, () => body),
					tags: isBuild ? [policy] : []
				};
			}
		}
	};
}
