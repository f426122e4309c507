// The changes a person makes to a draft: each gives a new one.
import { methodOf, type MethodName } from '../georeport/methods';
import { shareable } from '../georeport/privacy';
import { valuesOf, type Draft } from '../georeport/request';
import type { Format } from '../georeport/types';
import { inTableOrder } from './argument-order';
import type { Endpoint } from './endpoint';
import type { Point } from './gazetteer';
import { pinValues, takesPin } from './pin';

const takesJurisdiction = (method: MethodName): boolean =>
	methodOf(method).arguments.some(({ name }) => name === 'jurisdiction_id');

/** A draft of a method with nothing in it but the jurisdiction, where the method takes one. */
export const emptyDraft = (method: MethodName, format: Format, jurisdiction: string): Draft => ({
	method,
	format,
	values: takesJurisdiction(method) && jurisdiction !== '' ? { jurisdiction_id: jurisdiction } : {}
});

/**
 * A draft with an argument set, in the order of the method's arguments; an empty list of texts takes
 * it out.
 */
export function withValue(draft: Draft, name: string, value: string | readonly string[]): Draft {
	const { [name]: _, ...others } = draft.values;
	const remove = typeof value !== 'string' && value.length === 0;
	return inTableOrder({ ...draft, values: remove ? others : { ...draft.values, [name]: value } });
}

/** A draft with a header set; an empty text takes it out. */
export function withHeader(draft: Draft, name: string, value: string): Draft {
	const { headers: { [name]: _, ...others } = {}, ...rest } = draft;
	const headers = value === '' ? others : { ...draft.headers, [name]: value };
	return Object.keys(headers).length > 0 ? { ...rest, headers } : rest;
}

/**
 * A draft for another server. A jurisdiction that was the old server's own gives way to the new
 * one's; a typed key stays behind, for it belongs to the server it was typed for. What the mock-up
 * is asked to do otherwise goes to no other server, where the header could keep an answer away.
 */
export function forEndpoint(draft: Draft, from: Endpoint, to: Endpoint): Draft {
	const keyless = shareable(draft, true).draft;
	const hadOwn = valuesOf(keyless.values, 'jurisdiction_id').join() === from.jurisdiction;
	const moved =
		hadOwn && takesJurisdiction(draft.method)
			? withValue(keyless, 'jurisdiction_id', to.jurisdiction || [])
			: keyless;
	return to.dialect ? moved : withHeader(moved, 'Prefer', '');
}

/**
 * A draft with a point in it: the spot of a report, or the centre of a search. A method that takes
 * none gives way to a search around it.
 */
export function withPin(draft: Draft, point: Point, { jurisdiction }: Endpoint): Draft {
	const taking = takesPin(draft.method)
		? draft
		: emptyDraft('requests', draft.format, jurisdiction);
	return inTableOrder({ ...taking, values: { ...taking.values, ...pinValues(taking, point) } });
}

/** A draft without its point, and the radius around it. */
export function withoutPin(draft: Draft): Draft {
	const { lat: _lat, long: _long, radius: _radius, ...values } = draft.values;
	return { ...draft, values };
}
