import type { MethodName } from '../georeport/methods';
import { shareable } from '../georeport/privacy';
import { valuesOf, type Draft } from '../georeport/request';
import { recall, remember } from '../ui/local-storage';
import { withValue } from './draft-edits';
import type { Endpoint } from './endpoint';

/** A draft as it was left, and the server it was made for. */
interface KeptDraft {
	draft: Draft;
	jurisdiction: string;
	/** The id of the endpoint. */
	endpoint: string;
}

type Kept = Partial<Record<MethodName, KeptDraft>>;

/** What keeps drafts from one visit to the next. */
export interface DraftStore {
	load: () => Kept;
	save: (kept: Kept) => void;
}

const isKept = (value: unknown): value is Kept =>
	typeof value === 'object' &&
	value !== null &&
	Object.values(value).every(
		(each: unknown) =>
			typeof each === 'object' &&
			each !== null &&
			'draft' in each &&
			typeof each.draft === 'object' &&
			'jurisdiction' in each
	);

/** Keeps drafts in this browser, where it allows that. */
export const browserDrafts: DraftStore = {
	load: () => recall('drafts', isKept, {}),
	save: (kept) => remember('drafts', kept)
};

/** Keeps drafts for this visit alone. */
export const visitDrafts: DraftStore = { load: () => ({}), save: () => {} };

/**
 * The draft that each method was left with. In this visit they are whole; from one visit to the next
 * they go without the reporter's name, e-mail and phone, and without keys.
 */
export class KeptDrafts {
	readonly #store: DraftStore;
	#kept: Kept | null = null;

	constructor(store: DraftStore) {
		this.#store = store;
	}

	#all(): Kept {
		return (this.#kept ??= this.#store.load());
	}

	/**
	 * Returns the draft of a method as a server takes it; null for none. A key stays behind where the
	 * draft was made for another server.
	 */
	get(method: MethodName, { id, jurisdiction }: Endpoint): Draft | null {
		const kept = this.#all()[method];
		if (!kept) return null;
		const draft = kept.endpoint === id ? kept.draft : shareable(kept.draft, true).draft;
		const [own] = valuesOf(draft.values, 'jurisdiction_id');
		return own !== undefined && own === kept.jurisdiction && own !== jurisdiction
			? withValue(draft, 'jurisdiction_id', jurisdiction || [])
			: draft;
	}

	/** Keeps a draft in the place of the one its method had. */
	keep(draft: Draft, { id, jurisdiction }: Endpoint) {
		const kept: KeptDraft = { draft, jurisdiction, endpoint: id };
		this.#kept = { ...this.#all(), [draft.method]: kept };
		const stored = Object.entries(this.#kept).map(([method, kept]) => [
			method,
			{ ...kept, draft: shareable(kept.draft).draft }
		]);
		this.#store.save(Object.fromEntries(stored) as Kept);
	}
}
