import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type axeCore from 'axe-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * What axe finds wrong with a page as it stands, in both themes; or with a frame of it. Its script is
 * injected, so the page's own policy must be bypassed.
 */
export async function violations(page: Page, frame: Frame = page.mainFrame()): Promise<string[]> {
	if (!(await frame.evaluate(() => 'axe' in window))) await frame.addScriptTag({ content: AXE });
	const found: string[] = [];
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const ofTheme = await frame.evaluate(async () => {
			const { axe } = window as unknown as { axe: typeof axeCore };
			// Another document in a frame is looked at by itself.
			const { violations } = await axe.run({
				iframes: false,
				// Of WCAG 2.2, and off unless asked for.
				rules: { 'target-size': { enabled: true } }
			});
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
		});
		found.push(...ofTheme.map((words) => `${colorScheme}: ${words}`));
	}
	return found;
}
