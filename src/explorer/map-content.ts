import { methodOf } from '../georeport/methods';
import type { ServiceDefinition } from '../georeport/types';
import type { ExchangeView } from './exchange-view.svelte';
import { pinOf, type Pin } from './pin';

/** What the map and the list beside it show, and of which exchange. */
export type MapContent =
	/** The service requests of the answer, with or without places. */
	| { kind: 'places'; view: ExchangeView }
	/** A report that was just taken: it has no record yet. `pin` is null where it named an address. */
	| { kind: 'report'; view: ExchangeView; pin: Pin | null }
	| { kind: 'definition'; view: ExchangeView; definition: ServiceDefinition }
	/** An answer without places: the last ones of this visit stay, and `from` says whose they are. */
	| { kind: 'earlier'; view: ExchangeView; from: string }
	| { kind: 'nothing' };

const isGood = ({ response }: ExchangeView) =>
	response !== null && response.status >= 200 && response.status < 300;

/** The answers that list service requests: those of a token or a report are no records yet. */
const hasPlaces = (view: ExchangeView) =>
	isGood(view) &&
	view.parsed?.kind === 'serviceRequests' &&
	['requests', 'request'].includes(view.exchange.draft.method);

/** A time of day as `12:04`, by the clock of the person's computer. */
const timeOfDay = (instant: number) =>
	new Date(instant).toLocaleTimeString('en-CA', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	});

/**
 * Returns what the map shows for the exchange on the page (null for none) after the exchanges of this
 * visit, oldest first. Places of an earlier exchange are always marked as such.
 */
export function mapContentOf(
	shown: ExchangeView | null,
	visit: readonly ExchangeView[]
): MapContent {
	if (shown && hasPlaces(shown)) return { kind: 'places', view: shown };
	if (shown && isGood(shown)) {
		const { draft } = shown.exchange;
		if (shown.parsed?.kind === 'definition') {
			return { kind: 'definition', view: shown, definition: shown.parsed.definition };
		}
		if (draft.method === 'submit' && shown.parsed?.kind === 'serviceRequests') {
			return { kind: 'report', view: shown, pin: pinOf(draft) };
		}
	}
	const earlier = visit.findLast((view) => view !== shown && hasPlaces(view));
	if (!earlier) return { kind: 'nothing' };
	const { draft, startedAt } = earlier.exchange;
	const from = `From ${methodOf(draft.method).title}, ${timeOfDay(startedAt)}`;
	return { kind: 'earlier', view: earlier, from };
}
