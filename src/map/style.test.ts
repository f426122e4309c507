import { readFileSync } from 'node:fs';
import type { Feature, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Basemap, BasemapLayer } from './basemap.ts';
import type { Colours } from './colours.ts';
import { mapStyle } from './style.ts';

const file = readFileSync(new URL('../../public/basemap.json', import.meta.url));
const data: Basemap = JSON.parse(file.toString());
const colours = new Proxy({} as Colours, { get: () => 'rgb(1, 2, 3)' });
const style = mapStyle(data, colours);

describe('mapStyle', () => {
	it('draws from the ground up', () => {
		expect(style.layers.map(({ id }) => id)).toEqual([
			'outside',
			'land',
			'parks',
			'lake',
			'islands',
			'rivers',
			'minor-casing',
			'principal-casing',
			'minor',
			'principal',
			'highway-27-casing',
			'highway-27',
			'highways-casing',
			'highways',
			'boundary',
			'minor-names',
			'principal-names',
			'highway-names',
			'neighbourhood',
			'water',
			'district',
			'clusters',
			'cluster-counts',
			'requests',
			'selected-ring',
			'selected'
		]);
	});

	it('asks the network for nothing', () => {
		expect(style).not.toHaveProperty('glyphs');
		expect(style).not.toHaveProperty('sprite');
		expect(JSON.stringify(style)).not.toMatch(/https?:/);
	});

	it('rings the selected request 19 px around, in the page’s accent', () => {
		expect(style.layers.find(({ id }) => id === 'selected-ring')?.paint).toMatchObject({
			'circle-radius': 19,
			'circle-stroke-width': 3
		});
	});

	it('sets every word in the shipped font', () => {
		for (const layer of style.layers) {
			if (!layer.id.endsWith('-names') && layer.id !== 'neighbourhood') continue;
			expect(layer.layout).toHaveProperty('text-font', ['IBM Plex Sans']);
		}
	});
});

describe('basemap.json', () => {
	it('names the licence of the data', () => {
		expect(data.attribution).toBe(
			'Contains information licensed under the Open Government Licence – Toronto'
		);
	});

	it('is light enough to embed', () => {
		expect(file.length).toBeLessThan(110_000);
	});

	it('has City Hall on land and not in the lake', () => {
		expect(covers('land', [-79.38409, 43.65344])).toBe(true);
		expect(covers('lake', [-79.38409, 43.65344])).toBe(false);
	});

	it('has water south of the islands and in the harbour', () => {
		expect(covers('lake', [-79.38, 43.6])).toBe(true);
		expect(covers('lake', [-79.378, 43.634])).toBe(true);
	});

	it('has Centre Island on the islands', () => {
		expect(covers('islands', [-79.378, 43.619])).toBe(true);
	});

	it('has the arterial streets of the city', () => {
		const streets = data.arterials.features;
		expect(streets.length).toBeGreaterThanOrEqual(124);
		expect(streets.length).toBeLessThanOrEqual(128);
		expect(streets.map(({ properties }) => properties?.name)).toEqual(
			expect.arrayContaining(['Yonge St', 'Eglinton Ave', 'Queen St', 'The Queensway'])
		);
	});

	it.each(['land', 'islands', 'parks', 'rivers', 'arterials', 'highways', 'boundary'] as const)(
		'keeps %s inside the city box',
		(layer) => {
			for (const [long = 0, lat = 0] of data[layer].features.flatMap(positions)) {
				expect(long).toBeGreaterThan(-79.66);
				expect(long).toBeLessThan(-79.1);
				expect(lat).toBeGreaterThan(43.57);
				expect(lat).toBeLessThan(43.87);
			}
		}
	);
});

function positions({ geometry }: Feature): Position[] {
	if (geometry.type === 'Polygon') return geometry.coordinates.flat();
	return geometry.type === 'LineString' ? geometry.coordinates : [];
}

/** Even-odd rule: a ray to the east leaves an area it starts in once more than it enters it. */
function covers(layer: BasemapLayer, [x = 0, y = 0]: Position): boolean {
	const ring = data[layer].features.flatMap(positions);
	const edges = ring.slice(1).map((end, i) => [ring[i] ?? end, end] as const);
	const crossed = edges.filter(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
		return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
	});
	return crossed.length % 2 === 1;
}
