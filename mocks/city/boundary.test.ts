import { expect, test } from 'vitest';
import { isInsideCity, metresBetween } from './boundary';
import { ADDRESSES } from '../data/addresses';
import { ISLANDS, LAND, type LatLong } from '../data/boundary';
import { PLACES } from '../data/places';

const rows = Object.values(PLACES).flat();

test('every named row of the gazetteer is inside the city', () => {
	const outside = rows.filter(([, lat, long]) => !isInsideCity({ lat, long }));
	expect(rows).toHaveLength(954);
	expect(outside).toEqual([]);
});

test('the addresses of the test cases are inside, except X1, X2 and X3', () => {
	const outside = ADDRESSES.filter((address) => !isInsideCity(address)).map(({ key }) => key);
	expect(outside).toEqual(['X1', 'X2', 'X3']);
});

test.each([
	['the middle of the lake, south of the islands', 43.6, -79.38],
	['the middle of the inner harbour', 43.636, -79.378],
	['300 m off Sunnyside', 43.633, -79.45],
	['300 m off the Scarborough Bluffs', 43.724, -79.208],
	['the lake off Etobicoke', 43.585, -79.5],
	['the lake off the Beaches', 43.66, -79.285],
	['Mississauga', 43.589, -79.6444],
	['Pickering', 43.8357, -79.087],
	['Vaughan, 300 m north of Steeles and Jane', 43.779, -79.521],
	['Niagara Falls', 43.079, -79.078],
	['the same numbers the wrong way round', -79.38, 43.65],
	['nowhere', 0, 0],
	['no number', NaN, NaN]
])('%s is outside', (_, lat, long) => {
	expect(isInsideCity({ lat, long })).toBe(false);
});

test.each([
	['City Hall', 43.6534, -79.3841],
	['Centre Island', 43.6205, -79.38],
	['North York Civic Centre', 43.768, -79.4137],
	['Toronto Zoo', 43.8177, -79.1859]
])('%s is inside', (_, lat, long) => {
	expect(isInsideCity({ lat, long })).toBe(true);
});

test('the limit on Steeles Avenue has 60 m of tolerance and no more', () => {
	// Steeles and Pharmacy, less than a metre from the line; then due north of it.
	const north = (metres: number) => ({ lat: 43.81686 + metres / 111_195, long: -79.33647 });
	expect([0, 30, 55].map((metres) => isInsideCity(north(metres)))).toEqual([true, true, true]);
	expect([70, 100, 300].map((metres) => isInsideCity(north(metres)))).toEqual([
		false,
		false,
		false
	]);
});

test.each([
	['mainland', LAND],
	['islands', ISLANDS]
])('the ring of the %s is closed and does not cross itself', (_, ring) => {
	expect(ring.at(-1)).toEqual(ring[0]);
	const sides = ring.slice(1).map((to, i): [LatLong, LatLong] => [ring[i] ?? to, to]);
	const turn = ([ax, ay]: LatLong, [bx, by]: LatLong, [cx, cy]: LatLong) =>
		Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
	const crossings = sides.flatMap(([a, b], i) =>
		sides
			.slice(i + 1)
			.filter(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0)
	);
	expect(crossings).toEqual([]);
});

test('distances are in metres, north, east and across the city', () => {
	const a = { lat: 43.7, long: -79.4 };
	expect(metresBetween(a, a)).toBe(0);
	expect(metresBetween(a, { lat: 43.71, long: -79.4 })).toBeCloseTo(1112, 0);
	expect(metresBetween(a, { lat: 43.7, long: -79.39 })).toBeCloseTo(804, 0);
	// King and Spadina to Yonge and Sheppard, by the haversine formula
	const far = metresBetween({ lat: 43.64548, long: -79.39505 }, { lat: 43.76152, long: -79.41094 });
	expect(far / 12965).toBeCloseTo(1, 2);
});
