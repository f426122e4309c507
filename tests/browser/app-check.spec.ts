// Check my app: a client is watched by the server that serves the page.
import type { Page } from '@playwright/test';
import { startServer } from '../../mocks/hosts/server';
import { violations } from './axe';
import { expect, isolatedTest, test } from './playground';
import { chooseItem } from './shell';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Check my app' });
const calls = (page: Page) => page.getByRole('region', { name: 'Calls of your app' });
const verdict = (page: Page, check: string) =>
	page
		.getByRole('region', { name: 'Verdicts of this scene' })
		.getByRole('listitem')
		.filter({ has: page.getByRole('link', { name: check, exact: true }) });

isolatedTest(
	'a scene is played from the panel, by keyboard, and graded as it goes',
	async ({ page }) => {
		const server = await startServer({ site: process.env.PLAYGROUND_DIST ?? 'dist' });
		try {
			await page.goto(`${server.url}playground/`);
			await chooseItem(page, 'Use it', 'Check my app');
			const name = panel(page).getByRole('textbox', { name: 'Name of the run' });
			await name.fill('my-phone');
			await name.press('Enter');
			const root = `${server.url}check/my-phone/`;
			await expect(panel(page).getByText(`${root}open311test/ws/`, { exact: true })).toBeVisible();
			await expect(panel(page).getByText('Phones cannot reach this address.')).toBeVisible();
			await expect(page.getByRole('heading', { name: /^Calls 0, live$/ })).toBeVisible();

			const scene = panel(page).getByRole('combobox', { name: 'Scene' });
			await scene.focus();
			await page.keyboard.type('17');
			await expect(
				panel(page).getByText('Your app shows a request whose id nobody has')
			).toBeVisible();
			await panel(page).getByRole('button', { name: 'Start', exact: true }).focus();
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { name: '3. A request is not there' })).toBeFocused();

			const own = `${root}open311test/ws/requests`;
			await fetch(`${own}/101999999999.xml`);
			await expect(calls(page).getByRole('button')).toHaveCount(1);
			await expect(calls(page).getByRole('button')).toContainText('400');
			await expect(verdict(page, 'jurisdiction')).toContainText(
				'failed jurisdiction must Call 1 sent no jurisdiction_id.'
			);
			await fetch(`${own}/101999999999.xml?jurisdiction_id=toronto.ca`);
			await expect(calls(page).getByRole('button')).toHaveCount(2);
			await expect(calls(page).getByRole('button').last()).toContainText('404');
			expect(await violations(panel(page))).toEqual([]);

			await panel(page).getByRole('button', { name: 'End this scene' }).press('Enter');
			await expect(panel(page).getByText('This scene has ended.')).toBeVisible();
			await panel(page).getByRole('button', { name: 'Print the report' }).press('Enter');
			const report = page.getByRole('main', { name: 'Report of the client check' });
			await expect(report).toContainText('This is not the City of Toronto’s approval');
			await expect(report.getByRole('heading', { level: 2 })).toHaveText(
				'A request is not there (toronto, xml): failed'
			);
			expect(await violations(report)).toEqual([]);
			await report.getByRole('button', { name: 'Back to Check my app' }).press('Enter');

			await expect(verdict(page, 'jurisdiction')).toContainText('failed');
			await calls(page).getByRole('button').last().press('Enter');
			await expect(panel(page)).toHaveCount(0);
			await expect(page.locator('#response')).toContainText('404 Not Found');
			await expect(
				page.getByRole('button', { name: 'Endpoint: Check my app: my-phone' })
			).toBeVisible();
		} finally {
			await server.close();
		}
	}
);

test('a link opens the panel, which says how to start a server where there is none', async ({
	page,
	baseURL
}) => {
	await page.goto('?check');
	await expect(panel(page).getByText('npm run mock -- --host 0.0.0.0')).toBeVisible();
	await expect(page).toHaveURL(new RegExp(`^${baseURL}(#.*)?$`));
	expect(await violations(panel(page))).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
});
