// The main journey in WebKit, the engine of Safari, as far as WebKitGTK represents it.
import { expect, test } from '@playwright/test';
import type { OptionalBrowser } from './optional-browsers';
import { whyMissing } from './skip';
import { startStaticServer } from './static-server';
import { startWebKit, type WebDriver } from './webdriver';
import { LISTED } from '../listed';

const missing = whyMissing('WEBKIT');
test.skip(missing !== null, missing ?? 'is there');

const found = () => JSON.parse(process.env.PLAYGROUND_WEBKIT ?? '{}') as OptionalBrowser;

const STATUS = `return document.querySelector('[role=status]')?.textContent ?? ''`;

/** Waits for the status line to match, and returns it. */
const status = (browser: WebDriver, pattern: string) =>
	browser.until<string>(
		`a status like ${pattern}`,
		`${STATUS.replace('return', 'const status =')}; return new RegExp(arguments[0]).test(status) && status`,
		pattern
	);

/** Clicks the first visible button or option whose name contains the words. */
const click = (browser: WebDriver, words: string) =>
	browser.until<boolean>(
		`something to click: ${words}`,
		`const all = [...document.querySelectorAll('button, [role=option], label')];
		const wanted = all.find((each) => (each.ariaLabel ?? each.textContent).includes(arguments[0]) && each.checkVisibility());
		wanted?.click(); return Boolean(wanted)`,
		words
	);

const text = (browser: WebDriver, words: string) =>
	browser.until<boolean>(
		`text in the viewer: ${words}`,
		`return (document.querySelector('[aria-label="Text of the answer"]')?.textContent ?? '').includes(arguments[0])`,
		words
	);

async function openCase(browser: WebDriver, title: string) {
	await click(browser, ' test cases');
	await click(browser, `Open: ${title}`);
}

test('the main journey in WebKit', async () => {
	const path = found();
	if (!('path' in path)) throw new Error(path.missing);
	const server = await startStaticServer();
	const browser = await startWebKit(path.path);
	try {
		test.info().annotations.push({ type: 'browser', description: browser.name });
		await browser.goTo(server.url);
		// In the first moments the worker may not be active yet, and the page answers instead.
		const BY = 'answered by the (?:service worker|page)$';
		await status(browser, `^200 OK, ${LISTED} service requests, ${BY}`);
		await openCase(browser, 'Report a pothole by address');
		await click(browser, 'Send report');
		await status(browser, `^200 OK, 1 service request, ${BY}`);
		await text(browser, '<token>91000001</token>');
		await openCase(browser, 'The last 90 days');
		await status(browser, `^200 OK, ${LISTED + 1} service requests, ${BY}`);
		await click(browser, 'JSON');
		await click(browser, 'Send');
		await text(browser, '"service_requests": [');
		await click(browser, '101000000021');
		await text(browser, '1 KING ST, YORK, Central United Church');
		await browser.until(
			'the chosen request, unfolded in the list',
			`return Boolean(document.querySelector('[role=option][aria-selected=true] dd'))`
		);
		await browser.reload();
		await status(
			browser,
			`^200 OK, ${LISTED + 1} service requests, answered by the service worker`
		);
		expect(server.hits.filter(({ path }) => /open311test|georeport/.test(path))).toEqual([]);
	} finally {
		await browser.close();
		await server.close();
	}
});
