import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeFor, type LanguageId } from '../../src/code/languages';
import { onTheWire } from '../../src/code/wire';
import { toHttpRequest, type Draft, type HttpRequest } from '../../src/georeport/request';
import { readCurl } from '../../src/import/curl';
import { CORPUS } from './code-corpus';
import { startEcho, type RawRequest } from './echo-server';
import { BASH, canRun, runSamples } from './run-samples';

const BASE = 'https://311.example/v2/';
const requestOf = (draft: Draft) => toHttpRequest(draft, { url: BASE, discoveryUrl: BASE });

/** The request as a browser sends it; the code contains no other. */
const expected = (request: HttpRequest): HttpRequest => {
	const { method, url, headers, body } = onTheWire(request);
	return { method, url, headers: Object.fromEntries(headers), body };
};

const LANGUAGES: readonly LanguageId[] = ['curl', 'curl-cmd', 'curl-powershell'];

describe.each(LANGUAGES)('%s', (language) => {
	test.each(Object.entries(CORPUS))('%s is imported unchanged from its code', (_, draft) => {
		const request = requestOf(draft);
		const code = codeFor(language, request);
		const read = readCurl(code);
		if (/@body\.txt|@\$body/.test(code)) {
			// The body is in a file that only the shell can read.
			expect(read.kind).toBe('problem');
		} else {
			expect(read).toMatchObject({ kind: 'request' });
			expect(read.kind === 'request' && read.request).toEqual(expected(request));
		}
	});

	test('any report is imported unchanged', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 30 });
		fc.assert(
			fc.property(text, text, (first, second) => {
				const values = {
					service_code: 'A',
					description: first.replaceAll('\0', ''),
					address_string: second
				};
				const request = requestOf({ method: 'submit', format: 'xml', values });
				const read = readCurl(codeFor(language, request));
				expect(read.kind === 'request' && read.request).toEqual(expected(request));
			}),
			{ numRuns: 500 }
		);
	});
});

/** Commands for bash; URL stands for an address of the echo server. */
const COMMANDS = [
	'curl URL',
	'curl -sS -X PATCH URL',
	'curl -I URL',
	`curl URL -H 'X-A: b: c' -H 'X-B;' -H 'Accept:'`,
	`curl URL -H "X-A: a\\"b\\\\c\\$d" -A 'me' -e 'http://b.example/'`,
	`curl URL -u 'Aladdin:open sesame' -b 'a=b; c=d'`,
	`curl -u me: URL -H 'X-A:   padded   '`,
	`curl URL -d a=b --data c=d --data-raw @e --data-binary 'f g'`,
	`curl URL -d ''`,
	`curl -G URL -d a=b --data-urlencode 'c=&='`,
	`curl -G 'URL?x=1#y' -d a=b`,
	`curl URL --data-urlencode 'a=b c&d+é' --data-urlencode '=x=y'`,
	`curl URL --json '{"a":' --json '1}'`,
	`curl URL --data-raw $'a\\tb\\u00e9\\x41\\'\\041'`,
	`curl URL --data-raw 'it'\\''s '"a \\
b"' c'`,
	`curl URL -XPUT -HX-A:b -da=b`,
	`curl URL -H 'Content-Type: text/plain' -d 'a
b'`,
	`curl URL -d a -H 'Content-Type:'`,
	`curl URL -F a=b -F 'c="d;e\\"f"' -F 'g=h;type=text/html' -F 'i=j@k' --form-string 'l=@m;type=n'`,
	`curl URL?a=1\\&b=2 # c`,
	`A=b curl "URL" > /dev/null 2>&1; true`,
	`curl --url URL --oauth2-bearer token -r 0-9`
];

const canCurl = await canRun('curl', '--version');

describe.runIf(canCurl)('the request that curl sends', () => {
	let echo: Awaited<ReturnType<typeof startEcho>>;
	beforeAll(async () => (echo = await startEcho()));
	afterAll(() => echo.close());

	/**
	 * Depending on its version, curl writes escapes in either case, and spaces in forms in two ways.
	 */
	const spelled = (text: string) =>
		text.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase()).replaceAll('%20', '+');

	/** The headers about the request, and the body with one name for its boundary. */
	const comparable = (headers: Readonly<Record<string, string>>, body: string) => {
		const compared = Object.entries(headers)
			.map(([name, value]): [string, string] => [name.toLowerCase(), value])
			.filter(([name]) => /^(x-|content-type|authorization|cookie|referer|range)/.test(name));
		const boundary = /boundary=(\S+)/.exec(
			headers['content-type'] ?? headers['Content-Type'] ?? ''
		);
		const renamed = (text: string) => (boundary?.[1] ? text.replaceAll(boundary[1], 'B') : text);
		return {
			headers: Object.fromEntries(compared.map(([name, value]) => [name, renamed(value)])),
			body: spelled(renamed(body))
		};
	};

	test('is the request imported from the same command', async () => {
		const urlOf = (at: number) => `${echo.root}${at}/requests.xml`;
		const commands = COMMANDS.map((command, at) => command.replace('URL', urlOf(at)));
		await runSamples(BASH, commands);
		for (const [at, command] of commands.entries()) {
			const [arrival, ...more] = echo.below(`/${at}/`);
			expect(more).toEqual([]);
			const { method, url, headers, body } = arrival as RawRequest;
			const read = readCurl(command);
			if (read.kind !== 'request') throw new Error(`${command}: ${read.words}`);
			const address = new URL(read.request.url);
			expect(
				{
					method: read.request.method,
					url: spelled(address.pathname + address.search),
					...comparable(read.request.headers, read.request.body ?? '')
				},
				command
			).toEqual({ method, url: spelled(url), ...comparable(headers, body.toString('utf8')) });
		}
	});
});
