import { describe, expect, it } from 'vitest';
import type { Camera } from './camera.ts';
import { cluster } from './cluster.ts';
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
});
