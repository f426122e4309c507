import { expect, test } from 'vitest';
import { toHttpRequest, type Draft } from '../georeport/request';
import { addressLines } from './shown-address';

const endpoint = {
	url: 'https://a.example/open311test/ws/',
	discoveryUrl: 'https://a.example/open311test/'
};
const potholes: Draft = {
	method: 'requests',
	format: 'xml',
	values: { jurisdiction_id: 'toronto.ca', service_code: 'CSROWR-12', status: 'open' }
};

const shown = (draft: Draft, columns: number, ...changed: string[]) => {
	const { url } = toHttpRequest(draft, endpoint);
	return addressLines({ url, draft, endpoint, changed: new Set(changed) }, columns);
};
const texts = (draft: Draft, columns: number) =>
	shown(draft, columns).map((line) => line.map(({ text }) => text).join(''));

const QUERY = 'requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open';

test.each([
	[200, [`https://a.example/open311test/ws/${QUERY}`]],
	[95, [`/open311test/ws/${QUERY}`]],
	[76, [`…/${QUERY}`]],
	[66, ['…/requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12', '&status=open']],
	[30, ['…/requests.xml', '?jurisdiction_id=toronto.ca', '&service_code=CSROWR-12', '&status=open']]
])('in %i characters', (columns, lines) => expect(texts(potholes, columns)).toEqual(lines));

test('an argument longer than a line is whole', () => {
	const draft: Draft = { ...potholes, values: { service_request_id: '1'.repeat(50) } };
	expect(texts(draft, 20).at(-1)).toBe(`?service_request_id=${'1'.repeat(50)}`);
});

test('values stand out, and what changed is marked with its name', () => {
	expect(shown(potholes, 76, 'status').flat().slice(-4)).toEqual([
		{ text: '&service_code=', role: 'name', changed: false },
		{ text: 'CSROWR-12', role: 'value', changed: false },
		{ text: '&status=', role: 'name', changed: true },
		{ text: 'open', role: 'value', changed: true }
	]);
});

test('an argument in the path gives its name until it has a value', () => {
	const draft = (values: Draft['values']): Draft => ({
		method: 'definition',
		format: 'json',
		values
	});
	expect(texts(draft({}), 34)).toEqual(['…/services/{service_code}.json']);
	expect(shown(draft({ service_code: '30102' }), 30, 'service_code', 'format')[0]).toEqual([
		{ text: '…/', role: 'base', changed: false },
		{ text: 'services/', role: 'path', changed: false },
		{ text: '30102', role: 'value', changed: true },
		{ text: '.json', role: 'path', changed: true }
	]);
});

test('discovery has a base of its own, and an address elsewhere has none', () => {
	expect(texts({ method: 'discovery', format: 'xml', values: {} }, 20)).toEqual([
		'…/discovery.xml'
	]);
	const url = 'https://b.example/x?a=1&b';
	const lines = addressLines({ url, draft: potholes, endpoint, changed: new Set() }, 25);
	expect(lines).toEqual([
		[
			{ text: 'https://b.example/x', role: 'path', changed: false },
			{ text: '?a=', role: 'name', changed: false },
			{ text: '1', role: 'value', changed: false },
			{ text: '&b', role: 'name', changed: false }
		]
	]);
});
