// What of the page is seen, and how large: measured in boxes, pixels and colours.
import type { Locator, Page } from '@playwright/test';

/** The width and height of the window, and what a page at this size is. */
export type Size = readonly [width: number, height: number];

/** Waits until the styles of now are painted, so that a change before is measured. */
export const painted = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<void>((done) => {
				requestAnimationFrame(() => requestAnimationFrame(() => done()));
			})
	);

/** Sets the window's size, and waits until the page is laid out for it. */
export async function resize(page: Page, [width, height]: Size): Promise<void> {
	await page.setViewportSize({ width, height });
	await painted(page);
}

/** The height of an element's box in CSS pixels, 0 if it has none. */
export const heightOf = async (locator: Locator) => (await locator.boundingBox())?.height ?? 0;

/** The width of an element's box in CSS pixels, 0 if it has none. */
export const widthOf = async (locator: Locator) => (await locator.boundingBox())?.width ?? 0;

/**
 * Of these elements, the boxes that lie whole inside the window and all that scrolls around them;
 * `upright` looks at their tops and bottoms alone, for lines that are scrolled sideways.
 */
export const seen = (locator: Locator, { upright = false } = {}) =>
	locator.evaluateAll((elements, upright) => {
		const lies = (box: DOMRect, around: DOMRect) =>
			box.top >= around.top - 1 &&
			box.bottom <= around.bottom + 1 &&
			(upright || (box.left >= around.left - 1 && box.right <= around.right + 1));
		const isSeen = (element: Element) => {
			const box = element.getBoundingClientRect();
			if (box.width < 2 || box.height < 2 || !element.checkVisibility()) return false;
			for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
				const { overflow } = getComputedStyle(at);
				if (overflow !== 'visible' && !lies(box, at.getBoundingClientRect())) return false;
			}
			return lies(box, new DOMRect(0, 0, innerWidth, innerHeight));
		};
		return elements.filter(isSeen).map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return { x, y, width, height };
		});
	}, upright);

/** How many fields of the form are seen; the radio buttons of one question are one. */
export const fieldsSeen = async (page: Page) => {
	const form = page.locator('[data-part=form]');
	const boxes = await seen(
		form.locator(
			'input:not([type=radio]), select, textarea, [role=radiogroup], [role=combobox]:not(input)'
		)
	);
	return boxes.length;
};

/** How many lines of text (20 px high) of a view of the answer are seen; a wrapped one counts as two. */
export const linesSeen = async (rows: Locator) =>
	(await seen(rows, { upright: true })).reduce(
		(lines, { height }) => lines + Math.round(height / 20),
		0
	);

/** How much wider than the window the page is, in CSS pixels; 0 where it does not scroll sideways. */
export const sideways = (page: Page) =>
	page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

/** How far apart the middles of an element's children are vertically, in CSS pixels; null for none. */
export const unevenness = (line: Locator) =>
	line.evaluate((element) => {
		const middles = [...element.children]
			.filter((child) => child.checkVisibility())
			.map((child) => child.getBoundingClientRect())
			.map(({ top, height }) => top + height / 2);
		return middles.length > 1 ? Math.max(...middles) - Math.min(...middles) : null;
	});

/** The texts that are smaller than 14 px, each with its size. */
const smallTexts = (page: Page) =>
	page.evaluate(() => {
		const found = new Set<string>();
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const { parentElement: around, nodeValue } = node;
			if (!around || !nodeValue?.trim() || !around.checkVisibility()) continue;
			const size = parseFloat(getComputedStyle(around).fontSize);
			const box = around.getBoundingClientRect();
			// What is only heard, and what is drawn as a picture, has no text size.
			if (box.width < 2 || box.height < 2 || around.closest('svg')) continue;
			if (size < 14) found.add(`${size} px: ${nodeValue.trim().slice(0, 40)}`);
		}
		return [...found];
	});

/** What can be pressed or filled in, and is smaller than this; links in a sentence may be. */
const smallTargets = (page: Page, least: number) =>
	page.evaluate((least) => {
		const found = new Set<string>();
		const targets =
			'a[href], button, input, select, textarea, summary, [role=option], [role=separator]';
		for (const element of document.querySelectorAll(targets)) {
			const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
			const isHeard = element.closest('.skip-link, .visually-hidden, .heard, [inert]') !== null;
			const isInText =
				getComputedStyle(element).display === 'inline' && element.closest('p, li, dd') !== null;
			// The marks between two texts have their like in the list below.
			const isMark = element.closest('[data-part^=compare]') !== null;
			if (!isShown || isHeard || isInText || isMark) continue;
			const around = element.matches('input') ? (element.closest('label') ?? element) : element;
			const { width, height } = around.getBoundingClientRect();
			if (width >= least && height >= least) continue;
			const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
			const size = [width, height].map((length) => Math.round(length * 10) / 10).join(' x ');
			found.add(`${element.tagName.toLowerCase()} “${name.slice(0, 30)}” ${size}`);
		}
		return [...found];
	}, least);

/** Spaces text as WCAG 2.2 allows readers to (1.4.12); returns what takes it back. */
async function spaceText(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
		);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
	await painted(page);
	return () =>
		page.evaluate(
			() => void (document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1))
		);
}

/** The elements whose text does not fit in their own box, or is cut by one around it that does not scroll. */
const cutTexts = (page: Page) =>
	page.evaluate(() => {
		const hasOwnText = (element: Element) =>
			[...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
		const isHeard = (element: Element) =>
			element.closest('svg, .visually-hidden, .heard, .skip-link, [hidden], .cm-announced') !==
			null;
		const found: string[] = [];
		for (const element of document.querySelectorAll('body *')) {
			// What is not drawn until it is scrolled to has no size of its own yet.
			const isDrawn = element.checkVisibility({ contentVisibilityAuto: true });
			if (!element.textContent?.trim() || isHeard(element) || !isDrawn) continue;
			const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
			if (display.startsWith('inline') && display !== 'inline-block' && display !== 'inline-flex')
				continue;
			const { clientHeight, scrollHeight, clientWidth, scrollWidth } = element;
			const words = `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}`;
			const scrolls = (overflow: string) => /auto|scroll/.test(overflow);
			const cuts = (overflow: string) => /hidden|clip/.test(overflow);
			if (clientHeight > 0 && !scrolls(overflowY) && scrollHeight > clientHeight + 1) {
				if (cuts(overflowY) || hasOwnText(element))
					found.push(`${words} (${scrollHeight} > ${clientHeight} px high)`);
			} else if (
				clientWidth > 0 &&
				cuts(overflowX) &&
				textOverflow !== 'ellipsis' &&
				scrollWidth > clientWidth + 1
			) {
				found.push(`${words} (${scrollWidth} > ${clientWidth} px wide)`);
			}
		}
		return found;
	});

/** What is wrong with a view: its letters, its targets (in CSS pixels at least), its width, and all that with spaced text. */
export async function viewProblems(page: Page, leastTarget: number): Promise<string[]> {
	await painted(page);
	const wide = async () => ((await sideways(page)) > 0 ? ['scrolls sideways'] : []);
	const plain = [
		...(await smallTexts(page)),
		...(await smallTargets(page, leastTarget)),
		...(await wide())
	];
	const takeBack = await spaceText(page);
	const spaced = [...(await cutTexts(page)), ...(await wide())];
	await takeBack();
	return [...plain, ...spaced.map((words) => `when spaced: ${words}`)];
}
