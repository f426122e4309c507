// Any answer: its bytes are kept, Raw shows them as text, and Pretty changes only white space.
import { afterEach, expect, test, vi } from 'vitest';
import { sendToServer, type HttpResponse } from '../../src/http/exchange';
import { toHttpRequest, type Draft } from '../../src/georeport/request';
import fc from 'fast-check';
import { NASTY_ANSWERS } from '../nasty-answers';
import { dialectEndpoint } from './mock-up';

const draft: Draft = { method: 'requests', format: 'xml', values: {} };

afterEach(() => vi.unstubAllGlobals());

/** Resolves to the page's response for an answer with these bytes. */
async function received(body: Uint8Array, type?: string, status = 200): Promise<HttpResponse> {
	const headers: HeadersInit = type ? { 'Content-Type': type } : {};
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(body.slice(), { status, headers })));
	const request = toHttpRequest(draft, dialectEndpoint('standard'));
	const { outcome } = await sendToServer(draft, request, new AbortController().signal);
	if (outcome.kind !== 'response') throw new Error(outcome.message);
	return outcome.response;
}

test.each(NASTY_ANSWERS)('$name', async ({ body, type, status, text, pretty }) => {
	const response = await received(body, type, status);
	expect(Buffer.from(response.bytes).equals(body)).toBe(true);
	expect(response.text).toBe(text);
	expect(response.reading.pretty?.text ?? response.text).toBe(pretty ?? text);
});

test('any bytes are kept, and any text decodes unchanged', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 60 }),
			fc.string({ unit: 'grapheme' }).filter((each) => !each.startsWith('\uFEFF')),
			fc.constantFrom('text/xml', 'application/json', 'text/html', 'x', undefined),
			async (bytes, text, type) => {
				expect((await received(bytes, type)).bytes).toEqual(bytes);
				const inUtf8 = type && `${type}; charset=utf-8`;
				const response = await received(new TextEncoder().encode(text), inUtf8);
				expect(response.text).toBe(text);
				expect(Buffer.from(response.bytes).toString('utf8')).toBe(text);
			}
		)
	);
});
