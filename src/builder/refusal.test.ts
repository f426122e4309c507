import { expect, test } from 'vitest';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { Problem } from '../georeport/rules/rule';
import { correctionsFor } from './refusal';

const refused = (status: number, ...descriptions: string[]) =>
	({
		response: { status },
		parsed: {
			kind: 'errors',
			errors: descriptions.map((description) => ({ code: String(status), description }))
		},
		exchange: { draft: { method: 'submit', format: 'xml', values: {} } }
	}) as unknown as ExchangeView;

const place: Problem = { names: ['long', 'lat'], kind: 'missing', words: 'Add long.' };
const question: Problem = { names: ['attribute[POTLOC]'], kind: 'missing', words: 'Choose one.' };
const note: Problem = { names: ['email'], kind: 'note', words: 'Kept.' };
const definition = {
	service_code: 'CSROWR-12',
	attributes: [
		{
			code: 'POTLOC',
			description: 'Where is it?',
			variable: true,
			datatype: 'text' as const,
			datatype_description: null,
			required: true,
			order: 1,
			values: []
		}
	]
};

test('a refusal leads to what is wrong, in our words, and to what else the answer names', () => {
	const view = refused(400, 'long was not provided.', 'phone is not a number.');
	expect(correctionsFor(view, [place, question, note], definition, false)).toEqual([
		{ name: 'long', words: 'Add long.' },
		{ name: 'attribute[POTLOC]', words: 'Where is it? Choose one.' },
		{ name: 'phone', words: 'Check phone.' }
	]);
});

test('once the request is changed, only our own rules count', () => {
	const view = refused(400, 'phone is not a number.');
	expect(correctionsFor(view, [place], null, true)).toEqual([{ name: 'long', words: 'Add long.' }]);
});

test.each([200, 500, 503])('status %i refuses nothing', (status) => {
	expect(correctionsFor(refused(status, 'long'), [place], null, false)).toEqual([]);
});
