import type { Endpoint } from './endpoint';

/** The servers that can be asked, and the one that is chosen. */
export class EndpointList {
	all: readonly Endpoint[] = $state.raw([]);
	#chosenId = $state('');
	/** Whether a person chose the endpoint here: a link alone must not make the page ask a server. */
	#chosenByHand = $state(false);

	chosen: Endpoint = $derived(
		this.all.find(({ id }) => id === this.#chosenId) ?? (this.all[0] as Endpoint)
	);

	/** Whether the page may ask the chosen one for what its forms need without being told to. */
	mayFetchMetadata: boolean = $derived(this.chosen.kind === 'mock-up' || this.#chosenByHand);

	constructor(endpoints: readonly [Endpoint, ...Endpoint[]]) {
		this.all = endpoints;
		this.#chosenId = endpoints[0].id;
	}

	/** Chooses an endpoint, adding one that is not there yet. */
	choose(endpoint: Endpoint) {
		if (!this.has(endpoint.id)) this.put(endpoint);
		this.#chosenId = endpoint.id;
		this.#chosenByHand = true;
	}

	/** Chooses what a link names; nothing changes where that is chosen already, or not there. */
	chooseLinked(id: string) {
		if (!this.has(id) || id === this.chosen.id) return;
		this.#chosenId = id;
		this.#chosenByHand = false;
	}

	/** Adds an endpoint, or replaces the one of the same `id`. */
	put(endpoint: Endpoint) {
		const at = this.all.findIndex(({ id }) => id === endpoint.id);
		this.all = at < 0 ? [...this.all, endpoint] : this.all.with(at, endpoint);
	}

	/** Takes an endpoint out; one that is chosen must give way to another first. */
	remove(endpoint: Endpoint) {
		this.all = this.all.filter(({ id }) => id !== endpoint.id);
	}

	has = (id: string): boolean => this.all.some((endpoint) => endpoint.id === id);
}
