import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { PageState } from '../explorer/page-state';

/** How many entries of the browser's history keep their exchange in memory. */
const LIMIT = 50;

/** An entry of the browser's history as it is known in this tab until the page is reloaded. */
export interface VisitEntry {
	/** Ids of two loads of the page differ. */
	readonly id: string;
	page: PageState;
	view: ExchangeView | null;
	/** The page when the request on it was last the one that was sent. */
	answered: PageState;
}

/** The entries of the browser's history that this load of the page made: the last 50. */
export class Entries {
	readonly #byId = new Map<string, VisitEntry>();
	#count = 0;

	/** Adds an entry, and forgets the oldest where there are too many. */
	add(state: Omit<VisitEntry, 'id'>): VisitEntry {
		const id = `${Math.round(performance.timeOrigin)}-${(this.#count += 1)}`;
		const added = { id, ...state };
		this.#byId.set(id, added);
		const [oldest] = this.#byId.keys();
		if (this.#byId.size > LIMIT && oldest !== undefined) this.#byId.delete(oldest);
		return added;
	}

	/** The entry of an id; undefined for one of an earlier load, or one forgotten. */
	find(id: string): VisitEntry | undefined {
		return this.#byId.get(id);
	}
}
