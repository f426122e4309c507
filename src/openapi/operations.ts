import type { MethodName } from '../georeport/methods.ts';

/** What code generators call a method. */
export const OPERATIONS: Readonly<Record<MethodName, string>> = {
	discovery: 'getDiscovery',
	services: 'getServiceList',
	definition: 'getServiceDefinition',
	submit: 'postServiceRequest',
	token: 'getServiceRequestIdFromToken',
	requests: 'getServiceRequests',
	request: 'getServiceRequest'
};
