// The reference as a page without JavaScript.
import { expect, isolatedTest, openPlayground, playgroundOf, test } from './playground';
import { forEachStep } from './steps';

const METHODS = [
	'Service Discovery',
	'GET Service List',
	'GET Service Definition',
	'POST Service Request',
	'GET request_id from a token',
	'GET Service Requests',
	'GET Service Request'
];

isolatedTest.describe('without JavaScript', () => {
	isolatedTest.use({ javaScriptEnabled: false });

	isolatedTest(
		'the page says where the reference is, and the reference leads back',
		async ({ page, baseURL }) => {
			await page.goto('.');
			await page.locator('noscript').getByRole('link', { name: 'reference' }).click();
			await expect(page).toHaveURL(`${baseURL}reference.html`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reference');
			await page.getByRole('link', { name: 'Toronto Open311 Playground' }).click();
			await expect(page).toHaveURL(`${baseURL}`);
		}
	);

	isolatedTest('it is styled, reads in order and breaks no policy', async ({ page, baseURL }) => {
		const { errors, foreign } = playgroundOf(page, baseURL ?? '');
		const loaded: string[] = [];
		page.on('response', (response) => loaded.push(`${response.status()} ${response.url()}`));
		await page.goto('reference.html');
		await expect(page.getByRole('heading', { level: 2 })).toHaveText([
			'Every call',
			...METHODS,
			'What is checked',
			'The client check'
		]);
		await expect(page.getByText('The seven calls of Open311 GeoReport v2')).toBeVisible();
		await expect(page.locator('body')).toHaveCSS('font-family', /^"IBM Plex Sans"/);
		expect(loaded.filter((line) => !line.startsWith('200 '))).toEqual([]);
		expect(loaded.some((line) => line.endsWith('.woff2'))).toBe(true);
		expect(loaded.filter((line) => /\.js\b/.test(line))).toEqual([]);
		expect(errors).toEqual([]);
		expect(foreign).toEqual([]);
	});

	isolatedTest('every method, argument, field and error has an address', async ({ page }) => {
		for (const [id, words] of [
			['requests', 'GET Service Requests'],
			['requests.start_date', 'At most 90 days before end_date.'],
			['requests.answer.status', 'open or closed'],
			['definition.answer.attributes.values.key', 'What is sent.'],
			['submit.description', 'at most 4,000 characters'],
			['submit.403', 'api_key is not valid']
		]) {
			await page.goto(`reference.html#${id}`);
			const target = page.locator(':target');
			await expect(target).toContainText(words ?? '');
			await expect(target).toBeInViewport();
		}
	});

	isolatedTest('nothing is wider than a phone', async ({ page }) => {
		for (const width of [320, 390, 768]) {
			await page.setViewportSize({ width, height: 844 });
			await page.goto('reference.html');
			const [overflow = 0] = await page
				.locator('html')
				.evaluateAll(([html]) => [(html?.scrollWidth ?? 0) - (html?.clientWidth ?? 0)]);
			expect(overflow, `${width}`).toBe(0);
		}
	});

	isolatedTest('on paper there is no list of links, and no light on dark', async ({ page }) => {
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await page.goto('reference.html#requests');
		await expect(page.getByRole('navigation')).toBeHidden();
		await expect(page.locator('html')).toHaveCSS('color', 'rgb(23, 33, 31)');
	});
});

test.describe('against injection', () => {
	test.use({ permitted: /./ });

	test('its policy blocks scripts and requests', async ({ page, baseURL }) => {
		const { errors } = playgroundOf(page, baseURL ?? '');
		await page.goto('reference.html');
		const policies = await page
			.locator('meta[http-equiv="Content-Security-Policy"]')
			.evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
		expect(policies).toContain(
			"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
		);
		expect(errors).toEqual([]);
		await page.evaluate(() => {
			const script = document.createElement('script');
			try {
				script.textContent = 'window.ran = true';
			} catch {
				// Trusted Types refuse it before the policy does.
			}
			document.body.append(script);
		});
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
		const fetched = page.evaluate(() => fetch('openapi.json').then(() => 'fetched'));
		await expect(fetched).rejects.toThrow(/Failed to fetch/);
		await expect.poll(() => errors.join()).toContain('Content Security Policy');
	});
});

test('an example of each method runs and gets the documented status', async ({ page, baseURL }) => {
	const { errors, status, strayRequests } = playgroundOf(page, baseURL ?? '');
	await forEachStep(METHODS, String, async (method) => {
		// Through the reference, so that every link opens the page again.
		await page.goto('reference.html');
		const section = page
			.locator('section')
			.filter({ has: page.getByRole('heading', { level: 2, name: method, exact: true }) });
		const example = section.locator('.examples li').first();
		const link = example.locator('h4 a');
		const title = (await link.textContent())?.trim() ?? '';
		const documented = Number.parseInt(await example.locator('.status').innerText(), 10);
		const isReport = (await example.locator('.wire').innerText()).startsWith('POST');
		await link.click();
		await expect(page.getByRole('heading', { name: title, level: 3 })).toBeVisible();
		if (isReport) {
			await expect(status).toHaveText('Ready');
			await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).click();
		}
		await expect(status).toHaveText(new RegExp(`^${documented} `));
		await expect(page.getByRole('button', { name: /checks? pass(es)?$/ })).toBeVisible();
	});
	expect(errors).toEqual([]);
	expect(await strayRequests()).toEqual([]);
});

isolatedTest('it can be read without a network', async ({ page, context }) => {
	await openPlayground(page);
	// The page itself is kept last.
	await expect
		.poll(() =>
			page.evaluate(async () => Boolean(await caches.match(new URL('./', location.href))))
		)
		.toBe(true);
	await context.setOffline(true);
	await page.goto('reference.html#requests.status');
	await expect(page.locator(':target')).toContainText('status');
	await expect(page.locator('body')).toHaveCSS('font-family', /^"IBM Plex Sans"/);
});
