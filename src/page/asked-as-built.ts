import type { Explorer } from '../explorer/explorer.svelte';
import type { HttpRequest } from '../georeport/request';

const sentAs = ({ method, url, headers }: HttpRequest) => JSON.stringify([method, url, headers]);

/**
 * Returns what tells whether the page still asks what it opened on, so that the answer that `index.html`
 * carries is the one to it; never where the page did not come with one.
 */
export function askedAsBuilt(
	explorer: Pick<Explorer, 'httpRequest' | 'choosingPlace'>,
	isBuilt: boolean
): () => boolean {
	if (!isBuilt) return () => false;
	const opening = sentAs(explorer.httpRequest);
	return () => sentAs(explorer.httpRequest) === opening && !explorer.choosingPlace;
}
