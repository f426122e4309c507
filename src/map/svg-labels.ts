// The words of the basemap where it is drawn as SVG: which, where, and none over another.
import type { Feature } from 'geojson';
import type { Basemap, BasemapLayer } from './basemap.ts';
import { isInView, projection, type Camera, type Spot } from './camera.ts';
import { LABEL_SORTS, LABEL_LINE_HEIGHT, type LabelSort } from './label-sorts.ts';
import { atZoom } from './widths.ts';

/** A word on the map: its middle, its slope in degrees, its size in CSS pixels. */
export interface Label extends Spot {
	text: string;
	angle: number;
	size: number;
	/** The room between letters, as a part of their size. */
	spacing: number;
	water: boolean;
}

/** What lies over the map at a spot: words keep away from it by this many CSS pixels. */
export interface Sign extends Spot {
	radius: number;
}

/** Where the names of each sort are, in the order in which they take their room. */
const SOURCES: readonly (readonly [
	sort: keyof typeof LABEL_SORTS,
	layer: BasemapLayer,
	property: string | null
])[] = [
	['district', 'labels', 'cls'],
	['water', 'labels', 'cls'],
	['neighbourhood', 'labels', 'cls'],
	['highway', 'highways', null],
	['principal', 'arterials', 'rank'],
	['minor', 'arterials', 'rank']
];

/** The width of a letter, as a part of its size: a little more than the font's average. */
const LETTER = 0.53;
/** The room for a name's halo on each side, in CSS pixels. */
const HALO = 1;
/** How far from the map's edge a name ends, in CSS pixels. */
const INSET = 3;
/** How much a street may bend under its name, in degrees. */
const BEND = 20;

const degrees = (a: Spot, b: Spot) => (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;

/** The least turn between two directions, from 0 to 180 degrees. */
const turn = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** Where a word of this length may stand. */
type Stand = Spot & { angle: number };

/** The middle and slope of each stretch on the screen that is straight and long enough. */
function* stretches(line: readonly Spot[], camera: Camera, length: number): Generator<Stand> {
	let from = 0;
	for (let to = 1; to < line.length; to++) {
		const [first, second, last, end] = [line[from], line[from + 1], line[to - 1], line[to]];
		if (!first || !second || !last || !end) return;
		const bends = turn(degrees(first, second), degrees(last, end)) > BEND;
		if (from < to - 1 && (bends || !isInView(camera, first))) from = to - 1;
		const start = line[from] ?? first;
		if (Math.hypot(end.x - start.x, end.y - start.y) < length) continue;
		const slope = degrees(start, end);
		yield {
			x: (start.x + end.x) / 2,
			y: (start.y + end.y) / 2,
			angle: slope > 90 ? slope - 180 : slope < -90 ? slope + 180 : slope
		};
		from = to;
	}
}

function* stands(
	{ geometry }: Feature,
	camera: Camera,
	length: number,
	size: number,
	spots: NonNullable<LabelSort['spots']>
): Generator<Stand> {
	const project = projection(camera);
	const spot = ([long = 0, lat = 0]: readonly number[]) => project({ lat, long });
	if (geometry.type === 'Point') {
		const { x, y } = spot(geometry.coordinates);
		for (const [right, down] of spots) {
			yield { x: x + right * size, y: y + down * size, angle: 0 };
		}
	} else if (geometry.type === 'LineString') {
		yield* stretches(geometry.coordinates.map(spot), camera, length);
	}
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The upright box around a word that may slope. */
function boxOf({ x, y, angle }: Stand, length: number, height: number): Box {
	const slope = (angle * Math.PI) / 180;
	const [cos, sin] = [Math.abs(Math.cos(slope)), Math.abs(Math.sin(slope))];
	const [halfX, halfY] = [(length * cos + height * sin) / 2, (length * sin + height * cos) / 2];
	return [x - halfX, y - halfY, x + halfX, y + halfY];
}

const meet = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** The words for what a camera sees, none cut by its edge, over another or over one of the `signs`. */
export function labelsOf(data: Basemap, camera: Camera, signs: readonly Sign[] = []): Label[] {
	const labels: Label[] = [];
	const taken: Box[] = signs.map(({ x, y, radius }) => [
		x - radius,
		y - radius,
		x + radius,
		y + radius
	]);
	const isWhole = ([left, top, right, bottom]: Box) =>
		left >= INSET &&
		top >= INSET &&
		right <= camera.width - INSET &&
		bottom <= camera.height - INSET;
	for (const [sort, layer, property] of SOURCES) {
		const { from, to, size, spacing, padding, spots } = LABEL_SORTS[sort];
		if (camera.zoom < from || camera.zoom >= to) continue;
		const pixels = atZoom(size, camera.zoom);
		for (const feature of data[layer].features) {
			if (property && feature.properties?.[property] !== sort) continue;
			const text = String(feature.properties?.name ?? '');
			const length = text.length * pixels * (LETTER + spacing);
			for (const stand of stands(feature, camera, length, pixels, spots ?? [])) {
				if (!isWhole(boxOf(stand, length, pixels * LABEL_LINE_HEIGHT))) continue;
				const beside = 2 * (padding + HALO);
				const box = boxOf(stand, length + beside, pixels * LABEL_LINE_HEIGHT + beside);
				if (taken.some((other) => meet(other, box))) continue;
				taken.push(box);
				labels.push({ ...stand, text, size: pixels, spacing, water: sort === 'water' });
				break;
			}
		}
	}
	return labels;
}
