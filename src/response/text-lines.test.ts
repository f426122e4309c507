import { expect, test } from 'vitest';
import { ANSWER_SHAPES } from '../../tests/answer-shapes';
import { NASTY_ANSWERS } from '../../tests/nasty-answers';
import { readingOf } from '../answer/reading';
import { splitAtUnseen } from '../georeport/unseen-characters';
import { positionsIn } from './place';
import { Syntax } from './syntax';
import { TextLines } from './text-lines';

/** Reads an answer and divides its text, indented or raw, into lines. */
function linesOf(text: string, { isRaw = false, contentType = null as string | null } = {}) {
	const reading = readingOf({ method: 'requests', status: 200, contentType, text });
	const whole = isRaw ? text : (reading.pretty?.text ?? text);
	const shown = positionsIn(reading, isRaw);
	const syntax = reading.tree && shown && new Syntax(reading.tree, shown, whole);
	return { whole, lines: new TextLines(whole, syntax, splitAtUnseen) };
}

const numbers = ({ count }: TextLines) => Array.from({ length: count }, (_, line) => line);

/** The text as its pieces say it. */
const joined = (lines: TextLines) =>
	numbers(lines)
		.map((line) => lines.groupsOf(line).flatMap(({ pieces }) => pieces.map(({ text }) => text)))
		.map((pieces) => pieces.join(''))
		.join('\n');

/** The pieces of a line: `kind:text`, those that stay together in brackets. */
const drawn = (lines: TextLines, line: number, ...[pointed]: [{ from: number; to: number }?]) =>
	lines
		.groupsOf(line, pointed)
		.map(({ pieces, isUnbroken }) => {
			const words = pieces.map(
				({ text, kind, isPointed, unseen }) =>
					unseen?.name ?? `${kind ?? 'sign'}${isPointed ? '!' : ''}:${text}`
			);
			return isUnbroken ? `[${words.join('|')}]` : words.join('|');
		})
		.join('|');

test.each<[string, string]>([
	['self-closed elements', '<a><b/><c x="1"/><d></d></a>'],
	['CDATA', '<a><b><![CDATA[1 < 2\n & so on]]></b><c/></a>'],
	['comments over lines', '<?xml version="1.0"?><!-- one\n two --><a><!-- three --><b>1</b></a>'],
	['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
	['mixed content', '<a>one <b>two</b> three</a>'],
	['attributes', '<a x = "1>2" y=\'3\'><b z="&quot;"/></a>'],
	['other scripts', '<a><b>حفرة في الطريق</b><c>👩🏽‍🚒🚧 路面</c></a>'],
	['carriage returns', '<a>\r\n<b>1\r2</b>\r\n</a>\r\n'],
	['JSON', '{"a":[1,-2.5e3,"x\\"y",null,true,{}],"b":{"c":[]},"":""}'],
	['broken XML', '<a><b>1</b><c>2</a>'],
	['XML cut off in a tag', '<a><b>1</b><c d="'],
	['broken JSON', '[{"a": 1, "b": }]'],
	['XML with a forbidden character', '<a><b>\u0001</b><c>1</c></a>'],
	['neither', 'Sorry,\n\nnot here.\n'],
	['nothing', '']
])('the pieces of the lines are the text: %s', (_, text) => {
	for (const isRaw of [false, true]) {
		const { whole, lines } = linesOf(text, { isRaw });
		expect(joined(lines)).toBe(whole);
		expect(lines.isDocument).toBe(/^[<{[]/.test(text));
	}
});

test('so they are of every answer with faults and of every shape', () => {
	const faulty = NASTY_ANSWERS.map(({ text, type }) =>
		linesOf(text, { contentType: type ?? null })
	);
	const shaped = ANSWER_SHAPES.map(({ make }) => linesOf(make(4).text));
	expect(faulty.length + shaped.length).toBeGreaterThan(40);
	for (const { whole, lines } of [...faulty, ...shaped]) expect(joined(lines)).toBe(whole);
});

test('a line of XML has its names, attributes and text, and what stays together', () => {
	const { lines } = linesOf('<a><b c="1">some words</b><d>2012</d><e/></a>');
	expect(numbers(lines).map((line) => drawn(lines, line))).toEqual([
		'sign:<|name:a|sign:>',
		'sign:  <|name:b|sign: |name:c|sign:=|string:"1"|sign:>|text:some words|[sign:</|name:b|sign:>]',
		'sign:  <|name:d|sign:>|[text:2012]|[sign:</|name:d|sign:>]',
		'sign:  <|name:e|sign:/>',
		'sign:</|name:a|sign:>'
	]);
	expect(numbers(lines).filter((line) => lines.isFoldable(line))).toEqual([0]);
});

test('a line of JSON has its names and values', () => {
	const { lines } = linesOf('[{"a":"x","b":1,"c":null}]');
	expect(numbers(lines).map((line) => drawn(lines, line))).toEqual([
		'sign:[',
		'sign:  {',
		'sign:    |name:"a"|sign:: |[string:"x"|sign:,]',
		'sign:    |name:"b"|sign:: |[number:1|sign:,]',
		'sign:    |name:"c"|sign:: |[number:null]',
		'sign:  }',
		'sign:]'
	]);
	expect(numbers(lines).filter((line) => lines.isFoldable(line))).toEqual([0, 1]);
});

test('what cannot be seen is a piece of its own, with its number and name', () => {
	const override = 'U+202E RIGHT-TO-LEFT OVERRIDE';
	const { lines } = linesOf('<a><b>pay\u202Etxt.exe</b><c d="\u200B">👩🏽‍🚒 \uE000</c></a>');
	expect(drawn(lines, 1)).toContain(`[text:pay|${override}|text:txt.exe]`);
	expect(drawn(lines, 2)).toContain('string:"|U+200B ZERO WIDTH SPACE|string:"');
	expect(drawn(lines, 2)).toContain('text:👩🏽‍🚒 |U+E000|');
	const { lines: broken } = linesOf('no\u0007 data');
	expect(drawn(broken, 0)).toBe('sign:no|U+0007|sign: data');
});

test('as received, and after the break of a broken document', () => {
	expect(drawn(linesOf('<a><b>1</b></a>', { isRaw: true }).lines, 0)).toBe(
		'sign:<|name:a|sign:><|name:b|sign:>|text:1|sign:</|name:b|sign:></|name:a|sign:>'
	);
	const { lines } = linesOf('<a><b>1</c></a>');
	expect(drawn(lines, 0)).toBe('sign:<|name:a|sign:><|name:b|sign:>|text:1|text:</c></a>');
});

test('what is chosen by itself is cut out of its pieces', () => {
	const { whole, lines } = linesOf('<a><b>some words</b></a>');
	const from = whole.indexOf('me w');
	expect(drawn(lines, 1, { from, to: from + 4 })).toContain(
		'text:so|text!:me w|text:ords|[sign:</'
	);
	expect(lines.lineAt(from)).toBe(1);
	expect(lines.lineAt(whole.length + 5)).toBe(2);
	expect(lines.indentOf(1)).toBe(2);
});
