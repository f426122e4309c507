import { expect, test } from 'vitest';
import { decode } from './charset';

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
