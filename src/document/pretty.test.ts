import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonTree } from './json-tree';
import { prettyOf } from './pretty';
import { writtenOf } from './tree';
import type { Format } from '../georeport/types';
import { readXmlTree } from './xml-tree';

const read = { xml: readXmlTree, json: readJsonTree };

/** The text as the page shows it: indented, or as it came. */
const pretty = (text: string, format: Format) => prettyOf(read[format](text))?.text ?? text;

test('each element is on its own line, the declaration first', () => {
	expect(pretty('<?xml version="1.0"?><a><b>1</b><c/></a>', 'xml')).toBe(
		'<?xml version="1.0"?>\n<a>\n  <b>1</b>\n  <c/>\n</a>'
	);
});

test('existing indentation is replaced', () => {
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
])('XML that is not well-formed is not indented: %s', (text) => {
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

test('any JSON keeps its meaning', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const shown = pretty(text, 'json');
			expect(JSON.parse(shown)).toEqual(JSON.parse(text));
			expect(pretty(shown, 'json')).toBe(shown);
		})
	);
});

const indent = (depth: number) => '  '.repeat(depth);
const tupled = <Part>(part: fc.Arbitrary<Part>, maxLength = 4) => fc.array(part, { maxLength });

/** Text that stands as it is: an element that holds words, or no elements, with all its white space. */
const blank = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const words = fc
	.stringMatching(/^[x>;é\u00A0 \r\n]{0,4}[x;é\u00A0]$/)
	.map((text) => text.replace(/;/g, '&#233;&amp;'));
const aside = fc.constantFrom('<!-- > < -->', '<!---->', '<?p i > ?>', '<e/>', '<e f = "> "/>');
const name = fc.constantFrom('a', 'b:c', 'd-1');
const inner = fc.oneof(words, blank, aside, fc.constant('<![CDATA[ <x> ]] ]]>'));
const verbatim = fc
	.tuple(
		name,
		fc.oneof(
			fc.tuple(tupled(inner), words, tupled(inner)),
			fc.tuple(tupled(inner), fc.constant('<![CDATA[]]>'), tupled(inner)),
			fc.tuple(tupled(fc.oneof(blank, fc.constantFrom('<!-- -->', '<?p?>'))))
		)
	)
	.map(([name, parts]) => `<${name}>${parts.flat().join('')}</${name} >`);

/** A document as what it is made of, each part with the white space before it. */
type Part =
	| { text: string }
	| { name: string; attribute: string; before: string[]; parts: Part[]; after: string };

const { part } = fc.letrec<{ part: Part }>((tie) => ({
	part: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.oneof(verbatim, aside).map((text) => ({ text })),
		fc
			.tuple(
				name,
				fc.constantFrom('', ' f="1 > 0"', "\n\tf = '&lt;'"),
				tupled(fc.tuple(blank, tie('part'))),
				blank
			)
			.map(([name, attribute, inside, after]) => {
				// Without an element in it, its white space would be its content.
				const parts: Part[] = [...inside.map(([, part]) => part), { text: '<e/>' }];
				return { name, attribute, before: [...inside.map(([blank]) => blank), ''], parts, after };
			})
	)
}));

const written = (part: Part): string =>
	'text' in part
		? part.text
		: `<${part.name}${part.attribute}>${part.parts
				.map((inside, at) => `${part.before[at]}${written(inside)}`)
				.join('')}${part.after}</${part.name}>`;

const lines = (part: Part, depth = 0): string[] =>
	'text' in part
		? [indent(depth) + part.text]
		: [
				`${indent(depth)}<${part.name}${part.attribute}>`,
				...part.parts.flatMap((inside) => lines(inside, depth + 1)),
				`${indent(depth)}</${part.name}>`
			];

test('in any XML only the white space between elements changes', () => {
	const root = part.filter((part) => !('text' in part) || /^<[a-e]/.test(part.text));
	const head = fc.constantFrom<string[]>(
		[],
		['<?xml version="1.0"?>'],
		['<?xml version="1.0"?>', '<!DOCTYPE a [<!ENTITY b "]>">]>', '<!-- \n -->']
	);
	fc.assert(
		fc.property(head, root, blank, (head, root, between) => {
			const text = [...head, written(root)].join(between) + between;
			const shown = pretty(text, 'xml');
			expect(shown).toBe([...head, ...lines(root)].join('\n'));
			expect(pretty(shown, 'xml')).toBe(shown);
		}),
		{ numRuns: 500 }
	);
});

/** A value of JSON as it is spelled: an atom, the items of an array, or the members of an object. */
type Value = string | { brackets: string; parts: { before: string; name: string; value: Value }[] };

const atom = fc.oneof(
	fc.constantFrom('1', '-0.0', '43.650', '1E+2', '101000000001000000001', 'true', 'null', '""'),
	fc.constantFrom('"a\\u0041 , :{\\""', '"\\/"', '" [ ] \\n "', '"\\\\"', '"é\u2028"')
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		atom,
		fc
			.tuple(
				fc.constantFrom('[]', '{}'),
				tupled(
					fc.record({
						before: blank,
						name: fc.constantFrom('a', ' : \\"', ''),
						value: tie('value')
					})
				)
			)
			.map(([brackets, parts]) => ({ brackets, parts }))
	)
}));

const spelled = (value: Value): string => {
	if (typeof value === 'string') return value;
	const [open, close] = value.brackets;
	const parts = value.parts.map(({ before, name, value: inside }) =>
		open === '{'
			? `${before}"${name}"${before}:${before}${spelled(inside)}`
			: `${before}${spelled(inside)}${before}`
	);
	return `${open}${parts.join(',')} ${close}`;
};

const indented = (value: Value, depth = 0): string => {
	if (typeof value === 'string') return value;
	const [open, close] = value.brackets;
	if (value.parts.length === 0) return value.brackets;
	const parts = value.parts.map(
		({ name, value: inside }) =>
			`${indent(depth + 1)}${open === '{' ? `"${name}": ` : ''}${indented(inside, depth + 1)}`
	);
	return `${open}\n${parts.join(',\n')}\n${indent(depth)}${close}`;
};

test('in any JSON only the white space between tokens changes', () => {
	fc.assert(
		fc.property(value, blank, (value, around) => {
			const shown = pretty(around + spelled(value) + around, 'json');
			expect(shown).toBe(indented(value));
			expect(pretty(shown, 'json')).toBe(shown);
		}),
		{ numRuns: 500 }
	);
});

test('the recorded positions of nodes are those in the indented text', () => {
	fc.assert(
		fc.property(part, (part) => {
			const tree = readXmlTree(`<a>${written(part)}<e/></a>`);
			const shown = prettyOf(tree);
			expect(shown).not.toBeNull();
			const ink = (text = '') => text.replace(/\s+/g, '');
			for (let node = 0; shown && node < tree.size; node++) {
				const stretch = shown.text.slice(shown.from[node], shown.to[node]);
				expect(ink(stretch)).toBe(ink(writtenOf(tree, node)));
			}
		})
	);
});

test('any text loses nothing but white space', () => {
	const ink = (text: string) => text.replace(/\s+/g, '');
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('xml' as const, 'json' as const), (text, format) => {
			expect(ink(pretty(text, format))).toBe(ink(text));
		})
	);
});
