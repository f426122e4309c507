import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Where the playground is shown: a tab, or a frame of another page. */
export type JourneyPlace = Page | FrameLocator;

/** Who must have answered: the service worker or the page itself. */
export type Answerer = 'service worker' | 'page';

/** The badge of the page: who gave the answer that is shown. */
export const badge = (view: JourneyPlace) => view.getByText(/^answered by:/);

/** How something is clicked. */
export type Click = (locator: Locator) => Promise<void>;

/** As a person does, with a pointer. */
const withPointer: Click = (locator) => locator.click();

/** As a script does: Firefox's WebDriver BiDi has no pointer in frames of another site. */
export const byScript: Click = (locator) =>
	locator.evaluate((element: HTMLElement) => element.click());

/** Waits for the first answer, and for the badge to say who gave it. */
export async function expectFirstAnswer(view: JourneyPlace, answeredBy: Answerer): Promise<void> {
	await expect(view.getByRole('status')).toHaveText(
		`200 OK, 96 service requests, answered by the ${answeredBy}`
	);
	await expect(badge(view)).toHaveText(`answered by: ${answeredBy}`);
}

/** Opens a test case by its title, sends it and waits for the status line to begin so. */
export async function sendCase(
	view: JourneyPlace,
	title: string,
	begins: string,
	click = withPointer
): Promise<void> {
	await view.getByRole('searchbox', { name: 'Filter the test cases' }).fill(title);
	await click(view.getByRole('button', { name: title }).first());
	await click(view.getByRole('button', { name: 'Send' }).filter({ visible: true }));
	await expect(view.getByRole('status')).toHaveText(new RegExp(`^${begins}`));
}

/**
 * What must work under every host: the first answer is there; a report is taken, listed and shown
 * in the other format; a request chosen in the list unfolds there and is chosen in the text. Every
 * answer is the mock-up's and says truly who gave it.
 */
export async function mainJourney(
	view: JourneyPlace,
	answeredBy: Answerer,
	click = withPointer
): Promise<void> {
	await expectFirstAnswer(view, answeredBy);
	const by = `, answered by the ${answeredBy}$`;
	const text = view.locator('.cm-content');
	await sendCase(view, 'Report a pothole by address', `200 OK, 1 service request${by}`, click);
	await expect(text).toContainText('<token>91000001</token>');
	await sendCase(view, 'The last 90 days', `200 OK, 97 service requests${by}`, click);
	await click(view.getByLabel('JSON', { exact: true }));
	await click(view.getByRole('button', { name: 'Send' }).filter({ visible: true }));
	await expect(text).toContainText('"service_requests": [');
	await expect(text).toContainText('"service_request_id": 101000900001');
	await expect(badge(view)).toHaveText(`answered by: ${answeredBy}`);
	const row = view.getByRole('option').filter({ hasText: '101000000021' });
	await click(row);
	await expect(row).toHaveAttribute('aria-selected', 'true');
	await expect(text).toContainText('1 KING ST, YORK, Central United Church');
	await expect(row.getByRole('definition').first()).toBeVisible();
}
