// What is written on the basemap, for both ways to draw the map: they are to have the same names in the
// same places, so that one can give way to the other.
import type { Stops } from './widths.ts';

/** One sort of names: between which zooms they are shown, and how. */
export interface LabelSort {
	from: number;
	to: number;
	/** The size of the letters in CSS pixels. */
	size: Stops;
	/** The room between letters, as a part of their size. */
	spacing: number;
	/** How many CSS pixels around a name stay free of other names and of marks. */
	padding: number;
	/** Where the middle of a name may stand beside its place, best first; null along a line. */
	spots: readonly Offset[] | null;
}

/** How far to the right and down, as parts of a name's size. */
type Offset = readonly [x: number, y: number];

/** Where a name may stand, the nearest first; at the same distance above or below rather than aside. */
function spotsWithin(reach: number, step: number): Offset[] {
	const steps = Math.floor(reach / step);
	const line = Array.from({ length: 2 * steps + 1 }, (_, at) => (at - steps) * step);
	return line
		.flatMap((y) => line.map((x): Offset => [x, y]))
		.filter(([x, y]) => Math.hypot(x, y) <= reach)
		.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || Math.abs(a[0]) - Math.abs(b[0]));
}

const NEAR = spotsWithin(2.5, 0.5);
// Districts are large: a name that stands aside is still on its own.
const AROUND = spotsWithin(3.5, 0.25);
const ALONG = { to: 24, size: [11, 13, 16, 16], spacing: 0, padding: 8, spots: null };

/** The names of the basemap, the most important first. */
export const LABEL_SORTS = {
	district: { from: 0, to: 11.75, size: [9, 14, 12, 18], spacing: 0, padding: 0, spots: AROUND },
	water: { from: 0, to: 24, size: [9, 15, 13, 20], spacing: 0.14, padding: 2, spots: NEAR },
	neighbourhood: { from: 11, to: 24, size: [0, 14], spacing: 0, padding: 10, spots: NEAR },
	highway: { ...ALONG, from: 11 },
	principal: { ...ALONG, from: 12 },
	minor: { ...ALONG, from: 13.5 }
} satisfies Record<string, LabelSort>;

/** The height of a name, as a part of its size. */
export const LABEL_LINE_HEIGHT = 1.2;
