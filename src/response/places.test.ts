import { expect, test } from 'vitest';
import { placesOf } from './places';

const found = (text: string, format: 'xml' | 'json') =>
	placesOf(text, format).map(({ from, to }) => text.slice(from, to));

test('each request element of XML has its place', () => {
	expect(
		found(
			'<service_requests><request><token>1</token></request>\n<request>2</request></service_requests>',
			'xml'
		)
	).toEqual(['<request><token>1</token></request>', '<request>2</request>']);
});

test('what looks like a request inside a comment or CDATA is none', () => {
	expect(found('<r><!--<request>--><request><![CDATA[</request>]]></request></r>', 'xml')).toEqual([
		'<request><![CDATA[</request>]]></request>'
	]);
});

test('each object of a JSON array has its place, wrapped or bare', () => {
	expect(found('[{"a":"}]"},{"b":[{}]}]', 'json')).toEqual(['{"a":"}]"}', '{"b":[{}]}']);
	expect(found('{"service_requests":[{"a":1}]}', 'json')).toEqual(['{"a":1}']);
});

test('a broken text has no places, and does no harm', () => {
	expect(found('</request>]}<request>', 'xml')).toEqual([]);
	expect(found(']}{[', 'json')).toEqual([]);
});
