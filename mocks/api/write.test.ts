import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { write, type WireTree } from './write';

const xml = (tree: WireTree) => write(tree, 'xml', { root: 'root', omitsNull: false });
const json = (tree: WireTree, omitsNull = false) =>
	write(tree, 'json', { root: 'root', omitsNull });
const text = (value: string): WireTree => ({ fields: [['text', value]] });

/** The text that another parser reads in the XML. */
const reread = (value: string) =>
	(
		new XMLParser({ trimValues: false, parseTagValue: false, htmlEntities: true }).parse(
			xml(text(value))
		) as { root: { text: string } }
	).root.text;

const declared = (content: string) => `<?xml version="1.0" encoding="utf-8"?>\n${content}\n`;

test('an XML document begins with a declaration of UTF-8', () => {
	expect(xml(text('x'))).toBe(declared('<root>\n  <text>x</text>\n</root>'));
});

test.each([
	['a & b', 'a &amp; b'],
	['<b>', '&lt;b&gt;'],
	[']]>', ']]&gt;'],
	['&amp;', '&amp;amp;'],
	['a\r\nb', 'a&#13;\nb'],
	['a\tb', 'a\tb'],
	['"quoted" it’s', '"quoted" it’s'],
	['🕳 é', '🕳 é']
])('%j is escaped as %j, and read back as it was', (value, escaped) => {
	expect(xml(text(value))).toBe(declared(`<root>\n  <text>${escaped}</text>\n</root>`));
	expect(reread(value)).toBe(value);
	expect(JSON.parse(json(text(value)))).toEqual({ text: value });
});

test.each(['\0', '\x08', '\x0b', '\x1f', '\ufffe', '\uffff', '\ud800', '\udc00'])(
	'%j, which XML cannot hold, is U+FFFD in both formats',
	(character) => {
		expect(reread(`a${character}b`)).toBe('a\ufffdb');
		expect(JSON.parse(json(text(`a${character}b`)))).toEqual({ text: 'a\ufffdb' });
	}
);

test('an element without a value is empty', () => {
	const tree: WireTree = {
		fields: [
			['nothing', null],
			['empty', ''],
			['attributes', { item: 'attribute', of: [] }]
		]
	};
	expect(xml(tree)).toBe(declared('<root>\n  <nothing/>\n  <empty/>\n  <attributes/>\n</root>'));
	expect(json(tree)).toBe('{"nothing":null,"empty":"","attributes":[]}');
	expect(json(tree, true)).toBe('{"empty":"","attributes":[]}');
	expect(xml({ item: 'request', of: [] })).toBe(declared('<root/>'));
	expect(json({ item: 'request', of: [] })).toBe('[]');
});

test('a list of one stays an array', () => {
	const list: WireTree = { item: 'format', of: ['text/xml'] };
	expect(json(list)).toBe('["text/xml"]');
	expect(xml(list)).toBe(declared('<root>\n  <format>text/xml</format>\n</root>'));
});

test('numbers and booleans are unquoted in JSON, and text in XML', () => {
	const tree: WireTree = {
		fields: [
			['lat', 43.652577773],
			['metadata', true],
			['none', false],
			['zero', 0]
		]
	};
	expect(json(tree)).toBe('{"lat":43.652577773,"metadata":true,"none":false,"zero":0}');
	expect(xml(tree)).toContain(
		'<lat>43.652577773</lat>\n  <metadata>true</metadata>\n  <none>false</none>\n  <zero>0</zero>'
	);
});

test('JSON can be wrapped in a name', () => {
	const layout = { root: 'service_requests', wrapper: 'service_requests', omitsNull: false };
	expect(write({ item: 'request', of: [] }, 'json', layout)).toBe('{"service_requests":[]}');
	expect(write({ item: 'request', of: [] }, 'xml', layout)).toBe(declared('<service_requests/>'));
});
