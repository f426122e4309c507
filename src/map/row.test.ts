import { expect, test } from 'vitest';
import { readingOf } from '../answer/reading.ts';
import { shownRequests, type ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { mapRecordsOf } from './records.ts';
import { dayOf, differInYear, momentOf, nameOf, requests, whereOf, yearOf } from './row.ts';

const readingOfRequest = (fields: object) =>
	readingOf({
		method: 'requests',
		status: 200,
		contentType: 'application/json',
		text: JSON.stringify([fields])
	});

test('dates are as the server wrote them, whatever the zone', () => {
	expect(dayOf('2012-06-15T23:04:17-04:00')).toBe('15 June');
	expect(dayOf('2011-12-01T00:10:00Z', true)).toBe('1 Dec 2011');
	expect(momentOf('2012-06-20T09:04:00-04:00')).toBe('20 June 2012, 09:04');
	expect(momentOf('2012-06-20')).toBe('20 June 2012');
	expect(yearOf('2012-06-20')).toBe('2012');
	expect([dayOf('soon'), momentOf('2012-13-45'), yearOf(null)]).toEqual(['soon', '2012-13-45', '']);
});

test('dates show their year where not all are of one', () => {
	expect(differInYear(['2012-06-15T23:04:17-04:00', '2012-12-31T23:59:59Z'])).toBe(false);
	expect(differInYear(['2012-06-15T23:04:17-04:00', '2011-06-15T23:04:17-04:00'])).toBe(true);
	expect(differInYear(['2012-06-15', '2012-06-16', null])).toBe(true);
	expect(differInYear([null, null])).toBe(false);
	expect(differInYear([])).toBe(false);
});

test('an address has no empty parts; without one there are the coordinates', () => {
	const whereIs = (fields: object) =>
		whereOf(shownRequests(readingOfRequest(fields))[0] as ShownRequest);
	const place = { address: 'DUFFERIN ST & COLLEGE ST, , former TORONTO', lat: 1, long: 2 };
	expect(whereIs(place)).toBe('DUFFERIN ST & COLLEGE ST, former TORONTO');
	expect(whereIs({ lat: 1, long: 2 })).toBe('1, 2');
	expect(whereIs({ lat: '43.650', long: '-79.10' })).toBe('43.650, -79.10');
	expect(whereIs({ lat: null, long: '' })).toBe('No location');
	expect(whereIs({ status: 'open' })).toBe('No location');
});

test.each([
	['projected', 884936, 1004398, '884936, 1004398 (no valid location)'],
	['no numbers', 'NaN', 'north', 'NaN, north (no valid location)'],
	['in hexadecimal digits', '0x2B', '-79.4', '0x2B, -79.4 (no valid location)'],
	['beyond all numbers', '1e400', '-79.4', '1e400, -79.4 (no valid location)'],
	['half', null, -79.4, 'none, -79.4 (no valid location)'],
	['beyond the poles', 90.01, 0, '90.01, 0 (no valid location)']
])(
	'coordinates that are %s are shown as sent, and named as no valid location',
	(_, lat, long, words) => {
		const [request] = shownRequests(readingOfRequest({ lat, long }));
		expect(whereOf(request as ShownRequest)).toBe(words);
		expect(mapRecordsOf(request ? [request] : [])).toEqual([]);
	}
);

test('a request is called by its id, else by its token', () => {
	expect(nameOf({ service_request_id: '7', token: '8' })).toBe('7');
	expect(nameOf({ service_request_id: null, token: '8' })).toBe('token 8');
	expect([requests(1), requests(1200)]).toEqual(['1 request', '1,200 requests']);
});
