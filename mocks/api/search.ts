// GET Service Requests: https://wiki.open311.org/GeoReport_v2/, "GET Service Requests".
import { bad, failedWith, quote, type CityAnswer, type ApiError } from './answers';
import { decimal, type Arguments } from './arguments';
import { LIST_ITEMS } from './bounds';
import { metresBetween } from '../city/boundary';
import type { CityRequest } from '../city/city-request';
import type { City } from '../city/city';
import { NOTES } from '../data/requests';
import { addDays, readDateTime } from '../city/dates';
import type { Dialect } from './dialect';

/** The longest span of requested_datetime in one call. */
const SPAN_DAYS = 90;

/** The most rows in one answer, as in the City's readme of 30 March 2012. */
const MOST_ROWS = 1000;

const DAY = 24 * 60 * 60 * 1000;

type Test = (request: CityRequest) => boolean;

/** A span of time, both ends in it, in milliseconds since 1970. */
interface Span {
	from: number;
	to: number;
}

const DATE_ADVICE = 'Send ISO 8601 with a zone, such as 2012-06-01T00:00:00Z.';

/**
 * Returns the span of requested_datetime that two dates ask for: between them, or 90 days before a
 * lone end, after a lone start, or up to now.
 */
export function spanBetween(start: number | null, end: number | null, now: number): Span {
	const to = end ?? (start === null ? now : Math.min(now, addDays(start, SPAN_DAYS)));
	return { from: start ?? addDays(Math.min(to, now), -SPAN_DAYS), to };
}

/**
 * Returns the span that a call asks for. The dialect cuts or refuses one of over 90 days. `lastDay`
 * is the beginning of an end that is a bare date: 1 March to 30 May is 90 days, although all of the
 * last day counts.
 */
function spanAsked(
	asked: { start: number | null; end: number | null; lastDay: number | null },
	dialect: Dialect,
	now: number
): Span | ApiError {
	const { start, end, lastDay } = asked;
	const { from, to } = spanBetween(start, end, now);
	if (start === null) return { from, to };
	const limit = addDays(from, SPAN_DAYS);
	// A client may count 90 days in hours. They are an hour off where Toronto's clocks change.
	if ((lastDay ?? to) <= Math.max(limit, from + SPAN_DAYS * DAY)) return { from, to };
	if (dialect.longSpan === 'cut') return { from, to: limit };
	return bad(
		`start_date and end_date span more than ${SPAN_DAYS} days. Ask for ${SPAN_DAYS} days at a time.`
	);
}

/** Returns a reader of numbers, which adds an error for each that is not in its range. */
function numberReader(asked: Arguments, failures: ApiError[]) {
	return (name: string, least: number, most: number, whole: boolean) => {
		const text = asked.one(name);
		if (text === null) return null;
		const value = decimal(text);
		if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
		failures.push(
			bad(
				`${name} ${quote(text ?? '')} is not understood. Send a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`
			)
		);
		return null;
	};
}

/** Answers GET Service Requests: the newest first, at most 1,000 rows; names every bad argument. */
export async function search(city: City, asked: Arguments, dialect: Dialect): Promise<CityAnswer> {
	const tooLong = ['service_request_id', 'service_code', 'status'].find(
		(name) => (asked.list(name)?.length ?? 0) > LIST_ITEMS
	);
	if (tooLong !== undefined) {
		return failedWith(
			400,
			`${tooLong} has more than 1,000 items. Ask for them in several requests.`
		);
	}
	const ids = asked.list('service_request_id');
	if (ids !== null) {
		const wanted = new Set(ids);
		const found = (await city.requests()).filter((row) => wanted.has(row.service_request_id));
		return { kind: 'requests', requests: found.slice(0, MOST_ROWS) };
	}

	const failures: ApiError[] = [];
	const dateOf = (name: string, edge: 'start' | 'end') => {
		const text = asked.one(name);
		const instant = text === null ? null : readDateTime(text, edge);
		if (text !== null && instant === null) {
			failures.push(bad(`${name} ${quote(text ?? '')} is not a date-time. ${DATE_ADVICE}`));
		}
		return instant;
	};
	const numberOf = numberReader(asked, failures);

	const start = dateOf('start_date', 'start');
	const end = dateOf('end_date', 'end');
	const updatedAfter = dateOf('updated_after', 'start');
	const updatedBefore = dateOf('updated_before', 'end');
	const isCentreIgnored = dialect.loneCentre === 'ignore' && asked.one('radius') === null;
	const lat = isCentreIgnored ? null : numberOf('lat', -90, 90, false);
	const long = isCentreIgnored ? null : numberOf('long', -180, 180, false);
	const radius = numberOf('radius', 0, 100_000, false);
	const page = numberOf('page', 1, 1_000_000, true) ?? 1;
	const pageSize = numberOf('page_size', 1, MOST_ROWS, true) ?? MOST_ROWS;

	const circle = ['lat', 'long', 'radius'].filter((name) => asked.one(name) !== null);
	if (!isCentreIgnored && circle.length > 0 && circle.length < 3) {
		failures.push(
			bad(`A circle needs lat, long and radius; only ${circle.join(' and ')} came. Send all three.`)
		);
	}
	const byUpdate = asked.one('updated_after') !== null || asked.one('updated_before') !== null;
	const byRequest = asked.one('start_date') !== null || asked.one('end_date') !== null;
	let span: Span | null = null;
	if ((byRequest || !byUpdate) && failures.length === 0) {
		const lastDay = readDateTime(asked.one('end_date') ?? '', 'start');
		const result = spanAsked({ start, end, lastDay }, dialect, city.now());
		if ('status' in result) failures.push(result);
		else span = result;
	}
	const [failure, ...others] = failures;
	if (failure) return { kind: 'failed', failures: [failure, ...others] };

	const codes = asked.list('service_code');
	const statuses = asked.list('status');
	const tests: Test[] = [
		(row) => span === null || (row.requested >= span.from && row.requested <= span.to),
		(row) => codes === null || codes.includes(row.service_code),
		(row) => statuses === null || statuses.includes(NOTES[row.note].status),
		(row) => !byUpdate || isBetween(row.updated, updatedAfter, updatedBefore),
		(row) =>
			lat === null ||
			long === null ||
			radius === null ||
			(row.lat !== null &&
				row.long !== null &&
				metresBetween({ lat, long }, { lat: row.lat, long: row.long }) <= radius)
	];
	const found = (await city.requests()).filter((row) => tests.every((test) => test(row)));
	return { kind: 'requests', requests: found.slice((page - 1) * pageSize, page * pageSize) };
}

const isBetween = (instant: number | null, from: number | null, to: number | null) =>
	instant !== null && (from === null || instant >= from) && (to === null || instant <= to);
