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
			],
			{ forSpreadsheets: false }
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
			expect(readCsv(toCsv(['a', 'b', 'c'], rows, { forSpreadsheets: false }))).toEqual([
				['a', 'b', 'c'],
				...rows
			]);
		})
	);
});

/** The cells of a table for spreadsheets. */
const cellsFor = (cells: readonly string[]) => {
	const text = toCsv(
		['a'],
		cells.map((cell) => [cell]),
		{ forSpreadsheets: true }
	);
	expect(text.startsWith('\uFEFFa\r\n')).toBe(true);
	return readCsv(text.slice(1)).slice(1).flat();
};

test('for spreadsheets nothing begins a formula, and a byte order mark says UTF-8', () => {
	const formulas = [
		"=cmd|' /C calc'!A0",
		'@SUM(1)',
		'-2+3',
		'+1 416 555 0100',
		'\t=1',
		'\r=1',
		'\n=1',
		'\tplain',
		' =1',
		'\u00A0=1',
		'\u200B=1',
		'\uFEFF=1',
		'＝1+1',
		'＋1',
		'－1+1',
		'＠SUM(1)',
		'-79.38-1',
		'=',
		'-Infinity',
		'+0x10'
	];
	expect(cellsFor(formulas)).toEqual(formulas.map((cell) => `'${cell}`));
	expect(toCsv(['=a'], [], { forSpreadsheets: true })).toBe("\uFEFF'=a\r\n");
});

test('for spreadsheets a number is never changed, nor any other text', () => {
	const plain = ['-79.38', '+5', '1e3', '-1.5E-7', '-.5', ' -5 ', '-0', '12345678901234567890'];
	const texts = ['', 'a=1', "'=1", 'a@b.ca', '2012-06-15', 'é 路'];
	expect(cellsFor([...plain, ...texts])).toEqual([...plain, ...texts]);
});

test.each([
	[884936, 1004398],
	[-90.1, 0],
	[0, 180.5],
	[null, -79.4],
	['NaN', '-79.4'],
	['', ''],
	['43,65', '-79,38'],
	['0x10', '1'],
	['1e400', '1']
])('GeoJSON has no geometry for lat %j, long %j', (lat, long) => {
	const text = JSON.stringify([{ service_request_id: '1', lat, long }]);
	const parsed = parse({ method: 'requests', status: 200, contentType: 'application/json', text });
	if (parsed.kind !== 'serviceRequests') throw new Error(parsed.kind);
	expect(JSON.parse(toGeoJson(parsed.serviceRequests))).toMatchObject({
		features: [{ geometry: null, properties: { service_request_id: '1' } }]
	});
});

test('GeoJSON has texts and numbers as sent', () => {
	const text =
		'[{"service_request_id":12345678901234567890,"zipcode":1.10,"address_id":-0,"description":1e400,"lat":43.0,"long":-79}]';
	const parsed = parse({ method: 'requests', status: 200, contentType: 'application/json', text });
	if (parsed.kind !== 'serviceRequests') throw new Error(parsed.kind);
	expect(JSON.parse(toGeoJson(parsed.serviceRequests))).toMatchObject({
		features: [
			{
				id: '12345678901234567890',
				geometry: { coordinates: [-79, 43] },
				properties: { zipcode: '1.10', address_id: '-0', description: '1e400' }
			}
		]
	});
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
