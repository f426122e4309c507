import { expect, test } from 'vitest';
import { duplicateTargets, nearest, places } from './gazetteer';

test('returns every named place with its coordinates', () => {
	const all = places();
	expect(all).toHaveLength(954);
	expect(all[0]).toEqual({
		address: 'Front St E & Lower Jarvis St',
		lat: 43.64945,
		long: -79.37146
	});
});

test('returns the nearest place, its distance, and whether the point is in the city', () => {
	expect(nearest({ lat: 43.64945, long: -79.37146 })).toEqual({
		address: 'FRONT ST E & LOWER JARVIS ST',
		addressId: '99000001',
		invented: true,
		metres: 0,
		inCity: true
	});
	// Niagara Falls.
	const outside = nearest({ lat: 43.079, long: -79.078 });
	expect(outside.inCity).toBe(false);
	expect(outside.metres).toBeGreaterThan(50_000);
});

test('some of the mock-up’s own reports have duplicates', async () => {
	const targets = await duplicateTargets();
	expect(targets.length).toBeGreaterThan(0);
	for (const id of targets) expect(id).toMatch(/^1010\d{8}$/);
});
