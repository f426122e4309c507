import type { Endpoint } from './endpoint';
import type { Exchange } from '../http/exchange';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import type { Service, ServiceDefinition } from '../georeport/types';

/** Something an endpoint is asked for behind the scenes. */
export type Loaded<T> =
	| { state: 'idle' | 'loading' }
	| { state: 'ready'; value: T }
	/** `words`: what failed, why and what to do. */
	| { state: 'failed'; words: string };

type Send = (draft: Draft, request: HttpRequest, signal: AbortSignal) => Promise<Exchange>;

/** A list is that of an address and a jurisdiction: if either changes, it is asked for anew. */
const keyOf = ({ url, jurisdiction }: Endpoint) => `${url} ${jurisdiction}`;

const IDLE = { state: 'idle' } as const;

/** What was asked for under each key. A few entries, so one change is a change of all. */
class Kept<T> {
	#all: Readonly<Record<string, Loaded<T>>> = $state.raw({});

	get = (key: string): Loaded<T> => this.#all[key] ?? IDLE;

	set(key: string, loaded: Loaded<T>) {
		this.#all = { ...this.#all, [key]: loaded };
	}
}

/**
 * The service list and the service definitions of the endpoints, each fetched once and kept while
 * the page is open. Reading never fetches: `load…` does.
 */
export class Catalogue {
	readonly #send: Send;
	readonly #services = new Kept<Service[]>();
	readonly #definitions = new Kept<ServiceDefinition>();

	constructor(send: Send) {
		this.#send = send;
	}

	/** What is known of an endpoint's service list. */
	services(endpoint: Endpoint): Loaded<Service[]> {
		return this.#services.get(keyOf(endpoint));
	}

	/** What is known of a service's definition. */
	definition(endpoint: Endpoint, service_code: string): Loaded<ServiceDefinition> {
		return this.#definitions.get(`${keyOf(endpoint)} ${service_code}`);
	}

	/** Takes over the service list of an endpoint from who has it already. */
	keepServices(endpoint: Endpoint, value: Service[]) {
		this.#services.set(keyOf(endpoint), { state: 'ready', value });
	}

	/** Asks for the service list (XML, "GET Service List"); again only after a failure. */
	async loadServices(endpoint: Endpoint) {
		await this.#load(
			this.#services,
			keyOf(endpoint),
			endpoint,
			{ method: 'services', format: 'xml', values: {} },
			(exchange) =>
				exchange.outcome.kind === 'response' &&
				exchange.outcome.response.reading.parsed.kind === 'services'
					? exchange.outcome.response.reading.parsed.services
					: null
		);
	}

	/** Asks for one service's definition (XML, "GET Service Definition"); again only after a failure. */
	async loadDefinition(endpoint: Endpoint, service_code: string) {
		const draft: Draft = { method: 'definition', format: 'xml', values: { service_code } };
		await this.#load(
			this.#definitions,
			`${keyOf(endpoint)} ${service_code}`,
			endpoint,
			draft,
			(exchange) =>
				exchange.outcome.kind === 'response' &&
				exchange.outcome.response.reading.parsed.kind === 'definition'
					? exchange.outcome.response.reading.parsed.definition
					: null
		);
	}

	async #load<T>(
		kept: Kept<T>,
		key: string,
		endpoint: Endpoint,
		draft: Draft,
		read: (exchange: Exchange) => T | null
	) {
		const { state } = kept.get(key);
		if (state === 'loading' || state === 'ready') return;
		kept.set(key, { state: 'loading' });
		const { jurisdiction } = endpoint;
		const asked = jurisdiction
			? { ...draft, values: { ...draft.values, jurisdiction_id: jurisdiction } }
			: draft;
		const request = toHttpRequest(asked, endpoint);
		const exchange = await this.#send(asked, request, new AbortController().signal);
		const value = read(exchange);
		kept.set(
			key,
			value === null ? { state: 'failed', words: failureOf(exchange) } : { state: 'ready', value }
		);
	}
}

function failureOf({ request, outcome }: Exchange): string {
	if (outcome.kind === 'failure') return outcome.message;
	const { status, reading } = outcome.response;
	const { parsed } = reading;
	const reason =
		parsed.kind === 'errors' ? parsed.errors.map(({ description }) => description).join(' ') : '';
	return `${request.url.split('?')[0]} answered ${status}${reason ? `: ${reason}` : ', and not with what was asked for.'}`;
}
