import { expect, test } from 'vitest';
import { tokensOf } from './syntax-tokens';

test('a line of XML is divided into names, text and signs', () => {
	expect(tokensOf('  <status>open</status>', 'xml')).toEqual([
		['  ', null],
		['<', 'quiet'],
		['status', 'name'],
		['>', 'quiet'],
		['open', null],
		['</', 'quiet'],
		['status', 'name'],
		['>', 'quiet']
	]);
	expect(tokensOf('<a b="1"/><?xml version="1.0"?>', 'xml')).toEqual([
		['<', 'quiet'],
		['a', 'name'],
		[' ', 'quiet'],
		['b', 'name'],
		['=', 'quiet'],
		['"1"', 'string'],
		['/>', 'quiet'],
		['<?xml version="1.0"?>', 'quiet']
	]);
});

test('what stands for a character in XML is coloured as in the other views', () => {
	expect(tokensOf('1 &amp; 2 & 3', 'xml')).toEqual([
		['1 ', null],
		['&amp;', 'string'],
		[' 2 ', null],
		['&', null],
		[' 3', null]
	]);
});

test('a line of JSON is divided into names, strings, numbers and signs', () => {
	expect(tokensOf('"lat": -43.5, "s": "a\\"b", "n": null', 'json')).toEqual([
		['"lat"', 'name'],
		[':', 'quiet'],
		[' ', 'quiet'],
		['-43.5', 'number'],
		[', ', 'quiet'],
		['"s"', 'name'],
		[':', 'quiet'],
		[' ', 'quiet'],
		['"a\\"b"', 'string'],
		[', ', 'quiet'],
		['"n"', 'name'],
		[':', 'quiet'],
		[' ', 'quiet'],
		['null', 'number']
	]);
});

test('nothing of a line is lost, but what is beyond 2,000 characters', () => {
	for (const line of ['<a', 'x > y < z', '<!-- a -->', '{"a', 'nul']) {
		for (const format of ['xml', 'json', null] as const) {
			expect(
				tokensOf(line, format)
					.map(([text]) => text)
					.join('')
			).toBe(line);
		}
	}
	expect(tokensOf('x'.repeat(3_000), null)).toEqual([[`${'x'.repeat(2_000)}…`, null]]);
});
