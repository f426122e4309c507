import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';
import type * as Prerender from '../src/prerender/prerender.ts';
import { iconsOfOneKind } from './icons.ts';
import { mswWithoutCookies } from './plugins.ts';

/** Parts of the page that come later; what index.html carries of them has their styles. */
const LATE = ['ShownAnswer', 'MapPane', 'ListPane'].map((name) => `/${name}.svelte`);

/** Draws the page as it opens; every build draws the same bytes. */
async function prerendered(caseCount: number): Promise<Prerender.BuiltPage> {
	const server = await createServer({
		configFile: false,
		mode: 'production',
		logLevel: 'warn',
		appType: 'custom',
		server: { middlewareMode: true, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		plugins: [mswWithoutCookies(), iconsOfOneKind(), svelte()]
	});
	try {
		const page = (await server.ssrLoadModule('/src/prerender/prerender.ts')) as typeof Prerender;
		const basemap = JSON.parse(readFileSync('public/basemap.json', 'utf8')) as Parameters<
			typeof Prerender.prerenderedPage
		>[0]['basemap'];
		return await page.prerenderedPage({ caseCount, basemap });
	} finally {
		await server.close();
	}
}

/** The style sheets of the parts that come later, in the order in which they would be loaded. */
function lateStyles(bundle: Rolldown.OutputBundle): string[] {
	const styles = new Set<string>();
	const seen = new Set<string>();
	const visit = (name: string) => {
		const chunk = bundle[name];
		if (seen.has(name) || chunk?.type !== 'chunk') return;
		seen.add(name);
		chunk.imports.forEach(visit);
		chunk.viteMetadata?.importedCss.forEach((style) => styles.add(style));
	};
	for (const chunk of Object.values(bundle)) {
		const isLate =
			chunk.type === 'chunk' &&
			chunk.moduleIds.some((id) => LATE.some((name) => id.endsWith(name)));
		if (isLate) visit(chunk.fileName);
	}
	return [...styles];
}

/** The fonts of the page: all are seen at once, and a page that is read must not move when they come. */
const fonts = (bundle: Rolldown.OutputBundle) =>
	Object.keys(bundle).filter((name) => name.endsWith('.woff2'));

/** The style sheets that a page names. */
const stylesIn = (html: string) =>
	[...html.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g)].map(
		([, name = '']) => name
	);

/**
 * Runs before anything is shown. Where a page has its policy in a tag, the browser asks for nothing below
 * such a script before that has come; the style sheets are needed as early.
 */
const FIRST_SCRIPT = '<script src="./start.js"></script>';

const link = ({ href, ...attrs }: Record<string, string>): HtmlTagDescriptor => ({
	tag: 'link',
	attrs: { ...attrs, crossorigin: true, href: `./${href}` },
	injectTo: 'head'
});

/**
 * Has the built `index.html` carry the page as it opens, with the answer to its request, so that it can
 * be read before any script of it has come, or without.
 */
export function openingPage(caseCount: number): Plugin {
	return {
		name: 'opening-page',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			async handler(html, { filename, bundle }) {
				if (!filename.endsWith('/index.html')) return html;
				const built = await prerendered(caseCount);
				const data = `<script type="application/json" id="services">${built.services}</script>`;
				const late = lateStyles(bundle ?? {}).filter((name) => !html.includes(name));
				const own = stylesIn(html);
				if (own.length === 0 || !html.includes(FIRST_SCRIPT)) {
					this.error('index.html names no style sheet, or start.js in another way.');
				}
				const early = [...own, ...late].map(
					(name) => `<link rel="preload" as="style" crossorigin href="./${name}">`
				);
				return {
					html: html
						.replace('<div id="app"></div>', () => `<div id="app">${built.html}</div>${data}`)
						.replace(FIRST_SCRIPT, (script) => early.join('') + script),
					tags: [
						...fonts(bundle ?? {}).map((href) => link({ rel: 'preload', as: 'font', href })),
						...late.map((href) => link({ rel: 'stylesheet', href }))
					]
				};
			}
		}
	};
}
