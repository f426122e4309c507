import { describe, expect, it } from 'vitest';
import type { Camera } from './camera.ts';
import { cluster, clusterMaxZoomOf } from './cluster.ts';
import { record } from './fixtures.ts';

const camera: Camera = { lat: 43.7, long: -79.4, zoom: 11, width: 400, height: 300 };
const close = [
	record('a', 43.7, -79.4),
	record('b', 43.7001, -79.4001),
	record('c', 43.72, -79.36)
];

describe('cluster', () => {
	it('keeps few records apart', () => {
		expect(cluster(close, camera, 3)).toHaveLength(3);
	});

	it('clusters many that are near, in their middle, and loses none', () => {
		const groups = cluster(close, camera, 2);
		expect(groups.map(({ records }) => records.map(({ key }) => key))).toEqual([['a', 'b'], ['c']]);
		expect(groups[0]?.x).toBeGreaterThan(199);
		expect(groups[0]?.x).toBeLessThan(200);
	});

	it('sets them apart from close by', () => {
		expect(cluster(close, { ...camera, zoom: 14 }, 2).length).toBe(2);
	});

	it('leaves out what is far beyond the screen', () => {
		expect(cluster([record('d', 44, -79)], camera, 200)).toEqual([]);
	});

	it('keeps very many on one spot together from close by, and loses none', () => {
		const all = Array.from({ length: 5_000 }, (_, at) => record(String(at), 43.7, -79.4));
		const groups = cluster(all, { ...camera, zoom: 17 }, 200);
		expect(groups.map(({ records }) => records.length)).toEqual([5_000]);
	});
});

describe('clusterMaxZoomOf', () => {
	const on = (count: number, step: number) =>
		Array.from({ length: count }, (_, at) => record(String(at), 43.6 + at * step, -79.4));

	it('ends before the zoom at which markers stand apart', () => {
		expect(clusterMaxZoomOf([])).toBe(13);
		expect(clusterMaxZoomOf(on(30_000, 0))).toBe(13);
		expect(clusterMaxZoomOf(on(60_000, 0.000005))).toBe(13);
	});

	it('is the closest zoom of all where one tile would hold too many', () => {
		expect(clusterMaxZoomOf(on(40_000, 0))).toBe(17);
	});
});
