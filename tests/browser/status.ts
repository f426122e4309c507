// The status line: what was answered, by whom. What is announced stands behind it for two seconds.
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** How long an answer may take on a busy machine, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Waits for a status line, as `toHaveText` does. That looks ever more seldom, and an answer that comes
 * just after a look costs a second; this looks at every frame first.
 */
export async function expectStatus(
	view: Page | FrameLocator,
	expected: string | RegExp
): Promise<void> {
	const status = view.locator('[role=status]');
	await status
		.filter({ hasText: expected })
		.waitFor({ timeout: PATIENCE })
		.catch(() => undefined);
	await expect(status).toHaveText(expected);
}
