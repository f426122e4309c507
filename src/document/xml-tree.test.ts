import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	childNamed,
	childrenOf,
	kindOf,
	nodeName,
	nodeAt,
	rootOf,
	valueOf,
	writtenOf,
	type Tree
} from './tree';
import { readXmlTree } from './xml-tree';

/** Every node as `kind name “written”`, indented by its depth. */
function outline(tree: Tree): string[] {
	return Array.from({ length: tree.size }, (_, node) => {
		let depth = 0;
		for (let up = tree.parents[node] ?? -1; up >= 0; up = tree.parents[up] ?? -1) depth++;
		const name = nodeName(tree, node);
		return `${'  '.repeat(depth)}${kindOf(tree, node)}${name === null ? '' : ` ${name}`} ${JSON.stringify(writtenOf(tree, node))}`;
	});
}

test('each node has its part of the text', () => {
	const text =
		'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "]>">]><a b = "1 > 0"><!-- - --><c/>t&amp;<![CDATA[<d>]]></a >\n<?p q?>';
	const tree = readXmlTree(text);
	expect(tree.malformed).toBeNull();
	expect(outline(tree)).toEqual([
		'instruction xml "<?xml version=\\"1.0\\"?>"',
		'doctype "<!DOCTYPE a [<!ENTITY b \\"]>\\">]>"',
		`element a ${JSON.stringify('<a b = "1 > 0"><!-- - --><c/>t&amp;<![CDATA[<d>]]></a >')}`,
		'  attribute b "b = \\"1 > 0\\""',
		'  comment "<!-- - -->"',
		'  element c "<c/>"',
		'  text "t&amp;"',
		'  cdata "<![CDATA[<d>]]>"',
		'instruction p "<?p q?>"'
	]);
});

test('a value has entities, CDATA and comments resolved; an element with elements has none', () => {
	const tree = readXmlTree('<a><b>&lt;&#233;&#x1F6A7;<!-- x --><![CDATA[&lt;]]></b><c/></a>');
	const root = rootOf(tree) ?? -1;
	expect(valueOf(tree, root)).toBeNull();
	expect(valueOf(tree, childNamed(tree, root, 'b') ?? -1)).toBe('<é🚧&lt;');
	expect(valueOf(tree, childNamed(tree, root, 'c') ?? -1)).toBe('');
	expect(childNamed(tree, root, 'd')).toBeNull();
});

test('a position is found in the innermost node around it', () => {
	const tree = readXmlTree('<a><b>12</b> <c/></a>');
	const names = [0, 3, 6, 7, 8, 12, 13, 20].map((at) => {
		const node = nodeAt(tree, at);
		return node < 0 ? null : (nodeName(tree, node) ?? kindOf(tree, node));
	});
	expect(names).toEqual(['a', 'b', 'text', 'text', 'b', 'text', 'c', 'a']);
	expect(nodeAt(tree, 21)).toBe(-1);
});

test.each([
	['<a><b></a>', 6, '</a> stands where </b> is expected'],
	['<a>', 3, '<a> is not closed'],
	['<a', 2, 'cut off in the tag <a>'],
	['</a>', 0, '</a> closes an element that was never opened'],
	['<a/></a>', 4, '</a> closes an element that was never opened'],
	['<a/><b/>', 4, 'A second element'],
	['<a/> & more', 5, 'after the last element'],
	['words <a/>', 0, 'before the first element'],
	['', 0, 'no element'],
	['<!-- only -->', 13, 'no element'],
	['<a b="1></a>', 12, 'cut off in the attribute “b”'],
	['<a b=1/>', 5, 'no quotes'],
	['<a b/>', 4, 'has no value'],
	['<a b="1" b="2"/>', 9, 'stands twice'],
	['<a b="<"/>', 6, 'write “&lt;”'],
	['<a b="1"c="2"/>', 8, 'stands “c”'],
	['<a>1 < 2</a>', 6, 'cannot begin with “ ”'],
	['<a>Q & A</a>', 5, 'write “&amp;”'],
	['<a>&nbsp;</a>', 3, '“&nbsp;”'],
	['<a>&#0;</a>', 3, 'forbids'],
	['<a>&#xD800;</a>', 3, 'forbids'],
	['<a>&#x110000;</a>', 3, 'forbids'],
	['<a>]]></a>', 3, ']]&gt;'],
	['<a><!-- -- --></a>', 8, '“--”'],
	['<a><!-- </a>', 12, 'cut off in a comment'],
	['<a><![CDATA[ </a>', 17, 'cut off in a CDATA section'],
	['<![CDATA[x]]><a/>', 0, 'outside of all elements'],
	[' <?xml version="1.0"?><a/>', 1, 'very first thing'],
	['<?xml encoding="utf-8"?><a/>', 0, 'names no version'],
	['<a/><!DOCTYPE a>', 4, 'once, at the top'],
	['<!ELEMENT a>', 0, 'neither a comment'],
	['<a>\u0001</a>', 3, 'U+0001'],
	['<a>\uFFFE</a>', 3, 'U+FFFE'],
	['<1/>', 1, 'cannot begin with “1”'],
	['<a></a b>', 7, 'does not end with “>”'],
	// A closing tag is missing: https://github.com/usebruno/bruno/issues/4566
	['<root><item><name>x</item></root>', 19, '</item> stands where </name> is expected']
])('%j breaks at %i: %s', (text, at, words) => {
	const { malformed } = readXmlTree(text);
	expect(malformed?.at).toBe(at);
	expect(malformed?.message).toContain(words);
});

test.each([
	'<a xmlns:b="u"><b:c b:d="&#9;"/></a>',
	'<é:ü-1.·/>',
	'\uFEFF<?xml version="1.0" standalone=\'yes\'?><a/>',
	'<a>>]] "\'</a>',
	'<!DOCTYPE html PUBLIC "-//W3C//DTD" "x"><a>&nbsp;</a>',
	'<a\n\tb\r=\n"1"\n></a\n>\n<!-- --><?x?>',
	'<a>\u{1F6A7}\u0085\u2028</a>'
])('%j is well-formed', (text) => {
	expect(readXmlTree(text).malformed).toBeNull();
});

test('a broken document has the nodes before the break', () => {
	const tree = readXmlTree('<a><b>1</b><c>2</d></a>');
	expect(outline(tree).map((line) => line.trim().split(' ').slice(0, 2).join(' '))).toEqual([
		'element a',
		'element b',
		'text "1"',
		'element c',
		'text "2"'
	]);
});

test('nesting of any depth is read', () => {
	const tree = readXmlTree('<a>'.repeat(100_000) + '</a>'.repeat(100_000));
	expect([tree.size, tree.malformed]).toEqual([100_000, null]);
});

test('any text is read without an exception, and its nodes are nested', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'<',
			'>',
			'</',
			'/>',
			'<a>',
			'</a>',
			'<!--',
			'-->',
			'<![CDATA[',
			']]>',
			'&',
			';'
		),
		fc.constantFrom(
			'<?',
			'?>',
			'<!DOCTYPE',
			'[',
			']',
			'"',
			"'",
			'=',
			' b="1"',
			'&amp;',
			'\n',
			'\uD800'
		),
		fc.string({ maxLength: 4 })
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
			const text = pieces.join('');
			const tree = readXmlTree(text);
			for (let node = 0; node < tree.size; node++) {
				const parent = tree.parents[node] ?? -1;
				const [from, to] = [tree.from[node] ?? -1, tree.to[node] ?? -1];
				expect(from).toBeLessThan(to);
				expect(to).toBeLessThanOrEqual(parent < 0 ? text.length : (tree.to[parent] ?? 0));
				expect(from).toBeGreaterThanOrEqual(parent < 0 ? 0 : (tree.from[parent] ?? 0));
			}
			if (tree.malformed) expect(tree.malformed.at).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 1000 }
	);
});

// Oracles: XML 1.0, sections 2.6, 2.8 and the productions named there.
test.each([
	['<?XML version="1.0"?><a/>', 0, 'The XML declaration begins with “<?XML”, not “<?xml”.'],
	['<?xml version="1.0" foo="bar"?><a/>', 0, /holds more than a version/],
	['<?xml version="1.0"encoding="utf-8"?><a/>', 0, /holds more than a version/],
	['<?xml version="1.0" encoding=utf-8?><a/>', 0, /holds more than a version/],
	['<?xml version="1.0" standalone="maybe"?><a/>', 0, /holds more than a version/],
	['<?xml version="1.0" standalone="yes" encoding="utf-8"?><a/>', 0, /in this order/],
	['<?xml?><a/>', 0, /names no version/],
	['<?foo+bar?><a/>', 5, 'After the name in <?foo?> stands “+”, not a blank.'],
	['<a><?foo+bar?></a>', 8, /not a blank/],
	['<!DOCTYPE><a/>', 9, 'A document type names no element.'],
	['<!DOCTYPEa><a/>', 9, 'A document type names no element.'],
	['<!DOCTYPE 1><a/>', 10, 'A name of a document type cannot begin with “1”.'],
	['<!DOCTYPE a ]><a/>', 12, '“]” closes nothing here.']
])('%s breaks at %i', (text, at, message) => {
	const { malformed } = readXmlTree(text);
	expect(malformed?.at).toBe(at);
	expect(malformed?.message).toMatch(message);
});

test.each([
	"<?xml version = '1.1' encoding = 'ISO-8859-1' standalone = 'no' ?><a/>",
	'<?xml version="1.0" standalone="yes"?><?foo?><?bar baz?><!DOCTYPE a SYSTEM "x"[<!ELEMENT a ANY>]><a/>'
])('%s is well-formed', (text) => {
	expect(readXmlTree(text).malformed).toBeNull();
});

test('each end of a line is U+000A in a value, and as sent in the text', () => {
	const text = '<a b="1\r\n2\t3&#13;"><c>1\r\n2\r3&#13;\n</c><d><![CDATA[1\r\n2\r]]></d></a>';
	const tree = readXmlTree(text);
	expect(tree.text).toBe(text);
	const [b = -1, c = -1, d = -1] = childrenOf(tree, 0);
	// XML 1.0, sections 2.11 and 3.3.3.
	expect(valueOf(tree, b)).toBe('1 2 3\r');
	expect(valueOf(tree, c)).toBe('1\n2\n3\r\n');
	expect(valueOf(tree, d)).toBe('1\n2\n');
});
