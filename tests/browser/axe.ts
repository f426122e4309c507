import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type axeCore from 'axe-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules about colour, the only ones that depend on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

type Theme = 'light' | 'dark';

const otherThan = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

const themeOf = (page: Page): Promise<Theme> =>
	page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));

/** A page, or one part of it if the rest was checked in another state. */
type Where = Page | Locator;

const pageOf = (where: Where): Page => ('page' in where ? where.page() : where);

/**
 * Checks in a theme, with all rules or some. The theme stays on, because each change redraws the
 * page.
 */
async function check(where: Where, theme: Theme, rules?: string[]): Promise<string[]> {
	await pageOf(where).emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	const part = 'page' in where ? where : where.locator('html');
	const found = await part.evaluate(async (part, rules) => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const { violations } = await axe.run(part, {
			// The document in another frame is checked separately.
			iframes: false,
			// Needed by rules that are off.
			preload: false,
			resultTypes: ['violations'],
			...(rules
				? { runOnly: { type: 'rule' as const, values: rules } }
				: // From WCAG 2.2, and off by default.
					{ rules: { 'target-size': { enabled: true } } })
		});
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
	}, rules);
	return found.map((words) => `${theme}: ${words}`);
}

/** Injects axe as a debugger would, which the page's policy does not block. */
async function inject(page: Page) {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}\n;null`);
}

/**
 * Returns what axe finds in the current state of a page or of a part: all rules in the current
 * theme, then the colour rules in the other theme, which stays on.
 */
export async function violations(where: Where): Promise<string[]> {
	await inject(pageOf(where));
	const theme = await themeOf(pageOf(where));
	return [...(await check(where, theme)), ...(await check(where, otherThan(theme), COLOURS))];
}

/**
 * Like `violations`, but in the current theme only: for a state whose parts are all checked in both
 * themes elsewhere.
 */
export async function violationsInOneTheme(where: Where): Promise<string[]> {
	await inject(pageOf(where));
	return check(where, await themeOf(pageOf(where)));
}
