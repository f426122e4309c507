import { expect, test } from 'vitest';
import { methodOf, type MethodName } from '../georeport/methods';
import { layoutOf, type FormRow } from './form-layout';

const nameOf = (row: FormRow) =>
	row.kind === 'field' || row.kind === 'jurisdiction' ? row.argument.name : row.kind;

function inShort(method: MethodName, needed: string[] = [], several: string[] = []) {
	const { rows, more } = layoutOf(
		methodOf(method),
		(name) => needed.includes(name),
		(name) => !several.includes(name)
	);
	return [rows.map(nameOf), more.map(({ name }) => name)];
}

test('a search: dates together, ids last, seven extensions folded away', () => {
	expect(inShort('requests')).toEqual([
		['jurisdiction_id', 'service_code', 'status', 'dates', 'service_request_id'],
		['page', 'page_size', 'updated_after', 'updated_before', 'lat', 'long', 'radius']
	]);
});

test('a report: one place, the questions before the description, eight arguments folded away', () => {
	expect(inShort('submit')).toEqual([
		['jurisdiction_id', 'service_code', 'place', 'questions', 'description', 'media_url'],
		[
			'api_key',
			'address_id',
			'first_name',
			'last_name',
			'email',
			'phone',
			'account_id',
			'device_id'
		]
	]);
});

test('what is needed stands outside', () => {
	const [rows, more] = inShort('submit', ['first_name', 'email']);
	expect(rows?.slice(-2)).toEqual(['first_name', 'email']);
	expect(more).toHaveLength(6);
});

test('what is sent several times has fields of its own', () => {
	expect(inShort('submit', [], ['long'])[0]).toEqual([
		'jurisdiction_id',
		'service_code',
		'lat',
		'long',
		'address_string',
		'questions',
		'description',
		'media_url'
	]);
	expect(inShort('requests', [], ['end_date', 'jurisdiction_id'])[0]).toContain('start_date');
});

test('a method without arguments has no rows', () => {
	expect(inShort('discovery')).toEqual([[], []]);
});
