import { expect, test } from 'vitest';
import type { HttpRequest } from '../georeport/request';
import { codeFor, LANGUAGES, type LanguageId } from './languages';

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
const post = (body: string, type = FORM): HttpRequest => ({
	method: 'POST',
	url: 'https://311.example/v2/requests.xml',
	headers: { 'Content-Type': type },
	body
});
const get: HttpRequest = {
	method: 'GET',
	url: 'https://311.example/v2/requests.xml?status=open',
	headers: {},
	body: null
};

test('every language has its own id and label', () => {
	expect(new Set(LANGUAGES.map(({ id }) => id)).size).toBe(15);
	expect(new Set(LANGUAGES.map(({ words }) => words)).size).toBe(15);
});

/** How each language writes the two fields of a form, in order. */
const FIELDS: Partial<Record<LanguageId, readonly [string, string]>> = {
	curl: [`--data-urlencode 'description=a b'`, `--data-urlencode '%C3%A9=1'`],
	'curl-cmd': ['--data-raw "description=a+b"', '--data-raw "%C3%A9=1"'],
	'curl-powershell': [`--data-raw 'description=a+b'`, `--data-raw '%C3%A9=1'`],
	httpie: [`'description=a b'`, `'é=1'`],
	javascript: [`['description', 'a b']`, `['é', '1']`],
	'python-requests': [`('description', 'a b')`, `('é', '1')`],
	'python-urllib': [`('description', 'a b')`, `('é', '1')`],
	ruby: [`['description', 'a b']`, `['é', '1']`],
	php: [`['description', 'a b']`, `['é', '1']`],
	java: [`{"description", "a b"}`, `{"é", "1"}`],
	csharp: [`new("description", "a b")`, `new("é", "1")`],
	go: [`{"description", "a b"}`, `{"é", "1"}`],
	swift: [`("description", "a b")`, `("é", "1")`],
	kotlin: [`"description" to "a b"`, `"é" to "1"`]
};

test.each(Object.entries(FIELDS))('%s shows the fields of a form, one a line', (id, fields) => {
	const lines = codeFor(id as LanguageId, post('description=a+b&%C3%A9=1')).split('\n');
	const [first = -1, second = -1] = fields.map((field) =>
		lines.findIndex((line) => line.includes(field))
	);
	expect(first).toBeGreaterThan(0);
	expect(second).toBe(first + 1);
});

test.each(['wget', 'httpie', 'python-requests', 'python-urllib', 'csharp', 'go'] as const)(
	'%s keeps the text of a form that its encoder would encode differently',
	(id) => {
		expect(codeFor(id, post('a=%7E*'))).toContain('a=%7E*');
	}
);

test.each(LANGUAGES.map(({ id }) => id))('%s: no body for a GET, and a type for a body', (id) => {
	expect(codeFor(id, get)).not.toMatch(/content-type|x-www-form|data-raw|--raw|body-data/i);
	expect(codeFor(id, get)).toContain('https://311.example/v2/requests.xml?status=open');
	expect(codeFor(id, post('{"a":1}', 'application/json'))).toContain('application/json');
});

test('a body of several lines is also several lines in the code', () => {
	const body = 'one\ntwo\n';
	expect(codeFor('curl', post(body, 'text/plain'))).toContain("--data-raw 'one\ntwo\n'");
	expect(codeFor('java', post(body, 'text/plain'))).toContain('"one\\n" +\n            "two\\n";');
	expect(codeFor('kotlin', post(body, 'text/plain'))).toContain('"one\\n" +\n        "two\\n"');
	expect(codeFor('csharp', post(body, 'text/plain'))).toContain('"one\\n" +\n    "two\\n"));');
	expect(codeFor('swift', post(body, 'text/plain'))).toContain(
		'    "one\\n",\n    "two\\n",\n].joined()'
	);
});

test('C# sets content headers on the content, even if it is empty', () => {
	const code = codeFor('csharp', { ...get, headers: { 'Content-Type': 'a/b', 'X-A': 'c' } });
	expect(code).toContain('request.Content.Headers.TryAddWithoutValidation("Content-Type", "a/b");');
	expect(code).toContain('request.Headers.TryAddWithoutValidation("X-A", "c");');
});

test('OkHttp gets a body for POST, PUT and PATCH only', () => {
	expect(codeFor('kotlin', { ...get, method: 'POST' })).toContain('val body = ""');
	expect(codeFor('kotlin', { ...get, method: 'DELETE' })).toContain('.method("DELETE", null)');
});

test('a remark names what a shell argument cannot contain', () => {
	for (const id of ['curl', 'wget', 'httpie'] as const) {
		const code = codeFor(id, post('a\0b', 'text/plain'));
		expect(code).toContain('NUL');
		expect(code).toContain("'ab'");
	}
	expect(codeFor('curl', post('a=b%00c'))).toContain("--data-raw 'a=b%00c'");
});
