import { describe, expect, it } from 'vitest';
import { boundsOf, isOnMap, toMarkers, toPosition, type MapRecord } from './records.ts';

const CITY_HALL: MapRecord = {
	key: '101000000001',
	lat: 43.65344,
	long: -79.38409,
	mark: 'bridge',
	open: false,
	label: 'Graffiti, 101000000001'
};

describe('records', () => {
	it('writes a position as longitude, latitude', () => {
		expect(toPosition(CITY_HALL)).toEqual([-79.38409, 43.65344]);
	});

	it('makes one point per record', () => {
		expect(toMarkers([CITY_HALL]).features).toEqual([
			{
				type: 'Feature',
				properties: {
					key: '101000000001',
					icon: 'bridge-closed',
					label: 'Graffiti, 101000000001'
				},
				geometry: { type: 'Point', coordinates: [-79.38409, 43.65344] }
			}
		]);
	});

	it.each([
		['swapped', { lat: -79.38409, long: 43.65344 }],
		['at the origin', { lat: 0, long: 0 }],
		['no numbers', { lat: NaN, long: NaN }],
		['no place on earth', { lat: 4365344, long: -7938409 }]
	])('leaves out coordinates that are %s', (_, place) => {
		expect(isOnMap(place)).toBe(false);
		expect(toMarkers([{ ...CITY_HALL, ...place }]).features).toEqual([]);
	});

	it('finds the box around points', () => {
		expect(
			boundsOf([
				[-79.4, 43.7],
				[-79.3, 43.6]
			])
		).toEqual([
			[-79.4, 43.6],
			[-79.3, 43.7]
		]);
		expect(boundsOf([])).toBeNull();
	});
});
