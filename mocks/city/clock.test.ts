import { expect, test } from 'vitest';
import { toArguments } from '../api/arguments';
import { createCity, fromSeed } from './city';
import { shiftedTo } from './clock';
import { REQUESTS } from '../data/requests';
import { formatToronto, weekday } from './dates';
import { isBusinessDay } from './deadlines';
import { TORONTO } from '../api/dialect';
import { search } from '../api/search';
import { memoryStore } from '../store/store';

const ROWS = REQUESTS.map(fromSeed);
const DAY = 24 * 60 * 60_000;

/** Moments through three years, at all hours: 37 days and 5 hours apart. */
const MOMENTS = Array.from(
	{ length: 30 },
	(_, n) => Date.parse('2025-01-01T00:30:00Z') + n * (37 * DAY + 5 * 60 * 60_000)
).map((moment) => [new Date(moment).toISOString(), moment] as const);

const wallClock = (instant: number | null) =>
	instant === null ? null : formatToronto(instant).slice(11, 19);

test('at the fixed clock no row moves', () => {
	expect(shiftedTo(Date.parse('2012-06-15T12:00:00-04:00'), ROWS)).toEqual(ROWS);
});

test.each(MOMENTS)(
	'moved to %s, rows keep their order and end within a day and a bit',
	(_, now) => {
		const rows = shiftedTo(now, ROWS);
		const order = (of: typeof rows) =>
			of.toSorted((a, b) => a.requested - b.requested).map((each) => each.service_request_id);
		expect(order(rows)).toEqual(order(ROWS));
		const newest = Math.max(...rows.map(({ requested }) => requested));
		expect(newest).toBeLessThanOrEqual(now);
		expect(now - newest).toBeLessThan(1.2 * DAY);
		for (const { requested, updated } of rows) {
			expect(updated ?? requested).toBeGreaterThanOrEqual(requested);
			expect(updated ?? requested).toBeLessThanOrEqual(now);
		}
	}
);

test.each(MOMENTS)('moved to %s, rows keep their times of day', (_, now) => {
	const times = (of: typeof ROWS) =>
		of
			.filter(({ requested }) => formatToronto(requested).slice(11, 13) > '03')
			.map(({ requested, updated }) => [wallClock(requested), wallClock(updated)]);
	expect(times(shiftedTo(now, ROWS))).toEqual(times(ROWS));
});

test.each(MOMENTS)(
	'moved to %s, private property is due at 23:59:00 on a business day',
	(_, now) => {
		const due = shiftedTo(now, ROWS).flatMap(({ service_code, expected }) =>
			service_code === '30102' && expected !== null ? [expected] : []
		);
		expect(due.length).toBeGreaterThan(10);
		for (const instant of due) {
			expect(wallClock(instant)).toBe('23:59:00');
			expect([0, 6]).not.toContain(weekday(instant));
			expect(isBusinessDay(instant)).toBe(true);
		}
	}
);

test.each(MOMENTS)('a client that polls the last two days at %s finds rows', async (_, now) => {
	const city = createCity(shiftedTo(now, ROWS), memoryStore(), () => now);
	const start = new Date(now - 2 * DAY).toISOString();
	const answer = await search(city, toArguments([['start_date', start]]), TORONTO);
	if (answer.kind !== 'requests') throw new Error(answer.kind);
	expect(answer.requests.length).toBeGreaterThan(0);
});

test('the deadline of a report on Thursday 24 December 2026 skips the holidays', () => {
	const [row] = ROWS.filter(({ service_request_id }) => service_request_id === '101000000011');
	if (!row) throw new Error('There is no row 101000000011.');
	// Made on Wednesday 13 June 2012 at 17:51:37, two days before the fixed clock.
	const [moved] = shiftedTo(Date.parse('2026-12-26T13:00:00-05:00'), [row]);
	expect(formatToronto(moved?.requested ?? NaN)).toBe('2026-12-24T17:51:37-05:00');
	// 25 December is Christmas, Monday 28 December stands in for Boxing Day, 1 January is New Year's.
	expect(formatToronto(moved?.expected ?? NaN)).toBe('2027-01-05T23:59:00-05:00');
});
