import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { answerText } from './answer-text';
import { CASES } from '../../mocks/cases/index';
import { LISTED } from '../listed';
import { openCase } from './shell';
import { expectStatus } from './status';

/** How many open potholes there are before one is reported. */
export const POTHOLE_COUNT = 10;

/** Where the playground is shown: a tab, or a frame in another page. */
export type JourneyPlace = Page | FrameLocator;

/** What answers: the service worker or the page. */
export type Answerer = 'service worker' | 'page';

/** Returns the badge that says what answered. */
export const badge = (view: JourneyPlace) => view.getByRole('button', { name: /^Answered by: / });

/** Returns the button of the request bar; an answer to an earlier request has another. */
const sendButton = (view: JourneyPlace) =>
	view.locator('[data-part=bar]').getByRole('button', { name: 'Send' });

/** Clicks an element. */
export type Click = (locator: Locator) => Promise<void>;

/** Clicks with the pointer, like a user. */
const withPointer: Click = (locator) => locator.click();

/** Clicks by script: Firefox's WebDriver BiDi has no pointer in frames of another site. */
export const byScript: Click = (locator) =>
	locator.evaluate((element: HTMLElement) => element.click());

/** Waits for the answer to a first visit or to FEW, and checks what the badge says. */
export async function expectFirstAnswer(view: JourneyPlace, answeredBy: Answerer): Promise<void> {
	await expectStatus(
		view,
		new RegExp(`^200 OK, (?:5|${LISTED}) service requests, answered by the ${answeredBy}`)
	);
	await expect(badge(view)).toHaveAccessibleName(`Answered by: ${answeredBy}`);
}

/** Whether a test case is a report: anything else is sent as soon as it is opened. */
const isReport = (title: string) =>
	CASES.some((each) => each.title === title && each.draft.method === 'submit');

/** Opens a test case by its title, sends it if it is a report, and waits for the status line. */
export async function sendCase(
	view: JourneyPlace,
	title: string,
	begins: string,
	click = withPointer
): Promise<void> {
	await openCase(view, title);
	if (isReport(title)) await click(sendButton(view));
	await expectStatus(view, new RegExp(`^${begins}`));
}

/**
 * Checks that the page works where only what answers is in question: the first answer is shown, a
 * report is accepted, and it is listed.
 */
export async function shortJourney(
	view: JourneyPlace,
	answeredBy: Answerer,
	click = withPointer
): Promise<void> {
	await expectFirstAnswer(view, answeredBy);
	const by = `, answered by the ${answeredBy}`;
	await sendCase(view, 'Report a pothole by address', `200 OK, 1 service request${by}`, click);
	await expect(answerText(view)).toContainText('<token>91000001</token>');
	await sendCase(
		view,
		'Open potholes',
		`200 OK, ${POTHOLE_COUNT + 1} service requests${by}`,
		click
	);
}

/**
 * Checks what must work on every host: the short journey; the other format; and a request selected
 * in the list unfolds there and is selected in the text. Every answer is the mock-up's, and the
 * badge is right.
 */
export async function mainJourney(
	view: JourneyPlace,
	answeredBy: Answerer,
	click = withPointer
): Promise<void> {
	await shortJourney(view, answeredBy, click);
	const text = answerText(view);
	await click(view.getByLabel('JSON', { exact: true }));
	await click(sendButton(view));
	await expect(text).toContainText('"service_requests": [');
	await expect(text).toContainText('"service_request_id": 101000900001');
	await expect(badge(view)).toHaveAccessibleName(`Answered by: ${answeredBy}`);
	const row = view.getByRole('option').filter({ hasText: '101000000236' });
	await click(row);
	await expect(row).toHaveAttribute('aria-selected', 'true');
	await expect(text).toContainText('YORK MILLS RD & BAYVIEW AVE, , NORTH YORK');
	await expect(row.getByRole('definition').first()).toBeVisible();
}
