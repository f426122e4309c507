import { expect, test } from 'vitest';
import { springfield } from '../explorer/fixtures';
import { headerLines, requestLines } from './request-lines';

const GET = { method: 'GET', headers: {}, body: null };
const V2 = 'https://open311.example.org/v2/';

test('a request is shown with one argument a line', () => {
	const url = `${V2}requests.xml?jurisdiction_id=example.org&status=open`;
	expect(requestLines({ ...GET, url }, springfield)).toEqual([
		['GET ', 'requests.xml'],
		['?jurisdiction_id', '=example.org'],
		['&status', '=open']
	]);
	expect(requestLines({ ...GET, url: `${V2}services.xml` }, springfield)).toEqual([
		['GET ', 'services.xml']
	]);
	expect(requestLines({ ...GET, url: `${V2}tokens/.xml?a=b` }, springfield, ['token'])).toEqual([
		['GET ', 'tokens/{token}.xml'],
		['?a', '=b']
	]);
});

test('a report is shown by its body', () => {
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
	const body = 'service_code=007&attribute%5BA%5D=1';
	const report = { method: 'POST', url: `${V2}requests.xml`, headers, body };
	expect(requestLines(report, springfield)).toEqual([
		['service_code', '=007'],
		['&attribute%5BA%5D', '=1']
	]);
	expect(headerLines(report)).toEqual([
		['Content-Type', ': application/x-www-form-urlencoded; charset=utf-8']
	]);
	const json = { ...report, headers: { 'Content-Type': 'application/json' }, body: '{\n}' };
	expect(requestLines(json, springfield)).toEqual([
		['', '{'],
		['', '}']
	]);
	expect(headerLines({ ...GET, url: V2 })).toEqual([
		['', 'The browser sends only headers of its own.']
	]);
});
