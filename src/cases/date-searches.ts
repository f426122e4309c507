// Searches by when service requests were made, for the general cases: start_date, end_date and neither.
import type { ServiceRequest } from '../georeport/types';
import { datedOf, type DateWindow } from './date-windows';
import type { Claim, Row } from './expectation';
import type { EndpointFacts } from './probe-endpoint';
import { withId, withoutId, type Search } from './searches';

/** The longest span, and the one without dates: GeoReport v2. */
const MOST_DAYS = 90;

const DAY = 24 * 60 * 60_000;

/** Each record with a date must be within the span. */
function within({ from, to }: DateWindow): Claim {
	const isOutside = (row: Row) => {
		const at = Date.parse(String(row.requested_datetime));
		return at < Date.parse(from) || at > Date.parse(to);
	};
	return {
		claim: 'that',
		words: `Every requested_datetime from ${from} to ${to}`,
		check(records) {
			const record = records.findIndex(isOutside);
			if (record < 0) return null;
			const came = `record ${record + 1} of ${records.length} with ${String(records[record]?.requested_datetime)}`;
			return { came, record, field: 'requested_datetime' };
		}
	};
}

/** The same instant, written in a zone five hours behind UTC. */
const inOtherZone = (instant: number) =>
	`${new Date(instant - 5 * 60 * 60_000).toISOString().slice(0, 19)}-05:00`;

/**
 * A window in another zone: a server that takes it for UTC lists the row just before it, or leaves out
 * the newest.
 */
export function filterOnZone(window: DateWindow | null, rows: readonly ServiceRequest[]): Search {
	const dated = datedOf(rows);
	const [before, newest] = [dated.find(({ id }) => id === window?.excludes), dated.at(-1)];
	if (!window || !before || !newest) return filterOnDates(window, 'start_date');
	const [start, end] = [Date.parse(window.from), Date.parse(window.to)];
	const nearest = Math.min(start, before.at + 60_000);
	const from = inOtherZone(end - nearest < (MOST_DAYS - 1) * DAY ? nearest : start);
	const to = inOtherZone(end);
	return {
		values: { start_date: from, end_date: to },
		claims: [
			within({ ...window, from, to }),
			withId(window.includes),
			withId(newest.id),
			withoutId(window.excludes)
		]
	};
}

/** Both dates; `edge` names the one that leaves something out. */
export function filterOnDates(window: DateWindow | null, edge: string): Search {
	if (!window) {
		return `The endpoint lists no two service requests of different times, between which a ${edge} could lie.`;
	}
	const { from, to, includes, excludes } = window;
	return {
		values: { start_date: from, end_date: to },
		claims: [within(window), withId(includes), withoutId(excludes)]
	};
}

/**
 * A start_date alone. What lies between it and now may be more than 90 days, which a server may refuse.
 */
export function filterOnStart(window: DateWindow | null): Search {
	if (!window) return filterOnDates(window, 'start_date');
	const { from, includes } = window;
	return {
		values: { start_date: from },
		mayRefuse: true,
		claims: [
			{
				claim: 'that',
				words: `Every requested_datetime from ${from}, and service_request_id ${includes}`,
				check(records, { kind }) {
					if (kind === 'errors') return null;
					const record = records.findIndex(
						(row) => Date.parse(String(row.requested_datetime)) < Date.parse(from)
					);
					if (record >= 0) {
						const came = `record ${record + 1} of ${records.length} with ${String(records[record]?.requested_datetime)}`;
						return { came, record, field: 'requested_datetime' };
					}
					const isThere = records.some((row) => row.service_request_id === includes);
					return isThere ? null : { came: `${records.length} records without it` };
				}
			}
		]
	};
}

/** Without dates, nothing is older than 90 days: no two records are farther apart. */
export function recent({ serviceRequests, older }: EndpointFacts): Search {
	const dated = datedOf(serviceRequests);
	const span = (dated.at(-1)?.at ?? 0) - (dated[0]?.at ?? 0);
	if (older.length === 0 && span <= MOST_DAYS * DAY) {
		return 'The endpoint is not known to have a service request of more than 90 days ago.';
	}
	return {
		values: {},
		claims: [
			{
				claim: 'that',
				words: 'No records more than 90 days apart',
				check(records) {
					const instants = records.map((row) => Date.parse(String(row.requested_datetime)));
					const known = instants.filter(Number.isFinite);
					const newest = known.reduce((most, at) => Math.max(most, at), -Infinity);
					// A day more: the clocks may have changed, and a server may count whole days.
					const record = instants.findIndex((at) => newest - at > (MOST_DAYS + 1) * DAY);
					if (record < 0) return null;
					const days = Math.round((newest - (instants[record] ?? 0)) / DAY);
					const came = `record ${record + 1} is ${days} days older than the newest`;
					return { came, record, field: 'requested_datetime' };
				}
			}
		]
	};
}
