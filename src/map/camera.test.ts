import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fit,
	isInView,
	panned,
	pixelsPerMetre,
	project,
	unproject,
	within,
	zoomed,
	type Camera
} from './camera.ts';

const CITY_HALL = { lat: 43.65344, long: -79.38409 };
const camera: Camera = { ...CITY_HALL, zoom: 12, width: 400, height: 300 };

describe('camera', () => {
	it('has its centre in the middle, east to the right and north up', () => {
		expect(project(camera, CITY_HALL)).toEqual({ x: 200, y: 150 });
		expect(project(camera, { ...CITY_HALL, long: -79.3 }).x).toBeGreaterThan(200);
		expect(project(camera, { ...CITY_HALL, lat: 43.7 }).y).toBeLessThan(150);
	});

	it('has the whole world of zoom 0 in 512 pixels', () => {
		const world: Camera = { lat: 0, long: 0, zoom: 0, width: 512, height: 512 };
		expect(project(world, { lat: 0, long: -180 })).toEqual({ x: 0, y: 256 });
		// The square world of Web Mercator ends here.
		expect(project(world, { lat: 85.0511287798, long: 0 }).y).toBeCloseTo(0, 6);
	});

	it('comes back from the screen to where it went from', () => {
		fc.assert(
			fc.property(
				fc.record({
					lat: fc.double({ min: 43.4, max: 44.05, noNaN: true }),
					long: fc.double({ min: -79.9, max: -78.85, noNaN: true })
				}),
				fc.double({ min: 8, max: 17, noNaN: true }),
				(point, zoom) => {
					const there = { ...camera, zoom };
					const back = unproject(there, project(there, point));
					expect(back.lat).toBeCloseTo(point.lat, 8);
					expect(back.long).toBeCloseTo(point.long, 8);
				}
			)
		);
	});

	it('measures metres: King St to Bloor St on Yonge St', () => {
		const [king, bloor] = [
			{ lat: 43.6491, long: -79.3779 },
			{ lat: 43.6703, long: -79.3868 }
		];
		const [a, b] = [project(camera, king), project(camera, bloor)];
		const metres = Math.hypot(a.x - b.x, a.y - b.y) / pixelsPerMetre(camera, king);
		// By the haversine formula, on a sphere of the same radius.
		expect(Math.abs(metres - 2_466)).toBeLessThan(10);
	});

	it('fits a box inside its padding, and not closer than allowed', () => {
		const box: [[number, number], [number, number]] = [
			[-79.5, 43.6],
			[-79.3, 43.8]
		];
		const fitted = { ...camera, ...fit(box, camera, { padding: 20, maxZoom: 17 }) };
		const [southWest, northEast] = [
			project(fitted, { lat: 43.6, long: -79.5 }),
			project(fitted, { lat: 43.8, long: -79.3 })
		];
		expect(southWest.y).toBeCloseTo(280, 6);
		expect(northEast.y).toBeCloseTo(20, 6);
		expect(southWest.x).toBeGreaterThan(20);
		const spot: typeof box = [
			[-79.4, 43.7],
			[-79.4, 43.7]
		];
		expect(fit(spot, camera, { padding: 20, maxZoom: 14 })).toMatchObject({ zoom: 14 });
	});

	it('tells what is in view', () => {
		expect(isInView(camera, { x: 400, y: 0 })).toBe(true);
		expect(isInView(camera, { x: 401, y: 0 })).toBe(false);
		expect(isInView(camera, { x: 401, y: 0 }, 1)).toBe(true);
	});

	it('moves with the hand', () => {
		const next = { ...camera, ...panned(camera, { x: 30, y: -20 }) };
		const { x, y } = project(next, CITY_HALL);
		expect(x).toBeCloseTo(230, 6);
		expect(y).toBeCloseTo(130, 6);
	});

	it('zooms about a spot, within the limits of the map', () => {
		const spot = { x: 50, y: 60 };
		const point = unproject(camera, spot);
		const next = { ...camera, ...zoomed(camera, 13.5, spot) };
		expect(next.zoom).toBe(13.5);
		expect(project(next, point).x).toBeCloseTo(50, 6);
		expect(project(next, point).y).toBeCloseTo(60, 6);
		expect(zoomed(camera, 40, spot).zoom).toBe(17);
	});

	it('shows nothing beyond what the map can show, as MapLibre does', () => {
		const west = { ...camera, ...panned(camera, { x: 1e6, y: 0 }) };
		expect(unproject(west, { x: 0, y: 0 }).long).toBeCloseTo(-79.9, 8);
		expect(west.lat).toBeCloseTo(camera.lat, 8);
		const tall = { width: 300, height: 900 };
		const far = { ...tall, ...within({ ...CITY_HALL, zoom: 8 }, tall) };
		expect(unproject(far, { x: 0, y: 0 }).lat).toBeCloseTo(44.05, 8);
		expect(unproject(far, { x: 0, y: 900 }).lat).toBeCloseTo(43.4, 8);
		expect(far.long).toBe(CITY_HALL.long);
	});
});
