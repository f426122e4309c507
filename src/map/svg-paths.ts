// The embedded basemap as SVG path data, made once and then moved and scaled as a whole.
import type { FeatureCollection, Position } from 'geojson';
import type { Basemap } from './basemap.ts';
import { project, projection, type Camera, type Spot } from './camera.ts';

/** Where and at which zoom the paths are drawn: their coordinates are CSS pixels from here. */
const REFERENCE: Camera = { lat: 43.717, long: -79.379, zoom: 12, width: 0, height: 0 };

const projected = projection(REFERENCE);

const write = ([long = 0, lat = 0]: Position) => {
	const { x, y } = projected({ lat, long });
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
};

const line = (positions: Position[]) => `M${positions.map(write).join('L')}`;

/** All lines and areas of a layer as one path; of one `rank` only, where one is named. */
function svgPathOf({ features }: FeatureCollection, rank?: string): string {
	return features
		.filter(({ properties }) => rank === undefined || properties?.rank === rank)
		.map(({ geometry }) => {
			if (geometry.type === 'LineString') return line(geometry.coordinates);
			if (geometry.type !== 'Polygon') return '';
			return geometry.coordinates.map((ring) => `${line(ring)}Z`).join('');
		})
		.join('');
}

const pathsOf = (data: Basemap) => ({
	land: svgPathOf(data.land),
	parks: svgPathOf(data.parks),
	lake: svgPathOf(data.lake),
	islands: svgPathOf(data.islands),
	rivers: svgPathOf(data.rivers),
	minor: svgPathOf(data.arterials, 'minor'),
	principal: svgPathOf(data.arterials, 'principal'),
	highway27: svgPathOf(data.highways, 'minor'),
	highway: svgPathOf(data.highways, 'major'),
	boundary: svgPathOf(data.boundary)
});

const known = new WeakMap<Basemap, ReturnType<typeof pathsOf>>();

/** The paths of all that the ground is drawn from; the same ones for the same basemap. */
export function groundPathsOf(data: Basemap): ReturnType<typeof pathsOf> {
	const paths = known.get(data) ?? pathsOf(data);
	known.set(data, paths);
	return paths;
}

/** The transformation that puts the paths where a camera sees them. */
export function placing(camera: Camera): { at: Spot; scale: number } {
	return { at: project(camera, REFERENCE), scale: 2 ** (camera.zoom - REFERENCE.zoom) };
}
