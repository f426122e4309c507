import type { ShownRequest } from './exchange-view.svelte';

/** What people and links call a service request: its id, or the token it is waiting under. */
export const requestName = ({
	serviceRequest
}: Pick<ShownRequest, 'serviceRequest'>): string | null =>
	serviceRequest.service_request_id ?? serviceRequest.token;
