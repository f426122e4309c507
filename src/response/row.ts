import type { ServiceRequest } from '../georeport/types';

/** Where it is, in words: the address, else the coordinates. */
export function whereOf({ address, lat, long }: ServiceRequest): string {
	if (address) return address;
	return lat === null || long === null ? 'no location' : `${lat}, ${long}`;
}
