// Asks an endpoint for the codes, ids and attributes that the general cases are made of.
import type { Parsed } from '../answer/parse';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { Format, Service, ServiceDefinition, ServiceRequest } from '../georeport/types';
import { datedOf } from './date-windows';
import { documentOf, parsedOf, type RawAnswer } from './raw-answer';

/** What an endpoint lists; empty lists and null where it lists nothing. */
export interface EndpointFacts {
	services: readonly Service[];
	/** The definitions that were asked for, by service_code. */
	definitions: ReadonlyMap<string, ServiceDefinition>;
	serviceRequests: readonly ServiceRequest[];
	/** Service requests from before the last 90 days, which are listed only when they are asked for. */
	older: readonly ServiceRequest[];
	/** Why there is not a discovery document; null if there is one, or if its absence is a fault. */
	noDiscovery: string | null;
	/** Why nothing is tested in JSON, which is optional; null if the endpoint has it, or says so. */
	noJson: string | null;
}

/** What the probe found, or one sentence on why nothing can be tested. */
export type ProbeResult = { facts: EndpointFacts } | { problem: string };

/** The ids of service requests that have one; commas divide a list, so ids with one are left out. */
export const idsOf = (serviceRequests: readonly ServiceRequest[]): string[] => [
	...new Set(
		serviceRequests.flatMap(({ service_request_id: id }) =>
			id === null || id.includes(',') ? [] : id
		)
	)
];

const DAY = 24 * 60 * 60_000;

interface Asked {
	request: HttpRequest;
	answer: RawAnswer;
	parsed: Parsed;
}

/** Resolves to null for what could not be asked. */
type Read = (
	method: Draft['method'],
	format: Format,
	values?: Draft['values']
) => Promise<Asked | null>;

/** Whether an answer is a document at all, which a page of HTML is not. */
const isDocument = ({ answer }: Asked) => answer.text.trim() !== '' && documentOf(answer) !== null;

/** The statuses with which a server says that it has no such thing, or not in this format. */
const NOT_THERE: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 406, 410, 415, 501]);

/** What came of a question, for a reason. */
const cameOf = (asked: Asked) =>
	`GET ${asked.request.url} gave ${asked.answer.status}${
		asked.answer.status < 300 && !isDocument(asked) ? ' and neither XML nor JSON' : ''
	}`;

function problemOf({ request, answer, parsed }: Asked): string {
	const type = answer.contentType ?? 'no Content-Type';
	const reasons =
		parsed.kind === 'errors'
			? `: ${parsed.errors.map(({ description }) => description).join(' ')}`
			: '';
	return `This is no GeoReport v2 endpoint that answers: GET ${request.url} gave ${answer.status}, ${type}${reasons}`;
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
	const asked = await read('requests', format, {
		start_date: written(newest - 180 * DAY),
		end_date: written(newest - 92 * DAY)
	});
	const known = new Set(idsOf(rows));
	return asked?.parsed.kind === 'serviceRequests'
		? asked.parsed.serviceRequests.filter(
				({ service_request_id: id, requested_datetime }) =>
					id !== null && !known.has(id) && Date.parse(requested_datetime ?? '') < newest - 91 * DAY
			)
		: [];
}

/** Looks for a discovery document; a reason where there is none, a fault is left to the suite. */
async function discover(formats: readonly Format[], read: Read) {
	let nowhere: string | null = null;
	let isFault = false;
	for (const format of formats) {
		const asked = await read('discovery', format);
		if (asked?.answer.status === 200 && isDocument(asked)) return { found: asked, none: null };
		isFault ||= !asked || !(NOT_THERE.has(asked.answer.status) || asked.answer.status < 300);
		if (asked) nowhere ??= cameOf(asked);
	}
	const none = isFault || nowhere === null ? null : `No discovery document was found: ${nowhere}.`;
	return { found: null, none };
}

/** Why there is nothing in JSON: it is refused throughout, and no discovery document names it. */
async function noJsonAt(read: Read, discovery: Asked | null): Promise<string | null> {
	const endpoints =
		discovery?.parsed.kind === 'discovery' ? discovery.parsed.discovery.endpoints : [];
	if (endpoints.some(({ formats }) => formats.some((format) => /json/i.test(format)))) return null;
	let reason: string | null = null;
	for (const method of ['services', 'requests'] as const) {
		const asked = await read(method, 'json');
		if (!asked || !NOT_THERE.has(asked.answer.status)) return null;
		reason ??= `JSON is optional, and the endpoint has none: ${cameOf(asked)}.`;
	}
	return reason;
}

/**
 * Asks an endpoint for its services, definitions and service requests, in the first of the formats
 * in which it gives them; XML, which every endpoint must have, counts before JSON. Returns a problem
 * only if there is nothing to test: it cannot be reached, refuses, or gives no document at all. What
 * fails by itself is left to the suite.
 */
export async function probeEndpoint(
	base: EndpointBase,
	jurisdiction: string,
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>,
	formats: readonly Format[] = ['xml', 'json']
): Promise<ProbeResult> {
	const own = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	let unreachable: string | null = null;
	const read: Read = async (method, format, values = {}) => {
		const draft = { method, format, values: { ...own, ...values } };
		const request = toHttpRequest(draft, base);
		try {
			const answer = await ask(request, draft);
			return { request, answer, parsed: parsedOf(method, answer) };
		} catch (error) {
			unreachable ??= error instanceof Error ? error.message : String(error);
			return null;
		}
	};
	const lists: (Asked & { format: Format })[] = [];
	for (const format of formats) {
		const asked = await read('services', format);
		if (asked) lists.push({ ...asked, format });
		if (asked?.parsed.kind === 'services') break;
	}
	const listing = lists.find(({ parsed }) => parsed.kind === 'services');
	const order = [...new Set(listing ? [listing.format, ...formats] : formats)];
	const [format = 'xml'] = order;
	let isThere = lists.some((each) => isDocument(each) && each.answer.status < 400);
	let serviceRequests: readonly ServiceRequest[] = [];
	for (const each of order) {
		const { parsed } = (await read('requests', each)) ?? {};
		if (parsed?.kind !== 'serviceRequests') continue;
		isThere = true;
		({ serviceRequests } = parsed);
		if (serviceRequests.length > 0) break;
	}
	if (!isThere) {
		const [first] = lists;
		return { problem: first ? problemOf(first) : (unreachable ?? '') };
	}

	const services = listing?.parsed.kind === 'services' ? listing.parsed.services : [];
	const definitions = new Map<string, ServiceDefinition>();
	for (const service_code of toDefine(services)) {
		const { parsed } = (await read('definition', format, { service_code })) ?? {};
		if (parsed?.kind === 'definition') definitions.set(service_code, parsed.definition);
	}
	const older = await olderThan(serviceRequests, read, format);
	const { found, none: noDiscovery } = await discover(formats, read);
	const noJson =
		formats.length > 1 && listing?.format === 'xml' ? await noJsonAt(read, found) : null;
	return { facts: { services, definitions, serviceRequests, older, noDiscovery, noJson } };
}
