import { endpointOf, type Endpoint } from '../explorer/endpoint';
import { endpointUrl, hostOf, namesDiscovery, parentOf, warningOf } from './address';
import { discover, type Discovered, type FoundEndpoint, type SendBeside } from './discover';

/** An endpoint while a person writes it down: texts as typed, and what they come to. */
export class EndpointForm {
	/** The endpoint being changed; null for a new one. */
	readonly edited: Endpoint | null;
	readonly #known: readonly Endpoint[];
	#reading: AbortController | null = $state.raw(null);

	url = $state('');
	name = $state('');
	jurisdiction = $state('');
	apiKey = $state('');
	/** What the server's discovery document says; null until it has been asked for. */
	discovered: Discovered | null = $state.raw(null);

	#read = $derived(endpointUrl(this.url));

	/** The base URL that the typed address stands for; null while it stands for none. */
	baseUrl: string | null = $derived('url' in this.#read ? this.#read.url : null);

	/** Why this cannot be saved, and what to do; empty if it can. */
	problem: string = $derived('problem' in this.#read ? this.#read.problem : this.#clash());

	/** What will be in the way of requests; empty if nothing is known to be. */
	warning: string = $derived(this.baseUrl ? warningOf(this.baseUrl) : '');

	/** What the endpoint is called if no name is typed. */
	defaultName: string = $derived.by(() => {
		if (this.edited?.kind === 'local') return this.edited.name;
		return this.baseUrl ? hostOf(this.baseUrl) : '';
	});

	/** Whether the discovery document is awaited. */
	reading: boolean = $derived(this.#reading !== null);

	/** The endpoint of the discovery document that the address stands for, if it is one of them. */
	chosen: FoundEndpoint | null = $derived(
		this.discovered?.kind === 'found' && this.baseUrl
			? (this.discovered.endpoints.find(({ baseUrl }) => baseUrl === this.baseUrl) ?? null)
			: null
	);

	constructor(edited: Endpoint | null, known: readonly Endpoint[]) {
		this.edited = edited;
		this.#known = known.filter(({ id }) => id !== edited?.id);
		if (!edited) return;
		this.url = edited.url;
		this.name = edited.name;
		this.jurisdiction = edited.jurisdiction;
		this.apiKey = edited.apiKey;
	}

	#clash(): string {
		const url = this.baseUrl ?? '';
		const same = this.#known.find((endpoint) => endpoint.url === url);
		if (same) return `This address is in the list already, as “${same.name}”. Choose it there.`;
		const ours = this.#known.filter(({ kind }) => kind === 'mock-up');
		return endpointOf(url, ours)
			? 'This address belongs to the mock-up inside this page. Choose the mock-up in the list.'
			: '';
	}

	/**
	 * Asks for the discovery document of the typed address. When the address was the document's own,
	 * the first GeoReport v2 endpoint in it takes its place; any other typed address stays.
	 */
	async readDiscovery(send: SendBeside) {
		const { baseUrl } = this;
		if (baseUrl === null) return;
		const typedDocument = namesDiscovery(this.url);
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.discovered = null;
		const discovered = await discover(baseUrl, send, reading.signal);
		if (this.#reading !== reading) return;
		this.#reading = null;
		this.discovered = discovered;
		if (discovered.kind !== 'found' || !typedDocument || this.baseUrl !== baseUrl) return;
		const first = discovered.endpoints.find((found) => found.isGeoReport && found.baseUrl);
		if (first) this.choose(first);
	}

	/** Gives up the discovery document that is awaited. */
	stopReading() {
		this.#reading?.abort();
		this.#reading = null;
	}

	/** Takes the address of an endpoint that the discovery document names. */
	choose({ baseUrl }: FoundEndpoint) {
		if (baseUrl) this.url = baseUrl;
	}

	/** The endpoint as it will be kept; null while there is a problem. */
	toEndpoint(): Endpoint | null {
		const url = this.baseUrl;
		if (url === null || this.problem) return null;
		const { edited } = this;
		const isLocal = edited?.kind === 'local';
		return {
			id: isLocal ? edited.id : url,
			kind: isLocal ? edited.kind : 'added',
			dialect: isLocal ? edited.dialect : null,
			name: this.name.trim() || this.defaultName,
			url,
			discoveryUrl: this.#discoveryUrlOf(url),
			jurisdiction: this.jurisdiction.trim(),
			apiKey: this.apiKey.trim()
		};
	}

	/** Where the document was found; else as far from the base URL as it was before. */
	#discoveryUrlOf(url: string): string {
		const { edited, discovered } = this;
		if (discovered?.kind === 'found' && this.chosen) return discovered.discoveryUrl;
		if (edited?.url === url) return edited.discoveryUrl;
		const wasAbove = edited !== null && edited.discoveryUrl === parentOf(edited.url);
		return (wasAbove ? parentOf(url) : null) ?? url;
	}
}
