import { methodOf } from '../georeport/methods';
import { valuesOf, type Draft } from '../georeport/request';

/** What stands in code and copies where the kept key goes when the request is sent. */
export const KEY_PLACEHOLDER = 'YOUR_API_KEY';

/** The draft with an endpoint's key, where the method takes one and the draft has none of its own. */
export function withKey(draft: Draft, apiKey: string): Draft {
	const wants =
		apiKey !== '' && methodOf(draft.method).arguments.some(({ name }) => name === 'api_key');
	return wants && valuesOf(draft.values, 'api_key').length === 0
		? { ...draft, values: { ...draft.values, api_key: apiKey } }
		: draft;
}
