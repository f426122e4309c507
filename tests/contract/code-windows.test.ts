import { expect, test } from 'vitest';
import { codeFor } from '../../src/code/languages';
import { onTheWire } from '../../src/code/wire';
import { toHttpRequest, type Draft, type HttpRequest } from '../../src/georeport/request';
import { CORPUS } from './code-corpus';
import { readCmd, runPowershell, splitArguments } from './windows-parsers';

const BASE = 'https://311.example/v2/';
const requestOf = (draft: Draft) => toHttpRequest(draft, { url: BASE, discoveryUrl: BASE });
const ENTRIES = Object.entries(CORPUS);

/** Returns what curl sends for these arguments, according to its manual. */
function asCurlSends(argv: readonly string[], readFile: (name: string) => string): HttpRequest {
	const data: string[] = [];
	const headers: Record<string, string> = {};
	let method: string | null = null;
	let url = '';
	const rest = [...argv.slice(1)];
	while (rest.length > 0) {
		const option = rest.shift() ?? '';
		const value = () => rest.shift() ?? '';
		if (option === '--head') method = 'HEAD';
		else if (option === '-X') method = value();
		else if (option === '-H') {
			const [name = '', ...text] = value().split(/(?<=^[^:;]+)(?:: |;$)/);
			headers[name] = text.join('');
		} else if (option === '--data-raw') data.push(value());
		else if (option === '--data-binary') data.push(readFile(value()));
		else if (!['-i', '--globoff'].includes(option)) url = option;
	}
	const body = data.length === 0 ? null : data.join('&');
	return { method: method ?? (body === null ? 'GET' : 'POST'), url, headers, body };
}

/** The request that must arrive: URL and headers as fetch sends them, the body byte for byte. */
const expected = (request: HttpRequest): HttpRequest => {
	const { method, url, headers, body } = onTheWire(request);
	return { method, url, headers: Object.fromEntries(headers), body };
};

test('our argument parser reads the examples of "Parsing C command-line arguments"', () => {
	expect(splitArguments(String.raw`"abc" d e`)).toEqual(['abc', 'd', 'e']);
	expect(splitArguments(String.raw`a\\b d"e f"g h`)).toEqual([String.raw`a\\b`, 'de fg', 'h']);
	expect(splitArguments(String.raw`a\\\"b c d`)).toEqual([String.raw`a\"b`, 'c', 'd']);
	expect(splitArguments(String.raw`a\\\\"b c" d e`)).toEqual([String.raw`a\\b c`, 'd', 'e']);
	expect(splitArguments('a"b"" c d')).toEqual(['ab" c d']);
});

test('our cmd parser expands variables and runs commands like cmd', () => {
	expect(readCmd('curl "%PATH%" %NONE%', 'prompt')).toEqual([['curl', 'C:\\Windows', '%NONE%']]);
	expect(readCmd('curl "%%20%NONE%"', 'batch')).toEqual([['curl', '%20']]);
	expect(readCmd('curl "a&b" a^&b ^%PATH^%', 'prompt')).toEqual([['curl', 'a&b', 'a&b', '%PATH%']]);
	expect(() => readCmd('curl a&b', 'prompt')).toThrow('act on &');
	expect(() => readCmd(String.raw`curl "\"a&b\""`, 'prompt')).toThrow('act on &');
});

test.each(ENTRIES)('cmd, pasted at the prompt: %s', (_, draft) => {
	const request = requestOf(draft);
	const code = codeFor('curl-cmd', request);
	const [argv = [], ...others] = readCmd(code, 'prompt');
	expect(others).toEqual([]);
	const usesFile = code.includes('save it as body.txt');
	const read = (name: string) => (usesFile && name === '@body.txt' ? (request.body ?? '') : '');
	expect(asCurlSends(argv, read)).toEqual(expected(request));
});

test('in a batch file, doubling every percent sign, as the remark says, is enough', () => {
	for (const [name, draft] of ENTRIES) {
		const code = codeFor('curl-cmd', requestOf(draft));
		if (!code.includes('%')) continue;
		expect(code, name).toContain('In a batch file, double every percent sign.');
		const batch = readCmd(code.replaceAll('%', '%%'), 'batch');
		expect(batch, name).toEqual(readCmd(code, 'prompt'));
	}
});

test('cmd asks for a file only if the body is neither a form nor one line of ASCII', () => {
	const asking = ENTRIES.filter(([, draft]) =>
		codeFor('curl-cmd', requestOf(draft)).includes('body.txt')
	).map(([name]) => name);
	expect(asking).toEqual([
		'a file',
		'a JSON body',
		'an XML body',
		'a body of marks',
		'hidden characters in a body'
	]);
	const long = codeFor(
		'curl-cmd',
		requestOf({ ...CORPUS['a report'], values: { description: 'é'.repeat(4000) } } as Draft)
	);
	expect(long).toContain('body.txt');
});

test.each(ENTRIES)('PowerShell, the same in 5.1 and 7.3: %s', (_, draft) => {
	const request = requestOf(draft);
	const code = codeFor('curl-powershell', request);
	for (const version of ['5.1', '7.3'] as const) {
		const { argv, files } = runPowershell(code, version);
		const sent = asCurlSends(argv, (name) => files[name.replace(/^@/, '')] ?? 'no such file');
		expect(sent, `${version}\n${code}`).toEqual(expected(request));
	}
});

test('PowerShell code has no bare --% and no line longer than Windows accepts', () => {
	for (const [name, draft] of ENTRIES) {
		expect(codeFor('curl-powershell', requestOf(draft)), name).not.toMatch(/(^|\s)--%(\s|$)/);
	}
	const description = '☕'.repeat(4000);
	const code = codeFor(
		'curl-powershell',
		requestOf({ method: 'submit', format: 'xml', values: { description } })
	);
	const command = code.slice(code.indexOf('curl.exe'));
	expect(command.length).toBeLessThan(32_767);
	const { argv, files } = runPowershell(code, '5.1');
	expect(asCurlSends(argv, (name) => files[name.slice(1)] ?? '').body).toBe(
		`description=${'%E2%98%95'.repeat(4000)}`
	);
});

// Bugs that people reported in the curl commands of other tools, each with the correct text.
const COMPLAINTS: readonly [
	string,
	Partial<HttpRequest>,
	Record<'curl' | 'curl-cmd' | 'curl-powershell', string>
][] = [
	[
		'a dollar in the query',
		{ url: `${BASE}requests.json?$top=1` },
		{
			curl: `'${BASE}requests.json?$top=1'`,
			'curl-cmd': `"${BASE}requests.json?$top=1"`,
			'curl-powershell': `'${BASE}requests.json?$top=1'`
		}
	],
	[
		'an ampersand in the query',
		{ url: `${BASE}requests.json?a=1&b=2` },
		{
			curl: `'${BASE}requests.json?a=1&b=2'`,
			'curl-cmd': `"${BASE}requests.json?a=1&b=2"`,
			'curl-powershell': `'${BASE}requests.json?a=1&b=2'`
		}
	],
	[
		'the quotes of an ETag',
		{ headers: { 'If-None-Match': 'W/"a b"' } },
		{
			curl: `-H 'If-None-Match: W/"a b"'`,
			'curl-cmd': String.raw`-H ^"If-None-Match: W/\^"a b\^"^"`,
			'curl-powershell': String.raw`-H 'If-None-Match: W/\"a b\"'`
		}
	],
	[
		'an apostrophe in a header',
		{ headers: { 'X-Name': "D'Arcy $5" } },
		{
			curl: String.raw`-H 'X-Name: D'\''Arcy $5'`,
			'curl-cmd': `-H "X-Name: D'Arcy $5"`,
			'curl-powershell': "-H 'X-Name: D''Arcy $5'"
		}
	],
	[
		'a form with spaces, an apostrophe and an ampersand',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'description=Tom%27s+%26+co&lat=43.6'
		},
		{
			curl:
				String.raw`--data-urlencode 'description=Tom'\''s & co'` +
				" \\\n  --data-urlencode 'lat=43.6'",
			'curl-cmd': `--data-raw "description=Tom%27s+%26+co" ^\n  --data-raw "lat=43.6"`,
			'curl-powershell': "--data-raw 'description=Tom%27s+%26+co' `\n  --data-raw 'lat=43.6'"
		}
	]
];

test.each(COMPLAINTS)('curl for three shells: %s', (_, part, written) => {
	const request = { method: 'GET', url: BASE, headers: {}, body: null, ...part };
	for (const [shell, text] of Object.entries(written)) {
		expect(codeFor(shell as keyof typeof written, request)).toContain(text);
	}
});
