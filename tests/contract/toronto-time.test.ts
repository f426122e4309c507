// The page and the mock-up each tell Toronto's time by themselves; the time zones of Node say whether
// both are right.
import { expect, test } from 'vitest';
import { formatToronto } from '../../mocks/city/dates';
import { torontoTime } from '../../src/georeport/date-time';

const HOUR = 3_600_000;

const zones = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'America/Toronto',
	timeZoneName: 'longOffset'
});

test('clocks change at the same hour as in the time zones, in the years of the rule and beyond', () => {
	const wrong: string[] = [];
	for (let year = 2005; year <= 2028; year++) {
		for (const month of [2, 10]) {
			const end = Date.UTC(year, month + 1);
			for (let instant = Date.UTC(year, month); instant < end; instant += HOUR) {
				const hours = zones.format(instant).includes('GMT-04:00') ? 4 : 5;
				const local = new Date(instant - hours * HOUR).toISOString().slice(0, 19);
				if (torontoTime(instant) !== local) wrong.push(`page: ${local}`);
				if (formatToronto(instant) !== `${local}-0${hours}:00`) wrong.push(`mock-up: ${local}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});
