import { expect, test, vi } from 'vitest';
import type { Service } from '../../georeport/types';
import { ServiceSearch } from './service-search.svelte';

const service = (service_code: string, service_name: string, keywords: string): Service => ({
	service_code,
	service_name,
	keywords,
	description: '',
	metadata: true,
	type: 'batch',
	group: ''
});
const ALL = [
	service('CSROWR-12', 'Report minor pothole damage', 'pothole'),
	service('30102', 'Graffiti on private property', 'graffiti, building')
];
const codesAfter = (typed: string) => {
	const search = new ServiceSearch(
		'list',
		() => ALL,
		() => {}
	);
	search.type(typed);
	return search.offered.map(({ service_code }) => service_code);
};

test.each([
	['', ['CSROWR-12', '30102']],
	['csr', ['CSROWR-12']],
	['Graffiti', ['30102']],
	['building', ['30102']],
	['301021', []]
])('%o offers %o', (typed, codes) => expect(codesAfter(typed)).toEqual(codes));

test('a service counts as soon as it is chosen, and the list closes', () => {
	const onchoose = vi.fn();
	const search = new ServiceSearch('list', () => ALL, onchoose);
	search.toggle();
	expect(search.combobox.isOpen).toBe(true);
	search.combobox.option(1).onclick();
	expect(onchoose).toHaveBeenCalledExactlyOnceWith('30102');
	expect(search.combobox.isOpen).toBe(false);
});
