import { expect, test } from 'vitest';
import { charsetIn, decode } from './charset';

const bytes = (...parts: (string | number)[]) =>
	Uint8Array.from(
		parts.flatMap((part) =>
			typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)]
		)
	);

test('UTF-8 is the default', () => {
	expect(decode(bytes('é'), 'text/xml')).toMatchObject({
		text: 'é',
		charset: 'utf-8',
		namedBy: 'nothing',
		doubt: null
	});
});

test('the Content-Type names the charset, quoted or not, in any case', () => {
	const latin1 = { text: 'é', charset: 'windows-1252', namedBy: 'Content-Type', doubt: null };
	expect(decode(bytes(0xe9), 'text/xml; charset=ISO-8859-1')).toMatchObject(latin1);
	expect(decode(bytes(0xe9), 'text/xml;Charset="iso-8859-1"')).toMatchObject(latin1);
});

test('an XML declaration names the charset if the Content-Type does not', () => {
	const document = bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>', 0xe9, '</a>');
	expect(decode(document, 'text/xml')).toMatchObject({
		text: '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
		namedBy: 'XML declaration',
		doubt: null
	});
	expect(decode(document, 'text/xml; charset=windows-1252').doubt).toBeNull();
	const both = decode(document, 'text/xml; charset=utf-8');
	expect(both.text).toContain('<a>\uFFFD</a>');
	expect(both.doubt).toContain('Some bytes are no utf-8');
	expect(
		decode(bytes('<?xml version="1.0" encoding="koi8-r"?><a/>'), 'a/b; charset=utf-8').doubt
	).toBe('The Content-Type says utf-8, the XML declaration koi8-r; the Content-Type wins.');
});

test('a byte order mark wins over both, and is not part of the text', () => {
	expect(decode(bytes(0xef, 0xbb, 0xbf, '<a/>'), 'text/xml; charset=iso-8859-1')).toMatchObject({
		text: '<a/>',
		charset: 'utf-8',
		namedBy: 'byte order mark'
	});
	expect(decode(bytes(0xff, 0xfe, 0x3c, 0, 0xe9, 0), null)).toMatchObject({
		text: '<é',
		charset: 'utf-16le'
	});
});

test('an unknown charset is reported, and the text read as UTF-8', () => {
	expect(decode(bytes('é'), 'text/xml; charset=x-nothing')).toMatchObject({
		text: 'é',
		doubt: expect.stringContaining('“x-nothing”') as string
	});
});

test('a replacement character that was sent raises no doubt', () => {
	expect(decode(bytes('\uFFFD'), 'text/xml; charset=utf-8').doubt).toBeNull();
});

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each<[string, Uint8Array, ReturnType<typeof decode>['undecodable']]>([
	['none', latin('plain'), null],
	['a Latin-1 letter', latin('caf\u00e9 \n'), { at: 3, byte: 3, bytes: 'E9 20 0A' }],
	['after a letter of two bytes', latin('\u00c3\u00a9\u00ff'), { at: 1, byte: 2, bytes: 'FF' }],
	['an overlong slash', latin('a\u00c0\u00af'), { at: 1, byte: 1, bytes: 'C0 AF' }],
	['half of a surrogate pair', latin('\u00ed\u00a0\u0080'), { at: 0, byte: 0, bytes: 'ED A0 80' }],
	[
		'a character that is cut off',
		latin('x\u00f0\u009f\u0098'),
		{ at: 1, byte: 1, bytes: 'F0 9F 98' }
	],
	['a replacement character that was sent', latin('\u00ef\u00bf\u00bd'), null],
	[
		'one that was sent, before bytes that are none',
		latin('\u00ef\u00bf\u00bd\u0080'),
		{ at: 1, byte: 3, bytes: '80' }
	],
	['behind a byte order mark', latin('\u00ef\u00bb\u00bfa\u0080'), { at: 1, byte: 4, bytes: '80' }]
])('bytes that are no UTF-8, and where: %s', (_, bytes, undecodable) => {
	expect(decode(bytes, null).undecodable).toEqual(undecodable);
});

test('a byte order mark is told, and the declaration behind it is read', () => {
	const marked = latin('\u00ef\u00bb\u00bf<?xml version="1.0" encoding="iso-8859-1"?><a/>');
	expect(decode(marked, null)).toMatchObject({
		marked: true,
		declared: 'iso-8859-1',
		charset: 'utf-8',
		namedBy: 'byte order mark'
	});
	expect(decode(latin('[]'), null)).toMatchObject({ marked: false, declared: null });
});

const inUtf16 = (text: string, order: 'LE' | 'BE') => {
	const bytes = Buffer.from(text, 'utf16le');
	return Uint8Array.from(order === 'LE' ? bytes : bytes.swap16());
};

test.each([
	['<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'text/xml'],
	['<a>é</a>', 'text/xml'],
	['[{"a":"é"}]', 'application/json'],
	['\n{"a":"é"}', 'application/json; charset=utf-8'],
	['[1]', 'application/json; charset=utf-16'],
	['12', null]
])('UTF-16 is seen by its first bytes: %j as %s', (text, type) => {
	expect(decode(inUtf16(text, 'LE'), type)).toMatchObject({ text, charset: 'utf-16le' });
	expect(decode(inUtf16(text, 'BE'), type)).toMatchObject({
		text,
		charset: 'utf-16be',
		namedBy: 'first bytes'
	});
});

test('what says UTF-16 in single bytes is read as UTF-8', () => {
	const text = '<?xml version="1.0" encoding="utf-16"?><a>é</a>';
	expect(decode(bytes(text), 'text/xml')).toMatchObject({
		text,
		charset: 'utf-8',
		namedBy: 'first bytes',
		doubt: 'The XML declaration says utf-16, but the first bytes are utf-8; the text is read so.'
	});
	expect(decode(bytes('["é"]'), 'application/json; charset=ucs-2')).toMatchObject({
		text: '["é"]',
		doubt: 'The Content-Type says ucs-2, but the first bytes are utf-8; the text is read so.'
	});
});

test.each([
	['text/xml; x-charset=latin1', null],
	['text/xml; x=";charset=latin1"; charset=utf-8', 'utf-8'],
	['text/xml; charset=utf-8; charset=latin1', 'utf-8'],
	['text/xml; CharSet = "UTF-8" ', 'UTF-8'],
	['text/xml; charset=', null],
	['text/xml', null],
	[null, null]
])('the charset in %s is %s', (type, charset) => {
	expect(charsetIn(type)).toBe(charset);
});
