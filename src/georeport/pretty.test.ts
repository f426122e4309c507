import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonTree } from './json-tree';
import { prettyOf } from './pretty';
import type { Format } from './types';
import { readXmlTree } from './xml-tree';

const read = { xml: readXmlTree, json: readJsonTree };

/** The text as the page shows it: indented, or as it came. */
const pretty = (text: string, format: Format) => prettyOf(read[format](text))?.text ?? text;

test('elements are put on lines of their own, the declaration first', () => {
	expect(pretty('<?xml version="1.0"?><a><b>1</b><c/></a>', 'xml')).toBe(
		'<?xml version="1.0"?>\n<a>\n  <b>1</b>\n  <c/>\n</a>'
	);
});

test('indentation that is there already is replaced', () => {
	expect(pretty('<a>\r\n\t\t<b>1</b>\n\n</a>\n', 'xml')).toBe('<a>\n  <b>1</b>\n</a>');
});

test('comments, CDATA, entities and empty elements survive', () => {
	expect(
		pretty('<a><!-- <b> --><c><![CDATA[<d> & ]]></c><e>&lt; &#39;</e><f></f><g /></a>', 'xml')
	).toBe(
		'<a>\n  <!-- <b> -->\n  <c><![CDATA[<d> & ]]></c>\n  <e>&lt; &#39;</e>\n  <f></f>\n  <g />\n</a>'
	);
});

test('mixed content keeps its white space, and so does an element of white space only', () => {
	const mixed = '<p>one <b>two</b>\n <i>three</i></p>';
	expect(pretty(`<a>${mixed}<s>  </s></a>`, 'xml')).toBe(`<a>\n  ${mixed}\n  <s>  </s>\n</a>`);
	expect(pretty('<a xml:space="preserve"> <b/> </a>', 'xml')).toBe(
		'<a xml:space="preserve"> <b/> </a>'
	);
});

test('a greater-than sign in an attribute does not end the tag', () => {
	expect(pretty('<a><b c="1 > 0"/></a>', 'xml')).toBe('<a>\n  <b c="1 > 0"/>\n</a>');
});

test('a non-breaking space is text, a byte order mark stays in front', () => {
	expect(pretty('\uFEFF<a>\u00A0<b/></a>', 'xml')).toBe('\uFEFF<a>\u00A0<b/></a>');
});

test.each([
	'<a><b></a>',
	'<a>',
	'</a>',
	'<a b="1></a>',
	'<a><!-- </a>',
	'words',
	'<a/> & more',
	'<p>1 < 2</p>',
	''
])('XML that is not well-formed comes back as sent: %s', (text) => {
	expect(pretty(text, 'xml')).toBe(text);
});

test('JSON numbers keep their spelling and strings their escapes', () => {
	expect(pretty('[{"id":101000000001,"lat":43.650,"x":1E+2,"s":"a\\u0041 , :{\\""}]', 'json')).toBe(
		'[\n  {\n    "id": 101000000001,\n    "lat": 43.650,\n    "x": 1E+2,\n    "s": "a\\u0041 , :{\\""\n  }\n]'
	);
});

test('empty arrays and objects stay on one line', () => {
	expect(pretty('{"a":[ ],"b":{\n}}', 'json')).toBe('{\n  "a": [],\n  "b": {}\n}');
});

test.each(['[1 2]', '{"a":}', '[', '"', '{"a":"b}', ''])(
	'JSON that is not well-formed comes back as sent: %s',
	(text) => {
		expect(pretty(text, 'json')).toBe(text);
	}
);

test('JSON still means the same, whatever it is', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const shown = pretty(text, 'json');
			expect(JSON.parse(shown)).toEqual(JSON.parse(text));
			expect(pretty(shown, 'json')).toBe(shown);
		})
	);
});

const blank = fc.stringMatching(/^[ \t\n]{0,3}$/);
const name = fc.constantFrom('a', 'b:c', 'd-1');
const leaf = fc.oneof(
	fc.stringMatching(/^[x&;é\u00A0 \n]{0,6}$/).map((text) => text.replace(/&/g, '&amp;')),
	fc.constantFrom('<!-- > < -->', '<![CDATA[ <x> ]]>', '<?p i?>', '<e/>', '<e f="> "/>')
);
const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
	node: fc.oneof({ maxDepth: 4 }, leaf, tie('element')),
	element: fc
		.tuple(name, fc.array(fc.tuple(tie('node'), blank), { maxLength: 4 }))
		.map(([name, inside]) => `<${name}>${inside.flat().join('')}</${name}>`)
}));

/** The text without white space between a tag's end and the next tag's beginning. */
const stripped = (text: string) => text.replace(/>[ \t\r\n]+</g, '><').trim();

test('apart from white space between elements, XML stays the same', () => {
	fc.assert(
		fc.property(element, (text) => {
			const shown = pretty(text, 'xml');
			expect(stripped(shown)).toBe(stripped(text));
			expect(pretty(shown, 'xml')).toBe(shown);
		})
	);
});

test('any text at all comes back with nothing lost but white space', () => {
	const ink = (text: string) => text.replace(/\s+/g, '');
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('xml' as const, 'json' as const), (text, format) => {
			expect(ink(pretty(text, format))).toBe(ink(text));
		})
	);
});
