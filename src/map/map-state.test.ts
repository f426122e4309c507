import { afterEach, expect, test, vi } from 'vitest';
import { PREFER } from '../../mocks/api/preferences.ts';
import { ExchangeView } from '../explorer/exchange-view.svelte.ts';
import { answered, explorerWith, list, toronto } from '../explorer/fixtures.ts';
import type { Draft } from '../georeport/request.ts';
import { ColumnState } from './column-state.svelte.ts';
import { MapState } from './map-state.svelte.ts';
import { ONLINE_BASEMAPS } from './online.ts';

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
const CORNER = { address: 'Queen St W & Spadina Ave', lat: 43.64875, long: -79.39654 };

function mapOf(draft: Draft = list, text = TEXT) {
	const explorer = explorerWith({ prefer: PREFER });
	const view = new ExchangeView(answered(draft, text), toronto, null);
	explorer.view = view;
	const column = new ColumnState(explorer);
	const map = new MapState(
		explorer,
		column,
		() => false,
		async () => [CORNER]
	);
	map.svg.width = 400;
	map.svg.height = 300;
	return { explorer, view, column, map };
}

afterEach(() => vi.unstubAllGlobals());

/** As in a browser, or in a sandboxed frame of one. */
function stubBrowser(origin = 'http://localhost') {
	vi.stubGlobal('self', { origin });
	vi.stubGlobal('document', { createElement: () => ({ getContext: () => ({}) }) });
}

const labels = ({ records }: MapState) => records.map(({ label }) => label);

test('what has a location is on the map; what the legend takes out is not', () => {
	const { column, map, view } = mapOf();
	expect(labels(map)).toEqual(['1', '3', '4']);
	const { lat } = map.svg.camera;
	column.filter.toggle('pothole');
	expect(labels(map)).toEqual(['3', '4']);
	expect(map.svg.camera.lat).toBe(lat);
	expect(view.exchange.draft).toEqual(list);
});

test('the selection is that of the exchange on the page', () => {
	const { explorer, map, view } = mapOf();
	map.select('2:3');
	expect(view.selected?.serviceRequest.service_request_id).toBe('3');
	expect(map.selectedKey).toBe('2:3');
	// Places of an earlier answer stay on the map, but cannot be chosen.
	explorer.visit = [view];
	const services: Draft = { method: 'services', format: 'xml', values: {} };
	explorer.view = new ExchangeView(answered(services, '<services/>'), toronto, null);
	expect(labels(map)).toEqual(['1', '3', '4']);
	expect(map.selectedKey).toBeNull();
	map.select('0:1');
	expect(view.selected?.key).toBe('2:3');
});

test('the request nearest to the middle is selected without a pointer', () => {
	const { explorer, map, view } = mapOf();
	explorer.settings.moveMap({ lat: 43.69, long: -79.4, zoom: 12 });
	map.selectNearest();
	expect(view.selected?.key).toBe('2:3');
});

test('a circle that is drawn goes into the request', () => {
	const { explorer, map } = mapOf();
	map.draw(true);
	map.searchAround({ lat: 43.65, long: -79.38 }, 250);
	expect(map.drawing).toBe(false);
	expect(explorer.pin).toEqual({ lat: 43.65, long: -79.38, radius: 250 });
});

test('the map zooms and moves about its middle, and goes back to all requests', () => {
	const { explorer, map } = mapOf();
	explorer.settings.moveMap({ lat: 43.7, long: -79.4, zoom: 12 });
	map.zoom(1);
	expect(explorer.settings.mapView).toEqual({ lat: 43.7, long: -79.4, zoom: 13 });
	map.pan({ x: 32, y: 0 });
	// 32 pixels of 512 · 2¹³ are this much of the 360 degrees.
	expect(explorer.settings.mapView?.long).toBeCloseTo(-79.4 + (32 * 360) / (512 * 2 ** 13), 5);
	map.fit();
	expect(explorer.settings.mapView).toBeNull();
});

test('a place that was looked for is shown from close by, and may become the point', () => {
	const { explorer, map } = mapOf();
	map.show(CORNER);
	expect(explorer.settings.mapView).toEqual({ lat: 43.64875, long: -79.39654, zoom: 15 });
	map.leaveFound(false);
	expect([map.found, explorer.pin]).toEqual([null, null]);
	map.show(CORNER);
	map.leaveFound(true);
	expect(explorer.pin).toMatchObject({ lat: 43.64875, long: -79.39654 });
});

test('a click is a place only while one is being chosen', () => {
	const { explorer, map } = mapOf();
	expect(map.options.onpoint?.(CORNER)).toBe(false);
	expect(explorer.settings.mapView).toBeNull();
	explorer.choosePlace();
	expect(map.options.onpoint?.(CORNER)).toBe(true);
	expect(explorer.settings.mapView).toMatchObject({ lat: 43.64875, long: -79.39654 });
	expect(explorer.pin).toBeNull();
});

const rows = (count: number) =>
	`<service_requests>${Array.from({ length: count }, (_, i) => row(`${i}`, at(43.65, -79.38))).join('')}</service_requests>`;

test('MapLibre is wanted once the map is touched, for an online basemap, and for over 500 places', () => {
	stubBrowser();
	expect(mapOf(list, rows(501)).map.wantsMapLibre).toBe(true);
	const { map } = mapOf(list, rows(500));
	expect(map.wantsMapLibre).toBe(false);
	map.show(CORNER);
	expect(map.wantsMapLibre).toBe(false);
	const [online = null] = ONLINE_BASEMAPS;
	map.basemap.choose(online);
	expect(map.wantsMapLibre).toBe(true);
	map.basemap.choose(null);
	expect(map.wantsMapLibre).toBe(false);
	map.zoom(1);
	expect([map.wantsMapLibre, map.surface]).toEqual([true, 'svg']);
	map.showMapLibre();
	map.fail('It went wrong.');
	expect([map.wantsMapLibre, map.surface]).toEqual([false, 'svg']);
});

test('where MapLibre cannot draw, the map stays SVG and says why', () => {
	stubBrowser('null');
	const { map } = mapOf();
	map.touch();
	expect(map.wantsMapLibre).toBe(false);
	expect(map.whyNoMapLibre).toMatch(/^This page stands in a sandboxed frame/);
});

const TOKEN = '<service_requests><request><token>1</token></request></service_requests>';

test('a report is at its point, one whose place is not known nowhere', () => {
	const report = (values: Draft['values']) => {
		const { map } = mapOf({ method: 'submit', format: 'xml', values }, TOKEN);
		return map;
	};
	const placed = report({ lat: '43.6', long: '-79.5' });
	expect(placed.report).toMatchObject({ lat: 43.6, long: -79.5 });
	expect(placed.records).toEqual([]);
	expect(placed.svg.camera).toMatchObject({ zoom: 14 });
	const elsewhere = report({ address_string: '1 Nowhere Rd' });
	expect(elsewhere.report).toBeNull();
});
