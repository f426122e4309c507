import { expect, test } from 'vitest';
import { springfield } from '../explorer/fixtures';
import { sentLineOf } from './sent-line';

const partsOf = (url: string) => {
	const { path, head, tail } = sentLineOf(
		{ method: 'GET', url, headers: {}, body: null },
		springfield
	);
	return [path, head, tail];
};
const V2 = 'https://open311.example.org/v2/';

test('the address is divided between its arguments, and none is lost', () => {
	expect(partsOf(`${V2}requests.xml`)).toEqual(['requests.xml', '', '']);
	expect(partsOf(`${V2}requests.xml?jurisdiction_id=example.org`)).toEqual([
		'requests.xml?',
		'jurisdiction_id=example.org',
		''
	]);
	expect(
		partsOf(`${V2}requests.xml?jurisdiction_id=example.org&service_code=CSROWR-12&status=open`)
	).toEqual([
		'requests.xml?',
		'jurisdiction_id=example.org&service_code=CSROWR-12',
		'&status=open'
	]);
	expect(partsOf('https://open311.example.org/discovery.xml')[0]).toBe('discovery.xml');
	expect(partsOf('https://b.example/other.xml')[0]).toBe('https://b.example/other.xml');
});
