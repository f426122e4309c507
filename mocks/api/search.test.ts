import { expect, test } from 'vitest';
import { toArguments } from './arguments';
import type { CityRequest } from '../city/city-request';
import { createCity } from '../city/city';
import { STANDARD, TORONTO, type Dialect } from './dialect';
import { search } from './search';
import { memoryStore } from '../store/store';

const NOW = Date.parse('2012-06-15T12:00:00-04:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Row n of the generated city: every 15 minutes back from now, four rows at each time. */
const row = (n: number): CityRequest => ({
	service_request_id: String(200_000_000_000 + n),
	token: null,
	service_code: n % 2 ? 'CSROWR-12' : '30102',
	note: n % 3 ? 'investigated' : 'completed',
	requested: NOW - Math.floor(n / 4) * 15 * MINUTE,
	updated: n % 5 ? null : NOW - Math.floor(n / 4) * 15 * MINUTE + HOUR,
	expected: null,
	address: null,
	address_id: null,
	lat: n % 7 ? 43.6 + (n % 100) / 1000 : null,
	long: n % 7 ? -79.4 : null,
	description: null,
	media_url: null,
	assigned: 0,
	duplicateTarget: false,
	held: false
});

/** 20,000 rows in random order, four every 15 minutes, so that they reach 52 days back. */
const ROWS = Array.from({ length: 20_000 }, (_, n) => row((n * 7919) % 20_000));

/** The same, four times as far apart: 208 days. */
const SPARSE = ROWS.map((each) => ({ ...each, requested: NOW - (NOW - each.requested) * 4 }));

async function found(
	asked: Record<string, string>,
	rows: readonly CityRequest[] = ROWS,
	dialect: Dialect = TORONTO,
	now = NOW
): Promise<readonly CityRequest[]> {
	const city = createCity(rows, memoryStore(), () => now);
	const answer = await search(city, toArguments(Object.entries(asked)), dialect);
	if (answer.kind === 'requests') return answer.requests;
	throw new Error(answer.kind === 'failed' ? answer.failures[0].description : answer.kind);
}

const idsOf = (rows: readonly CityRequest[]) => rows.map((each) => each.service_request_id);
const timesOf = (rows: readonly CityRequest[]) => rows.map(({ requested }) => requested);

test('an answer has the first 1,000 requests, newest first, equal times by id, descending', async () => {
	const rows = await found({});
	expect(rows).toHaveLength(1000);
	expect(idsOf(rows).slice(0, 6)).toEqual([
		'200000000003',
		'200000000002',
		'200000000001',
		'200000000000',
		'200000000007',
		'200000000006'
	]);
	expect(timesOf(rows)).toEqual(timesOf(rows).toSorted((a, b) => b - a));
});

test('paging through the span returns every row once', async () => {
	const pages = await Promise.all(
		Array.from({ length: 21 }, (_, n) => found({ page: String(n + 1), page_size: '1000' }))
	);
	expect(pages.map(({ length }) => length)).toEqual([...Array<number>(20).fill(1000), 0]);
	expect(new Set(idsOf(pages.flat())).size).toBe(20_000);
	expect(timesOf(pages.flat())).toEqual(timesOf(pages.flat()).toSorted((a, b) => b - a));
	expect(idsOf(await found({ page: '3', page_size: '7' }))).toEqual(
		idsOf(await found({})).slice(14, 21)
	);
});

test.each([TORONTO, STANDARD])('without dates the last 90 days count ($name)', async (dialect) => {
	const oldest = NOW - 90 * DAY;
	const edge = [oldest - 1000, oldest, NOW].map((requested, n) => ({ ...row(n), requested }));
	expect(timesOf(await found({}, edge, dialect))).toEqual([NOW, oldest]);
	const last = await found({ page: '9', page_size: '1000' }, SPARSE, dialect);
	expect(last.length).toBeGreaterThan(0);
	expect(Math.min(...timesOf(last))).toBe(oldest);
});

test('both ends of a span count; one end alone gives 90 days', async () => {
	const at = (text: string) => Date.parse(text);
	const day = { start_date: '2012-06-14T12:00:00Z', end_date: '2012-06-14T13:00:00Z' };
	const times = timesOf(await found(day));
	expect(times).toHaveLength(20);
	expect(Math.max(...times)).toBe(at('2012-06-14T13:00:00Z'));
	expect(Math.min(...times)).toBe(at('2012-06-14T12:00:00Z'));
	const after = { start_date: '2012-01-01T00:00:00-05:00' };
	const from = timesOf(await found(after, SPARSE));
	expect(from[0]).toBe(at('2012-03-31T00:00:00-04:00'));
	const before = { end_date: '2012-04-01T00:00:00-04:00', page: '9', page_size: '1000' };
	const to = timesOf(await found(before, SPARSE));
	expect(to.at(-1)).toBe(at('2012-01-02T00:00:00-05:00'));
	expect(
		await found({ start_date: '2012-06-15T00:00:00Z', end_date: '2012-06-14T00:00:00Z' })
	).toEqual([]);
});

test('Toronto cuts a longer span to 90 days from its start, and the standard dialect refuses it', async () => {
	const long = { start_date: '2012-01-01T00:00:00-05:00', end_date: '2012-06-01T00:00:00-04:00' };
	expect(timesOf(await found(long, SPARSE))[0]).toBe(Date.parse('2012-03-31T00:00:00-04:00'));
	await expect(found(long, SPARSE, STANDARD)).rejects.toThrow('more than 90 days');
});

test.each([
	['2012-02-01T00:00:00Z', '2012-05-01T00:00:00Z'],
	['2012-02-01T00:00:00-05:00', '2012-05-01T00:00:00-04:00'],
	['2011-09-01T00:00:00Z', '2011-11-30T00:00:00Z'],
	['2011-09-01T00:00:00-04:00', '2011-11-30T00:00:00-05:00']
])(
	'%s to %s is 90 days, by the hour or by the clock, also where the clock changes',
	async (start_date, end_date) => {
		const edge = [{ ...row(0), requested: Date.parse(end_date) }];
		for (const dialect of [TORONTO, STANDARD]) {
			expect(await found({ start_date, end_date }, edge, dialect)).toHaveLength(1);
		}
		const later = new Date(Date.parse(end_date) + 2 * HOUR).toISOString();
		await expect(found({ start_date, end_date: later }, edge, STANDARD)).rejects.toThrow('90 days');
	}
);

test.each([TORONTO, STANDARD])(
	'a bare end date counts from its beginning ($name)',
	async (dialect) => {
		const rows = [row(0)].map((each) => ({
			...each,
			requested: Date.parse('2012-05-30T23:00:00-04:00')
		}));
		const asked = { start_date: '2012-03-01', end_date: '2012-05-30' };
		expect(await found(asked, rows, dialect)).toHaveLength(1);
	}
);

test('a list of ids overrides every other argument, the span and the errors in it', async () => {
	const asked = {
		service_request_id: '200000019999, 200000000001,nothing',
		status: 'closed',
		start_date: 'yesterday',
		page: '0'
	};
	expect(idsOf(await found(asked, SPARSE))).toEqual(['200000000001', '200000019999']);
});

test('codes and statuses filter by comma lists; codes are case-sensitive', async () => {
	const codes = (rows: readonly CityRequest[]) => new Set(rows.map((each) => each.service_code));
	expect(codes(await found({ service_code: '30102' }))).toEqual(new Set(['30102']));
	expect(codes(await found({ service_code: '30102, CSROWR-12' })).size).toBe(2);
	expect(await found({ service_code: 'csrowr-12' })).toEqual([]);
	expect(new Set((await found({ status: 'closed' })).map(({ note }) => note))).toEqual(
		new Set(['completed'])
	);
	expect(idsOf(await found({ status: 'open,closed' }))).toEqual(idsOf(await found({})));
	expect(await found({ status: 'OPEN' })).toEqual([]);
});

test('in the standard dialect lat and long without radius are ignored, whatever they are', async () => {
	const standard = (asked: Record<string, string>) => found(asked, ROWS, STANDARD);
	const all = await standard({});
	expect(all).toHaveLength(1000);
	for (const centre of [{ lat: '43.6', long: '-79.4' }, { lat: '43.6' }, { long: 'x' }]) {
		expect(await standard(centre)).toEqual(all);
		expect(await standard({ ...centre, radius: ' ' })).toEqual(all);
	}
	const halves: Record<string, string>[] = [
		{ radius: '9' },
		{ radius: '9', lat: '43.6' },
		{ radius: '9', long: '-79' }
	];
	for (const half of halves) await expect(standard(half)).rejects.toThrow('A circle needs');
	await expect(found({ lat: '43.6', long: '-79.4' })).rejects.toThrow('A circle needs');
	const near = await standard({ lat: '43.65', long: '-79.4', radius: '0' });
	expect(new Set(near.map(({ lat }) => lat))).toEqual(new Set([43.65]));
});

test('a circle leaves out requests that are farther away or have no place', async () => {
	const circle = { lat: '43.65', long: '-79.4', radius: '1000' };
	const lats = new Set((await found(circle)).map(({ lat }) => lat?.toFixed(3)));
	// 0.001 degrees of latitude are 111 metres: nine of them on either side.
	expect([...lats].toSorted()).toEqual(
		Array.from({ length: 17 }, (_, n) => (43.642 + n / 1000).toFixed(3))
	);
	const exact = await found({ ...circle, radius: '0' });
	expect(new Set(exact.map(({ lat }) => lat))).toEqual(new Set([43.65]));
});

test('updated_after and updated_before filter by the update, whenever the request was made', async () => {
	const asked = { updated_after: '2012-06-01T00:00:00Z', updated_before: '2012-06-02T00:00:00Z' };
	const updates = (await found(asked)).map(({ updated }) => updated ?? NaN);
	expect(updates.length).toBeGreaterThan(50);
	expect(Math.min(...updates)).toBeGreaterThanOrEqual(Date.parse('2012-06-01T00:00:00Z'));
	expect(Math.max(...updates)).toBeLessThanOrEqual(Date.parse('2012-06-02T00:00:00Z'));
	const old = { ...row(0), requested: NOW - 400 * DAY, updated: NOW - HOUR };
	expect(await found({ updated_after: '2012-06-15T00:00:00Z' }, [old])).toHaveLength(1);
	expect(await found({}, [old])).toEqual([]);
});

test('a row whose id is not assigned yet is not listed', async () => {
	const pending = { ...row(0), assigned: NOW + 1 };
	expect(await found({}, [pending])).toEqual([]);
	expect(await found({}, [pending], TORONTO, NOW + 1)).toHaveLength(1);
});

test('every bad argument is named at once', async () => {
	const city = createCity([], memoryStore(), () => NOW);
	const asked = {
		start_date: 'soon',
		end_date: '2012-13-01',
		updated_after: 'x',
		lat: '91',
		radius: '-1',
		page: '1.5',
		page_size: '1001'
	};
	const answer = await search(city, toArguments(Object.entries(asked)), STANDARD);
	if (answer.kind !== 'failed') throw new Error(answer.kind);
	expect(answer.failures.map(({ status }) => status)).toEqual(Array<number>(8).fill(400));
	const words = answer.failures.map(({ description }) => description).join('\n');
	for (const [name, value] of Object.entries(asked)) expect(words).toContain(`${name} '${value}'`);
	expect(words).toContain('Send all three');
});
