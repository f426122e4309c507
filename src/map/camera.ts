// Where things are on the screen: the Web Mercator projection, as MapLibre draws it.
import type { Point } from '../explorer/gazetteer.ts';
import type { MapView } from '../explorer/page-state.ts';
import { MAP_BOUNDS } from './records.ts';
import { ZOOMS } from './zooms.ts';

/** What a map looks at: its centre and zoom, and its size in CSS pixels. */
export interface Camera extends MapView {
	width: number;
	height: number;
}

/** A place on the screen, in CSS pixels from the map's upper left corner. */
export interface Spot {
	x: number;
	y: number;
}

/** The width of the whole world at zoom 0, in CSS pixels. */
const WORLD = 512;
/** The equator of the sphere that Web Mercator stands on, in metres. */
const EQUATOR = 2 * Math.PI * 6_378_137;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** A point of the world in a square of side 1, from its north-west corner. */
const toMercator = ({ lat, long }: Point): Spot => ({
	x: (long + 180) / 360,
	y: (1 - Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2)) / Math.PI) / 2
});

const fromMercator = ({ x, y }: Spot): Point => ({
	lat: (2 * Math.atan(Math.exp((1 - 2 * y) * Math.PI)) * 180) / Math.PI - 90,
	long: x * 360 - 180
});

/** The side of the whole world at a zoom, in CSS pixels. */
const worldSize = (zoom: number): number => WORLD * 2 ** zoom;

/** Returns what tells where points stand on the screen, also beyond its edges. */
export function projection(camera: Camera): (point: Point) => Spot {
	const [centre, size] = [toMercator(camera), worldSize(camera.zoom)];
	return (point) => {
		const at = toMercator(point);
		return {
			x: (at.x - centre.x) * size + camera.width / 2,
			y: (at.y - centre.y) * size + camera.height / 2
		};
	};
}

/** Where one point stands on the screen, also beyond its edges. */
export const project = (camera: Camera, point: Point): Spot => projection(camera)(point);

/** The point that stands at a spot of the screen. */
export function unproject(camera: Camera, { x, y }: Spot): Point {
	const [centre, size] = [toMercator(camera), worldSize(camera.zoom)];
	return fromMercator({
		x: centre.x + (x - camera.width / 2) / size,
		y: centre.y + (y - camera.height / 2) / size
	});
}

/** How long a metre on the ground at this latitude is, in CSS pixels. */
export const pixelsPerMetre = ({ zoom }: Camera, { lat }: Point): number =>
	worldSize(zoom) / (EQUATOR * Math.cos(radians(lat)));

/** How far two points of the same part of the world are from each other, in metres. */
export function distanceInMetres(one: Point, other: Point): number {
	const [a, b] = [toMercator(one), toMercator(other)];
	return Math.hypot(a.x - b.x, a.y - b.y) * EQUATOR * Math.cos(radians(one.lat));
}

/** Whether a spot lies on the screen, or at most `margin` CSS pixels beyond. */
export const isInView = ({ width, height }: Camera, { x, y }: Spot, margin = 0): boolean =>
	x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;

/** The view that shows a box, given by its south-west and north-east corners, as large as fits. */
export function fit(
	[[west, south], [east, north]]: [[number, number], [number, number]],
	{ width, height }: Pick<Camera, 'width' | 'height'>,
	{ padding, maxZoom }: { padding: number; maxZoom: number }
): MapView {
	const [upper, lower] = [
		toMercator({ lat: north, long: west }),
		toMercator({ lat: south, long: east })
	];
	const room = (side: number, part: number) => Math.log2(Math.max(1, side - 2 * padding) / part);
	const zoom = Math.min(
		maxZoom,
		room(width, (lower.x - upper.x) * WORLD),
		room(height, (lower.y - upper.y) * WORLD)
	);
	const centre = fromMercator({ x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2 });
	return { ...centre, zoom };
}

const between = (value: number, least: number, most: number) =>
	Math.max(least, Math.min(most, value));

/** The part of the world that the map can show, in a square of side 1. */
const [LEAST, MOST] = [
	toMercator({ lat: MAP_BOUNDS[1][1], long: MAP_BOUNDS[0][0] }),
	toMercator({ lat: MAP_BOUNDS[0][1], long: MAP_BOUNDS[1][0] })
];

/**
 * The nearest view that shows, on a screen of this size, only what the map can show: as MapLibre
 * keeps to its `maxBounds`.
 */
export function within(
	view: MapView,
	{ width, height }: Pick<Camera, 'width' | 'height'>
): MapView {
	const least = Math.max(
		ZOOMS[0],
		Math.log2(width / WORLD / (MOST.x - LEAST.x)),
		Math.log2(height / WORLD / (MOST.y - LEAST.y))
	);
	const zoom = between(view.zoom, least, ZOOMS[1]);
	const centre = toMercator(view);
	const [x, y] = [width / 2 / worldSize(zoom), height / 2 / worldSize(zoom)];
	const kept = {
		x: between(centre.x, LEAST.x + x, MOST.x - x),
		y: between(centre.y, LEAST.y + y, MOST.y - y)
	};
	const { lat, long } = fromMercator(kept);
	return {
		lat: kept.y === centre.y ? view.lat : lat,
		long: kept.x === centre.x ? view.long : long,
		zoom
	};
}

/** The view after the ground was moved by so many CSS pixels. */
export const panned = (camera: Camera, { x, y }: Spot): MapView =>
	within(
		{
			...unproject(camera, { x: camera.width / 2 - x, y: camera.height / 2 - y }),
			zoom: camera.zoom
		},
		camera
	);

/** The view at another zoom, with the same point still at `spot`. */
export function zoomed(camera: Camera, zoom: number, spot: Spot): MapView {
	const next = { ...camera, zoom: between(zoom, ...ZOOMS) };
	const now = project(next, unproject(camera, spot));
	return panned(next, { x: spot.x - now.x, y: spot.y - now.y });
}
