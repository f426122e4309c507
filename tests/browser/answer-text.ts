import type { Locator, Page } from '@playwright/test';

/** A page, a frame or a part of one. */
type View = Pick<Page, 'getByLabel'>;

/** The box with the text of the answer, drawn in the page or in the editor. */
export const answerText = (view: View): Locator => view.getByLabel('Text of the answer');

/** The lines of the answer that are chosen, in either. */
export const chosenLines = (view: View): Locator => answerText(view).locator('.chosen, .cm-chosen');

/** Resolves to the whole text of the answer; null if none is shown. Not for a text the editor scrolls. */
export async function wholeText(view: View): Promise<string | null> {
	const box = answerText(view);
	if ((await box.count()) === 0) return null;
	const lines = await box.locator('.cm-line').allTextContents();
	return lines.length > 0 ? lines.join('\n') : box.textContent();
}
