import { expect, test } from 'vitest';
import type { HttpRequest } from '../georeport/request';
import { codeTokens } from './code-tokens';
import { codeFor, LANGUAGES } from './languages';

const request: HttpRequest = {
	method: 'POST',
	url: 'http://127.0.0.1:3110/open311test/ws/requests.xml',
	headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	body: 'lat=43.65&description=Don%27t+%22look%22'
};

test.each(LANGUAGES.map(({ id }) => id))('nothing of a sample is lost: %s', (id) => {
	const code = codeFor(id, request);
	const tokens = codeTokens(code);
	expect(tokens.map(([text]) => text).join('')).toBe(code);
	expect(tokens.map(([, kind]) => kind)).toContain('string');
});

test('a command, its texts, a call, a number and a remark have their colours', () => {
	expect(codeTokens("curl -i 'http://a/b?c=d'")).toEqual([
		['curl', 'name'],
		[' -i ', null],
		["'http://a/b?c=d'", 'string']
	]);
	expect(codeTokens('print(answer, 200)  # so\nx-1 http://a')).toEqual([
		['print', 'name'],
		['(answer, ', null],
		['200', 'number'],
		[')  ', null],
		['# so', 'quiet'],
		['\nx-1 http://a', null]
	]);
	expect(codeTokens('"'.repeat(20_001))).toHaveLength(1);
});
