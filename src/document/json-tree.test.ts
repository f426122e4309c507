import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonTree } from './json-tree';
import { readXmlTree } from './xml-tree';
import { childNamed, childrenOf, kindOf, nodeName, rootOf, valueOf, type Tree } from './tree';

/** What a tree says, as JSON.parse would: the tree has to know where all of it is. */
function toValue(tree: Tree, node: number): unknown {
	switch (kindOf(tree, node)) {
		case 'object':
			return Object.fromEntries(
				childrenOf(tree, node).map((child) => [nodeName(tree, child), toValue(tree, child)])
			);
		case 'array':
			return childrenOf(tree, node).map((child) => toValue(tree, child));
		case 'string':
			return valueOf(tree, node);
		default:
			return JSON.parse(valueOf(tree, node) ?? '');
	}
}

test('a tree has the same content as the text', () => {
	fc.assert(
		fc.property(fc.json(), fc.constantFrom('', ' ', '\r\n\t'), (text, space) => {
			const tree = readJsonTree(space + text + space);
			expect(tree.malformed).toBeNull();
			expect(toValue(tree, rootOf(tree) ?? -1)).toEqual(JSON.parse(text));
		}),
		{ numRuns: 300 }
	);
});

test('a text is whole exactly if JSON.parse accepts it', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"',
			'"a"',
			'1',
			'-',
			'.5',
			'e',
			'true',
			'nul',
			' '
		),
		fc.constantFrom('\\', '\\u00e9', '\n', '01', '1.', '[]', '{}', '"a":'),
		fc.string({ maxLength: 2 })
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const text = pieces.join('');
			let valid = true;
			try {
				JSON.parse(text);
			} catch {
				valid = false;
			}
			expect(readJsonTree(text).malformed === null).toBe(valid);
		}),
		{ numRuns: 3000 }
	);
});

test.each([
	['[001]', 1, 'cannot have leading zeros'],
	['[-01.5]', 1, 'cannot have leading zeros'],
	['{"a":1', 6, 'an object is not closed'],
	['[1,]', 3, 'A comma stands before “]”'],
	['{"a":1,}', 7, 'A comma stands before “}”'],
	['[abc]', 1, 'A value is expected, not “a”'],
	['<html>', 0, 'A value is expected, not “<”'],
	['{"a" 1}', 5, 'a colon is expected'],
	['{a:1}', 1, 'A name in double quotes is expected'],
	['[] []', 3, 'After the end of the document'],
	['[1}', 2, 'A comma or “]” is expected'],
	['{"a":"b]', 8, 'cut off in a string'],
	['["a\nb"]', 3, 'line break stands unescaped'],
	["['a']", 1, 'A value is expected'],
	['[1.]', 2, 'A comma or “]” is expected, not “.”'],
	['["\\x"]', 2, '“\\x” is no escape'],
	['["\\u12g4"]', 2, 'is no escape'],
	['["\\\\\\q"]', 4, '“\\q” is no escape'],
	['[ ', 2, 'an array is not closed'],
	['{"a"', 4, 'cut off after a name'],
	['', 0, 'empty'],
	['[NaN]', 1, 'A value is expected'],
	['[truely]', 1, 'A value is expected']
])('%j breaks at %i: %s', (text, at, words) => {
	const { malformed } = readJsonTree(text);
	expect(malformed?.at).toBe(at);
	expect(malformed?.message).toContain(words);
});

test('names and values keep their spelling, and names are found unescaped', () => {
	const tree = readJsonTree(
		'\uFEFF{"lat": 43.650, "l\\u006fng": -7.9E1, "n": null, "n": "\\u00e9"}'
	);
	const root = rootOf(tree) ?? -1;
	const spelled = childrenOf(tree, root).map((child) => valueOf(tree, child));
	expect(spelled).toEqual(['43.650', '-7.9E1', 'null', 'é']);
	expect(valueOf(tree, childNamed(tree, root, 'long') ?? -1)).toBe('-7.9E1');
});

test('nesting of any depth is read', () => {
	const tree = readJsonTree('['.repeat(100_000) + ']'.repeat(100_000));
	expect([tree.size, tree.malformed]).toEqual([100_000, null]);
});

test('a string of ten megabytes, with escapes or not, is read', () => {
	for (const piece of ['x', '\\n', 'a\\\\']) {
		const inner = piece.repeat(10_000_000 / piece.length);
		const tree = readJsonTree(`["${inner}"]`);
		expect(tree.malformed).toBeNull();
		const [child = -1] = childrenOf(tree, rootOf(tree) ?? -1);
		expect(valueOf(tree, child)).toBe(JSON.parse(`"${inner}"`));
	}
});

test('what cannot be seen is spelled, and a character is shown whole', () => {
	const why = (text: string) => readJsonTree(text).malformed?.message;
	expect(why('[]\u0000')).toBe('After the end of the document stands “[U+0000]”.');
	expect(why('[1\u200B]')).toBe('A comma or “]” is expected, not “[U+200B]”.');
	expect(why('[😀]')).toBe('A value is expected, not “😀”.');
	expect(why('["\\😀"]')).toBe('“\\😀” is no escape that JSON knows.');
	expect(readXmlTree('<😀\u202E a="1" a="2"/>').malformed?.message).not.toContain('\u202E');
	expect(readXmlTree(`<${'a'.repeat(1_000)}>`).malformed?.message.length).toBeLessThan(310);
});
