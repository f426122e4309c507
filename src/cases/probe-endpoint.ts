// Asks an endpoint for the codes, ids and attributes that the general cases are made of.
import { parse, treeOf, type Parsed } from '../answer/parse';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { Format, Service, ServiceDefinition, ServiceRequest } from '../georeport/types';
import { datedOf } from './date-windows';
import type { RawAnswer } from './run-case';

/** What an endpoint lists; empty lists and null where it lists nothing. */
export interface EndpointFacts {
	services: readonly Service[];
	/** The definitions that were asked for, by service_code. */
	definitions: ReadonlyMap<string, ServiceDefinition>;
	serviceRequests: readonly ServiceRequest[];
	/** Service requests from before the last 90 days, which are listed only when they are asked for. */
	older: readonly ServiceRequest[];
	/** Why there is not a discovery document; null if there is one. */
	noDiscovery: string | null;
}

/** What the probe found, or one sentence on why nothing can be tested. */
export type ProbeResult = { facts: EndpointFacts } | { problem: string };

/** The ids of service requests that have one. */
export const idsOf = (serviceRequests: readonly ServiceRequest[]): string[] =>
	serviceRequests.flatMap(({ service_request_id }) => service_request_id ?? []);

const DAY = 24 * 60 * 60_000;

interface Asked {
	request: HttpRequest;
	answer: RawAnswer;
	parsed: Parsed;
}

type Read = (method: Draft['method'], format: Format, values?: Draft['values']) => Promise<Asked>;

/** Whether an answer is a document at all, which a page of HTML is not. */
const isDocument = ({ answer }: Asked) => answer.text.trim() !== '' && treeOf(answer) !== null;

function problemOf({ request, answer, parsed }: Asked): string {
	const type = answer.contentType ?? 'no Content-Type';
	const reasons =
		parsed.kind === 'errors'
			? `: ${parsed.errors.map(({ description }) => description).join(' ')}`
			: '';
	return `This is no GeoReport v2 endpoint that answers: GET ${request.url} gave ${answer.status}, ${type}${reasons}`;
}

/** The first of several formats in which a method gives what is looked for; null for none. */
async function firstIn<Found>(
	formats: readonly Format[],
	read: (format: Format) => Promise<Found | null>
): Promise<Found | null> {
	for (const format of formats) {
		const found = await read(format);
		if (found !== null) return found;
	}
	return null;
}

/** The services whose definitions are of use: the first with metadata, and of each type to report. */
function toDefine(services: readonly Service[]): string[] {
	const withMetadata = services.filter(({ metadata }) => metadata);
	const [first] = withMetadata;
	const types = new Set(services.map(({ type }) => type));
	const toReport = [...types].flatMap((type) => {
		const ofType = services.filter((service) => service.type === type);
		return ofType.some(({ metadata }) => !metadata) ? [] : ofType.slice(0, 1);
	});
	return [...new Set([...(first ? [first] : []), ...toReport].map((each) => each.service_code))];
}

/** Asks for what is older than the oldest of the last 90 days; nothing where that is not known. */
async function olderThan(rows: readonly ServiceRequest[], read: Read, format: Format) {
	const newest = datedOf(rows).at(-1)?.at;
	if (newest === undefined) return [];
	const written = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
	const { parsed } = await read('requests', format, {
		start_date: written(newest - 180 * DAY),
		end_date: written(newest - 92 * DAY)
	});
	const known = new Set(idsOf(rows));
	return parsed.kind === 'serviceRequests'
		? parsed.serviceRequests.filter(
				({ service_request_id: id, requested_datetime }) =>
					id !== null && !known.has(id) && Date.parse(requested_datetime ?? '') < newest - 91 * DAY
			)
		: [];
}

/**
 * Asks an endpoint for its services, definitions and service requests, in the first of the formats
 * in which it gives them; XML, which every endpoint must have, counts before JSON. Returns a problem
 * only if there is nothing to test: it cannot be reached, refuses, or gives no document at all.
 */
export async function probeEndpoint(
	base: EndpointBase,
	jurisdiction: string,
	ask: (request: HttpRequest) => Promise<RawAnswer>,
	formats: readonly Format[] = ['xml', 'json']
): Promise<ProbeResult> {
	const own = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	const read: Read = async (method, format, values = {}) => {
		const request = toHttpRequest({ method, format, values: { ...own, ...values } }, base);
		const answer = await ask(request);
		return { request, answer, parsed: parse({ method, ...answer }) };
	};
	try {
		const lists: (Asked & { format: Format })[] = [];
		for (const format of formats) {
			lists.push({ ...(await read('services', format)), format });
			if (lists.at(-1)?.parsed.kind === 'services') break;
		}
		const listing = lists.find(({ parsed }) => parsed.kind === 'services');
		const isThere = lists.some((each) => isDocument(each) && each.parsed.kind !== 'errors');
		const [first] = lists;
		if (first && !listing && !isThere) return { problem: problemOf(first) };
		const order = listing ? [listing.format, ...formats] : formats;
		const services = listing?.parsed.kind === 'services' ? listing.parsed.services : [];

		const definitions = new Map<string, ServiceDefinition>();
		for (const service_code of toDefine(services)) {
			const { parsed } = await read('definition', order[0] ?? 'xml', { service_code });
			if (parsed.kind === 'definition') definitions.set(service_code, parsed.definition);
		}
		const serviceRequests =
			(await firstIn([...new Set(order)], async (format) => {
				const { parsed } = await read('requests', format);
				return parsed.kind === 'serviceRequests' && parsed.serviceRequests.length > 0
					? parsed.serviceRequests
					: null;
			})) ?? [];
		const older = await olderThan(serviceRequests, read, order[0] ?? 'xml');
		let nowhere = '';
		const discovery = await firstIn(formats, async (format) => {
			const found = await read('discovery', format);
			nowhere ||= `GET ${found.request.url} gave ${found.answer.status}`;
			return found.answer.status === 200 && isDocument(found) ? found : null;
		});
		return {
			facts: {
				services,
				definitions,
				serviceRequests,
				older,
				noDiscovery: discovery ? null : `No discovery document was found: ${nowhere}.`
			}
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}
