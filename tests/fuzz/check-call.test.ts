import { expect, test } from 'vitest';
import type { MockUp } from '../../mocks/hosts/mock-up';
import type { OddCall } from './calls';
import { wrongWith } from './check-call';

const CALL: OddCall = { verb: 'GET', path: 'georeport/v2/services.xml', headers: {}, body: null };

const answering = (answer: () => Response): MockUp => ({
	handlers: [],
	calls: () => [],
	answer: () => Promise.resolve().then(answer)
});

const xml = (text: string, status = 200) =>
	new Response(text, { status, headers: { 'Content-Type': 'text/xml; charset=utf-8' } });

test.each<[name: string, answer: () => Response, wrong: RegExp]>([
	[
		'an exception',
		() => {
			throw new TypeError('x is undefined');
		},
		/^It threw TypeError: x is undefined/
	],
	['a status nobody asked for', () => xml('<errors/>', 500), /^It answered 500\.$/],
	['a broken body', () => xml('<services>'), /^Its body cannot be read: <services>$/],
	['a refusal without errors', () => xml('<services/>', 404), /^It answered 404 without errors/],
	['errors that are no refusal', () => xml('<errors/>'), /^It answered 200 with errors/],
	['a lost connection', () => Response.error(), /^It lost a connection/]
])('%s is found', async (_, answer, wrong) => {
	expect(await wrongWith(answering(answer), CALL)).toMatch(wrong);
});

test('what changes every object is found', async () => {
	const share = { value: 1, configurable: true };
	const polluting = answering(() => {
		Object.defineProperty(Object.prototype, 'polluted', share);
		return xml('<services/>');
	});
	try {
		expect(await wrongWith(polluting, CALL)).toBe('It changed Object.prototype.');
	} finally {
		Reflect.deleteProperty(Object.prototype, 'polluted');
	}
});

test('what was asked for is right', async () => {
	const preferring = (value: string) => ({ ...CALL, headers: { Prefer: value } });
	const lost = answering(() => Response.error());
	expect(await wrongWith(lost, preferring('fault=drop'))).toBeNull();
	const refused = answering(() =>
		xml('<errors><error><code>503</code><description>d</description></error></errors>', 503)
	);
	expect(await wrongWith(refused, preferring('code=503'))).toBeNull();
	expect(
		await wrongWith(
			answering(() => xml('<services/>')),
			CALL
		)
	).toBeNull();
});
