// From the SVG map to MapLibre, and back where the browser takes WebGL away.
import type { Page } from '@playwright/test';
import { bringMapLibre, canvasOf } from './map-parts';
import { expect, openPlayground, test } from './playground';

const REQUESTS = '#requests.xml?jurisdiction_id=toronto.ca';
const stage = (page: Page) => page.locator('[data-part=map]');
const chosenOption = (page: Page) =>
	page.getByRole('listbox', { name: 'Service requests' }).getByRole('option', { selected: true });

test(
	'the SVG map gives way to MapLibre at the first touch, in place',
	{ tag: '@webgl' },
	async ({ page }) => {
		const { errors } = await openPlayground(
			page,
			`${REQUESTS}&lat=43.67&long=-79.38&radius=9000&~selected=101000000023&~map=13/43.67/-79.38`
		);
		const svg = stage(page).locator('.svg-map');
		await expect(svg.locator('path.marker').first()).toBeVisible();
		const loaded = () =>
			page.evaluate(() =>
				performance
					.getEntriesByType('resource')
					.map(({ name }) => name)
					.filter((name) => name.includes('maplibre'))
			);
		expect(await loaded()).toEqual([]);
		await expect(stage(page).locator('canvas')).toHaveCount(0);

		const pin = page.getByRole('button', { name: /^Pin of the request/ });
		const placeOfPin = async () => (await pin.boundingBox()) ?? { x: 0, y: 0 };
		const before = await placeOfPin();
		const box = await stage(page).boundingBox();
		const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
		await page.mouse.move(x + 50, y + 50);
		await page.mouse.down();
		await page.mouse.move(x + 110, y + 50, { steps: 4 });
		// A hand is on it, so it stays until that lets go.
		await expect(canvasOf(page)).toBeAttached();
		await page.mouse.move(x + 130, y + 50, { steps: 4 });
		await expect(svg).toBeVisible();
		/** How far the pin is from where the hand has brought it, in pixels. */
		const astray = async () => {
			const { x, y } = await placeOfPin();
			return Math.max(Math.abs(x - before.x - 80), Math.abs(y - before.y));
		};
		await expect.poll(astray).toBeLessThan(1);
		await page.mouse.up();
		await expect(canvasOf(page)).toBeVisible();
		await expect(svg).toHaveCount(0);
		await expect(canvasOf(page)).toBeFocused();
		expect(await loaded()).not.toEqual([]);

		// The link has five digits of a degree, which are less than a pixel.
		await expect.poll(astray).toBeLessThan(1);
		// 80 pixels at zoom 13 are 80 / (512 · 2¹³) of the 360 degrees.
		const long = (-79.38 - (80 * 360) / (512 * 2 ** 13)).toFixed(5);
		await expect(page).toHaveURL(new RegExp(`~map=13/43\\.67/${long}`));
		await expect(chosenOption(page)).toContainText('101000000023');
		expect(errors).toEqual([]);
	}
);

test('501 places bring MapLibre at once', { tag: '@webgl' }, async ({ page }) => {
	const row = (at: number) =>
		`<request><service_request_id>${at}</service_request_id><lat>43.65</lat><long>-79.38</long></request>`;
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({
			contentType: 'text/xml',
			body: `<service_requests>${Array.from({ length: 501 }, (_, at) => row(at)).join('')}</service_requests>`
		})
	);
	await page.goto(`${REQUESTS}&~endpoint=local`);
	await expect(stage(page).locator('.surface')).toBeVisible();
	await page.getByRole('button', { name: 'Send request' }).click();
	await expect(canvasOf(page)).toBeVisible();
	await expect(stage(page).locator('.svg-map')).toHaveCount(0);
});

test(
	'where the browser takes WebGL away, the same map is drawn as SVG',
	{ tag: '@webgl' },
	async ({ page }) => {
		const { errors } = await openPlayground(
			page,
			`${REQUESTS}&~selected=101000000023&~map=13/43.65/-79.38`
		);
		await bringMapLibre(page);
		const canvas = canvasOf(page);
		await canvas.evaluate((element: HTMLCanvasElement) =>
			element.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
		);
		await expect(stage(page)).toContainText(
			'The browser stopped drawing with WebGL, so the map is drawn as SVG.'
		);
		await expect(canvas).toHaveCount(0);
		await expect(stage(page).locator('svg path.marker').first()).toBeVisible();
		await expect(chosenOption(page)).toContainText('101000000023');
		await expect(page).toHaveURL(/~map=13\/43\.65\/-79\.38/);
		expect(errors.filter((words) => !/context/i.test(words))).toEqual([]);
	}
);
