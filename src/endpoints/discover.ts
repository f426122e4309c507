// Finds a server's endpoints by Service Discovery, https://wiki.open311.org/Service_Discovery/.
import { hasHostName } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import { parseUrl } from '../georeport/parse-url';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import { isGeoReport2 } from '../georeport/specification';
import type { Discovery, DiscoveredEndpoint, Format } from '../georeport/types';
import { endpointUrl, parentOf } from './address';

/** Sends a request and resolves to its exchange; never rejects. */
export type SendDiscovery = (
	draft: Draft,
	request: HttpRequest,
	signal: AbortSignal
) => Promise<Exchange>;

/** An endpoint in a discovery document. */
export interface FoundEndpoint extends DiscoveredEndpoint {
	/** The base URL, ending in a slash; null if the one in the document cannot be used. */
	baseUrl: string | null;
	/** Whether `specification` names GeoReport v2 or the draft of v2.1. */
	isGeoReport: boolean;
}

/** The result of looking for a discovery document. */
export type Discovered =
	| {
			kind: 'found';
			documentUrl: string;
			/** The base URL of the `discovery.xml` that was found. */
			discoveryUrl: string;
			contact: string | null;
			key_service: string | null;
			/** GeoReport v2 first, then in the order of the document; never empty. */
			endpoints: FoundEndpoint[];
	  }
	/** `words`: what was tried and why it failed, in sentences. */
	| { kind: 'none'; words: string };

const FORMATS: readonly Format[] = ['xml', 'json'];

/**
 * Looks for a server's discovery document: `discovery.xml` and `.json` at the base URL, then both
 * one level up, where Toronto and others have it. Never rejects. Stops at the first failure that
 * would be the same for every URL of the server.
 */
export async function discover(
	url: string,
	send: SendDiscovery,
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
				// Of all failures, only CORS differs between URLs of a server.
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
	return parsed.kind === 'discovery' ? 'names no endpoint' : 'is not a discovery document';
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
	const full = url ? parseUrl(url, documentUrl) : null;
	if (!url || !full) return null;
	if (/^https?:/i.test(url) && !hasHostName(url)) return null;
	const read = endpointUrl(full.href);
	return 'url' in read ? read.url : null;
}
