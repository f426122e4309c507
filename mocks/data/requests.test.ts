import { describe, expect, it } from 'vitest';
import { addDays, formatToronto } from '../city/dates';
import { expectedBy } from '../city/deadlines';
import { NOTES, REQUESTS, type SeededRequest } from './requests';

const NOW = Date.parse('2012-06-15T12:00:00-04:00');
const WINDOW = Date.parse('2012-03-17T12:00:00-04:00');
const CODES = ['CSROWC-05', 'CSROWBM-03', 'CSROWR-12', '30102', 'CSROSC-14', 'SWLMALB-02'];

const dates = ({ requested, updated, expected, assigned }: SeededRequest) =>
	[requested, updated, expected, assigned].filter((date) => typeof date === 'string');

const listed = REQUESTS.filter(({ requested, assigned }) => {
	const from = Date.parse(requested);
	return from >= WINDOW && from <= NOW && assigned === undefined;
});

const byId = (id: string) => REQUESTS.find((row) => row.service_request_id === id);

const numbered = (from: number, to: number) =>
	REQUESTS.filter(({ service_request_id }) => {
		const number = Number(service_request_id) - 101000000000;
		return number >= from && number <= to;
	});

const metres = (row: SeededRequest, lat: number, long: number) =>
	Math.hypot(((row.lat ?? 0) - lat) * 111_195, ((row.long ?? 0) - long) * 80_390);

describe('the seeded requests', () => {
	it('have ids and tokens of their own', () => {
		const ids = REQUESTS.map(({ service_request_id }) => service_request_id);
		expect(ids.filter((id) => !/^1010000\d{5}$/.test(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
		const tokens = REQUESTS.flatMap(({ token }) => token ?? []);
		expect(new Set(tokens).size).toBe(12);
	});

	it('fill the default 90 days with all six services', () => {
		const count = (code: string) => listed.filter((row) => row.service_code === code).length;
		expect(listed.length).toBeGreaterThanOrEqual(60);
		expect(listed.length - count('CSROWR-12')).toBeGreaterThan(20);
		expect(count('CSROWR-12')).toBeGreaterThan(25);
		for (const code of CODES) expect(count(code), code).toBeGreaterThanOrEqual(5);
		expect(REQUESTS.every(({ service_code }) => CODES.includes(service_code))).toBe(true);
	});

	it.each(['former TORONTO', 'NORTH YORK', 'SCARBOROUGH', 'ETOBICOKE', ', YORK', 'EAST YORK'])(
		'reach %s',
		(municipality) => {
			const there = listed.filter(({ address }) => address?.endsWith(municipality));
			expect(there.length).toBeGreaterThanOrEqual(2);
		}
	);

	it('write dates with the offset of Toronto on that date, updates in whole minutes', () => {
		for (const row of REQUESTS) {
			for (const date of dates(row)) expect(formatToronto(Date.parse(date))).toBe(date);
			if (row.updated !== null) expect(row.updated).toMatch(/:00-0[45]:00$/);
		}
	});

	it('are never updated before they are made nor after the clock', () => {
		for (const { service_request_id, requested, updated } of REQUESTS) {
			expect(Date.parse(requested), service_request_id).toBeLessThan(NOW);
			if (updated === null) continue;
			expect(Date.parse(updated), service_request_id).toBeGreaterThanOrEqual(Date.parse(requested));
			expect(Date.parse(updated), service_request_id).toBeLessThanOrEqual(NOW);
		}
	});

	it('are closed with an update, unless cancelled', () => {
		expect(REQUESTS.filter(({ note, updated }) => note === 'completed' && !updated)).toEqual([]);
		expect(NOTES.completed.status).toBe('closed');
		expect(NOTES.scheduled.status).toBe('open');
	});

	it('never call private property scheduled, nor leave a scheduled row past its target', () => {
		for (const { note, service_code, expected } of REQUESTS) {
			if (note !== 'scheduled') continue;
			expect(service_code).not.toBe('30102');
			expect(Date.parse(expected ?? '')).toBeGreaterThan(NOW);
		}
	});

	it('are due by the first deadline, or the longer one once investigated', () => {
		const longer = new Map([
			['CSROWR-12', 90],
			['CSROWC-05', 56],
			['CSROSC-14', 56],
			['CSROWBM-03', 365]
		]);
		for (const { service_request_id, service_code, note, requested, expected } of REQUESTS) {
			if (expected === null) {
				expect(note, service_request_id).toBe('cancelled');
				continue;
			}
			const made = Date.parse(requested);
			const days = note === 'investigated' ? longer.get(service_code) : undefined;
			const due = days === undefined ? expectedBy(service_code, made) : addDays(made, days);
			// The City cut or rounded the seconds of longer targets.
			const off = Math.abs(Date.parse(expected) - (due ?? NaN));
			expect(off, service_request_id).toBeLessThan(days === undefined ? 1 : 60_000);
		}
	});

	it('ascend by date, from 061 on', () => {
		for (const range of [numbered(61, 99), numbered(201, 999)]) {
			const made = range.map(({ requested }) => Date.parse(requested));
			expect(range.length).toBeGreaterThan(30);
			expect(made).toEqual(made.toSorted((a, b) => a - b));
		}
	});

	it('stay clear of the places of the submission ladder', () => {
		const ladder = numbered(111, 169);
		for (const row of [...numbered(61, 99), ...numbered(201, 999)]) {
			for (const { lat, long } of ladder) {
				expect(metres(row, lat ?? NaN, long ?? NaN), row.address ?? '').toBeGreaterThan(150);
			}
		}
	});
});

describe('the test cases', () => {
	it('are 24 rows, six of them targets of duplicates', () => {
		expect(numbered(1, 60)).toHaveLength(24);
		const targets = REQUESTS.filter(({ duplicateTarget }) => duplicateTarget);
		expect(targets.map(({ service_request_id }) => service_request_id.slice(-3))).toEqual([
			'001',
			'011',
			'021',
			'031',
			'041',
			'052'
		]);
	});

	it('hold the first pothole and the report nobody could place', () => {
		expect(byId('101000000001')).toEqual({
			service_request_id: '101000000001',
			service_code: 'CSROWR-12',
			note: 'scheduled',
			requested: '2012-06-14T08:12:44-04:00',
			updated: null,
			expected: '2012-06-19T08:12:00-04:00',
			address: '296 BRUNSWICK AVE',
			address_id: '8417961',
			lat: 43.665497385,
			long: -79.407597678,
			description: null,
			media_url: null,
			token: null,
			duplicateTarget: true
		});
		expect(byId('101000000006')).toMatchObject({
			note: 'investigated',
			address: null,
			address_id: null,
			lat: null,
			long: null,
			description: expect.stringMatching(/./) as string
		});
	});

	it.each([
		['002', 'investigated', '05-22T20:58:35-04:00', '05-24T09:31:00-04:00', '08-20T20:59:00-04:00'],
		['004', 'completed', '04-16T11:00:00-04:00', '05-02T14:40:00-04:00', '04-21T11:00:00-04:00'],
		['005', 'cancelled', '06-11T09:15:27-04:00', null, null],
		['007', 'completed', '02-20T18:44:03-05:00', '02-23T07:56:00-05:00', '02-25T18:44:00-05:00'],
		['014', 'completed', '05-14T12:20:29-04:00', '05-16T11:42:00-04:00', '05-22T23:59:00-04:00'],
		['053', 'cancelled', '06-06T10:05:00-04:00', null, '06-14T10:05:00-04:00']
	])('date 101000000%s', (number, note, requested, updated, expected) => {
		const in2012 = (date: string | null) => (date === null ? null : `2012-${date}`);
		expect(byId(`101000000${number}`)).toMatchObject({
			note,
			requested: in2012(requested),
			updated: in2012(updated),
			expected: in2012(expected)
		});
	});

	it('seed a token with an id and a pending one per service', () => {
		const codes = ['CSROWR-12', '30102', 'CSROWC-05', 'CSROSC-14', 'CSROWBM-03', 'SWLMALB-02'];
		codes.forEach((service_code, index) => {
			const n = index + 1;
			const resolved = byId(`1010000001${n}1`);
			const pending = byId(`1010000001${n}9`);
			const note = service_code === '30102' ? 'investigated' : 'scheduled';
			expect(resolved).toMatchObject({ token: `90000${n}1`, service_code, note, updated: null });
			expect(resolved?.assigned).toBeUndefined();
			expect(pending).toMatchObject({
				token: `90000${n}9`,
				service_code,
				address: resolved?.address,
				assigned: '2012-06-16T09:00:00-04:00'
			});
		});
	});
});
