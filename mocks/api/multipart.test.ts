import { expect, test } from 'vitest';
import { readMultipart } from './multipart';

const part = (disposition: string, content: string) =>
	`Content-Disposition: form-data; ${disposition}\r\n\r\n${content}`;
const body = (boundary: string, ...parts: string[]) =>
	parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('') + `--${boundary}--\r\n`;

test.each([
	['multipart/form-data; boundary=x', 'x'],
	['multipart/form-data; boundary="x"', 'x'],
	['multipart/form-data; boundary=----=_Part_1_2.3', '----=_Part_1_2.3'],
	['multipart/form-data; boundary="a b:c=d"', 'a b:c=d'],
	['multipart/form-data; charset=utf-8; boundary=x', 'x'],
	['Multipart/Form-Data;Boundary=x; charset=utf-8', 'x']
])('%s', (type, boundary) => {
	expect(readMultipart(body(boundary, part('name="lat"', '43.6')), type)).toEqual({
		values: [['lat', '43.6']],
		files: []
	});
});

test('values keep their order, repetitions and line breaks, and can be empty', () => {
	const text = body(
		'x',
		part('name="description"', 'two\r\nlines é --x'),
		part('name="attribute[A][]"', '1'),
		part('name="attribute[A][]"', '2'),
		part('name=bare', ''),
		`Content-Type: text/plain; charset=utf-8\r\ncontent-disposition: form-data; NAME="typed"\r\n\r\n7`
	);
	expect(readMultipart(text, 'multipart/form-data; boundary=x')).toEqual({
		values: [
			['description', 'two\r\nlines é --x'],
			['attribute[A][]', '1'],
			['attribute[A][]', '2'],
			['bare', ''],
			['typed', '7']
		],
		files: []
	});
});

test('only the names of files are kept; an empty file is ignored', () => {
	const text = body(
		'x',
		part('name="media"; filename="a; name=b.jpg"', '\xff\xd8'),
		part('name="photo1"; filename=""', ''),
		part('filename="c.jpg"; name="photo2"', 'bytes')
	);
	expect(readMultipart(text, 'multipart/form-data; boundary=x')).toEqual({
		values: [],
		files: ['media', 'photo2']
	});
});

test('a form can have no fields, and text before and after it', () => {
	expect(readMultipart('--x--\r\n', 'multipart/form-data; boundary=x')).toEqual({
		values: [],
		files: []
	});
	const text = `preamble\r\n${body('x', part('name="a"', '1'))}epilogue`;
	expect(readMultipart(text, 'multipart/form-data; boundary=x')).toEqual({
		values: [['a', '1']],
		files: []
	});
});

test.each([
	['no boundary', 'multipart/form-data', body('x', part('name="a"', '1'))],
	['no boundary', 'multipart/form-data; boundary=""', body('x', part('name="a"', '1'))],
	['cut off', 'multipart/form-data; boundary=x', `--x\r\n${part('name="a"', '1')}`],
	['cut off', 'multipart/form-data; boundary=x', ''],
	['cut off', 'multipart/form-data; boundary=y', body('x', part('name="a"', '1'))],
	['no name', 'multipart/form-data; boundary=x', body('x', part('filename="a"', '1'))],
	['no name', 'multipart/form-data; boundary=x', body('x', 'a=1')]
])('%s: %s', (problem, type, text) => {
	expect(readMultipart(text, type)).toContain(problem);
});
