import { expect, test } from 'vitest';
import type { Entry } from './entry';
import type { Draft } from '../georeport/request';
import { answered, list, springfield, TWO_ROWS } from '../explorer/fixtures';
import { toStored } from './to-stored';
import { readEntry } from './read';
import { argumentsOf, durationOf, isFound, pathOf, resultOf, titleOf, whenOf } from './labels';

function entryOf(draft: Draft, status = 200): Entry {
	const row = toStored(answered(draft, TWO_ROWS, { status }), springfield, null);
	const entry = readEntry({ ...row, id: 1 });
	if (!entry) throw new Error('Not read.');
	return entry;
}

test('an entry is labelled by verb, path and its most important arguments', () => {
	const entry = entryOf(list);
	expect(titleOf(entry)).toBe('GET requests.xml');
	expect(argumentsOf(entry)).toEqual(['status=open']);
	expect(resultOf(entry)).toBe('200 OK');
	expect(titleOf({ ...entry, name: 'Open ones' })).toBe('Open ones');
});

test('arguments in the path are not repeated, and the reporter’s details are left out', () => {
	const one: Draft = {
		method: 'request',
		format: 'json',
		values: { service_request_id: '638344', jurisdiction_id: 'example.org' }
	};
	expect(pathOf(entryOf(one))).toBe('requests/638344.json');
	expect(argumentsOf(entryOf(one))).toEqual([]);
	const report: Draft = {
		method: 'submit',
		format: 'xml',
		values: { service_code: '001', lat: '43.7', long: '-79.4', email: 'a@b.c', description: 'Deep' }
	};
	expect(argumentsOf(entryOf(report))).toEqual(['service_code=001', 'lat=43.7', 'long=-79.4', '…']);
});

test('the path of discovery is relative to its own base', () => {
	expect(pathOf(entryOf({ method: 'discovery', format: 'xml', values: {} }))).toBe('discovery.xml');
});

test('a search finds entries that match all its words, in any order', () => {
	const entry = entryOf(list, 404);
	expect(isFound(entry, '404 requests.xml', null)).toBe(true);
	expect(isFound(entry, 'SPRINGFIELD open', null)).toBe(true);
	expect(isFound(entry, 'potholes', 'All open potholes')).toBe(true);
	expect(isFound(entry, 'requests.xml closed', null)).toBe(false);
	expect(isFound(entry, '', null)).toBe(true);
});

test('times of today are relative, others are dates', () => {
	const noon = new Date(2012, 5, 15, 12).getTime();
	expect(whenOf(noon - 20_000, noon)).toBe('just now');
	expect(whenOf(noon - 5 * 60_000, noon)).toBe('5 min ago');
	expect(whenOf(noon - 3 * 3_600_000, noon)).toBe('3 h ago');
	expect(whenOf(noon - 13 * 3_600_000, noon)).toMatch(/14.*2012|2012.*14/);
});

test('durations have a readable unit', () => {
	expect([0.2, 34.4, 2340].map(durationOf)).toEqual(['1 ms', '34 ms', '2.3 s']);
});
