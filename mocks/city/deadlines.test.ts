import { describe, expect, it } from 'vitest';
import { formatToronto, readDateTime } from './dates';
import { expectedBy, isBusinessDay } from './deadlines';

const instant = (text: string) => readDateTime(text) ?? NaN;

const expected = (service_code: string, requested: string) => {
	const deadline = expectedBy(service_code, instant(requested));
	return deadline === null ? null : formatToronto(deadline);
};

describe('expectedBy', () => {
	it.each([
		['CSROWR-12', '2012-06-14T08:12:44-04:00', '2012-06-19T08:12:00-04:00'],
		['CSROWR-12', '2012-02-20T18:44:03-05:00', '2012-02-25T18:44:00-05:00'],
		['CSROWR-12', '2012-03-08T18:44:03-05:00', '2012-03-13T18:44:00-04:00'],
		['CSROWC-05', '2012-06-14T16:30:00-04:00', '2012-06-19T16:30:00-04:00'],
		['CSROSC-14', '2012-06-12T10:00:41-04:00', '2012-06-17T10:00:00-04:00'],
		['CSROWBM-03', '2012-06-13T11:03:09-04:00', '2012-06-20T11:03:00-04:00'],
		['SWLMALB-02', '2012-06-14T22:05:19-04:00', '2012-06-22T22:05:00-04:00']
	])('gives %s some calendar days', (code, requested, deadline) =>
		expect(expected(code, requested)).toBe(deadline)
	);

	it.each([
		['G1', '2012-06-13T17:51:37-04:00', '2012-06-20T23:59:00-04:00'],
		['G2, a Saturday', '2012-06-09T14:04:22-04:00', '2012-06-18T23:59:00-04:00'],
		['G3', '2012-05-28T15:41:05-04:00', '2012-06-04T23:59:00-04:00'],
		['G4, over Victoria Day', '2012-05-14T12:20:29-04:00', '2012-05-22T23:59:00-04:00'],
		['a Sunday', '2012-06-10T14:04:22-04:00', '2012-06-18T23:59:00-04:00'],
		['Victoria Day', '2012-05-21T09:00:00-04:00', '2012-05-29T23:59:00-04:00'],
		['over Good Friday', '2012-04-04T10:52:33-04:00', '2012-04-12T23:59:00-04:00'],
		['over Canada Day', '2012-06-28T10:00:00-04:00', '2012-07-06T23:59:00-04:00'],
		['late on a Friday', '2012-06-15T23:59:59-04:00', '2012-06-22T23:59:00-04:00'],
		['early on a Saturday', '2012-06-16T00:00:00-04:00', '2012-06-25T23:59:00-04:00'],
		['into winter', '2012-11-02T12:00:00-04:00', '2012-11-09T23:59:00-05:00']
	])('gives private property five business days: %s', (_, requested, deadline) =>
		expect(expected('30102', requested)).toBe(deadline)
	);

	it('promises nothing for an unknown code', () => {
		expect(expected('csrowr-12', '2012-06-14T08:12:44-04:00')).toBeNull();
		expect(expected('constructor', '2012-06-14T08:12:44-04:00')).toBeNull();
	});
});

describe('isBusinessDay', () => {
	it.each([
		...['2012-01-02', '2012-02-20', '2012-04-06', '2012-05-21', '2012-07-02', '2012-09-03'],
		...['2012-10-08', '2012-12-25', '2012-12-26', '2011-01-03', '2011-04-22', '2011-12-26'],
		...['2011-12-27', '2010-12-27', '2010-12-28', '2013-03-29', '2013-05-20', '2013-07-01'],
		...['2015-12-28', '2018-03-30', '2019-04-19', '2024-03-29', '2025-04-18'],
		...['1981-04-17', '2049-04-16', '2076-04-17'],
		...['2012-06-16', '2012-06-17']
	])('is false on %s', (day) => expect(isBusinessDay(instant(`${day}T12:00:00`))).toBe(false));

	it.each([
		...['2012-01-03', '2012-04-05', '2012-04-09', '2012-05-14', '2012-05-24', '2012-06-29'],
		...['2012-07-03', '2012-08-06', '2012-11-12', '2012-12-24', '2012-12-27', '2012-06-15']
	])('is true on %s', (day) => expect(isBusinessDay(instant(`${day}T12:00:00`))).toBe(true));

	it('takes the day from Toronto, not from UTC', () => {
		expect(isBusinessDay(instant('2012-06-16T03:00:00Z'))).toBe(true);
		expect(isBusinessDay(instant('2012-06-18T03:00:00Z'))).toBe(false);
	});
});
