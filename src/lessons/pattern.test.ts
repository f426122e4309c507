import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPattern } from './pattern';

/** Whether a pattern that must be good matches a whole text. */
function isLike(source: string, text: string): boolean {
	const read = readPattern(source);
	if ('problem' in read) throw new Error(read.problem);
	return read.pattern.exec(text)?.[0] === text;
}

test.each([
	['\\d{12}', '101000900001', '10100090000'],
	['\\d{2,3}', '123', '1234'],
	['\\d{2,}', '12345', '1'],
	['https?://.+', 'http://a', 'ftp://a'],
	['2012-06-14T.*', '2012-06-14T', '2012-06-15T'],
	['open|opened', 'opened', 'openopened'],
	['(?:a|b)*c', 'ababc', 'abab'],
	['(?<year>\\d{4})-[\\d-]+', '2012-06-14', '2012-'],
	['[^\\]a]+', 'bcd', 'bad'],
	['^a$|^b$', 'b', 'ab'],
	['a^b', '', 'ab'],
	['\\p{L}+\\u{1F600}', 'é😀', 'é1'],
	['.', '😀', '\n'],
	['\\ud83d\\ude00', '😀', 'x'],
	['a\\.b\\(', 'a.b(', 'axb('],
	['', '', 'a'],
	['(a*)*', 'aaa', 'b'],
	['(?:a{0,3}){2}', 'aaaaaa', 'aaaaaaa']
])('%s: what it matches, and what not', (source, good, bad) => {
	expect([isLike(source, good), isLike(source, bad)]).toEqual([source !== 'a^b', false]);
});

test.each([
	['(', 'is not a regular expression.'],
	['a(?=b)', 'has “(?=b”, which patterns of lessons cannot have. Write it without.'],
	['(?<!a)b', 'has “(?<!”, which patterns of lessons cannot have. Write it without.'],
	['(a)\\1', 'has “\\1”, which patterns of lessons cannot have. Write it without.'],
	['\\bopen', 'has “\\b”, which patterns of lessons cannot have. Write it without.'],
	['(?:a{100}){100}', 'repeats too much: written out it has more than 1,000 parts. Shorten it.'],
	['a{4000000000}', 'repeats too much: written out it has more than 1,000 parts. Shorten it.']
])('%s is refused with a reason', (source, problem) => {
	expect(readPattern(source)).toEqual({ problem });
});

test('a text far longer than any field matches nothing', () => {
	expect([isLike('.+', 'a'.repeat(20_000)), isLike('.+', 'a'.repeat(1_000_000))]).toEqual([
		true,
		false
	]);
});

test('patterns of these parts match as those of JavaScript do', () => {
	const atom = fc.constantFrom(
		'a',
		'b',
		'.',
		'[ab]',
		'[^a]',
		'\\w',
		'(?:a|bb)',
		'(b|)',
		'(a*b)',
		'^',
		'$'
	);
	const part = fc
		.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}', '+?'))
		.map(([one, times]) => (/[$^]/.test(one) && one.length === 1 ? one : one + times));
	const source = fc
		.array(part, { maxLength: 4 })
		.map((parts) => parts.join(''))
		.chain((each) => fc.constantFrom(each, `${each}|a`, `(${each})+`));
	const text = fc.array(fc.constantFrom('a', 'b', 'bb', '\n'), { maxLength: 6 });
	fc.assert(
		fc.property(source, text, (source, letters) => {
			const whole = letters.join('');
			expect(isLike(source, whole)).toBe(new RegExp(`^(?:${source})$`, 'u').test(whole));
		}),
		{ numRuns: 2_000 }
	);
});
