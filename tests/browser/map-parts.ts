import { expect, type Page } from '@playwright/test';

/** What MapLibre draws on; hidden until it has taken the place of the SVG. */
export const canvasOf = (page: Page) => page.locator('canvas.maplibregl-canvas');

/** Puts a pointer on the map, which moves and chooses nothing, and waits until MapLibre draws it. */
export async function bringMapLibre(page: Page): Promise<void> {
	await page.locator('[data-part=map] .surface').dispatchEvent('pointerdown', { button: 1 });
	// Drawn in software, its first picture may take long on a busy machine.
	await expect(canvasOf(page)).toBeVisible({ timeout: 40_000 });
}

/** How many different colours a picture (PNG) has. */
export async function coloursIn(page: Page, picture: Buffer): Promise<number> {
	const blank = await page.context().newPage();
	const count = await blank.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
		canvas?.drawImage(bitmap, 0, 0);
		const pixels = canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer;
		return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
	}, picture.toString('base64'));
	await blank.close();
	return count;
}
