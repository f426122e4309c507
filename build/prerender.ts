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
				return {
					html: html.replace(
						'<div id="app"></div>',
						() => `<div id="app">${built.html}</div>${data}`
					),
					tags: [
						...fonts(bundle ?? {}).map((href) => link({ rel: 'preload', as: 'font', href })),
						...lateStyles(bundle ?? {})
							.filter((name) => !html.includes(name))
							.map((href) => link({ rel: 'stylesheet', href }))
					]
				};
			}
		}
	};
}
