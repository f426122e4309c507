import { expect, test } from 'vitest';
import fc from 'fast-check';
import { endOfJson } from './json-place';

test.each([
	['[001]', 2],
	['{"a":1', 6],
	['[1,]', 3],
	['{"a":1,}', 7],
	['[abc]', 1],
	['<html>', 0],
	['{"a" 1}', 5],
	['{a:1}', 1],
	['[] []', 3],
	['[1}', 2],
	['{"a":"b]', 5],
	['["a\nb"]', 1],
	["['a']", 1],
	['[1.]', 2],
	['\ufeff[]', 0],
	['[ ', 2],
	['', 0]
])('%j stops being JSON at offset %i', (text, offset) => {
	expect(endOfJson(text)).toBe(offset);
});

test('whatever JSON there is, is JSON to its end', () => {
	fc.assert(
		fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (text, space) => {
			expect(endOfJson(space + text + space)).toBe(text.length + 2 * space.length);
		}),
		{ numRuns: 300 }
	);
});

test('JSON nested a hundred thousand deep is read without running out of stack', () => {
	expect(endOfJson('['.repeat(100_000) + ']'.repeat(100_000))).toBe(200_000);
});
