import type { ServiceRequest } from '../georeport/types';

/** What people and links call a service request: its id, or the token it is waiting under. */
export const requestName = (shown: {
	serviceRequest: Pick<ServiceRequest, 'service_request_id' | 'token'>;
}): string | null => shown.serviceRequest.service_request_id ?? shown.serviceRequest.token;
