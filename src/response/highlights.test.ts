import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { highlightTree, tagHighlighter } from '@lezer/highlight';
import { expect, test } from 'vitest';
import { readingOf } from '../answer/reading';
import { HIGHLIGHTS } from './highlights';
import { syntaxOf } from './syntax-stretches';

/** The colour of each character but white space: `<quiet a:name`. */
function coloursOf(text: string, stretches: readonly { from: number; to: number; as: string }[]) {
	const colours = Array.from(text, () => '');
	for (const { from, to, as } of stretches) colours.fill(as, from, to);
	return colours.map((colour, at) => (/\s/.test(text[at] ?? '') ? ' ' : `${text[at]}:${colour}`));
}

test.each([
	['XML', '<?xml version="1.0"?><!-- one --><a x="1&lt;2" y=\'3\'><b/><c>4 &amp; 5 &#x41;</c></a>'],
	['a document type', '<!DOCTYPE a><a>1</a>'],
	['CDATA', '<a><![CDATA[1 < 2]]></a>'],
	['JSON', '{"a":[1,-2.5e3,"x\\"y &amp;",null,true,false,{}],"b":{"c":[]}}']
])('the editor and the light view colour alike: %s', (_, text) => {
	const { tree } = readingOf({ method: 'requests', status: 200, contentType: null, text });
	const light = tree ? syntaxOf(tree, tree, text).stretches : [];
	const editor: { from: number; to: number; as: string }[] = [
		{ from: 0, to: text.length, as: 'text' }
	];
	const { parser } = (tree?.format === 'xml' ? xml() : json()).language;
	const classes = tagHighlighter(
		HIGHLIGHTS.map(({ tag, color }) => ({ tag, class: /--syntax-(\w+)/.exec(color)?.[1] ?? '' }))
	);
	highlightTree(parser.parse(text), classes, (from, to, as) => editor.push({ from, to, as }));
	expect(coloursOf(text, editor)).toEqual(
		coloursOf(text, [
			{ from: 0, to: text.length, as: 'quiet' },
			...light.map(({ from, to, kind }) => ({ from, to, as: kind }))
		])
	);
});
