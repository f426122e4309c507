// Matching a pattern of a lesson takes no longer than the text is long.
import { expect, test } from 'vitest';
import { readPattern } from '../../src/lessons/pattern';
import { expectLinear } from './growth';

test.each([
	['(a+)+b', 'a', false],
	['(a|a)*b', 'a', false],
	['(.*a){10}', 'a', true],
	['.*.*.*.*.*=.*', 'x', false],
	[`${'a?'.repeat(100)}${'a'.repeat(100)}`, 'a', false]
])('%s', async (source, letter, matches) => {
	const read = readPattern(source);
	if ('problem' in read) throw new Error(read.problem);
	const match = (text: string) => read.pattern.exec(text)?.[0] === text;
	expect(match(letter.repeat(400))).toBe(matches);
	await expectLinear((length) => letter.repeat(length), match, 400);
});
