import { expect, test } from 'vitest';
import { PREFER } from '../../mocks/api/preferences.ts';
import { explorerWith } from '../explorer/fixtures.ts';
import type { Gazetteer } from '../explorer/gazetteer.ts';
import { ColumnState } from './column-state.svelte.ts';
import { MapState } from './map-state.svelte.ts';
import { PlacePicker } from './place-picker.svelte.ts';

const gazetteer: Gazetteer = {
	places: async () => [],
	nearest: async () => ({
		address: 'TORONTO CITY HALL',
		addressId: null,
		invented: false,
		metres: 0,
		inCity: true
	}),
	duplicateTargets: async () => []
};

function pickerOf() {
	const explorer = explorerWith({ prefer: PREFER });
	const column = new ColumnState(explorer);
	const map = new MapState(explorer, column, () => false, gazetteer.places);
	map.svg.width = 400;
	map.svg.height = 300;
	const picker = new PlacePicker(explorer, map, gazetteer);
	explorer.choosePlace();
	picker.begin();
	return { explorer, map, picker };
}

test('choosing begins at City Hall where the draft has no point, and the middle is taken', () => {
	const { explorer, map, picker } = pickerOf();
	expect(explorer.choosingPlace).toBe(true);
	expect(picker.point).toEqual({ lat: 43.65344, long: -79.38409 });
	map.pan({ x: 0, y: -32 });
	const { lat } = picker.point ?? { lat: 0 };
	expect(lat).toBeGreaterThan(43.654);
	expect(picker.use()).toBe(`Place taken: ${lat.toFixed(5)}, -79.38409.`);
	expect(explorer.choosingPlace).toBe(false);
	expect(explorer.pin).toMatchObject({ lat, long: -79.38409 });
});

test('it begins at the point of the draft; cancelling leaves draft and map as they were', () => {
	const { explorer, picker } = pickerOf();
	picker.cancel();
	expect(explorer.pin).toBeNull();
	explorer.setValue('lat', '43.7');
	explorer.setValue('long', '-79.4');
	explorer.settings.moveMap({ lat: 43.6, long: -79.5, zoom: 11 });
	explorer.choosePlace();
	picker.begin();
	expect(picker.point).toEqual({ lat: 43.7, long: -79.4 });
	expect(explorer.settings.mapView?.zoom).toBe(14);
	picker.cancel();
	expect(explorer.settings.mapView).toEqual({ lat: 43.6, long: -79.5, zoom: 11 });
	expect(explorer.pin).toMatchObject({ lat: 43.7, long: -79.4 });
});

test('any other step of the person ends choosing', () => {
	const { explorer } = pickerOf();
	explorer.chooseMethod('submit');
	expect(explorer.choosingPlace).toBe(false);
	expect(explorer.pin).toBeNull();
});

test('open reports nearby are looked for by themselves only for a report to the mock-up', () => {
	const { explorer, picker } = pickerOf();
	expect(picker.looksAround).toBe(false);
	explorer.chooseMethod('submit');
	expect(picker.looksAround).toBe(true);
});
