import type { ServiceRequest } from '../georeport/types';

/** Whether a service request is still open; one without a status was just reported. */
export const isOpen = ({ status }: ServiceRequest) => status?.toLowerCase() !== 'closed';

/** Where it is, in words: the address, else the coordinates. */
export function whereOf({ address, lat, long }: ServiceRequest): string {
	if (address) return address;
	return lat === null || long === null ? 'no location' : `${lat}, ${long}`;
}
