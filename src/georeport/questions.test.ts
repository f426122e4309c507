import { expect, test } from 'vitest';
import type { Attribute } from '../georeport/types';
import { questionsOf } from './questions';

const attribute = (more: Partial<Attribute>): Attribute => ({
	variable: true,
	code: 'WHISHETN',
	datatype: 'string',
	required: false,
	datatype_description: null,
	order: 1,
	description: 'What is the ticket/tag/DL number?',
	values: [],
	...more
});

const ask = (...attributes: Attribute[]) => questionsOf({ service_code: 'DMV66', attributes });

test('a question is an argument named after its code, as the specification’s sample has it', () => {
	const values = [{ key: '123', name: 'Ford' }];
	expect(
		ask(
			attribute({
				datatype: 'singlevaluelist',
				required: true,
				datatype_description: 'Pick one.',
				values
			})
		)
	).toEqual([
		expect.objectContaining({
			name: 'attribute[WHISHETN]',
			kind: 'choice',
			required: 'yes',
			help: 'Pick one.',
			question: 'What is the ticket/tag/DL number?',
			choices: values
		})
	]);
});

test('each datatype has its kind of control', () => {
	const datatypes = [
		['string', 'text'],
		['number', 'number'],
		['datetime', 'datetime'],
		['text', 'multiline'],
		['singlevaluelist', 'choice'],
		['multivaluelist', 'choices']
	] as const;
	for (const [datatype, kind] of datatypes) {
		expect(ask(attribute({ datatype }))).toEqual([expect.objectContaining({ kind })]);
	}
});

test('questions come in their order, and one that is not variable only tells', () => {
	const told = ask(
		attribute({ code: 'LAST', order: 3 }),
		attribute({ code: 'NOTE', order: 2, variable: false, description: 'Call 311.' }),
		attribute({ code: 'FIRST', order: 1, description: '' })
	);
	expect(told.map((each) => ('note' in each ? each.note : each.question))).toEqual([
		'FIRST',
		'Call 311.',
		'What is the ticket/tag/DL number?'
	]);
});

test('a code that comes twice is asked once', () => {
	expect(ask(attribute({}), attribute({ order: 2 }))).toHaveLength(1);
});

test('a choice without a key of its own is left out', () => {
	const values = ['123', '', '123', '124'].map((key) => ({ key, name: `Make ${key}` }));
	expect(ask(attribute({ datatype: 'multivaluelist', values }))).toEqual([
		expect.objectContaining({
			choices: [
				{ key: '123', name: 'Make 123' },
				{ key: '124', name: 'Make 124' }
			]
		})
	]);
});

test('a datatype that nobody knows is asked for as text', () => {
	for (const datatype of ['colour', 'constructor', '__proto__', 'toString']) {
		expect(ask(attribute({ datatype: datatype as Attribute['datatype'] }))).toEqual([
			expect.objectContaining({ kind: 'text' })
		]);
	}
});
