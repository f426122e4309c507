import type { ServiceRequest } from './georeport/types';

/** The two families of services with a hue and a shape of their own, and all the others. */
export type Family = 'pothole' | 'graffiti' | 'other';

/** The family of a service request, told from the words of its name, else from Toronto's codes. */
export function familyOf({
	service_name,
	service_code
}: Pick<ServiceRequest, 'service_name' | 'service_code'>): Family {
	const words = `${service_name ?? ''} ${service_code ?? ''}`;
	if (/graffiti/i.test(words)) return 'graffiti';
	if (/pot ?hole/i.test(words)) return 'pothole';
	if (service_code === 'CSROWR-12') return 'pothole';
	return service_code === '30102' ? 'graffiti' : 'other';
}

/** The outline of each family's mark, as SVG path data in a box of 24 by 24: list, legend and map. */
export const SHAPES: Readonly<Record<Family, string>> = {
	pothole: 'M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14Z',
	graffiti: 'M12 3.5L20.5 12L12 20.5L3.5 12Z',
	other: 'M12 4L20.5 19H3.5Z'
};
