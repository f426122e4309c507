// What the browser keeps with an entry of its history: also what no link carries, but no key.
import type { Explorer } from '../explorer/explorer.svelte';
import type { PageState } from '../explorer/page-state';
import type { Preferences } from '../georeport/preferences';
import { shareable } from '../georeport/privacy';
import { isOfCase } from '../link/permalink';

/**
 * The form of a kept page. Whoever changes PageState gives it the next number: a new version then
 * opens the link alone, and not what it might misread.
 */
const FORM = 2;

/** A page as it is kept. */
export interface KeptPage {
	form: typeof FORM;
	/** The entry it was kept with, unique among those of one load of the page; empty for none. */
	id: string;
	page: PageState;
}

/** The form before: entries of it may still be in the history of a tab that gets a new version. */
interface FirstForm {
	form: 1;
	page: Omit<PageState, 'overrides'> & { bending: Preferences };
}

/**
 * Removes the keys of the request from a page; returns the very same page where there are none. An
 * unchanged request of a test case has no key of anybody's.
 */
function withoutKeys(page: PageState, cases: Explorer['cases']): PageState {
	const testCase = cases.find(({ id }) => id === page.testCase);
	if (testCase && isOfCase(page.draft, testCase)) return page;
	const { draft, leftOut } = shareable(page.draft, true);
	return leftOut.length > 0 ? { ...page, draft } : page;
}

/** Returns a page as the browser may keep it: keys stay out, those in headers and bodies too. */
export function toKept(id: string, page: PageState, cases: Explorer['cases']): KeptPage {
	return { form: FORM, id, page: withoutKeys(page, cases) };
}

const hasForm = (value: unknown, form: number) =>
	typeof value === 'object' && value !== null && 'form' in value && value.form === form;

/** Whether the browser kept a page in the form of today; those of the first form can have keys. */
export const isCurrentForm = (value: unknown): value is KeptPage => hasForm(value, FORM);

/** Reads what the browser kept; null for anything else. */
export function keptIn(value: unknown): KeptPage | null {
	if (isCurrentForm(value)) return value;
	if (!hasForm(value, 1)) return null;
	const { bending, ...page } = (value as FirstForm).page;
	return { form: FORM, id: '', page: { ...page, overrides: bending } };
}
