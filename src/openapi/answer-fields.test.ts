import { describe, expect, test } from 'vitest';
import { answerFieldsOf, errorsAnswer, type AnswerRecord } from './answer-fields';
import * as tables from '../conformance/fields';
import { METHODS, type MethodName } from '../georeport/methods';

const names = (record: AnswerRecord | null | undefined) =>
	record?.fields.map(({ name }) => name) ?? [];
const itemsOf = (record: AnswerRecord, field: string) =>
	record.fields.find(({ name }) => name === field)?.items ?? null;

/** The fields of GET Service Requests as the specification lists them. */
const REQUEST = [
	'service_request_id',
	'status',
	'status_notes',
	'service_name',
	'service_code',
	'description',
	'agency_responsible',
	'service_notice',
	'requested_datetime',
	'updated_datetime',
	'expected_datetime',
	'address',
	'address_id',
	'zipcode',
	'lat',
	'long',
	'media_url'
];

describe('the fields of an answer are those of the specification', () => {
	test.each<[MethodName, string | null, string, string[]]>([
		['discovery', null, 'discovery', ['changeset', 'contact', 'key_service', 'endpoints']],
		[
			'services',
			'services',
			'service',
			['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group']
		],
		['definition', null, 'service_definition', ['service_code', 'attributes']],
		[
			'submit',
			'service_requests',
			'request',
			['service_request_id', 'token', 'service_notice', 'account_id']
		],
		['token', 'service_requests', 'request', ['service_request_id', 'token']],
		['requests', 'service_requests', 'request', REQUEST],
		['request', 'service_requests', 'request', REQUEST]
	])('%s', (method, list, element, fields) => {
		const answer = answerFieldsOf(method);
		expect([answer.list, answer.element, names(answer)]).toEqual([list, element, fields]);
	});

	test('of nested records', () => {
		const attributes = itemsOf(answerFieldsOf('definition'), 'attributes');
		expect(names(attributes)).toEqual([
			'variable',
			'code',
			'datatype',
			'required',
			'datatype_description',
			'order',
			'description',
			'values'
		]);
		expect(attributes?.element).toBe('attribute');
		expect(attributes && names(itemsOf(attributes, 'values'))).toEqual(['key', 'name']);
		expect(names(itemsOf(answerFieldsOf('discovery'), 'endpoints'))).toEqual([
			'specification',
			'url',
			'changeset',
			'type',
			'formats'
		]);
	});

	test('of error answers', () => {
		expect(errorsAnswer()).toMatchObject({ list: 'errors', element: 'error' });
		expect(names(errorsAnswer())).toEqual(['code', 'description']);
	});
});

test.each([
	['requests', 'status', 'open or closed'],
	['requests', 'requested_datetime', 'date-time'],
	['requests', 'lat', 'decimal degrees'],
	['requests', 'media_url', 'link'],
	['requests', 'address_id', 'text'],
	['services', 'metadata', 'true or false'],
	['services', 'type', 'realtime, batch or blackbox'],
	['definition', 'attributes', 'list']
] as const)('%s: %s is %s', (method, field, type) => {
	expect(answerFieldsOf(method).fields.find(({ name }) => name === field)?.type).toBe(type);
});

test('a description is at most 4,000 characters long', () => {
	const description = answerFieldsOf('requests').fields.find(({ name }) => name === 'description');
	expect(description?.atMost).toBe(4000);
});

/** Every record of every answer, with the rules of the conformance check. */
const CHECKED: readonly [string, AnswerRecord | null, tables.FieldRules][] = [
	['discovery', answerFieldsOf('discovery'), tables.DISCOVERY],
	['endpoint', itemsOf(answerFieldsOf('discovery'), 'endpoints'), tables.ENDPOINT],
	['service', answerFieldsOf('services'), tables.SERVICE],
	['definition', answerFieldsOf('definition'), tables.DEFINITION],
	['attribute', itemsOf(answerFieldsOf('definition'), 'attributes'), tables.ATTRIBUTE],
	['report', answerFieldsOf('submit'), tables.SUBMITTED],
	['token', answerFieldsOf('token'), tables.RESOLVED],
	['service request', answerFieldsOf('requests'), tables.SERVICE_REQUEST],
	['error', errorsAnswer(), tables.ERROR]
];

describe('the reference has the same fields as the conformance check', () => {
	test.each(CHECKED)('%s', (_, record, rules) => {
		expect(names(record)).toEqual(Object.keys(rules));
		for (const { name, type, required, atMost } of record?.fields ?? []) {
			const rule = rules[name];
			if (rule?.type !== 'container') expect(required, name).toBe(rule?.required);
			expect(atMost, name).toBe(rule?.atMost ?? null);
			for (const value of Array.isArray(rule?.type) ? rule.type : []) {
				expect(type, name).toContain(value);
			}
		}
	});
});

test('every field has a sentence', () => {
	const records = METHODS.flatMap(({ name }) => {
		const answer = answerFieldsOf(name);
		return [answer, ...answer.fields.flatMap(({ items }) => items ?? [])];
	});
	const fields = [...records, errorsAnswer()].flatMap(({ fields }) => fields);
	expect(fields.length).toBeGreaterThan(60);
	expect(fields.filter(({ help }) => !/^[A-Z].*\.$/.test(help)).map(({ name }) => name)).toEqual([
		'endpoints',
		'attributes',
		'values'
	]);
});
