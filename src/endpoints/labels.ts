import type { Endpoint } from '../explorer/endpoint';

/** For each kind of endpoint one sentence: what it is and who can reach it. */
export const KIND_WORDS: Readonly<Record<Endpoint['kind'], string>> = {
	'mock-up':
		'The mock-up inside this page: only this browser can reach it, also without a network.',
	local:
		'The mock-up that npm run mock serves: programs on this computer can reach it while it runs.',
	added:
		'A server of others: this page can reach it only if the server lets web pages read its answers (CORS).'
};
