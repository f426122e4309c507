import type { Explorer } from '../explorer/explorer.svelte';

/** Asks the endpoint at a base URL from now on, and keeps it in the list where it is a new one. */
export function chooseEndpointAt(explorer: Explorer, url: string): void {
	const known = explorer.endpoints.find((endpoint) => endpoint.url === url);
	const endpoint = known ?? {
		id: url,
		name: new URL(url).host,
		kind: 'added' as const,
		dialect: null,
		jurisdiction: explorer.endpoint.jurisdiction,
		apiKey: '',
		url,
		discoveryUrl: url
	};
	if (!known) explorer.putEndpoint(endpoint);
	explorer.chooseEndpoint(endpoint);
}
