import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REQUESTS } from '../../mocks/data/requests.ts';
import type { Basemap } from './basemap.ts';
import { fit, project, type Camera } from './camera.ts';
import { boundsOf, CITY_BOUNDS, toPosition } from './records.ts';
import { FITTING } from './surface.ts';
import { labelsOf } from './svg-labels.ts';
import { groundPathsOf, placing } from './svg-paths.ts';

const data: Basemap = JSON.parse(
	readFileSync(new URL('../../public/basemap.json', import.meta.url), 'utf8')
);
const camera = (zoom: number): Camera => ({
	lat: 43.6532,
	long: -79.3832,
	zoom,
	width: 500,
	height: 400
});

describe('the basemap as SVG', () => {
	it('has every vertex where the camera sees it', () => {
		const [first] = groundPathsOf(data).land.slice(1).split('L');
		const [x = NaN, y = NaN] = (first ?? '').split(' ').map(Number);
		const { geometry } = data.land.features[0] ?? {};
		const [long = 0, lat = 0] =
			geometry?.type === 'Polygon' ? (geometry.coordinates[0]?.[0] ?? []) : [];
		const seen = camera(14);
		const { at, scale } = placing(seen);
		const wanted = project(seen, { lat, long });
		expect(Math.abs(at.x + x * scale - wanted.x)).toBeLessThan(0.5);
		expect(Math.abs(at.y + y * scale - wanted.y)).toBeLessThan(0.5);
	});

	it('closes areas and leaves lines open', () => {
		const { lake, boundary, minor, principal } = groundPathsOf(data);
		expect(lake).toMatch(/^M[^M]+Z$/);
		expect(boundary).not.toContain('Z');
		const linesIn = (path: string) => path.split('M').length - 1;
		expect(linesIn(minor)).toBeGreaterThan(0);
		expect(linesIn(minor) + linesIn(principal)).toBe(data.arterials.features.length);
	});
});

describe('its words', () => {
	it.each([10, 12, 14, 16])('stand apart from each other at zoom %d', (zoom) => {
		const labels = labelsOf(data, camera(zoom));
		expect(labels.length).toBeGreaterThan(0);
		for (const [i, a] of labels.entries()) {
			for (const b of labels.slice(i + 1)) {
				expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(Math.min(a.size, b.size) / 2);
			}
		}
	});

	it('leave markers free, and go aside rather than away', () => {
		const free = labelsOf(data, camera(9.5));
		const signs = free.filter(({ water }) => !water).map(({ x, y }) => ({ x, y, radius: 9 }));
		expect(signs.length).toBeGreaterThan(2);
		const words = labelsOf(data, camera(9.5), signs);
		for (const { x, y, size } of words) {
			for (const sign of signs) {
				expect(Math.hypot(x - sign.x, y - sign.y)).toBeGreaterThan(9 + size / 2 - 1);
			}
		}
		expect(words.map(({ text }) => text)).toContain('Scarborough');
	});

	it.each([
		[360, 422],
		[316, 369],
		[390, 456]
	])('find room in the crowd of the opening answer, on a map of %d x %d', (width, height) => {
		const places = REQUESTS.flatMap(({ lat, long, requested }) =>
			lat === null || long === null || requested < '2012-03-17' ? [] : [{ lat, long }]
		);
		const bounds = boundsOf(places.map(toPosition)) ?? CITY_BOUNDS;
		const seen = { ...fit(bounds, { width, height }, FITTING), width, height };
		const signs = places.map((place) => ({ ...project(seen, place), radius: 9 }));
		const words = labelsOf(data, seen, signs);
		expect(words.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['North York', 'York', 'Toronto', 'Lake Ontario'])
		);
	});

	it.each([9, 11, 12.5, 15])('are not cut by the edge of the map at zoom %d', (zoom) => {
		const seen = { ...camera(zoom), long: -79.55, width: 316 };
		const words = labelsOf(data, seen);
		expect(words.length).toBeGreaterThan(0);
		for (const { text, x, y, size, angle } of words) {
			// A letter of IBM Plex Sans is about half as wide as its size.
			const half = (text.length * size) / 4;
			const [right, down] = [Math.cos, Math.sin].map((part) =>
				Math.abs(half * part((angle * Math.PI) / 180))
			);
			expect(Math.min(x, seen.width - x), text).toBeGreaterThan(right ?? NaN);
			expect(Math.min(y, seen.height - y), text).toBeGreaterThan(down ?? NaN);
		}
	});

	it('are districts from afar, and streets, the right way up, from close by', () => {
		const names = (zoom: number) => labelsOf(data, camera(zoom)).map(({ text }) => text);
		expect(names(9.5)).toContain('Scarborough');
		expect(names(9.5)).not.toContain('Queen St');
		expect(names(14)).toContain('Yonge St');
		for (const { angle } of labelsOf(data, camera(14)))
			expect(Math.abs(angle)).toBeLessThanOrEqual(90);
	});
});
