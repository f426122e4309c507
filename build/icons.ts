import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The lines of an icon of Lucide's, as its module has them. */
type IconNode = [tag: string, attributes: Record<string, string>][];

/** Draws Lucide's icons as our pages do, as fixed markup: Lucide makes each line anew, from data. */
export function iconsOfOneKind(): Plugin {
	return {
		name: 'icons-of-one-kind',
		enforce: 'pre',
		load(id) {
			// A development server, which also draws the page for index.html, adds a version to the name.
			const file = id.replace(/\?.*/, '');
			if (/@lucide[\\/]svelte[\\/]dist[\\/]Icon\.svelte$/.test(file)) {
				this.error(
					"Lucide's icons are not where they were, so they would not be drawn as fixed markup."
				);
			}
			if (!/@lucide[\\/]svelte[\\/]dist[\\/]icons[\\/][\w-]+\.svelte$/.test(file)) return null;
			const data = /^const iconData = (.*);$/m.exec(readFileSync(file, 'utf8'))?.[1];
			if (!data) this.error(`${file} does not have its lines where Lucide's icons have them.`);
			const { name, node } = JSON.parse(data) as { name: string; node: IconNode };
			const lines = node.map(([tag, attributes]) => {
				const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
				return `<${tag} ${pairs.join(' ')} />`;
			});
			return `<svg class="lucide lucide-${name}" width="24" height="24" viewBox="0 0 24 24" fill="none"
				stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
				aria-hidden="true">${lines.join('')}</svg>`;
		},
		transform(code, id) {
			if (!/[\\/]src[\\/].*\.svelte$/.test(id)) return;
			for (const [, icon] of code.matchAll(/import (\w+) from '@lucide\/svelte\/icons\//g)) {
				if (new RegExp(`<${icon}\\s+[^\\s/]`).test(code)) {
					this.error(`<${icon}> is fixed markup: a label goes beside it, a style around it.`);
				}
			}
		}
	};
}
