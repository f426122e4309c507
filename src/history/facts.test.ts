import { expect, test } from 'vitest';
import { atOnce } from '../../tests/at-once';
import type { Exchange } from '../http/exchange';
import { comparing, pairingFacts, LONGEST } from './facts';
import { answered, list, springfield, TWO_ROWS } from '../explorer/fixtures';
import { toStored, LARGEST_BODY } from './to-stored';
import { readEntry } from './read';

function entryOf(exchange: Exchange) {
	const entry = readEntry({ ...toStored(exchange, springfield, null), id: 1 });
	if (!entry) throw new Error('Not read.');
	return entry;
}

const textOf = ({ outcome }: Exchange) =>
	outcome.kind === 'response' ? outcome.response.text : outcome.message;

const two = entryOf(answered(list, TWO_ROWS));
const error = entryOf(
	answered(list, '[{"code":404,"description":"not found"}]', {
		status: 404,
		contentType: 'application/json; charset=utf-8'
	})
);
const failure = entryOf({
	...answered(list, ''),
	outcome: { kind: 'failure', message: 'No answer within 30 seconds.' }
});

test('the facts of two answers are paired', () => {
	expect(atOnce(pairingFacts(two, error))).toEqual([
		{ fact: 'Status', first: '200 OK', second: '404 Not Found', same: false },
		{
			fact: 'Content type',
			first: 'text/xml; charset=utf-8',
			second: 'application/json; charset=utf-8',
			same: false
		},
		{ fact: 'Records', first: '2', second: '1', same: false },
		{ fact: 'Duration', first: '34 ms', second: '34 ms', same: true }
	]);
});

test('a failure has no status, content type or records', () => {
	expect(atOnce(pairingFacts(two, failure)).map(({ second }) => second)).toEqual([
		'no answer',
		'none',
		'none',
		'34 ms'
	]);
});

test('identical answers are reported as such, also if they differ in white space', () => {
	expect(atOnce(comparing(two, entryOf(answered(list, TWO_ROWS)), textOf))).toEqual({
		kind: 'identical',
		words: 'The two bodies are identical, byte for byte.'
	});
	const spaced = entryOf(answered(list, TWO_ROWS.replaceAll('><', '>\n<')));
	const flat = (exchange: Exchange) => textOf(exchange).replaceAll('\n', '');
	expect(atOnce(comparing(two, spaced, flat))).toMatchObject({
		words: expect.stringContaining('white space')
	});
});

test('different answers are compared as indented texts and by their data', () => {
	expect(atOnce(comparing(two, error, (exchange) => `pretty ${textOf(exchange).length}`))).toEqual({
		kind: 'texts',
		first: `pretty ${TWO_ROWS.length}`,
		second: 'pretty 40',
		structures: {
			first:
				'service_request_id 638344\n  service_request_id: 638344\n  status: closed\n' +
				'token 12345\n  token: 12345',
			second: 'code 404\n  code: 404\n  description: not found'
		}
	});
});

test('a failure, or a body that was not stored, has a message instead of text', () => {
	expect(atOnce(comparing(two, failure, textOf))).toEqual({
		kind: 'apart',
		first: { kind: 'text', text: TWO_ROWS },
		second: { kind: 'words', words: 'No answer within 30 seconds.' }
	});
	const large = entryOf(answered(list, 'x'.repeat(LARGEST_BODY + 1)));
	expect(atOnce(comparing(large, two, textOf))).toMatchObject({
		kind: 'apart',
		first: { kind: 'words', words: expect.stringContaining('over 2 MB') }
	});
});

test('comparing stops at 1 MB, before and after indenting', () => {
	const long = entryOf(answered(list, 'x'.repeat(LONGEST + 1)));
	expect(atOnce(comparing(two, long, textOf))).toEqual({ kind: 'long' });
	expect(atOnce(comparing(two, error, () => 'x'.repeat(LONGEST + 1)))).toEqual({ kind: 'long' });
});
