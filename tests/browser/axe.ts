import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type axeCore from 'axe-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules that look at colours; no other depends on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

type Theme = 'light' | 'dark';

const otherThan = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

const themeOf = (page: Page): Promise<Theme> =>
	page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));

/** A page, or a part of one that alone is looked at, the rest having been seen in another state. */
type Where = Page | Locator;

const pageOf = (where: Where): Page => ('page' in where ? where.page() : where);

/** Looks in a theme, with all rules or some; the theme stays on, for every change draws the page anew. */
async function look(where: Where, theme: Theme, rules?: string[]): Promise<string[]> {
	await pageOf(where).emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	const part = 'page' in where ? where : where.locator('html');
	const found = await part.evaluate(async (part, rules) => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const { violations } = await axe.run(part, {
			// Another document in a frame is looked at by itself.
			iframes: false,
			// For rules that are off.
			preload: false,
			resultTypes: ['violations'],
			...(rules
				? { runOnly: { type: 'rule' as const, values: rules } }
				: // Of WCAG 2.2, and off unless asked for.
					{ rules: { 'target-size': { enabled: true } } })
		});
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
	}, rules);
	return found.map((words) => `${theme}: ${words}`);
}

/** As a debugger does, which no policy of the page refuses. */
async function inject(page: Page) {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}\n;null`);
}

/**
 * What axe finds wrong with a page as it stands, or a part of it: all of it in the theme that is on,
 * and the colours of the other theme, which is on afterwards.
 */
export async function violations(where: Where): Promise<string[]> {
	await inject(pageOf(where));
	const theme = await themeOf(pageOf(where));
	return [...(await look(where, theme)), ...(await look(where, otherThan(theme), COLOURS))];
}

/** The same in the theme that is on: for a state whose every part is seen in both themes elsewhere. */
export async function violationsInOneTheme(where: Where): Promise<string[]> {
	await inject(pageOf(where));
	return look(where, await themeOf(pageOf(where)));
}
