import { expect, test } from 'vitest';
import { readingOf } from '../answer/reading';
import { positionsIn } from './place';
import { Syntax } from './syntax';

/** Reads an answer as received, or indented. */
function read(text: string, isRaw = true) {
	const reading = readingOf({ method: 'requests', status: 200, contentType: null, text });
	const shown = positionsIn(reading, isRaw);
	if (!reading.tree || !shown) throw new Error('This is neither XML nor JSON.');
	const whole = isRaw ? text : (reading.pretty?.text ?? text);
	return { tree: reading.tree, shown, whole, syntax: new Syntax(reading.tree, shown, whole) };
}

/** What is coloured in a part of a text: `name:a`. */
const coloured = (syntax: Syntax, text: string, from = 0, to = text.length) =>
	syntax.stretchesIn(from, to).map(({ from, to, kind }) => `${kind}:${text.slice(from, to)}`);

test.each([
	[
		'<?xml version="1.0"?><!-- one --><a x="1&lt;2" y=\'3\'><b/><c>4 &amp; 5 &#x41;</c></a>',
		'name:a name:x string:"1&lt;2" name:y string:\'3\' name:b name:c text:4  string:&amp; text: 5  string:&#x41; name:c name:a'
	],
	['<!DOCTYPE a><a>1</a>', 'name:a text:1 name:a'],
	['<a><![CDATA[1 < 2]]></a>', 'name:a string:<![CDATA[1 < 2]]> name:a'],
	[
		'{"a":[1,-2.5e3,"x\\"y &amp;",null,true,{}],"b":{"c":[]}}',
		'name:"a" number:1 number:-2.5e3 string:"x\\"y &amp;" number:null number:true name:"b" name:"c"'
	],
	// What comes after the break is text; a character that XML forbids breaks it off nowhere.
	['<a><b>1</c></a>', 'name:a name:b text:1 text:</c></a>'],
	['<a>\u0001<b>1</b></a>', 'name:a text:\u0001 name:b text:1 name:b name:a'],
	['[{"a": 1, "b": }]', 'name:"a" number:1 text:}]']
])('coloured are in %s', (text, words) => {
	expect(coloured(read(text).syntax, text).join(' ')).toBe(words);
});

test('in a part is what is in the whole, cut where it begins and ends', () => {
	const text = '<list><a b="c">one two</a><d>3</d></list> ';
	const { syntax } = read(text);
	const [start, end] = [text.indexOf('t>'), text.indexOf(' two')];
	expect(coloured(syntax, text, start, end)).toEqual([
		'name:t',
		'name:a',
		'name:b',
		'string:"c"',
		'text:one'
	]);
	expect(coloured(syntax, text, end, text.length)).toEqual([
		'text: two',
		'name:a',
		'name:d',
		'text:3',
		'name:d',
		'name:list'
	]);
	expect(coloured(syntax, text, end, end + 2)).toEqual(['text: t']);
	expect(coloured(syntax, text, 3, 3)).toEqual([]);
});

test('of a large answer little is looked at but the part', () => {
	const { tree, shown, whole } = read(`[${'{"a":"b"},'.repeat(20_000)}{"a":"c"}]`, false);
	let looks = 0;
	const get = (target: Int32Array, key: string) => {
		looks++;
		return target[Number(key)];
	};
	const from = new Proxy(shown.from, { get: get as never });
	const syntax = new Syntax(tree, { from, to: shown.to }, whole);
	const at = whole.indexOf('"c"');
	expect(coloured(syntax, whole, at - 10, at + 3)).toEqual(['name:"a"', 'string:"c"']);
	expect(syntax.foldOf({ from: 0, to: 1 })).toEqual({ from: 1, to: whole.length - 1 });
	expect(looks).toBeLessThan(100);
});

test.each([
	// After the opening tag and before the closing one.
	['<a>\n<b>1</b>\n</a>', ['<a>…</a>', '', '']],
	['<a x="1"\n y="2">\n<b/></a>', ['', ' y="2">…</a>', '']],
	['<a><b>\n1</b>\n</a>', ['<a>…</a>', '', '']],
	['{"a" :\n {"{":[\n1]}}', ['{…}', ' {…}}', '']],
	['[[],\n1]', ['[…]', '']],
	// What is cut off ends where the text does.
	['[1,\n2', ['[…', '']],
	['<a>\n<b c="', ['<a>…', '']]
])('lines of %j are folded', (text, folded) => {
	const { syntax } = read(text);
	let from = 0;
	const lines = text.split('\n').map((line) => {
		const to = from + line.length;
		const fold = syntax.foldOf({ from, to });
		const shown = fold && `${text.slice(from, fold.from)}…${text.slice(fold.to).split('\n')[0]}`;
		from = to + 1;
		return shown ?? '';
	});
	expect(lines).toEqual(folded);
});

test('of a document that is shown in part, what goes on is folded up to there', () => {
	const { tree, shown, whole } = read('[\n{"a":1},\n{"b":\n[2]}]');
	const text = whole.slice(0, whole.indexOf('\n[2'));
	const syntax = new Syntax(tree, shown, text);
	expect(syntax.foldOf({ from: 0, to: 1 })).toEqual({ from: 1, to: text.length });
	expect(syntax.foldOf({ from: 11, to: text.length })).toBeNull();
	expect(coloured(syntax, text)).toEqual(['name:"a"', 'number:1', 'name:"b"']);
});
