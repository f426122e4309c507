// The basemap as it is sent: each line as the steps from point to point, in the letters of
// https://developers.google.com/maps/documentation/utilities/polylinealgorithm
import type { Feature, FeatureCollection, Position } from 'geojson';

/** The layers of the embedded basemap, each one a GeoJSON collection. */
export type BasemapLayer =
	| 'land'
	| 'parks'
	| 'lake'
	| 'islands'
	| 'rivers'
	| 'arterials'
	| 'highways'
	| 'boundary'
	| 'labels';

/** The embedded basemap of Toronto: `public/basemap.json`, which is sent packed. */
export type Basemap = { attribution: string } & Record<BasemapLayer, FeatureCollection>;

/** The kind of a feature, what it is, and its lines. */
type PackedFeature = [type: Feature['geometry']['type'], Feature['properties'], lines: string[]];

/** What `packed` makes of a basemap. */
export type PackedBasemap = { attribution: string } & Record<BasemapLayer, PackedFeature[]>;

/** Steps to a degree: five decimals, a metre. */
const SCALE = 100_000;

/** A number in letters, five bits each, the lowest first. */
function lettersOf(step: number): string {
	let letters = '';
	let rest = step < 0 ? ~(step << 1) : step << 1;
	for (; rest >= 32; rest >>= 5) letters += String.fromCharCode((32 | (rest & 31)) + 63);
	return letters + String.fromCharCode(rest + 63);
}

/** A line of positions, in letters. */
export function packedLine(positions: readonly Position[]): string {
	let before = [0, 0];
	return positions
		.map((position) => {
			const at = position.map((degrees) => Math.round(degrees * SCALE));
			const letters = at.map((value, axis) => lettersOf(value - (before[axis] ?? 0))).join('');
			before = at;
			return letters;
		})
		.join('');
}

function unpackedLine(letters: string): Position[] {
	const positions: Position[] = [];
	const at = [0, 0];
	let [axis, step, shift] = [0, 0, 0];
	for (const letter of letters) {
		const bits = letter.charCodeAt(0) - 63;
		step |= (bits & 31) << shift;
		shift += 5;
		if (bits >= 32) continue;
		at[axis] = (at[axis] ?? 0) + (step & 1 ? ~(step >> 1) : step >> 1);
		if (axis === 1) positions.push(at.map((value) => value / SCALE));
		[axis, step, shift] = [1 - axis, 0, 0];
	}
	return positions;
}

const layersOf = <Value>({
	attribution: _,
	...layers
}: { attribution: string } & Record<BasemapLayer, Value>) =>
	Object.entries(layers) as unknown as [BasemapLayer, Value][];

/** Packs a basemap of points, lines and areas, without loss at five decimals. Throws for other features. */
export function packed(basemap: Basemap): PackedBasemap {
	const linesOf = ({ type, ...geometry }: Feature['geometry']) => {
		const { coordinates } = geometry as { coordinates: unknown };
		if (type === 'Point') return [[coordinates as Position]];
		if (type === 'LineString') return [coordinates as Position[]];
		if (type === 'Polygon') return coordinates as Position[][];
		throw new Error(`The basemap has a ${type}, which cannot be packed.`);
	};
	const layers = layersOf(basemap).map(([name, { features }]) => [
		name,
		features.map(({ geometry, properties }): PackedFeature => [
			geometry.type,
			properties,
			linesOf(geometry).map(packedLine)
		])
	]);
	return { attribution: basemap.attribution, ...Object.fromEntries(layers) } as PackedBasemap;
}

/** The basemap that was packed. */
export function unpacked(packed: PackedBasemap): Basemap {
	const layers = layersOf(packed).map(([name, features]) => [
		name,
		{
			type: 'FeatureCollection',
			features: features.map(([type, properties, letters]) => {
				const lines = letters.map(unpackedLine);
				const coordinates =
					type === 'Point' ? lines[0]?.[0] : type === 'LineString' ? lines[0] : lines;
				return { type: 'Feature', properties, geometry: { type, coordinates } };
			})
		}
	]);
	return { attribution: packed.attribution, ...Object.fromEntries(layers) } as Basemap;
}
