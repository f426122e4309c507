import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { serviceKindOf, type ServiceKind } from '../explorer/service-kinds.ts';
import { sortsOf, legendStatus, type Sort, type Sorts, type StatusKey } from './legend-sorts.ts';

/** A sort of service requests, and whether the legend shows it. */
export interface LegendEntry extends Sort {
	shown: boolean;
}

const STATUSES: readonly StatusKey[] = ['open', 'closed'];

/** Which service requests of an answer map and list show. The request itself is never changed. */
export class RecordFilter {
	readonly #all: readonly ShownRequest[];
	readonly #sorts: Sorts;
	/** The keys of the sorts that were taken out. */
	#hidden: readonly string[] = $state.raw([]);

	/** The service requests that are shown, in their order. */
	shown: readonly ShownRequest[] = $derived.by(() =>
		this.#hidden.length === 0
			? this.#all
			: this.#all.filter(
					(one, at) => this.shows(this.#sorts.keys[at] ?? '') && this.shows(legendStatus(one))
				)
	);

	/** Open and closed, as far as the answer has them; open is what is not closed. */
	statuses: readonly { key: StatusKey; shown: boolean }[] = $derived.by(() =>
		STATUSES.filter((key) => this.#sorts.statuses[key] > 0).map((key) => ({
			key,
			shown: this.shows(key)
		}))
	);

	/** `requests` are all the service requests of an answer. */
	constructor(requests: readonly ShownRequest[]) {
		this.#all = requests;
		this.#sorts = sortsOf(requests);
	}

	/** How many service requests there are, shown or not. */
	get count(): number {
		return this.#all.length;
	}

	/** The sorts of one kind that the answer has, in the order of the legend. */
	entries(kind: ServiceKind): LegendEntry[] {
		return this.#sorts.services
			.filter(({ mark }) => serviceKindOf(mark) === kind)
			.map((sort) => ({ ...sort, shown: this.shows(sort.key) }));
	}

	/** Whether a sort or a status is shown. */
	shows = (key: string): boolean => !this.#hidden.includes(key);

	/** Shows a sort or a status, or takes it out. */
	toggle = (key: string) => {
		this.#hidden = this.shows(key)
			? [...this.#hidden, key]
			: this.#hidden.filter((hidden) => hidden !== key);
	};

	showAll = () => {
		this.#hidden = [];
	};
}
