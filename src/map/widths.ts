// How wide lines are at each zoom, in CSS pixels, for both ways to draw the map.

import type { ExpressionSpecification } from 'maplibre-gl';

/** Pairs of zoom and value; between them the value grows by `BASE` to the zoom. */
export type Stops = readonly number[];

/** The base of the growth between two stops: closer to 1 is nearer to a straight line. */
const BASE = 1.4;

/** The widths of the basemap's lines. */
export const WIDTHS = {
	rivers: [9, 0.8, 12, 2.2, 15, 6],
	minor: [9, 0.3, 11, 0.8, 12, 1.6, 14, 5, 16, 12],
	minorCasing: [9, 0.3, 11, 0.8, 12, 3, 14, 7, 16, 14.5],
	principal: [9, 0.6, 11, 1.2, 12, 2.6, 14, 8, 16, 18],
	principalCasing: [9, 0.6, 11, 1.2, 12, 4, 14, 10, 16, 20.5],
	highway: [9, 1.6, 11, 3, 12, 4, 14, 9, 16, 20],
	highwayCasing: [9, 2.8, 11, 4.6, 12, 6, 14, 11.5, 16, 23],
	boundary: [9, 1, 14, 2]
} satisfies Record<string, Stops>;

/** The value of stops at a zoom, as MapLibre's exponential interpolation has it. */
export function atZoom(stops: Stops, zoom: number): number {
	for (let at = 0; at + 3 < stops.length; at += 2) {
		const [low = 0, from = 0, high = 0, to = 0] = stops.slice(at, at + 4);
		if (zoom <= low) return from;
		if (zoom < high) {
			return from + ((to - from) * (BASE ** (zoom - low) - 1)) / (BASE ** (high - low) - 1);
		}
	}
	return stops.at(-1) ?? 0;
}

/** Returns the same widths as a MapLibre expression. */
export const byZoom = (...stops: number[]): ExpressionSpecification => [
	'interpolate',
	['exponential', BASE],
	['zoom'],
	...stops
];
