import { expect, test } from '@playwright/test';

const firstLines = (error: unknown) =>
	(error instanceof Error ? error.message : String(error)).split('\n').slice(0, 12).join('\n');

/**
 * One step for each item, on the same page. Every item is tried whatever came of the others; the test
 * then fails with the name of each step that failed and what it said.
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
