import { expect, test } from 'vitest';
import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { RecordFilter } from './record-filter.svelte.ts';

const request = (key: string, service: string, status: string | null): ShownRequest => ({
	key,
	serviceRequest: {
		service_request_id: key,
		token: null,
		account_id: null,
		status,
		status_notes: null,
		service_name: service.startsWith('CS') ? null : service,
		service_code: service.startsWith('CS') ? service : null,
		description: null,
		agency_responsible: null,
		service_notice: null,
		requested_datetime: null,
		updated_datetime: null,
		expected_datetime: null,
		address: null,
		address_id: null,
		zipcode: null,
		lat: null,
		long: null,
		media_url: null
	}
});

const keys = ({ shown }: RecordFilter) => shown.map(({ key }) => key).join('');

const mixed = () =>
	new RecordFilter([
		request('a', 'CSROWR-12', 'open'),
		request('b', 'CSROWC-05', 'closed'),
		request('c', 'CSROSC-14', 'in review'),
		request('d', 'Street light', 'open'),
		request('e', 'Tree', 'closed'),
		request('f', 'Tree', null)
	]);

test('the legend lists what the answer holds, other services by their count', () => {
	const filter = mixed();
	const told = (kind: 'pothole' | 'graffiti' | 'other') =>
		filter.entries(kind).map(({ label, code, count }) => [label, code, count]);
	expect(told('pothole')).toEqual([['Pothole', 'CSROWR-12', 1]]);
	expect(told('graffiti')).toEqual([
		['Road', 'CSROWC-05', 1],
		['Sidewalk', 'CSROSC-14', 1]
	]);
	expect(told('other')).toEqual([
		['Tree', null, 2],
		['Street light', null, 1]
	]);
	expect(filter.statuses.map(({ key }) => key)).toEqual(['open', 'closed']);
	expect(new RecordFilter([request('a', 'CSROWR-12', 'open')]).statuses).toEqual([
		{ key: 'open', shown: true }
	]);
});

test('a sort is taken out and put back; a status that is neither counts as open', () => {
	const filter = mixed();
	filter.toggle('road');
	expect(keys(filter)).toBe('acdef');
	filter.toggle('open');
	expect(keys(filter)).toBe('e');
	filter.toggle('road');
	filter.toggle('other Tree');
	expect(keys(filter)).toBe('b');
	expect(filter.entries('other').map(({ shown }) => shown)).toEqual([false, true]);
	filter.showAll();
	expect(keys(filter)).toBe('abcdef');
});

test('of very many services the rare ones are one sort, which can be taken out like any other', () => {
	const all = Array.from({ length: 100 }, (_, at) => request(`${at} `, `Service ${at}`, 'open'));
	const filter = new RecordFilter([...all, ...all.slice(0, 40)]);
	const others = filter.entries('other');
	expect(others.length).toBeLessThan(70);
	expect(others.at(-1)?.label).toBe('All others');
	expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(140);
	filter.toggle(others.at(-1)?.key ?? '');
	expect(filter.shown.length).toBe(140 - (others.at(-1)?.count ?? 0));
});
