// One long value of an answer, or of what is sent, costs no more for each of its characters.
import { describe, test } from 'vitest';
import { cmd } from '../../src/code/literals';
import { toCsv } from '../../src/export/csv';
import { decimal } from '../../mocks/api/arguments';
import { carriesKey } from '../../src/georeport/privacy';
import { toNumber } from '../../src/georeport/rules/form-values';
import { decimalOf, isSameNumber } from '../../src/georeport/location';
import { findingsOf } from '../../src/conformance/conformance';
import { readXmlTree } from '../../src/document/xml-tree';
import { expectLinear } from './growth';

const VALUES: Readonly<Record<string, (length: number) => string>> = {
	'digits that are no number': (length) => `${'1'.repeat(length)}x`,
	'zeros around a point that are no number': (length) =>
		`${'0'.repeat(length)}.${'0'.repeat(length)}x`,
	'zeros with a digit at either end': (length) => `1${'0'.repeat(length)}1`,
	slashes: (length) => `http://a.example${'/'.repeat(length)}x`,
	blanks: (length) => `a${' '.repeat(length)}b`,
	'escaped quotes': (length) => '\\"'.repeat(length),
	backslashes: (length) => `${'\\'.repeat(length)}a`,
	'two commas and URLs': (length) => 'http://a.example/,'.repeat(length / 10),
	'signs of HTML': (length) => '<a <'.repeat(length / 4)
};

describe.each(Object.entries(VALUES))('%s', (_, valueOf) => {
	test('as coordinate and as every other field', () => {
		const fields = ['lat', 'service_request_id', 'status', 'media_url', 'requested_datetime'];
		return expectLinear(
			(length) => {
				const value = valueOf(length).replaceAll('<', '&lt;');
				const written = [...fields, 'description'].map((name) => `<${name}>${value}</${name}>`);
				return `<service_requests><request>${written.join('')}</request></service_requests>`;
			},
			(text) =>
				findingsOf({
					method: 'requests',
					asked: 'xml',
					status: 200,
					headers: [],
					dialect: 'standard',
					encoding: null,
					text,
					tree: readXmlTree(text)
				}),
			10_000
		);
	});

	test('as a number, in a table for spreadsheets, and in a command', () =>
		expectLinear(
			valueOf,
			(text) => [
				decimalOf(text),
				decimal(text),
				toNumber(text),
				carriesKey({ method: 'POST', url: 'http://a.example/', headers: {}, body: text }),
				isSameNumber(text, text),
				toCsv(['a'], [[`-${text}`]], { forSpreadsheets: true }),
				cmd(text)
			],
			10_000
		));
});
