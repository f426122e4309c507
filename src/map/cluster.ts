import { isInView, projection, type Camera, type Spot } from './camera.ts';
import type { MapRecord } from './records.ts';
import { ZOOMS } from './zooms.ts';

/** Records so close on the screen that one sign stands for them. */
export interface Cluster extends Spot {
	records: MapRecord[];
}

/** Half the side of a marker for one record, in CSS pixels. */
const MARKER = 9;

/** The radius of the ring around the selected record, in CSS pixels. */
export const RING = 19;

/** Half the side of a group's marker, in CSS pixels: the more records, the larger. */
export function radiusOf({ records: { length } }: Cluster): number {
	if (length <= 1) return MARKER;
	return length < 100 ? 14 : length < 1000 ? 18 : 23;
}

/** Markers nearer than this to each other, in CSS pixels, are clustered. */
const NEAR = 36;
/** More than there are cells in a row of the grid at any zoom. */
const COLUMNS = 2 ** 24;
/** From this zoom on every record has its own marker. */
export const APART = 14;
/** The most markers that are drawn one by one in a view; a browser draws these without delay. */
const MOST_APART = 2_000;

/**
 * The markers of the screen and its surroundings: one per record, or, with more than `most` of them
 * and from afar, one per cell of a grid, in the middle of its records. The grid lies fast on the
 * ground, so that moving the map regroups nothing. Very many on one spot stay together at any zoom.
 */
export function cluster(records: readonly MapRecord[], camera: Camera, most: number): Cluster[] {
	const margin = 24;
	const mayBeApart = records.length <= most || camera.zoom >= APART;
	const reach = mayBeApart ? margin : NEAR + margin;
	const project = projection(camera);
	const near: (Spot & { record: MapRecord })[] = [];
	for (const record of records) {
		const { x, y } = project(record);
		if (isInView(camera, { x, y }, reach)) near.push({ x, y, record });
	}
	if (mayBeApart && near.length <= Math.max(most, MOST_APART)) {
		return near.map(({ x, y, record }) => ({ x, y, records: [record] }));
	}
	const origin = project({ lat: 43.4, long: -79.9 });
	const cells = new Map<number, Cluster>();
	for (const { x, y, record } of near) {
		const [column, row] = [Math.floor((x - origin.x) / NEAR), Math.floor((y - origin.y) / NEAR)];
		const number = row * COLUMNS + column;
		const cell = cells.get(number);
		if (!cell) {
			cells.set(number, { x, y, records: [record] });
			continue;
		}
		const count = cell.records.push(record);
		cell.x += (x - cell.x) / count;
		cell.y += (y - cell.y) / count;
	}
	return [...cells.values()];
}

/** The most markers in one tile of MapLibre. It can draw 32,768, some of them from beyond the tile's edge. */
const MOST_IN_TILE = 30_000;
/** The side of a tile, in CSS pixels. */
const TILE = 512;

/**
 * The closest zoom at which MapLibre still draws markers together: that before `APART`, or all zooms if
 * more lie close together than it could draw.
 */
export function clusterMaxZoomOf(records: readonly MapRecord[]): number {
	if (records.length <= MOST_IN_TILE) return APART - 1;
	const project = projection({ lat: 43.4, long: -79.9, zoom: APART, width: 0, height: 0 });
	const tiles = new Map<number, number>();
	for (const record of records) {
		const { x, y } = project(record);
		const number = Math.floor(y / TILE) * COLUMNS + Math.floor(x / TILE);
		tiles.set(number, (tiles.get(number) ?? 0) + 1);
	}
	return Math.max(...tiles.values()) > MOST_IN_TILE ? ZOOMS[1] : APART - 1;
}
