import type { MethodName } from './methods';

/** What each method is for, in a sentence. */
export const PURPOSES: Readonly<Record<MethodName, string>> = {
	discovery: 'Tells where the endpoints are, which formats they speak and how to get a key.',
	services: 'Lists the kinds of problem that can be reported, each with its service_code.',
	definition: 'Lists the questions a service asks; meant for services whose metadata is true.',
	submit: 'Reports a problem. The answer is a service_request_id, or a token for one.',
	token: 'Gives the service_request_id of a report that was answered with a token.',
	requests: 'Lists reported problems with status and place, newest first.',
	request: 'Shows one reported problem.'
};
