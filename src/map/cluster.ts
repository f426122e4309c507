import { projection, type Camera, type Spot } from './camera.ts';
import type { MapRecord } from './records.ts';

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
const APART = 14;

/**
 * The markers of the screen and its surroundings: one per record, or, with more than `most` of them
 * and from afar, one per cell of a grid, in the middle of its records. The grid lies fast on the
 * ground, so that moving the map regroups nothing.
 */
export function cluster(records: readonly MapRecord[], camera: Camera, most: number): Cluster[] {
	const margin = 24;
	const near: Cluster[] = [];
	const apart = records.length <= most || camera.zoom >= APART;
	const project = projection(camera);
	const origin = project({ lat: 43.4, long: -79.9 });
	const cells = new Map<number, Cluster>();
	for (const record of records) {
		const { x, y } = project(record);
		const reach = apart ? margin : NEAR + margin;
		if (x < -reach || y < -reach || x > camera.width + reach || y > camera.height + reach) continue;
		if (apart) {
			near.push({ x, y, records: [record] });
			continue;
		}
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
	return apart ? near : [...cells.values()];
}
