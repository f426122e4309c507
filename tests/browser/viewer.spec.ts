// The views of an answer, and the selection that they share.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerText, chosenLines } from './answer-text';
import { expect, openPlayground, test } from './playground';
import { showNav } from './shell';
import { LISTED } from '../listed';
import { expectStatus } from './status';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const chosenRow = (page: Page) => page.getByRole('row', { selected: true });
const chosenOption = (page: Page) =>
	page.getByRole('listbox', { name: /^Service requests/ }).getByRole('option', { selected: true });
/** The line of what is chosen by itself. */
const pointed = (page: Page) =>
	answerText(page)
		.locator('[data-line]', { has: page.locator('.pointed, .cm-pointed') })
		.first();
const left = (page: Page) => page.locator('[data-part=compare-left]');
const right = (page: Page) => page.locator('[data-part=compare-right]');
const chosenItem = (page: Page) => page.getByRole('treeitem', { selected: true });

test('table, list, text and tree share one selection, with the keyboard only', async ({ page }) => {
	const { errors } = await openPlayground(page, '.');
	await tab(page, 'Table').click();
	await page.getByRole('grid').focus();
	await page.keyboard.press('End');
	await expect(page.getByRole('row')).toHaveCount(97);
	const id = (await chosenRow(page).getByRole('rowheader').innerText()).trim();
	expect(id).toMatch(/^101000000\d{3}$/);
	await expect(chosenRow(page)).toBeInViewport();
	await expect(chosenOption(page)).toContainText(id);
	await expect(chosenOption(page)).toBeInViewport();
	// The focus does not move.
	await expect(page.getByRole('grid')).toBeFocused();

	await tab(page, 'Tree').click();
	await expect(chosenItem(page)).toBeInViewport();
	await page.getByRole('tree').focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(chosenItem(page)).toContainText(id);
	await expect(
		page.getByText(`/service_requests/request[${LISTED}]/service_request_id`)
	).toBeVisible();

	await tab(page, 'Pretty').click();
	await expect(pointed(page)).toContainText(id);
	await expect(pointed(page)).toBeInViewport();
	await page.getByRole('listbox', { name: /^Service requests/ }).focus();
	await page.keyboard.press('Home');
	await expect(chosenLines(page).first()).toBeInViewport();
	await tab(page, 'Table').click();
	await expect(chosenRow(page)).toHaveAttribute('aria-rowindex', '2');
	expect(errors).toEqual([]);
});

test('the tree is filtered by path, and an invalid filter gets a message', async ({ page }) => {
	await openPlayground(page);
	await tab(page, 'Tree').click();
	const path = page.getByRole('textbox', { name: 'XPath' });
	await path.fill('/service_requests/request[2]/status');
	await expect(page.getByText(/^1 found\./)).toBeVisible();
	await path.press('Enter');
	await expect(chosenItem(page)).toContainText('status');
	await expect(chosenOption(page)).toHaveAttribute('aria-posinset', '2');
	await path.fill('//request[');
	await expect(page.getByText(/^Not understood at character 11:/)).toBeVisible();
	await expect(path).toHaveAttribute('aria-invalid', 'true');
});

test('the table sorts by column and back, and can be saved as CSV and GeoJSON', async ({
	page
}) => {
	await openPlayground(page, '.');
	await tab(page, 'Table').click();
	const first = page.getByRole('row').nth(1).getByRole('rowheader');
	const original = (await first.innerText()).trim();
	const sort = page.getByRole('button', { name: 'service_request_id', exact: true });
	await sort.click();
	await expect(page.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'ascending');
	await expect(first).toHaveText('101000000001');
	await sort.click();
	await sort.click();
	await expect(first).toHaveText(original);

	const saved = async (button: string) => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: button, exact: true }).click()
		]);
		return readFileSync(await download.path(), 'utf8');
	};
	const lines = (await saved('Save as CSV')).split('\r\n');
	expect(lines).toHaveLength(LISTED + 2);
	expect(lines[0]).toMatch(/^\uFEFFservice_request_id,status,/);
	expect(lines[1]).toContain(`${original},`);
	const { type, features } = JSON.parse(await saved('Save as GeoJSON')) as {
		type: string;
		features: { geometry: { coordinates: number[] } | null }[];
	};
	expect(type).toBe('FeatureCollection');
	expect(features).toHaveLength(LISTED);
	expect(features.filter(({ geometry }) => geometry === null)).toHaveLength(1);
});

test('a record selected by a link is in view in every tab', async ({ page }) => {
	const { errors } = await openPlayground(
		page,
		'#requests.xml?jurisdiction_id=toronto.ca&~tab=table&~selected=101000000023'
	);
	await expect(chosenRow(page)).toContainText('101000000023');
	// A cell, because the row is wider than the view.
	await expect(chosenRow(page).getByRole('rowheader')).toBeInViewport({ ratio: 0.9 });
	// A line, because the unfolded row may be higher than the list.
	await expect(chosenOption(page).getByText('101000000023')).toBeInViewport({ ratio: 0.9 });
	await tab(page, 'Tree').click();
	// The first field distinguishes it from its neighbours of the same name.
	await expect(chosenItem(page)).toContainText('101000000023');
	await expect(chosenItem(page)).toBeInViewport({ ratio: 0.9 });
	for (const name of ['Pretty', 'Raw']) {
		await tab(page, name).click();
		await expect(chosenLines(page).first()).toBeInViewport();
	}
	// It takes the room of two answers.
	await page.setViewportSize({ width: 1440, height: 1400 });
	await tab(page, 'Compare').click();
	await expect(left(page).locator('.row.chosen').first()).toBeInViewport();
	expect(errors).toEqual([]);
});

test('a line of a million characters is shown, and a message says what is left out', async ({
	page
}) => {
	const thrown: string[] = [];
	page.on('pageerror', ({ message }) => thrown.push(message));
	const body = JSON.stringify([{ service_request_id: '1', description: 'x'.repeat(1_100_000) }]);
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ contentType: 'application/json; charset=utf-8', body })
	);
	await page.goto('#requests.json?jurisdiction_id=toronto.ca&~endpoint=local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^200 OK, 1 service request/);
	await expect(
		page.getByText('A line of this text is very long, so that lines are not wrapped.')
	).toBeVisible();
	await expect(answerText(page).locator('.cm-name').first()).toHaveText('"service_request_id"');
	await tab(page, 'Table').click();
	await expect(page.getByRole('gridcell', { name: /^x{200}…$/ })).toBeVisible();
	await tab(page, 'Raw').click();
	await expect(answerText(page)).toContainText('[{"service_request_id":"1"');
	expect(thrown).toEqual([]);
});

test('a small answer is text of the page; who searches or folds gets the editor at the same place', async ({
	page
}) => {
	const { errors } = await openPlayground(page, '.');
	const sent = await page.evaluate(async () => {
		const answer = await fetch('open311test/ws/requests.xml?jurisdiction_id=toronto.ca');
		return answer.text();
	});
	// The lines come one part after the other.
	await expect(answerText(page)).toContainText('</service_requests>');
	await answerText(page).focus();
	await page.keyboard.press('Control+a');
	const copied = await answerText(page).evaluate((box) => {
		const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true });
		box.dispatchEvent(event);
		return event.clipboardData?.getData('text/plain');
	});
	// The answer is indented as it is sent.
	expect(`${copied}\n`).toBe(sent);
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => answerText(page).evaluate((box) => box.scrollTop)).toBeGreaterThan(0);

	await page.getByRole('listbox', { name: /^Service requests/ }).focus();
	await page.keyboard.press('End');
	await expect(chosenLines(page).first()).toBeInViewport();
	const first = await chosenLines(page).first().getAttribute('data-line');
	await answerText(page).focus();
	await page.keyboard.press('Control+f');
	await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
	// Words alone are searched for: nothing stops a regular expression that takes for ever.
	await expect(page.getByRole('checkbox', { name: 'match case' })).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'regexp' })).toBeHidden();
	await expect(chosenLines(page).first()).toHaveAttribute('data-line', first ?? '');
	await expect(chosenLines(page).first()).toBeInViewport();

	await tab(page, 'Tree').click();
	await page.getByRole('tree').press('Home');
	await tab(page, 'Pretty').click();
	await answerText(page).locator('[data-line="3"] .fold').click();
	await expect(page.locator('.cm-line').nth(2)).toHaveText('  <request>…</request>');
	expect(errors).toEqual([]);
});

test('what cannot be seen, or turns the direction of writing, is marked in every view', async ({
	page
}) => {
	const description = 'pay\u202Etxt.exe\u200B';
	const body = JSON.stringify([{ service_request_id: '1', description }]);
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ contentType: 'application/json; charset=utf-8', body })
	);
	await page.goto('#requests.json?jurisdiction_id=toronto.ca&~endpoint=local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^200 OK, 1 service request/);
	for (const [view, cell] of [
		['Table', page.getByRole('gridcell', { name: /txt\.exe/ })],
		['Tree', page.getByRole('treeitem', { name: /txt\.exe/ }).last()]
	] as const) {
		await tab(page, view).click();
		await expect(cell.getByTitle('U+202E RIGHT-TO-LEFT OVERRIDE')).toBeVisible();
		await expect(cell.getByTitle('U+200B ZERO WIDTH SPACE')).toBeVisible();
		// Copied is what came, in the order in which it came.
		expect(await cell.evaluate((element) => element.textContent)).toContain(description);
		const copied = await cell.evaluate((element) => {
			getSelection()?.selectAllChildren(element);
			return getSelection()?.toString();
		});
		expect(copied).toContain(description);
		// The override ends with its mark: what comes after stands after.
		const places = await cell.evaluate((element) => {
			const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			const left: Record<string, number> = {};
			for (let text = texts.nextNode(); text; text = texts.nextNode()) {
				const range = document.createRange();
				range.selectNodeContents(text);
				left[text.nodeValue ?? ''] = range.getBoundingClientRect().left;
			}
			return left;
		});
		expect(places['pay']).toBeLessThan(places['txt.exe'] ?? 0);
	}
	// As text too, drawn in the page and in the editor.
	await tab(page, 'Raw').click();
	const line = answerText(page).locator('[data-line="1"]');
	for (const opened of [false, true]) {
		if (opened) await answerText(page).press('Control+f');
		await expect(line.locator('xpath=self::*[contains(@class, "cm-line")]')).toHaveCount(
			opened ? 1 : 0
		);
		const mark = line.getByTitle('U+202E RIGHT-TO-LEFT OVERRIDE');
		await expect(mark).toBeVisible();
		await expect(line.getByTitle('U+200B ZERO WIDTH SPACE')).toBeVisible();
		await expect(mark).toHaveAttribute('data-code', 'U+202E');
		const shown = mark.evaluate((element) => getComputedStyle(element, '::before').content);
		expect(await shown).not.toBe('none');
		expect(await line.textContent()).toBe(body);
	}
});

test('a long search and a long comparison go on in stretches, and show what they found', async ({
	page
}) => {
	const count = 12_000;
	const xml = '<request><status>open</status></request>'.repeat(count);
	const bodies = {
		xml: `<service_requests>${xml}</service_requests>`,
		json: `[${Array(count).fill('{"status":"open"}').join()}]`
	};
	await page.route('http://127.0.0.1:3110/**', (route) => {
		const format = route.request().url().includes('.xml') ? 'xml' : 'json';
		const contentType = `${format === 'xml' ? 'text' : 'application'}/${format}; charset=utf-8`;
		return route.fulfill({ contentType, body: bodies[format] });
	});
	await page.goto('#requests?jurisdiction_id=toronto.ca&~endpoint=local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^200 OK, 12,000 service requests/);
	// Read by a worker that is there for the check: in place of one that fails the page would stand still.
	expect(page.workers().some((worker) => worker.url().includes('reader-worker'))).toBe(true);
	await tab(page, 'Tree').click();
	await page.getByLabel('XPath').fill("//request[status='open']");
	await expect(page.getByText('12000 found.')).toBeVisible();
	await expect(page.getByRole('tree')).toContainText('service_requests 12000');
	await tab(page, 'Compare').click();
	await page.getByRole('button', { name: 'Ask for JSON too' }).click();
	await expect(page.getByRole('button', { name: /^1 / })).toBeVisible();
	await expect(page.getByText('Comparing…')).toBeHidden();
	await expect(right(page)).toContainText('"status": "open"');
});

test('deviations from the specification are listed, and marked in the text', async ({ page }) => {
	const playground = await openPlayground(page, '.');
	await expect(page.getByRole('button', { name: /v2$/ })).toBeVisible();
	await page.getByRole('radio', { name: 'JSON' }).click();
	await playground.send(/^200/);
	await page.getByRole('button', { name: /4 known deviations/ }).click();
	await page.getByRole('button', { name: 'Show next: number-for-text address_id' }).click();
	await expect(pointed(page)).toContainText('"address_id"');
	await expect(answerText(page).locator('.note.known-deviation').first()).toBeVisible();
	expect(playground.errors).toEqual([]);
});

test('the same answer in both formats, row by row, with the differences in words', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 1400 });
	const playground = await openPlayground(page);
	await tab(page, 'Compare').click();
	await expect(left(page)).toContainText('<service_requests>');
	await expect(right(page)).toContainText('"service_requests": [');
	const ids = page.getByRole('button', { name: /^\d Ids are numbers in this JSON/ });
	await expect(ids).toContainText('service_request_id');
	await ids.click();
	// The same row on both sides.
	await expect(left(page).locator('.row.current')).toContainText('<service_request_id>');
	await expect(right(page).locator('.row.current')).toContainText('"service_request_id": 1');
	// A comparison takes the room of the map and its list; they come back with another view.
	await expect(chosenOption(page)).toHaveCount(0);
	await tab(page, 'Pretty').click();
	await expect(chosenOption(page)).toHaveAttribute('aria-posinset', '1');
	await tab(page, 'Compare').click();

	// Chosen on one side, it is chosen on the other.
	await right(page).locator('.row', { hasText: '"status": "open"' }).first().click();
	await expect(left(page).locator('.row.chosen')).toContainText('<status>open</status>');
	await expect(right(page).locator('.row.chosen')).toContainText('"status": "open"');

	await page.getByRole('radio', { name: 'Toronto | standard' }).check();
	await expect(page.getByRole('button', { name: /^\d The fields come in another/ })).toBeVisible();
	await expect(
		page.getByRole('button', { name: /^\d The values differ.*service_name/ })
	).toBeVisible();

	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await playground.send(/^400/);
	await expect(page.getByText(/^A report is not sent twice/)).toBeVisible();
	expect(playground.errors).toEqual([]);
});

test('with a thousand records the list renders those near its view, and End reaches the last', async ({
	page
}) => {
	const { FIRST_ID, answerOf } = await import('../bench/answers');
	const body = await answerOf('xml', 1_000);
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ contentType: 'text/xml; charset=utf-8', body })
	);
	await page.goto('#requests.xml?jurisdiction_id=toronto.ca&~endpoint=local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^200 OK, 1,000 service requests/);
	// Parsed and checked outside the page.
	await expect(page.getByRole('button', { name: /v2$/ })).toBeVisible();
	const list = page.getByRole('listbox', { name: /^Service requests/ });
	await expect(list.getByRole('option').first()).toContainText(FIRST_ID);
	expect(await list.getByRole('option').count()).toBeLessThan(100);
	// Nothing is rendered again while nothing changes: the list comes to rest.
	const redrawn = () =>
		list.evaluate(
			(element) =>
				new Promise<number>((resolve) => {
					let count = 0;
					const observer = new MutationObserver((changes) => (count += changes.length));
					observer.observe(element, { childList: true, subtree: true, attributes: true });
					setTimeout(() => {
						observer.disconnect();
						resolve(count);
					}, 500);
				})
		);
	await expect.poll(redrawn).toBe(0);
	await list.focus();
	await page.keyboard.press('End');
	await expect(chosenOption(page)).toHaveAttribute('aria-posinset', '1000');
	await expect(chosenOption(page)).toBeInViewport();
	expect(await list.getByRole('option').count()).toBeLessThan(100);
});

test('two answers are compared by their data, whatever their format', async ({ page }) => {
	const playground = await openPlayground(page);
	const sent = page.locator('[data-part=answer] .sent');
	const open = page.getByRole('checkbox', { name: 'open', exact: true });
	await open.check();
	await playground.send(/^200 OK/);
	await expect(sent).toContainText('status=open');
	await page.getByRole('radio', { name: 'JSON', exact: true }).check();
	await playground.send(/^200 OK/);
	await expect(sent).toContainText('.json');
	await open.uncheck();
	await page.getByRole('checkbox', { name: 'closed', exact: true }).check();
	await playground.send(/^200 OK/);
	await expect(sent).toContainText('status=closed');
	await showNav(page, 'History');
	const entries = page.getByRole('region', { name: 'History', exact: true });
	const boxes = entries.getByRole('listitem').getByRole('checkbox');
	await expect(boxes).toHaveCount(3);
	await boxes.nth(1).check();
	await boxes.nth(2).check();
	await entries.getByRole('button', { name: 'Compare the two' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText(/^The two say the same/)).toBeVisible();
	await dialog.getByLabel('How they are written').check();
	await expect(dialog.locator('.cm-content').first()).toContainText('<service_requests>');
	await dialog.getByRole('button', { name: 'Close' }).click();
	await boxes.nth(2).uncheck();
	await boxes.nth(0).check();
	await entries.getByRole('button', { name: 'Compare the two' }).click();
	await expect(dialog.locator('.cm-content').first()).toContainText('status: open');
	await expect(dialog.locator('.cm-content').last()).toContainText('status: closed');
});

test('answers with a very long line are compared at once', async ({ page }) => {
	let sent = 0;
	await page.route('http://127.0.0.1:3110/**', (route) => {
		sent++;
		const description = `${'a b'.repeat(100_000)}${sent}${'c d'.repeat(100_000)}`;
		const body = JSON.stringify([{ service_request_id: String(sent), description }]);
		return route.fulfill({ contentType: 'application/json; charset=utf-8', body });
	});
	await page.goto('#requests.json?jurisdiction_id=toronto.ca&~endpoint=local');
	await showNav(page, 'History');
	const entries = page.getByRole('region', { name: 'History', exact: true });
	const boxes = entries.getByRole('listitem').getByRole('checkbox');
	for (const count of [1, 2]) {
		await page.getByRole('button', { name: 'Send request' }).click();
		await expect(boxes).toHaveCount(count);
		await boxes.first().check();
	}
	await entries.getByRole('button', { name: 'Compare the two' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText(/^A line is very long/).first()).toBeVisible();
	await expect(dialog.locator('.cm-changedText').first()).toHaveText('1');
});
