import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../src/answer/reading';
import { ANSWER_SHAPES } from './answer-shapes';

const named = (name: string, format: 'xml' | 'json') => {
	const found = ANSWER_SHAPES.find((shape) => shape.name === name && shape.format === format);
	if (!found) throw new Error(`There is no shape ${name} in ${format}.`);
	return found;
};

describe.each(ANSWER_SHAPES)('$name, $format', ({ format, make }) => {
	test('is the same text for the same seed, and another for another', () => {
		expect(make(20, 7).text).toBe(make(20, 7).text);
		expect(make(20, 7).text).not.toBe(make(20, 8).text);
	});

	test('is well-formed', () => {
		const { text } = make(60);
		if (format === 'json') expect(JSON.parse(text)).toHaveLength(60);
		else expect(XMLValidator.validate(text)).toBe(true);
	});

	test.each([1, 60])('reads as its %i service requests', (count) => {
		const { text, ids, descriptions } = make(count);
		const contentType = format === 'xml' ? 'text/xml' : 'application/json';
		const { parsed, records, pretty } = readingOf({
			method: 'requests',
			status: 200,
			contentType,
			text
		});
		if (parsed.kind !== 'serviceRequests') throw new Error(JSON.stringify(parsed));
		const found = parsed.serviceRequests;
		expect(found.map(({ service_request_id }) => service_request_id)).toEqual(ids);
		expect(found.map(({ description }) => description)).toEqual(descriptions);
		expect(records).toHaveLength(count);
		expect(pretty?.text).toContain(`\n`);
	});
});

test('each shape has what it is named after', () => {
	const textOf = (name: string, format: 'xml' | 'json') => named(name, format).make(100).text;
	expect(textOf('no references', 'xml')).not.toContain('&');
	expect(textOf('only references', 'xml')).not.toMatch(/>[^<&]+</);
	expect(textOf('CDATA', 'xml')).toContain('<description><![CDATA[');
	expect(textOf('comments', 'xml').match(/<!--/g)).toHaveLength(900);
	expect(textOf('no escapes', 'json')).not.toContain('\\');
	expect(textOf('only escapes', 'json')).not.toMatch(/:"[^\\]/);
	expect(textOf('long texts', 'xml')).toMatch(/<description>[^<]{10000}/);
	expect(textOf('short texts', 'json')).not.toMatch(/"f\d+":"[^"]{2}/);
	expect(textOf('deep', 'xml')).toContain('<within>'.repeat(60));
	expect(textOf('wide', 'json')).toContain('"attribute_39"');
	expect(textOf('other scripts', 'xml')).toMatch(/\p{Script=Arabic}/u);
	expect(textOf('other scripts', 'xml')).toMatch(/\p{Script=Han}/u);
	expect(textOf('other scripts', 'json')).toMatch(/\p{Extended_Pictographic}/u);
	expect(textOf('other scripts', 'json')).toMatch(/\p{Mn}/u);
	expect(named('missing and extra fields', 'xml').make(100).descriptions).toContain(null);
	expect(textOf('missing and extra fields', 'xml')).toContain('<extra_99_');
});
