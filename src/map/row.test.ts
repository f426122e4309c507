import { expect, test } from 'vitest';
import { dayOf, momentOf, nameOf, requests, whereOf, yearOf } from './row.ts';

test('dates are as the server wrote them, whatever the zone', () => {
	expect(dayOf('2012-06-15T23:04:17-04:00')).toBe('15 June');
	expect(dayOf('2011-12-01T00:10:00Z', true)).toBe('1 Dec 2011');
	expect(momentOf('2012-06-20T09:04:00-04:00')).toBe('20 June 2012, 09:04');
	expect(momentOf('2012-06-20')).toBe('20 June 2012');
	expect(yearOf('2012-06-20')).toBe('2012');
	expect([dayOf('soon'), momentOf('2012-13-45'), yearOf(null)]).toEqual(['soon', '2012-13-45', '']);
});

test('an address has no empty parts; without one there are the coordinates', () => {
	const place = { address: 'DUFFERIN ST & COLLEGE ST, , former TORONTO', lat: 1, long: 2 };
	expect(whereOf(place)).toBe('DUFFERIN ST & COLLEGE ST, former TORONTO');
	expect(whereOf({ ...place, address: null })).toBe('1, 2');
	expect(whereOf({ address: null, lat: null, long: 2 })).toBe('No location');
});

test('a request is called by its id, else by its token', () => {
	expect(nameOf({ service_request_id: '7', token: '8' })).toBe('7');
	expect(nameOf({ service_request_id: null, token: '8' })).toBe('token 8');
	expect([requests(1), requests(1200)]).toEqual(['1 request', '1,200 requests']);
});
