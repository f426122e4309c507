// What the list's place says where it has no service requests of the answer to list.
import { locationOf } from '../georeport/location.ts';
import type { ExchangeView, ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { isOpen, markOf, serviceKindOf } from '../explorer/service-kinds.ts';
import type { MethodName } from '../georeport/methods.ts';

/** A heading, and the sentence below it. */
export interface Explanation {
	title: string;
	text: string;
}

/** The methods whose answers never have places. */
const PLACELESS: Partial<Record<MethodName, string>> = {
	discovery: 'Discovery documents have no places',
	services: 'Service lists have no places',
	token: 'The answer to a token has no place'
};

/** Returns what all service requests have in common, with their count: `10 open potholes`. */
export function described(requests: readonly ShownRequest[]): string {
	const records = requests.map(({ serviceRequest }) => serviceRequest);
	const kinds = new Set(records.map((record) => serviceKindOf(markOf(record))));
	const [kind] = kinds;
	const nouns =
		kinds.size === 1 && kind === 'pothole'
			? ['pothole', 'potholes']
			: kinds.size === 1 && kind === 'graffiti'
				? ['graffiti report', 'graffiti reports']
				: ['service request', 'service requests'];
	const open = records.filter(isOpen).length;
	const status = open === records.length ? 'open ' : open === 0 ? 'closed ' : '';
	const count = records.length.toLocaleString('en-CA');
	return `${count} ${status}${nouns[records.length === 1 ? 0 : 1]}`;
}

/**
 * Returns why there are no places of the exchange on the page (null for none), and whose are on the
 * map: those of `earlier`, null for nobody's.
 */
export function explanationOf(
	shown: ExchangeView | null,
	earlier: ExchangeView | null
): Explanation {
	const placeless = shown && PLACELESS[shown.exchange.draft.method];
	const answered = shown?.response && shown.response.status < 300;
	const title = !shown
		? 'No answer yet'
		: !shown.response
			? 'No answer came'
			: (answered && placeless) || 'No location in this answer';
	if (!earlier) return { title, text: 'Service requests that have a location appear here.' };
	if (earlier.requests.length === 0) {
		return { title, text: 'Your last search found no service requests.' };
	}
	const whose =
		earlier.exchange.draft.method === 'request'
			? 'the request you looked up last'
			: `the ${described(earlier.requests)} of your last search`;
	const unplaced = earlier.requests.filter(({ serviceRequest }) => !locationOf(serviceRequest));
	const but =
		unplaced.length === 0 || earlier.requests.length === 1
			? ''
			: unplaced.length === 1
				? ', one of them without a location'
				: `, ${unplaced.length.toLocaleString('en-CA')} of them without a location`;
	return { title, text: `The map still shows ${whose}${but}.` };
}
