// A report's way from "reported" to "closed", as far as real answers of this visit show it:
// POST Service Request, GET request_id from a token, GET Service Request.
import { valuesOf } from '../georeport/request';
import type { ServiceRequest } from '../georeport/types';
import type { ExchangeView } from './exchange-view.svelte';

/** A stage on the way of a report. A realtime service has no token. */
export type ReportStepName = 'reported' | 'token' | 'id' | 'status' | 'closed';

/** One stage: what is known of it, and the answer it is known from. */
export interface ReportStep {
	name: ReportStepName;
	/** `now` is the last stage that was reached; the next call goes on from it. */
	state: 'done' | 'now' | 'later';
	/** The token, the id or the status; null while it is not known. */
	value: string | null;
	/** The answer that shows it; null while there is none. */
	view: ExchangeView | null;
}

/** The stages of one report. */
export interface ReportSteps {
	steps: readonly ReportStep[];
	/** The POST that began it. */
	report: ExchangeView;
}

/** The one record of a good answer to a method; null for any other exchange. */
function recordOf(view: ExchangeView, method: string): ServiceRequest | null {
	const { parsed, response, exchange } = view;
	const isGood = response !== null && response.status >= 200 && response.status < 300;
	if (!isGood || exchange.draft.method !== method || parsed?.kind !== 'serviceRequests')
		return null;
	return parsed.serviceRequests.length === 1 ? (parsed.serviceRequests[0] ?? null) : null;
}

const argumentOf = ({ exchange }: ExchangeView, name: string): string | null =>
	valuesOf(exchange.draft.values, name)[0] ?? null;

const isSameServer = (one: ExchangeView, other: ExchangeView) =>
	one.endpoint.url === other.endpoint.url;

/** The last exchange, up to the one shown, that a test holds for. */
const lastOf = (views: readonly ExchangeView[], test: (view: ExchangeView) => boolean) =>
	views.findLast(test) ?? null;

/**
 * Follows the report that an exchange is about through the exchanges of this visit, oldest first, of
 * which it is one. Returns null where it is about no report that was sent in this visit.
 */
export function reportStepsOf(
	shown: ExchangeView,
	visit: readonly ExchangeView[]
): ReportSteps | null {
	const same = visit.filter((view) => isSameServer(view, shown));
	const idOfToken = (token: string) => {
		const asked = lastOf(
			same,
			(view) =>
				argumentOf(view, 'token') === token && Boolean(recordOf(view, 'token')?.service_request_id)
		);
		return asked && { view: asked, id: recordOf(asked, 'token')?.service_request_id ?? null };
	};

	const report = lastOf(same, (view) => {
		const taken = recordOf(view, 'submit');
		if (!taken) return false;
		const { token, service_request_id: id } = taken;
		if (view === shown) return true;
		if (token !== null && argumentOf(shown, 'token') === token) return true;
		const known = id ?? (token === null ? null : (idOfToken(token)?.id ?? null));
		return (
			shown.exchange.draft.method === 'request' &&
			known !== null &&
			argumentOf(shown, 'service_request_id') === known
		);
	});
	const taken = report && recordOf(report, 'submit');
	if (!report || !taken) return null;

	const { token } = taken;
	const asked = token === null ? null : idOfToken(token);
	const id = taken.service_request_id ?? asked?.id ?? null;
	const lookedUp =
		id === null
			? null
			: lastOf(same, (view) => recordOf(view, 'request')?.service_request_id === id);
	const status = lookedUp && (recordOf(lookedUp, 'request')?.status ?? null);
	const isClosed = status === 'closed';

	const reached: readonly {
		name: ReportStepName;
		value: string | null;
		view: ExchangeView | null;
	}[] = [
		{ name: 'reported', value: null, view: report },
		...(token === null ? [] : [{ name: 'token' as const, value: token, view: report }]),
		{ name: 'id', value: id, view: id === null ? null : (asked?.view ?? report) },
		{ name: 'status', value: status, view: lookedUp },
		{ name: 'closed', value: null, view: isClosed ? lookedUp : null }
	];
	// A blackbox service tells neither token nor id: the way ends where it began.
	const way = token === null && id === null ? reached.slice(0, 1) : reached;
	const last = way.findLastIndex(({ view }) => view !== null);
	return {
		report,
		steps: way.map((step, at) => ({
			...step,
			state: at > last ? 'later' : at < last || at === way.length - 1 ? 'done' : 'now'
		}))
	};
}
