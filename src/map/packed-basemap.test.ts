import { readFileSync } from 'node:fs';
import type { Feature } from 'geojson';
import { expect, it } from 'vitest';
import type { Basemap } from './basemap.ts';
import { packed, unpacked } from './packed-basemap.ts';

const data = JSON.parse(
	readFileSync(new URL('../../public/basemap.json', import.meta.url), 'utf8')
) as Basemap;

const line = (coordinates: number[][]): Feature => ({
	type: 'Feature',
	properties: { name: 'Front St' },
	geometry: { type: 'LineString', coordinates }
});
const withRivers = (features: Feature[]): Basemap => ({
	...data,
	rivers: { type: 'FeatureCollection', features }
});

it('writes the steps of a line as the algorithm describes', () => {
	// Its own example, with the axes the other way round.
	const example = line([
		[38.5, -120.2],
		[40.7, -120.95],
		[43.252, -126.453]
	]);
	expect(packed(withRivers([example])).rivers).toEqual([
		['LineString', { name: 'Front St' }, ['_p~iF~ps|U_ulLnnqC_mqNvxq`@']]
	]);
});

it('gives back the whole basemap as it was', () => {
	expect(unpacked(JSON.parse(JSON.stringify(packed(data))))).toEqual(data);
});

it('is at most half as long', () => {
	expect(JSON.stringify(packed(data)).length).toBeLessThan(JSON.stringify(data).length / 2);
});

it('refuses what it cannot pack', () => {
	const feature: Feature = { ...line([]), geometry: { type: 'MultiPoint', coordinates: [] } };
	expect(() => packed(withRivers([feature]))).toThrow(
		'The basemap has a MultiPoint, which cannot be packed.'
	);
});
