// The two policies of design section 9, as literals.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOST_POLICY, PAGE_POLICY } from '../../src/worker/policies';

const directivesOf = (policy: string) =>
	Object.fromEntries(
		policy.split(';').map((part) => {
			const [name = '', ...values] = part.trim().split(/\s+/);
			return [name, values.join(' ')];
		})
	);

const COMMON = {
	'default-src': "'none'",
	'script-src': "'self'",
	'style-src': "'self'",
	'font-src': "'self'",
	'worker-src': "'self'",
	'manifest-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'none'",
	'require-trusted-types-for': "'script'",
	'trusted-types': 'own-script svelte-trusted-html'
};

test('the page’s own policy permits servers that users can add, and otherwise only the site', () => {
	expect(directivesOf(PAGE_POLICY)).toEqual({
		...COMMON,
		'connect-src': "'self' https: http://127.0.0.1:* http://localhost:*",
		'img-src': "'self' data: https:"
	});
});

test('the stricter policy permits only the site', () => {
	expect(directivesOf(HOST_POLICY)).toEqual({
		...COMMON,
		'connect-src': "'self'",
		'img-src': "'self' data:"
	});
});

test('the README has both policies, and no other', () => {
	const readme = readFileSync('README.md', 'utf8');
	const stated = [...readme.matchAll(/default-src 'none'[^`]*/g)].map(([policy]) =>
		policy.replace(/\s+/g, ' ').trim()
	);
	expect(stated).toEqual([PAGE_POLICY, HOST_POLICY]);
});
