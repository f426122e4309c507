// Spans of time that leave out a service request known to be there, and keep another.
import type { ServiceRequest } from '../georeport/types';

/** A span, what it must list and what it must leave out. */
export interface DateWindow {
	/** Date-times in UTC, in whole seconds. */
	from: string;
	to: string;
	/** The id of a service request inside. */
	includes: string;
	/** The id of one outside. */
	excludes: string;
}

const DAY = 24 * 60 * 60_000;

/** How far the outer edge lies beyond the last row inside: what comes in meanwhile stays outside. */
const BEYOND = 60_000;

/** The longest distance from the edge to the farthest row inside; with a day it is under 90 days. */
const LONGEST = 88 * DAY;

/** The least distance between two rows that an edge can lie between, so that whole seconds do. */
const LEAST_GAP = 2000;

const written = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;

interface Dated {
	id: string;
	at: number;
}

/** The service requests with an id and a date, the oldest first. */
export const datedOf = (rows: readonly ServiceRequest[]): Dated[] =>
	rows
		.flatMap(({ service_request_id: id, requested_datetime }) => {
			const at = Date.parse(requested_datetime ?? '');
			return id !== null && Number.isFinite(at) ? [{ id, at }] : [];
		})
		.sort((a, b) => a.at - b.at);

/** The widest gap between neighbours that `isNear` takes, as the places on either side. */
function widestGap(rows: readonly Dated[], isNear: (before: Dated, after: Dated) => boolean) {
	let best: { before: Dated; after: Dated } | null = null;
	for (const [at, after] of rows.entries()) {
		const before = rows[at - 1];
		if (!before || after.at - before.at < LEAST_GAP || !isNear(before, after)) continue;
		if (!best || after.at - before.at > best.after.at - best.before.at) best = { before, after };
	}
	return best;
}

/**
 * Returns a span whose start_date, and one whose end_date, leaves out a row; each null where the
 * rows cannot show it: there are fewer than two, or all were requested at the same time.
 */
export function dateWindows(serviceRequests: readonly ServiceRequest[]): {
	start: DateWindow | null;
	end: DateWindow | null;
} {
	const rows = datedOf(serviceRequests);
	const [oldest, newest] = [rows[0], rows.at(-1)];
	if (!oldest || !newest) return { start: null, end: null };
	const middle = ({ before, after }: { before: Dated; after: Dated }) => (before.at + after.at) / 2;
	const late = widestGap(rows, (_, after) => newest.at - after.at <= LONGEST);
	const early = widestGap(rows, (before) => before.at - oldest.at <= LONGEST);
	// The edge stays near the rows inside, so that the span is short even where the gap is wide.
	const startAt = late && Math.max(middle(late), late.after.at - DAY);
	const endAt = early && Math.min(middle(early), early.before.at + DAY);
	return {
		start:
			late && startAt !== null
				? {
						from: written(startAt),
						to: written(newest.at + BEYOND),
						includes: late.after.id,
						excludes: late.before.id
					}
				: null,
		end:
			early && endAt !== null
				? {
						from: written(oldest.at - BEYOND),
						to: written(endAt),
						includes: early.before.id,
						excludes: early.after.id
					}
				: null
	};
}
