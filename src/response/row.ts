import type { ServiceRequest } from '../georeport/types';

/** As much of a text as any row has room for: laying out a very long one would stop the page. */
export const short = (text: string): string =>
	text.length > 200 ? `${text.slice(0, 200)}…` : text;

/** Where it is, in words: the address, else the coordinates. */
export function whereOf({ address, lat, long }: ServiceRequest): string {
	if (address) return address;
	return lat === null || long === null ? 'no location' : `${lat}, ${long}`;
}
