import { expect, test } from 'vitest';
import { spellUnseen, splitAtUnseen } from './unseen-characters';

/** The pieces of a text, the unseen ones by their number. */
const pieces = (text: string) =>
	splitAtUnseen(text).map(({ text, unseen }) => (unseen ? [unseen.code, unseen.name] : text));

test.each([
	['a\u202Etxt.exe', ['a', ['U+202E', 'U+202E RIGHT-TO-LEFT OVERRIDE'], 'txt.exe']],
	['\uFEFF001', [['U+FEFF', 'U+FEFF ZERO WIDTH NO-BREAK SPACE'], '001']],
	['001\u00A0', ['001', ['U+00A0', 'U+00A0 NO-BREAK SPACE']]],
	[
		'\u2066\u2069',
		[
			['U+2066', 'U+2066 LEFT-TO-RIGHT ISOLATE'],
			['U+2069', 'U+2069 POP DIRECTIONAL ISOLATE']
		]
	],
	['a\u0000b\u0085', ['a', ['U+0000', 'U+0000'], 'b', ['U+0085', 'U+0085']]],
	['a\u2028b', ['a', ['U+2028', 'U+2028 LINE SEPARATOR'], 'b']],
	['a\u034F', ['a', ['U+034F', 'U+034F']]],
	['a\uE000', ['a', ['U+E000', 'U+E000']]],
	['a\u{F0000}\uD83D', ['a', ['U+F0000', 'U+F0000'], ['U+D83D', 'U+D83D']]],
	['a\u2800', ['a', ['U+2800', 'U+2800']]],
	['open\u200D', ['open', ['U+200D', 'U+200D ZERO WIDTH JOINER']]],
	['a\u{E0041}', ['a', ['U+E0041', 'U+E0041']]],
	['😀\uFE0F\u{E0120}', ['😀\uFE0F', ['U+E0120', 'U+E0120']]],
	['open\uFE00', ['open', ['U+FE00', 'U+FE00']]],
	[
		'шл\u200D\u200Dю',
		['шл', ['U+200D', 'U+200D ZERO WIDTH JOINER'], ['U+200D', 'U+200D ZERO WIDTH JOINER'], 'ю']
	],
	['שלום\u200F', ['שלום', ['U+200F', 'U+200F RIGHT-TO-LEFT MARK']]]
])('%j is divided at what cannot be seen', (text, expected) => {
	expect(pieces(text)).toEqual(expected);
	expect(
		splitAtUnseen(text)
			.map(({ text }) => text)
			.join('')
	).toBe(text);
});

test.each([
	'two words\tand\r\nlines',
	'👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🇨🇦 🏳️‍🌈',
	'\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
	'می\u200Cخواهم',
	'क्\u200Dष',
	'葛\u{E0100}城'
])('%j is one piece: writing needs what is not seen in it', (text) => {
	expect(pieces(text)).toEqual([text]);
});

test('a sentence has the numbers of unseen characters in their place', () => {
	expect(spellUnseen('op\u200Ben\u00A0')).toBe('op[U+200B]en[U+00A0]');
	expect(spellUnseen('')).toBe('');
});
