import { ISLANDS, LAND, LANDWARD_LINE, type LatLong } from '../data/boundary';

/** A position in WGS84 degrees. */
export type Coordinates = { readonly lat: number; readonly long: number };

const METRES_PER_DEGREE = 111_195;
/** The length of a degree of longitude at 43.7° north, relative to one of latitude. */
const NARROWING = Math.cos((43.7 * Math.PI) / 180);
/** The boundary line is simplified; every named corner on Steeles Avenue is this near to it. */
const TOLERANCE_METRES = 60;

/**
 * Returns the distance of two points in metres, on a plane that fits Toronto: accurate to 0.3 %
 * within the city and less accurate outside. NaN if a coordinate is not a number.
 */
export function metresBetween(a: Coordinates, b: Coordinates): number {
	const north = (b.lat - a.lat) * METRES_PER_DEGREE;
	const east = (b.long - a.long) * METRES_PER_DEGREE * NARROWING;
	return Math.hypot(north, east);
}

/**
 * Whether the point is on the city's mainland or islands, or at most 60 m beyond its limits with
 * other municipalities. The lake and the harbour are outside. False if a coordinate is not a
 * number.
 */
export function isInsideCity(point: Coordinates): boolean {
	return (
		isInRing(point, LAND) ||
		isInRing(point, ISLANDS) ||
		metresToLine(point, LANDWARD_LINE) <= TOLERANCE_METRES
	);
}

/** By the even-odd rule; the last vertex of the ring repeats the first. */
function isInRing({ lat, long }: Coordinates, ring: readonly LatLong[]): boolean {
	let inside = false;
	for (const [[lat1, long1], [lat2, long2]] of segments(ring)) {
		const crosses = lat1 > lat !== lat2 > lat;
		if (crosses && long < long1 + ((long2 - long1) * (lat - lat1)) / (lat2 - lat1)) {
			inside = !inside;
		}
	}
	return inside;
}

function metresToLine(point: Coordinates, line: readonly LatLong[]): number {
	let nearest = Infinity;
	for (const [[lat1, long1], [lat2, long2]] of segments(line)) {
		const north = lat2 - lat1;
		const east = (long2 - long1) * NARROWING;
		const along =
			((point.lat - lat1) * north + (point.long - long1) * NARROWING * east) /
			(north * north + east * east);
		const t = Math.min(1, Math.max(0, along));
		const foot = { lat: lat1 + t * (lat2 - lat1), long: long1 + t * (long2 - long1) };
		nearest = Math.min(nearest, metresBetween(point, foot));
	}
	return nearest;
}

function* segments(line: readonly LatLong[]): Generator<[LatLong, LatLong]> {
	let from: LatLong | undefined;
	for (const to of line) {
		if (from) yield [from, to];
		from = to;
	}
}
