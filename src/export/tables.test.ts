import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../answer/parse';
import { toCsv } from './csv';
import { toGeoJson } from './geojson';

test('CSV quotes only the fields that need it, and ends each line in CRLF', () => {
	expect(
		toCsv(
			['id', 'description'],
			[
				['1', 'A "big" one, here'],
				['2', 'two\nlines'],
				['', '=1+1']
			]
		)
	).toBe('id,description\r\n1,"A ""big"" one, here"\r\n2,"two\nlines"\r\n,=1+1\r\n');
});

/** Parses CSV by the grammar of RFC 4180. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [, inQuotes, plain, end] of text.matchAll(
		/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g
	)) {
		row.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

test('CSV parses back to the same table', () => {
	const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', 'a"b', ' '));
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
			expect(readCsv(toCsv(['a', 'b', 'c'], rows))).toEqual([['a', 'b', 'c'], ...rows]);
		})
	);
});

test('GeoJSON has longitude first, and keeps requests without a location', () => {
	const text =
		'[{"service_request_id":"1","status":"open","lat":43.65,"long":-79.38},{"service_request_id":"2","address":"KING ST W"}]';
	const parsed = parse({ method: 'requests', status: 200, contentType: 'application/json', text });
	if (parsed.kind !== 'serviceRequests') throw new Error(parsed.kind);
	expect(JSON.parse(toGeoJson(parsed.serviceRequests))).toEqual({
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				id: '1',
				geometry: { type: 'Point', coordinates: [-79.38, 43.65] },
				properties: { service_request_id: '1', status: 'open' }
			},
			{
				type: 'Feature',
				id: '2',
				geometry: null,
				properties: { service_request_id: '2', address: 'KING ST W' }
			}
		]
	});
});
