// The embedded basemap as SVG path data, made once and then moved and scaled as a whole.
import type { FeatureCollection, Position } from 'geojson';
import { project, type Camera, type Spot } from './camera.ts';

/** Where and at which zoom the paths are drawn: their coordinates are CSS pixels from here. */
const REFERENCE: Camera = { lat: 43.717, long: -79.379, zoom: 12, width: 0, height: 0 };

const write = ([long = 0, lat = 0]: Position) => {
	const { x, y } = project(REFERENCE, { lat, long });
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
};

const line = (positions: Position[]) => `M${positions.map(write).join('L')}`;

/** All lines and areas of a layer as one path; of one `rank` only, where one is named. */
export function svgPathOf({ features }: FeatureCollection, rank?: string): string {
	return features
		.filter(({ properties }) => rank === undefined || properties?.rank === rank)
		.map(({ geometry }) => {
			if (geometry.type === 'LineString') return line(geometry.coordinates);
			if (geometry.type !== 'Polygon') return '';
			return geometry.coordinates.map((ring) => `${line(ring)}Z`).join('');
		})
		.join('');
}

/** The transformation that puts the paths where a camera sees them. */
export function placing(camera: Camera): { at: Spot; scale: number } {
	return { at: project(camera, REFERENCE), scale: 2 ** (camera.zoom - REFERENCE.zoom) };
}
