// The request builder with the keyboard only, and its rules, checked while typing.
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { expect, openPlayground, test } from './playground';
import { endpointButton, ENDPOINTS, openFromGallery, panel, showNav } from './shell';
import { LISTED } from '../listed';
import { forEachStep } from './steps';
import { expectStatus } from './status';

const address = (page: Page) => page.getByRole('textbox', { name: 'Address', exact: true });

const send = (page: Page) => page.keyboard.press('Control+Enter');

/** Presses Tab until the element with this name has the focus; fails after a whole round. */
async function tabTo(page: Page, name: string | RegExp) {
	const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name;
	for (let presses = 0; presses < 400; presses++) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			let active = document.activeElement;
			while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
			if (!(active instanceof HTMLElement)) return '';
			const labels = active instanceof HTMLInputElement ? [...(active.labels ?? [])] : [];
			const select = active instanceof HTMLSelectElement ? [...active.labels] : [];
			const area = active instanceof HTMLTextAreaElement ? [...active.labels] : [];
			const label = [...labels, ...select, ...area].map((each) => each.textContent).join(' ');
			const name = active.getAttribute('aria-label') ?? (label || active.textContent) ?? '';
			return name.replace(/\s+/g, ' ').trim();
		});
		if (wanted.test(found)) return;
	}
	throw new Error(`No press of Tab came to ${wanted}.`);
}

/** Starts an empty form from the palette, and leaves the focus in the page. */
async function start(page: Page, method: string) {
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.type(method);
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(method);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** Each method: how it is reached and filled in with the keyboard, after the one before it. */
const METHODS: Record<string, (page: Page) => Promise<void>> = {
	'GET Service Requests': async (page) => {
		await start(page, 'GET Service Requests');
		await send(page);
		await expectStatus(page, new RegExp(`^200 OK, ${LISTED} service requests`));
	},
	'Service Discovery': async (page) => {
		await start(page, 'Service Discovery');
		await send(page);
		await expectStatus(page, /^200 OK, \d+ endpoints/);
	},
	'GET Service List, by Tab and Enter': async (page) => {
		await tabTo(page, 'GET Service List');
		await page.keyboard.press('Enter');
		await send(page);
		await expectStatus(page, /^200 OK, 6 services/);
	},
	'GET Service Definition': async (page) => {
		await start(page, 'GET Service Definition');
		await tabTo(page, /^service_code/);
		await page.keyboard.type('CSROWR-12');
		await send(page);
		await expectStatus(page, /^200 OK, \d+ attributes/);
	},
	'GET request_id from a token': async (page) => {
		await start(page, 'GET request_id from a token');
		await tabTo(page, /^token/);
		await page.keyboard.type('9000011');
		await page.keyboard.press('Enter');
		await expectStatus(page, /^200 OK, 1 service request/);
	},
	'GET Service Request': async (page) => {
		await start(page, 'GET Service Request');
		await tabTo(page, /^service_request_id/);
		await page.keyboard.type('101000000001');
		await page.keyboard.press('Enter');
		await expect(answerText(page)).toContainText(
			'<service_request_id>101000000001</service_request_id>'
		);
	},
	'POST Service Request, with the questions of the service': async (page) => {
		await start(page, 'POST Service Request');
		await tabTo(page, /^service_code/);
		await page.keyboard.press('Control+a');
		await page.keyboard.type('CSROWR-12');
		await tabTo(page, 'address');
		await page.keyboard.press('Enter');
		await page.keyboard.type('Dufferin St & College St');
		await send(page);
		await expectStatus(page, /^400 Bad Request, 2 errors/);
		await expect(page.getByRole('alert')).toBeFocused();
		for (const answer of ['Curb lane', 'Yes']) {
			await tabTo(page, answer);
			await page.keyboard.press('Space');
		}
		await send(page);
		await expectStatus(page, /^200 OK, 1 service request/);
	}
};

test('each method is filled in and sent with the keyboard only', async ({ page }) => {
	await openPlayground(page, '.');
	await forEachStep(
		Object.entries(METHODS),
		([name]) => name,
		([, run]) => run(page)
	);
});

test('a fresh report shows no error; once it is refused, a summary leads to the fields', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	const long = page.getByRole('textbox', { name: /^long/ });
	await page.getByRole('textbox', { name: /^lat/ }).fill('43.70');
	await long.focus();
	await expect(long).not.toHaveAttribute('aria-invalid');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await playground.send(/^400 Bad Request/);
	await expect(answerText(page)).toContainText('service_code was not provided');
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByRole('alert')).toHaveText(/^The report was refused/);
	await page.getByRole('link', { name: 'Add long: both are needed.' }).click();
	await expect(long).toBeFocused();
	await expect(long).toHaveAccessibleDescription('Add long: both are needed.');
	await expect(page.getByRole('textbox', { name: /^lat/ })).not.toHaveAttribute('aria-invalid');
	await long.fill('-79.40');
	await expect(page.getByRole('link', { name: /^Add long/ })).toHaveCount(0);
});

test('graffiti on private property has its own questions, and asks for the reporter', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await expect(page.getByRole('textbox', { name: /^first_name/ })).toBeHidden();
	await page.getByRole('combobox', { name: /^service_code/ }).click();
	await page.getByRole('option', { name: /^30102/ }).click();
	await expect(page.getByRole('textbox', { name: 'first_name required' })).toBeVisible();
	await expect(page.getByText('Is the graffiti offensive or hate-related?')).toBeVisible();
	await page.getByRole('textbox', { name: /^lat/ }).fill('43.652577773');
	await page.getByRole('textbox', { name: /^long/ }).fill('-79.432565424');
	await playground.send(/^400 Bad Request/);
	await expect(answerText(page)).toContainText('first_name is required');
});

test('the address can be typed, and the form follows', async ({ page }) => {
	const playground = await openPlayground(page);
	await address(page).fill(
		`${playground.root}georeport/v2/requests.json?service_code=CSROWR-12&status=closed`
	);
	await expect(endpointButton(page)).toHaveAccessibleName(`Endpoint: ${ENDPOINTS.standard}`);
	await expect(page.getByLabel('JSON')).toBeChecked();
	await address(page).press('Enter');
	await expect(playground.status).toHaveText(/^200 OK, \d+ service requests/);
	await address(page).fill('what is this');
	await expect(address(page)).toHaveAttribute('aria-invalid', 'true');
	await expect(address(page)).toHaveValue('what is this');
	await address(page).press('Escape');
	await expect(address(page)).toHaveValue(/requests\.json\?service_code=CSROWR-12/);
});

test('a curl command can be pasted, and options that are not understood are listed and kept', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const playground = await openPlayground(page);
	const paste = async (text: string) => {
		await page.evaluate((text) => navigator.clipboard.writeText(text), text);
		await address(page).focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Control+v');
	};
	await paste(
		`curl -X POST '${playground.root}open311test/ws/requests.xml' \\\n` +
			"  --data-urlencode 'jurisdiction_id=toronto.ca' -d service_code=SWLMALB-02 \\\n" +
			`  --data-urlencode 'address_string=Dufferin St & College St' --data-urlencode $'description=It\\'s deep\\nvery'`
	);
	await expect(page.getByRole('heading', { name: 'POST Service Request' })).toBeVisible();
	await expect(page.getByRole('textbox', { name: /^description/ })).toHaveValue("It's deep\nvery");
	await playground.send(/^200 OK, 1 service request/);
	await paste("curl 'http://unclosed");
	await expect(address(page)).toHaveAttribute('aria-invalid', 'true');
	await expect(address(page)).toHaveValue("curl 'http://unclosed");

	await paste('curl “https://311.example.org/v2/services.xml”');
	const bar = page.locator('[data-part=bar]');
	await expect(bar).toContainText('“ (U+201C), ” (U+201D)');
	await expect(page.getByRole('button', { name: /^Endpoint: .*xn--/ })).toHaveCount(0);
	await bar.getByRole('button', { name: 'Read as plain characters' }).click();
	await expect(address(page)).toBeFocused();
	await expect(address(page)).not.toHaveAttribute('aria-invalid');
	await expect(page.getByRole('button', { name: /^Endpoint: 311\.example\.org/ })).toBeVisible();
});

test('the chosen language is remembered, and its code has a URL that can be reached', async ({
	page
}) => {
	await openPlayground(page);
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	const code = page.getByRole('tabpanel', { name: 'Code' });
	await expect(code).toContainText('http://127.0.0.1:3110/open311test/ws/requests.xml');
	await expect(code).toContainText('npm run mock');
	await code.getByRole('combobox').first().selectOption({ label: 'Python: requests' });
	await expect(code).toContainText('import requests');
	await page.reload();
	await expect(code).toContainText('import requests');
});

test('the history keeps an answer over a reload, opens it again and erases it', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await openFromGallery(page, 'The six services');
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	const history = panel(page, 'History');
	await showNav(page, 'History');
	await expect(history.getByRole('listitem')).toHaveCount(1);
	await page.reload();
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await showNav(page, 'History');
	await expect(history.getByRole('listitem')).toHaveCount(1);
	await page.goto('#case/requests');
	await expect(playground.status).toHaveText(new RegExp(`^200 OK, ${LISTED} service requests`));
	await history.getByRole('button', { name: /^Open GET services\.xml/ }).click();
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await expect(address(page)).toHaveValue(/services\.xml/);
	expect(playground.errors).toEqual([]);
});
