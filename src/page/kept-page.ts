// What the browser keeps with an entry of its history: also what no link carries, but no key.
import type { PageState } from '../explorer/page-state';
import type { Preferences } from '../georeport/preferences';
import { shareable } from '../georeport/privacy';

/**
 * The form of a kept page. Whoever changes PageState gives it the next number: a new version then
 * opens the link alone, and not what it might misread.
 */
const FORM = 2;

/** A page as it is kept. */
export interface KeptPage {
	form: typeof FORM;
	/** The entry it was kept with, unique among those of one load of the page. */
	id: string;
	page: PageState;
}

/** The form before: entries of it may still be in the history of a tab that gets a new version. */
interface FirstForm {
	form: 1;
	page: Omit<PageState, 'overrides'> & { bending: Preferences };
}

/** Returns a page as the browser may keep it: keys stay out, those in headers and bodies too. */
export function toKept(id: string, page: PageState): KeptPage {
	return { form: FORM, id, page: { ...page, draft: shareable(page.draft, true).draft } };
}

/** Reads what the browser kept; null for anything else. */
export function keptIn(value: unknown): KeptPage | null {
	if (typeof value !== 'object' || value === null || !('form' in value)) return null;
	if (value.form === FORM) return value as KeptPage;
	if (value.form !== 1) return null;
	const { bending, ...page } = (value as FirstForm).page;
	return { form: FORM, id: '', page: { ...page, overrides: bending } };
}
