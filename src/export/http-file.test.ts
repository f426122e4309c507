import { expect, test } from 'vitest';
import { toHttpFile, toHttpFiles } from './http-file';

const URL = 'http://127.0.0.1:3110/georeport/v2/requests.xml';
const get = (url = URL, headers = {}) => ({ method: 'GET', url, headers, body: null });

test('a GET has a title, request line and headers', () => {
	expect(toHttpFile(get(`${URL}?status=open`, { Accept: 'text/xml' }), 'Open requests')).toBe(
		`### Open requests\nGET ${URL}?status=open\nAccept: text/xml\n`
	);
});

test('a POST has an empty line, then the body', () => {
	const request = {
		method: 'POST',
		url: URL,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: 'service_code=CSROWR-12&lat=43.6'
	};
	expect(toHttpFile(request, 'A report')).toBe(
		`### A report\nPOST ${URL}\nContent-Type: application/x-www-form-urlencoded\n\nservice_code=CSROWR-12&lat=43.6\n`
	);
});

test('a title and a header are one line each; a URL has no space and no variable', () => {
	expect(toHttpFile(get(`${URL}?a={{b}} c`, { 'X-A': 'a\r\nb' }), 'One\n### two')).toBe(
		`### One ### two\nGET ${URL}?a=%7B%7Bb%7D%7D%20c\nX-A: a b\n`
	);
});

test('a body that editors would interpret gets a remark', () => {
	const textOf = (body: string) => toHttpFile({ method: 'POST', url: URL, headers: {}, body }, 'x');
	expect(textOf('{"a": "{{b}}"}')).toMatch(/^### x\n# Mind the double braces.*\nPOST /);
	expect(textOf('a\n### b')).toMatch(/^### x\n# Mind the lines.*\nPOST /);
	expect(textOf('a\n< b.txt')).toContain('# Mind the lines');
	expect(textOf('<a>b</a>')).not.toContain('# Mind');
});

test('several requests follow one another', () => {
	const file = toHttpFiles([
		{ request: get(), title: 'One' },
		{ request: { ...get(), method: 'POST', body: 'a' }, title: 'Two' }
	]);
	expect(file).toBe(`### One\nGET ${URL}\n\n### Two\nPOST ${URL}\n\na\n`);
});
