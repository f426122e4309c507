import { expect, test } from 'vitest';
import type { Draft } from '../georeport/request';
import { answered, list, listedAt, springfield, TWO_ROWS } from '../explorer/fixtures';
import { toStored, LARGEST_BODY } from './to-stored';
import { readEntry } from './read';

/** Returns all that is stored as one text, with the body decoded. */
const written = (row: ReturnType<typeof toStored>) =>
	JSON.stringify(row, (_, value: unknown) =>
		value instanceof Uint8Array ? new TextDecoder().decode(value) : value
	);

const kept = (...given: Parameters<typeof toStored>) => {
	const entry = readEntry({ ...toStored(...given), id: 1 });
	if (entry?.exchange.outcome.kind !== 'response') throw new Error('No answer was kept.');
	return { entry, response: entry.exchange.outcome.response };
};

const report: Draft = {
	method: 'submit',
	format: 'xml',
	values: { service_code: '001', email: 'ada@example.org' }
};

const KEY = 'planted-key-0123';

test.each<[string, Draft]>([
	['a value', { ...report, values: { ...report.values, api_key: KEY } }],
	['a header', { ...report, headers: { 'X-Api-Key': KEY } }],
	['a bearer header', { ...report, headers: { Authorization: `Bearer ${KEY}` } }],
	['a path of its own', { ...list, path: `requests.xml?api_key=${KEY}&status=open` }],
	[
		'a form as raw body',
		{
			...report,
			rawBody: { type: 'application/x-www-form-urlencoded', text: `service_code=1&api_key=${KEY}` }
		}
	],
	[
		'a JSON body',
		{ ...report, rawBody: { type: 'application/json', text: `{"api_key": "${KEY}"}` } }
	],
	[
		'a multipart body',
		{
			...report,
			values: { ...report.values, api_key: KEY },
			files: [{ name: 'media', filename: 'a.txt', type: 'text/plain', text: 'a' }]
		}
	]
])('a key in %s is not in the stored row', (_, draft) => {
	const row = toStored(answered(draft, TWO_ROWS), springfield, null);
	expect(written(row)).not.toContain(KEY);
	expect(row.leftOut).not.toEqual([]);
	expect(readEntry({ ...row, id: 1 })?.exchange.draft.method).toBe(draft.method);
});

test('the endpoint’s key is not in the stored row, in any encoding', () => {
	const exchange = answered(report, TWO_ROWS, { key: springfield.apiKey });
	expect(exchange.request.body).toContain('k3y%2Ffor%2BSpringfield');
	const row = toStored(exchange, springfield, null);
	expect(written(row)).not.toMatch(/k3y/);
	expect(row.endpoint.apiKey).toBe('');
	expect(row.exchange.request.body).toBe('service_code=001&email=ada%40example.org');
});

test('an answer that repeats the key is stored without its body, and says so', () => {
	const draft = { ...report, values: { ...report.values, api_key: KEY } };
	const text = `<errors><error><code>403</code><description>${KEY} is no key</description></error></errors>`;
	const exchange = answered(draft, text, { status: 403 });
	expect(written(toStored(exchange, springfield, null))).not.toContain(KEY);
	const { entry, response } = kept(exchange, springfield, null);
	expect(entry.bodyLeftOut).toBe('key');
	expect(response.text).toBe('');
	expect(response.reading.parsed).toMatchObject({
		kind: 'unreadable',
		message: expect.stringContaining('repeated your key')
	});
});

test.each([
	['XML', '<e>planted&#45;key&#x2d;0123</e>'],
	['JSON', '{"e":"planted\\u002dkey-0123"}'],
	['a URL', '<e>k=planted%2Dkey%2D0123</e>']
])('an answer that spells the key as %s does is kept without its body', (_, text) => {
	const draft = { ...report, values: { ...report.values, api_key: KEY } };
	expect(toStored(answered(draft, text), springfield, null).bodyLeftOut).toBe('key');
});

test('a short key is looked for as a whole value, and changes no other argument', () => {
	const draft: Draft = { ...list, values: { page: '7', api_key: '7' } };
	const row = toStored(answered(draft, '<e><k>7</k></e>'), springfield, null);
	expect(row.bodyLeftOut).toBe('key');
	expect(row.exchange.draft.values).toEqual({ page: '7' });
	expect(toStored(answered(draft, '<e>1700</e>'), springfield, null).bodyLeftOut).toBeNull();
});

test('a status that repeats the key is kept without it', () => {
	const draft = { ...report, values: { ...report.values, api_key: KEY } };
	const exchange = answered(draft, TWO_ROWS);
	if (exchange.outcome.kind !== 'response') throw new Error('No answer.');
	const response = { ...exchange.outcome.response, statusText: `${KEY} is unknown` };
	const row = toStored({ ...exchange, outcome: { kind: 'response', response } }, springfield, null);
	expect(written(row)).not.toContain(KEY);
});

test('the key is redacted in a failure’s message', () => {
	const draft = { ...report, values: { api_key: KEY } };
	const exchange = {
		...answered(draft, ''),
		outcome: { kind: 'failure' as const, message: `Failed to parse URL x?api_key=${KEY}.` }
	};
	const { outcome } = toStored(exchange, springfield, null).exchange;
	expect(outcome).toEqual({
		kind: 'failure',
		message: 'Failed to parse URL x?api_key=[left out].'
	});
});

test('an empty key redacts nothing', () => {
	const text = 'api_key=&description=a+long+story';
	const rawBody = { type: 'application/x-www-form-urlencoded', text };
	const row = toStored(answered({ ...report, rawBody }, TWO_ROWS), springfield, null);
	expect(row.exchange.request.body).toBe('description=a+long+story');
});

test('contact details are stored, on this device only', () => {
	const row = toStored(answered(report, TWO_ROWS), springfield, null);
	expect(row.exchange.draft.values).toEqual(report.values);
	expect(row.leftOut).toEqual([]);
});

test('the text and its parse are the same after reading', () => {
	const exchange = listedAt(5);
	const { entry, response } = kept(exchange, springfield, 'requests');
	if (exchange.outcome.kind !== 'response') throw new Error('No answer.');
	expect(response).toEqual(exchange.outcome.response);
	expect(entry).toMatchObject({ testCase: 'requests', contents: '2 service requests' });
	expect(entry.exchange).toMatchObject({ startedAt: 5, duration: 34, request: exchange.request });
});

test('a text that was not UTF-8 is the same after reading', () => {
	const exchange = answered(list, '');
	if (exchange.outcome.kind !== 'response') throw new Error('No answer.');
	const latin1 = new Uint8Array([0x4d, 0x6f, 0x6e, 0x74, 0x72, 0xe9, 0x61, 0x6c]);
	const response = { ...exchange.outcome.response, bytes: latin1, text: 'Montréal' };
	const again = kept({ ...exchange, outcome: { kind: 'response', response } }, springfield, null);
	expect(again.response.text).toBe('Montréal');
	expect(again.response.bytes).toEqual(latin1);
});

test('a body of 2 MB is stored; a larger one is not, and says so', () => {
	const { entry } = kept(answered(list, 'x'.repeat(LARGEST_BODY)), springfield, null);
	expect(entry.bodyLeftOut).toBeNull();
	const larger = kept(answered(list, 'x'.repeat(LARGEST_BODY + 1)), springfield, null);
	expect(larger.entry.bodyLeftOut).toBe('large');
	expect(larger.response.bytes).toHaveLength(0);
	expect(larger.response.reading.parsed).toMatchObject({
		message: expect.stringContaining('over 2 MB')
	});
});
