import { endpointOf, type Endpoint } from '../explorer/endpoint';
import { endpointUrl, hostOf, namesDiscovery, parentOf, warningOf } from './address';
import { discover, type Discovered, type FoundEndpoint, type SendDiscovery } from './discover';

/** The form for an endpoint: the typed texts, and what follows from them. */
export class EndpointForm {
	/** The endpoint to edit; null for a new one. */
	readonly edited: Endpoint | null;
	readonly #known: readonly Endpoint[];
	#reading: AbortController | null = $state.raw(null);

	url = $state('');
	name = $state('');
	jurisdiction = $state('');
	apiKey = $state('');
	/** Whether known deviations of Toronto are accepted in its answers. */
	speaksToronto = $state(false);
	/** The result of reading the server's discovery document; null until then. */
	discovered: Discovered | null = $state.raw(null);

	#read = $derived(endpointUrl(this.url));

	/** The base URL in the typed address; null while it has none. */
	baseUrl: string | null = $derived('url' in this.#read ? this.#read.url : null);

	/** Why the form cannot be saved, and what to do; empty if it can. */
	problem: string = $derived('problem' in this.#read ? this.#read.problem : this.#clash());

	/** What browsers will block at this address; empty for nothing known. */
	warning: string = $derived(this.baseUrl ? warningOf(this.baseUrl) : '');

	/** The name of the endpoint if none is typed. */
	defaultName: string = $derived.by(() => {
		if (this.edited?.kind === 'local') return this.edited.name;
		return this.baseUrl ? hostOf(this.baseUrl) : '';
	});

	/** Whether the discovery document is being read. */
	reading: boolean = $derived(this.#reading !== null);

	/** The endpoint in the discovery document with the typed address; null if there is none. */
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
		this.speaksToronto = edited.rules === 'toronto';
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
	 * Reads the discovery document of the typed address. If the address was that of the document, its
	 * first GeoReport v2 endpoint replaces it; any other address stays.
	 */
	async readDiscovery(send: SendDiscovery) {
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

	/** Stops reading the discovery document. */
	stopReading() {
		this.#reading?.abort();
		this.#reading = null;
	}

	/** Fills in the address of an endpoint in the discovery document. */
	choose({ baseUrl }: FoundEndpoint) {
		if (baseUrl) this.url = baseUrl;
	}

	/** Returns the endpoint to save; null if there is a problem. */
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
			apiKey: this.apiKey.trim(),
			...this.#rules()
		};
	}

	/** Returns the rules that a person chose; nothing if nobody did, so that the answers decide. */
	#rules(): Pick<Endpoint, 'rules'> {
		if (this.speaksToronto) return { rules: 'toronto' };
		return this.edited?.rules === 'standard' ? { rules: 'standard' } : {};
	}

	/**
	 * Returns the base of the discovery document if it was found; otherwise the base it had before,
	 * relative to the base URL.
	 */
	#discoveryUrlOf(url: string): string {
		const { edited, discovered } = this;
		if (discovered?.kind === 'found' && this.chosen) return discovered.discoveryUrl;
		if (edited?.url === url) return edited.discoveryUrl;
		const wasAbove = edited !== null && edited.discoveryUrl === parentOf(edited.url);
		return (wasAbove ? parentOf(url) : null) ?? url;
	}
}
