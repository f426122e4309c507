import { expect, test } from 'vitest';
import { ExchangeView } from '../explorer/exchange-view.svelte.ts';
import { PREFER } from '../../mocks/api/preferences.ts';
import { answered, explorerWith, list, toronto } from '../explorer/fixtures.ts';
import { MapState } from './map-state.svelte.ts';

const row = (id: string, rest: string) =>
	`<request><service_request_id>${id}</service_request_id>${rest}</request>`;
const at = (lat: number, long: number) => `<lat>${lat}</lat><long>${long}</long>`;
const TEXT =
	'<?xml version="1.0" encoding="utf-8"?><service_requests>' +
	row('1', `<service_code>CSROWR-12</service_code>${at(43.65, -79.38)}`) +
	row('2', '') +
	row('3', `<service_code>CSROWC-05</service_code>${at(43.7, -79.4)}`) +
	row('4', at(10, 10)) +
	'</service_requests>';

function mapOf(text = TEXT) {
	const explorer = explorerWith({ prefer: PREFER });
	const view = new ExchangeView(answered(list, text), toronto, null);
	const map = new MapState(
		explorer,
		() => view,
		() => false
	);
	map.svg.width = 400;
	map.svg.height = 300;
	return { explorer, view, map };
}

test('what has a location is on the map; the rest is counted', () => {
	const { map } = mapOf();
	expect(map.records.map(({ label }) => label)).toEqual(['1', '3', '4']);
	expect(map.marks).toEqual(['pothole', 'road', 'other']);
	expect([map.unlocated, map.beyond]).toEqual([1, 1]);
});

test('the selection is that of the exchange, with its neighbours among what is on the map', () => {
	const { map, view } = mapOf();
	map.select('2:3');
	expect(view.selected?.serviceRequest.service_request_id).toBe('3');
	expect([map.previous?.label, map.selected?.label, map.next?.label]).toEqual(['1', '3', '4']);
	expect(map.spot?.x).toBeGreaterThan(0);
	view.select('1:2');
	expect([map.previous, map.selected, map.next, map.spot]).toEqual([null, null, null, null]);
	view.select('3:4');
	expect(map.selected?.label).toBe('4');
	expect(map.spot).toBeNull();
});

test('the request nearest to the middle is selected without a pointer', () => {
	const { explorer, map, view } = mapOf();
	explorer.settings.moveMap({ lat: 43.69, long: -79.4, zoom: 12 });
	map.selectNearest();
	expect(view.selected?.key).toBe('2:3');
});

test('a tool is taken up and put down, and what it draws goes into the request', () => {
	const { explorer, map } = mapOf();
	map.take('circle');
	map.take('pin');
	expect(map.tool).toBe('pin');
	map.take('pin');
	expect(map.tool).toBeNull();
	map.take('circle');
	map.draw({ lat: 43.65, long: -79.38 }, 250);
	expect(map.tool).toBeNull();
	expect(explorer.pin).toEqual({ lat: 43.65, long: -79.38, radius: 250 });
	expect(map.hasPoint).toBe(true);
});

test('from the keyboard the pin goes into the middle', () => {
	const { explorer, map } = mapOf();
	explorer.settings.moveMap({ lat: 43.7, long: -79.4, zoom: 12 });
	map.putPinInMiddle();
	expect(explorer.pin).toMatchObject({ lat: 43.7, long: -79.4 });
});

test('a place that was looked for is shown from close by, and may become the point', () => {
	const { explorer, map } = mapOf();
	const place = { address: 'City Hall', lat: 43.65344, long: -79.38409 };
	map.show(place);
	expect(explorer.settings.mapView).toEqual({ lat: 43.65344, long: -79.38409, zoom: 15 });
	map.leaveFound(false);
	expect([map.found, explorer.pin]).toEqual([null, null]);
	map.show(place);
	map.leaveFound(true);
	expect(explorer.pin).toMatchObject({ lat: 43.65344, long: -79.38409 });
});
