// All that the bench knows of our page's markup: roles, names and `data-part`.
import type { Page } from '@playwright/test';
import type { Sight } from './watch-page.ts';

/** Where the text of an answer is shown. */
export const ANSWER = '[data-part="body"], #response';

const MAP = '[data-part="map"], #map .stage';

/** The button that sends; its name says what it will send, and whether again. */
export const SEND: Sight = ['Send ', 'button'];

/** What is seen only while an answer is awaited; also what was made with the page and stands in for it. */
export const SENDING: readonly Sight[] = [
	['', '[data-built="answer"] [data-part="body"]'],
	['Sending', '[role="status"]'],
	['Stop', 'button'],
	['Cancel', 'button']
];

/** The link that opens GET Service Requests of `npm run mock` on this computer, and sends nothing. */
export const localRequest = (format: 'xml' | 'json') =>
	`#requests.${format}?jurisdiction_id=toronto.ca&~endpoint=local`;

const sendButton = (page: Page) =>
	page
		.getByRole('button', { name: /^Send (?:request|report|again|anyway)/ })
		.filter({ visible: true })
		.first();

/** Waits until the page can send. */
export const ready = (page: Page): Promise<void> => sendButton(page).waitFor();

/** Sends the request that the page was opened with. */
export const clickSend = (page: Page): Promise<void> => sendButton(page).click();

/** Waits until the page says that an answer with status 200 has come. */
export const awaitAnswer = (page: Page, timeout: number): Promise<void> =>
	page
		.getByRole('status')
		.or(page.locator('[data-part="status"]'))
		.filter({ hasText: /\b200 OK/ })
		.first()
		.waitFor({ state: 'attached', timeout });

/** The middle of the map, and what it is drawn with; null where there is no map. */
export async function mapIn(page: Page) {
	const map = page.locator(MAP).first();
	const box = await map.boundingBox();
	const isCanvas = (await map.locator('canvas').count()) > 0;
	return (
		box && {
			x: box.x + box.width / 2,
			y: box.y + box.height / 2,
			surface: isCanvas ? 'WebGL' : 'SVG'
		}
	);
}
