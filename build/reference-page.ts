import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type InlineConfig, type Plugin } from 'vite';
import type * as Cases from '../mocks/cases/index.ts';
import type * as MockUp from '../mocks/hosts/mock-up.ts';
import type * as Reference from '../src/reference/static.ts';

const FILE = 'reference.html';
const PLACE = '<!-- reference -->';

/** The policy of a page that runs nothing and loads only its styles, fonts and icon. */
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

const modules = async () => {
	const compiled: InlineConfig = { plugins: [svelte()], logLevel: 'warn' };
	const [{ module: reference }, { module: cases }, { module: mockUp }] = await Promise.all([
		runnerImport<typeof Reference>('./src/reference/static.ts', compiled),
		runnerImport<typeof Cases>('./mocks/cases/index.ts'),
		runnerImport<typeof MockUp>('./mocks/hosts/mock-up.ts')
	]);
	return { ...reference, ...cases, ...mockUp };
};

/**
 * Writes the reference as `reference.html`, rendered at build time from the page's own components,
 * so that it can be read without JavaScript. It has its own policy besides the page's, and browsers
 * enforce both.
 */
export function referencePage(): Plugin {
	let isBuild = false;
	return {
		name: 'reference-page',
		config: () => ({
			build: { rollupOptions: { input: { index: 'index.html', reference: FILE } } }
		}),
		configResolved: ({ command }) => {
			isBuild = command === 'build';
		},
		transformIndexHtml: {
			order: 'pre',
			async handler(html, { filename }) {
				if (!filename.endsWith(FILE)) return html;
				const { referenceHtml, CASES, createMockUp } = await modules();
				const body = await referenceHtml({ cases: CASES, answer: createMockUp().answer });
				const policy = {
					tag: 'meta',
					attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
					injectTo: 'head-prepend' as const
				};
				return { html: html.replace(PLACE, () => body), tags: isBuild ? [policy] : [] };
			}
		}
	};
}
