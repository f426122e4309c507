// What a server repeats of a key is found in every spelling.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHttpRequest, type Draft } from './request';
import { hide, keySecrets, secretsOf } from './secrets';

const BASE = { url: 'https://a.example/v2/', discoveryUrl: 'https://a.example/v2/' };
const exchangeOf = (draft: Draft) => ({ draft, request: toHttpRequest(draft, BASE) });
const submit = (more: Partial<Draft>): Draft => ({
	method: 'submit',
	format: 'xml',
	values: {},
	...more
});

/** A text with what it repeats of a key hidden. */
const hidden = (text: string, key: string) => hide(text, keySecrets([key]));

describe('a key of six characters and more is hidden anywhere', () => {
	test.each([
		['as it is', '<e>Key a&b"<c> \'d is bad</e>'],
		['in XML', '<e>a&amp;b&quot;&lt;c&gt; &apos;d</e>'],
		['in XML by numbers', '<e>&#97;&#38;&#x62;&#34;&#x3C;c&#062; &#0039;&#x00064;</e>'],
		['in JSON', '{"e": "a&b\\"<c> \'d"}'],
		['in JSON by numbers', '{"e": "\\u0061\\u0026b\\u0022\\u003Cc\\u003e \\u0027d"}'],
		['in a URL', 'https://a.example/?k=a%26b%22%3cc%3E%20%27d&x=1'],
		['in a form', "k=a%26b%22%3Cc%3E+'d&x=1"],
		['in a URL, twice', 'a%2526b%2522%253Cc%253E%2520%2527d'],
		['in XML in JSON', '{"e": "a\\u0026amp;b\\u0026quot;\\u0026lt;c\\u0026gt; \'d"}'],
		['in XML in XML', '<e>a&amp;amp;b&amp;quot;&amp;lt;c&amp;gt; &amp;apos;d</e>'],
		['in JSON in JSON', '"{\\"e\\": \\"a&b\\\\\\"<c> \'d\\"}"'],
		['in JavaScript', "'a&b\\\"\\x3Cc\\x3e\\x20\\'d'"],
		['in capitals', '<e>A&amp;B"&lt;C&gt; \'D</e>'],
		['over a line', 'a&b"<c>\n\'d'],
		['in base64', Buffer.from('a&b"<c> \'d').toString('base64')]
	])('%s', (_, text) => {
		const rest = hidden(text, 'a&b"<c> \'d');
		expect(rest).toContain('[left out]');
		expect(rest.split('[left out]').join('')).not.toMatch(/[cC].*[dD]/);
	});

	test('what is around it stays', () => {
		expect(hidden('<e>Key S3cret-Key is bad</e>', 'S3cret-Key')).toBe(
			'<e>Key [left out] is bad</e>'
		);
		expect(hidden('<e>secret</e><f>xsecretx</f>', 'secret')).toBe(
			'<e>[left out]</e><f>x[left out]x</f>'
		);
	});

	test.each([
		['é☕🕳', 'clé-☕-🕳', '<e>cl&#xE9;-&#9749;-&#x1F573;</e>'],
		['é☕🕳', 'clé-☕-🕳', '{"e": "cl\\u00e9-\\u2615-\\uD83D\\uDD73"}'],
		['é☕🕳', 'clé-☕-🕳', 'k=cl%C3%A9-%E2%98%95-%f0%9f%95%b3'],
		['composed', 'cle\u0301-cle\u0301', '<e>cl\u00e9-cl\u00e9</e>'],
		['slashes', 'a/b/c/d', '{"e": "a\\/b\\/c\\/d"}'],
		['backslashes', 'a\\b\\c\\d', '{"e": "a\\\\b\\\\c\\\\d"}'],
		['a tab', 'one\ttwo', '{"e": "one\\ttwo"}'],
		['signs of a pattern', 'a.*+?^${}()|[]', '<e>a.*+?^${}()|[]</e>']
	])('%s: %s', (_, key, text) => {
		expect(hidden(text, key)).toMatch(/^(?:<e>|\{"e": "|k=)\[left out\](?:<\/e>|"\})?$/);
	});

	test('whatever the key, and whatever in it is encoded how', () => {
		const point = (character: string) => character.codePointAt(0) ?? 0;
		const ways: readonly ((character: string) => string)[] = [
			(character) => character,
			(character) => `&#${point(character)};`,
			(character) => `&#x${point(character).toString(16)};`,
			(character) =>
				character
					.split('')
					.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
					.join(''),
			(character) =>
				[...new TextEncoder().encode(character)]
					.map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
					.join('')
		];
		const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
		const spelled = fc
			.array(fc.tuple(character, fc.nat(ways.length - 1)), { minLength: 6, maxLength: 8 })
			.map((list) => ({
				key: list.map(([text]) => text).join(''),
				text: list
					.map(([text, way]) => Array.from(text, (each) => ways[way]?.(each)).join(''))
					.join('')
			}))
			.filter(({ key }) => key.trim() === key && [...key].length >= 6);
		fc.assert(
			fc.property(spelled, ({ key, text }) => {
				expect(hidden(`<e>${text}</e>`, key)).toBe('<e>[left out]</e>');
			}),
			{ numRuns: 60 }
		);
	});

	test('a very long one is hidden whole', () => {
		const key = `eyJ${'a1B2'.repeat(1_000)}`;
		expect(hidden(`{"e": "${key}", "f": 1}`, key)).toBe('{"e": "[left out]", "f": 1}');
	});
});

describe('a shorter one is hidden where it is a whole value', () => {
	test.each([
		['an element', '<e>\n\tabc\n</e>', '<e>\n\t[left out]\n</e>'],
		['CDATA', '<e><![CDATA[abc]]></e>', '<e><![CDATA[[left out]]]></e>'],
		['an attribute', '<e k="abc" l=\'abc\'/>', '<e k="[left out]" l=\'[left out]\'/>'],
		['JSON text', '{"k": "abc", "l": ["abc"]}', '{"k": "[left out]", "l": ["[left out]"]}'],
		['JSON in JSON', '"{\\"k\\": \\"abc\\"}"', '"{\\"k\\": \\"[left out]\\"}"'],
		['a query', 'https://a.example/?k=abc&l=1#abc', 'https://a.example/?k=[left out]&l=1#abc'],
		['a form', 'l=1&k=abc', 'l=1&k=[left out]'],
		['a form in XML', '<e>k=abc&amp;l=1</e>', '<e>k=[left out]&amp;l=1</e>'],
		[
			'a form in JSON',
			'{"e": "You sent k=abc\\u0026l=1"}',
			'{"e": "You sent k=[left out]\\u0026l=1"}'
		],
		['the whole text', ' abc\n', ' [left out]\n'],
		['other spellings', '<e>&#97;%62\\u0063</e>', '<e>[left out]</e>']
	])('%s', (_, text, wanted) => expect(hidden(text, 'abc')).toBe(wanted));

	test.each(['<e>abcd</e>', '<e>an abc of it</e>', '{"abc": 1}', 'abc=1', '<abc/>', '<e>ABC</e>'])(
		'not in %s',
		(text) => expect(hidden(text, 'abc')).toBe(text)
	);

	test('a number of JSON becomes a text', () => {
		expect(hidden('{"k":123,"l":[123, 1234],"m":-123}', '123')).toBe(
			'{"k":"[left out]","l":["[left out]", 1234],"m":-123}'
		);
	});

	test('a word of a header', () => {
		const inHeader = (text: string) => hide(text, keySecrets(['abc']), 'header');
		expect(inHeader('Bearer abc')).toBe('Bearer [left out]');
		expect(inHeader('session=abc; Path=/abc')).toBe('session=[left out]; Path=/abc');
		expect(inHeader('https://a.example/?k=abc&l=1')).toBe('https://a.example/?k=[left out]&l=1');
		expect(inHeader('abcd abc-d')).toBe('abcd abc-d');
	});
});

describe('what of an exchange is secret', () => {
	const KEY = 'S3cret-Key';
	test.each<[string, Partial<Draft>]>([
		['a value', { values: { api_key: KEY } }],
		['a value of another name', { values: { accessToken: [KEY, 'x'] } }],
		['a path', { path: `requests.xml?apikey=${KEY}` }],
		['a header', { headers: { 'X-Auth-Key': KEY } }],
		['a bearer', { headers: { Authorization: `Bearer ${KEY}` } }],
		['a password', { headers: { Authorization: `Basic ${btoa(`me:${KEY}`)}` } }],
		['a cookie', { headers: { Cookie: `a=1; sid=${KEY}` } }],
		['JSON', { rawBody: { type: 'application/json', text: `{"token": "${KEY}"}` } }],
		['XML', { rawBody: { type: 'text/xml', text: `<a><api_key>${KEY}</api_key></a>` } }],
		['a part', { files: [], values: { password: KEY } }]
	])('%s', (_, more) => {
		const secrets = secretsOf(exchangeOf(submit(more)), { personal: true });
		expect(hide(`<e>Not ${KEY}!</e>`, secrets)).toBe('<e>Not [left out]!</e>');
	});

	test('contact details too, unless they are asked for; names only as whole values', () => {
		const values = {
			first_name: 'Ada',
			last_name: 'Lovelace',
			email: 'ada@a.example',
			phone: '416'
		};
		const exchange = exchangeOf(submit({ values }));
		const answer = '<e>Ada</e><f>Canada, Lovelace Road</f><g>ada@a.example (416)</g><h>416</h>';
		expect(hide(answer, secretsOf(exchange, { personal: false }))).toBe(
			'<e>[left out]</e><f>Canada, Lovelace Road</f><g>[left out] (416)</g><h>[left out]</h>'
		);
		expect(hide(answer, secretsOf(exchange, { personal: true }))).toBe(answer);
	});

	test('nothing of a request without any', () => {
		const exchange = exchangeOf({ method: 'token', format: 'xml', values: { token: '9000021' } });
		expect(secretsOf(exchange, { personal: false, apiKey: '' })).toEqual([]);
	});
});
