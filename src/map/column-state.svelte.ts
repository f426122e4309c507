import type { ExchangeView, ShownRequest } from '../explorer/exchange-view.svelte.ts';
import type { Explorer } from '../explorer/explorer.svelte.ts';
import type { MapContent } from '../explorer/map-content.ts';
import { RecordFilter } from './record-filter.svelte.ts';

const NONE = new RecordFilter([]);

/** What the map and the list beside it show, so that both show the same. */
export class ColumnState {
	readonly #explorer: Explorer;
	/** Each answer has a filter of its own, which it still has when it is shown again. */
	readonly #filters = new WeakMap<ExchangeView, RecordFilter>();

	/** What is shown, and of which exchange. */
	content: MapContent = $derived.by(() => this.#explorer.mapContent);

	/** The exchange whose service requests are on the map; null for none. */
	view: ExchangeView | null = $derived.by(() =>
		this.content.kind === 'places' || this.content.kind === 'earlier' ? this.content.view : null
	);

	/** The same where it is the exchange on the page, whose service requests can be chosen. */
	chosen: ExchangeView | null = $derived.by(() =>
		this.content.kind === 'places' ? this.content.view : null
	);

	/** Whose answer it is, where it is not that to the request on the page; else null. */
	from: string | null = $derived.by(() => {
		if (this.content.kind === 'earlier') return this.content.from;
		const isOld = this.content.kind !== 'nothing' && this.#explorer.looksStale;
		return isOld ? 'From the answer before' : null;
	});

	/** What the legend shows and takes out. */
	filter: RecordFilter = $derived.by(() => (this.view ? this.#filterOf(this.view) : NONE));

	/** The service requests that are shown: those of the answer that the legend has not taken out. */
	requests: readonly ShownRequest[] = $derived.by(() => this.filter.shown);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Whether a place is being chosen on the map. */
	get choosingPlace(): boolean {
		return this.#explorer.choosingPlace;
	}

	#filterOf(view: ExchangeView): RecordFilter {
		const known = this.#filters.get(view);
		if (known) return known;
		const filter = new RecordFilter(view.requests);
		this.#filters.set(view, filter);
		return filter;
	}
}
