// Service Discovery, https://wiki.open311.org/Service_Discovery/: where a server's endpoints are.
import type { Exchange } from '../http/exchange';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import { isGeoReport2 } from '../georeport/specification';
import type { Discovery, DiscoveredEndpoint, Format } from '../georeport/types';
import { endpointUrl, parentOf } from './address';

/** How discovery asks: the page's one sender, or a stand-in. */
export type SendBeside = (
	draft: Draft,
	request: HttpRequest,
	signal: AbortSignal
) => Promise<Exchange>;

/** An endpoint of a discovery document. */
export interface FoundEndpoint extends DiscoveredEndpoint {
	/** The base URL, ending in a slash; null if the document's own cannot be used. */
	baseUrl: string | null;
	/** Whether `specification` names GeoReport v2 or the draft of v2.1. */
	isGeoReport: boolean;
}

/** What a search for a discovery document came to. */
export type Discovered =
	| {
			kind: 'found';
			documentUrl: string;
			/** What `discovery.xml` is relative to. */
			discoveryUrl: string;
			contact: string | null;
			key_service: string | null;
			/** GeoReport v2 first, else in the document's order; never empty. */
			endpoints: FoundEndpoint[];
	  }
	/** `words`: what was tried and why it failed. */
	| { kind: 'none'; words: string };

const FORMATS: readonly Format[] = ['xml', 'json'];

/**
 * Looks for a base URL's discovery document: `discovery.xml`, then `.json`, then both one level up,
 * where Toronto and others keep it. Never throws; a server that cannot be asked is asked only once.
 */
export async function discover(
	url: string,
	send: SendBeside,
	signal: AbortSignal = new AbortController().signal
): Promise<Discovered> {
	const tried: string[] = [];
	for (const discoveryUrl of [url, parentOf(url)]) {
		if (discoveryUrl === null) continue;
		for (const format of FORMATS) {
			const draft: Draft = { method: 'discovery', format, values: {} };
			const request = toHttpRequest(draft, { url: discoveryUrl, discoveryUrl });
			const { outcome } = await send(draft, request, signal);
			if (outcome.kind === 'failure') {
				// Only CORS differs from one address of a server to the next.
				if (outcome.reason !== 'cors') return { kind: 'none', words: outcome.message };
				tried.push(`${request.url}: ${outcome.message}`);
				continue;
			}
			const { status, reading } = outcome.response;
			const { parsed } = reading;
			const isGood = status >= 200 && status < 300;
			if (isGood && parsed.kind === 'discovery' && parsed.discovery.endpoints.length > 0) {
				return { kind: 'found', ...found(parsed.discovery, request.url), discoveryUrl };
			}
			tried.push(`${request.url} ${whyNot(status, parsed)}.`);
		}
	}
	return { kind: 'none', words: `No discovery document was found. ${tried.join(' ')}` };
}

function whyNot(status: number, parsed: { kind: string }): string {
	if (status < 200 || status > 299) return `answered ${status}`;
	return parsed.kind === 'discovery' ? 'names no endpoint' : 'is no discovery document';
}

function found(discovery: Discovery, documentUrl: string) {
	const { contact, key_service } = discovery;
	const endpoints = discovery.endpoints
		.map((endpoint): FoundEndpoint => ({
			...endpoint,
			baseUrl: baseUrlOf(endpoint.url, documentUrl),
			isGeoReport: isGeoReport2(endpoint.specification)
		}))
		.toSorted((a, b) => Number(b.isGeoReport) - Number(a.isGeoReport));
	return { documentUrl, contact, key_service, endpoints };
}

function baseUrlOf(url: string | null, documentUrl: string): string | null {
	if (!url || !URL.canParse(url, documentUrl)) return null;
	const read = endpointUrl(new URL(url, documentUrl).href);
	return 'url' in read ? read.url : null;
}
