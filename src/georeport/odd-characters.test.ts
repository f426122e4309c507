import { expect, test } from 'vitest';
import { oddCharacters } from './odd-characters';

test.each([
	['toronto.ca\u200B', ['U+200B ZERO WIDTH SPACE']],
	['\uFEFF001', ['U+FEFF ZERO WIDTH NO-BREAK SPACE']],
	['001\u00A0', ['U+00A0 NO-BREAK SPACE']],
	['a\u202Eb\u202E', ['U+202E RIGHT-TO-LEFT OVERRIDE']],
	['a\u0000', ['U+0000']],
	['a\u{E0041}', ['U+E0041']],
	['\u0421SROWR-12', ['С (U+0421, a Cyrillic letter)']],
	['p\u03BFthole', ['ο (U+03BF, a Greek letter)']],
	['\uFF11234', ['１ (U+FF11, a full-width character)']]
])('%j', (text, names) => expect(oddCharacters(text)).toEqual(names));

test.each([
	'toronto.ca',
	'CSROWR-12',
	'ΑΒΓ',
	'дорога',
	'चौराहा',
	'路面',
	'two words',
	'é',
	'',
	'١٢٣'
])('nothing in %s', (text) => expect(oddCharacters(text)).toEqual([]));
