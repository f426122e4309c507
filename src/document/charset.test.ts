import { expect, test } from 'vitest';
import { decode } from './charset';

const bytes = (...parts: (string | number)[]) =>
	Uint8Array.from(
		parts.flatMap((part) =>
			typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)]
		)
	);

test('UTF-8 is the default', () => {
	expect(decode(bytes('é'), 'text/xml')).toEqual({
		text: 'é',
		charset: 'utf-8',
		namedBy: 'nothing',
		doubt: null
	});
});

test('the Content-Type names the charset, quoted or not, in any case', () => {
	const latin1 = { text: 'é', charset: 'windows-1252', namedBy: 'Content-Type', doubt: null };
	expect(decode(bytes(0xe9), 'text/xml; charset=ISO-8859-1')).toEqual(latin1);
	expect(decode(bytes(0xe9), 'text/xml;Charset="iso-8859-1"')).toEqual(latin1);
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
