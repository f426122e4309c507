import { expect, test } from '@playwright/test';

const firstLines = (error: unknown) =>
	(error instanceof Error ? error.message : String(error)).split('\n').slice(0, 12).join('\n');

/**
 * Runs one step for each item, on the same page. Runs all of them even if some fail; the test then
 * fails with the names of the failed steps and their errors.
 */
export async function forEachStep<Item>(
	items: readonly Item[],
	nameOf: (item: Item) => string,
	body: (item: Item) => Promise<void>
): Promise<void> {
	const failed: string[] = [];
	for (const item of items) {
		const name = nameOf(item);
		await test
			.step(name, () => body(item))
			.catch((error: unknown) => failed.push(`${name}: ${firstLines(error)}`));
	}
	expect(failed, 'steps that failed').toEqual([]);
}
