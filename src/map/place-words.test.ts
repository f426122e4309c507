import { expect, test } from 'vitest';
import type { NearestPlace } from '../explorer/gazetteer.ts';
import type { ServiceRequest } from '../georeport/types.ts';
import { inTitleCase, placeNamed } from './place-names.ts';
import { placeWords, type Neighbour, type PlaceFacts } from './place-words.ts';

const hall: NearestPlace = {
	address: 'TORONTO CITY HALL',
	addressId: '1',
	invented: false,
	metres: 4,
	inCity: true
};
const facts: PlaceFacts = {
	point: { lat: 43.6534, long: -79.3841 },
	nearest: hall,
	neighbours: [],
	isMockUp: true,
	isForReport: true
};
const neighbour = (makesDuplicate: boolean): Neighbour => ({
	record: { service_request_id: '101000000001' } as ServiceRequest,
	metres: 40,
	makesDuplicate
});

test('a place is called by the nearest name, with how it lies to it', () => {
	expect(placeWords(facts)).toEqual({
		title: 'TORONTO CITY HALL',
		relation: 'at the crosshair',
		coordinates: '43.65340, -79.38410',
		problem: null,
		good: 'Inside the city. No open report within 60 m.',
		name: 'Toronto City Hall',
		heard: 'Toronto City Hall, 43.65340, -79.38410. Inside the city. No open report within 60 m.'
	});
	const far = placeWords({ ...facts, nearest: { ...hall, metres: 1240 } });
	expect(far.relation).toBe('1.2 km from the crosshair');
	expect(far.name).toBe('1.2 km from Toronto City Hall');
	const unknown = placeWords({ ...facts, nearest: null, neighbours: null });
	expect([unknown.title, unknown.good, unknown.heard]).toEqual([
		'43.65340, -79.38410',
		null,
		'43.65340, -79.38410.'
	]);
});

test('what will be wrong is said before it is sent', () => {
	const outside = { ...facts, nearest: { ...hall, inCity: false } };
	expect(placeWords(outside).problem).toBe(
		'Outside the city: the mock-up would refuse the report.'
	);
	expect(placeWords({ ...outside, isForReport: false }).problem).toBe('Outside the city.');
	expect(placeWords({ ...facts, neighbours: [neighbour(true)] }).problem).toBe(
		'Would be cancelled as a duplicate of 101000000001, 40 m away.'
	);
	const harmless = placeWords({ ...facts, neighbours: [neighbour(false)] });
	expect([harmless.problem, harmless.good]).toEqual([null, 'Inside the city.']);
});

test('an address names a place in any order of its words, short or in full', () => {
	const places = [
		{ address: 'Queen St W & Spadina Ave', lat: 43.6, long: -79.4 },
		{ address: 'Queen St E & Spadina Ave', lat: 1, long: 1 }
	];
	expect(placeNamed(places, 'SPADINA AVENUE and Queen Street West, Toronto')).toBe(places[0]);
	expect(placeNamed(places, 'Queen St W')).toBeNull();
	expect(placeNamed(places, ' , ')).toBeNull();
	expect(inTitleCase('QUEEN ST W & ST. CLAIR’S AVE')).toBe('Queen St W & St. Clair’s Ave');
});
