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
