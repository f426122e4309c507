// What a row of the list says of a service request.
import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { MONTHS, splitDateTime } from '../georeport/date-time.ts';
import { locationOf } from '../georeport/location.ts';
import type { ServiceRequest } from '../georeport/types.ts';
import { amountOf } from '../http/summary.ts';
import { short } from '../ui/short-text.ts';

/** Returns the year of a date-time as text; empty where it is none. */
export const yearOf = (text: string | null): string =>
	splitDateTime(text ?? '')?.date.slice(0, 4) ?? '';

/**
 * Whether not all of these date-times are of one year, so that each is to be shown with its own. What is
 * no date-time counts by its first characters.
 */
export function differInYear(texts: readonly (string | null)[]): boolean {
	const year = (text: string | null | undefined) => text?.slice(0, 4) ?? '';
	return texts.some((text) => year(text) !== year(texts[0]));
}

/**
 * Returns the day of a date-time as it is written, in whatever zone: `15 June`, or `15 Jun 2012` with
 * its year. Any other text is returned as it is, cut where it is long.
 */
export function dayOf(text: string, withYear = false): string {
	const parts = splitDateTime(text);
	if (!parts) return short(text);
	const [year, month, day] = parts.date.split('-').map(Number);
	const name = MONTHS[(month ?? 1) - 1] ?? '';
	return withYear ? `${day} ${name.slice(0, 3)} ${year}` : `${day} ${name}`;
}

/** Returns a date-time as it is written, without its zone: `20 June 2012, 09:04`. */
export function momentOf(text: string): string {
	const parts = splitDateTime(text);
	if (!parts) return short(text);
	const time = parts.time.slice(0, 5);
	return `${dayOf(text)} ${yearOf(text)}${time && `, ${time}`}`;
}

/**
 * Returns where it is, in words: the address without empty parts, else the coordinates as sent.
 */
export function whereOf({ serviceRequest, coordinates }: Omit<ShownRequest, 'key'>): string {
	const { address } = serviceRequest;
	if (address) return short(address).replace(/(?:\s*,)+\s*/g, ', ');
	if (coordinates === undefined) return 'No location';
	return `${short(coordinates)}${locationOf(serviceRequest) ? '' : ' (no valid location)'}`;
}

/** Returns what people call it: its id, or the token it waits under. */
export const nameOf = ({
	service_request_id,
	token
}: Pick<ServiceRequest, 'service_request_id' | 'token'>): string =>
	short(service_request_id ?? `token ${token ?? '–'}`);

/** Returns a count with its noun: `1 request`, `10 requests`. */
export const requests = (count: number): string => amountOf(count, 'request');
