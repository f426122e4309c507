import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { locationOf } from '../georeport/location.ts';
import { isOpen, markOf, type Mark } from '../explorer/service-kinds.ts';
import type { Feature, FeatureCollection, Point, Position } from 'geojson';

/** One service request as the map needs it. */
export interface MapRecord {
	key: string;
	lat: number;
	long: number;
	mark: Mark;
	open: boolean;
	label: string;
}

/** The service requests that have a valid location, as the map needs them. */
export function mapRecordsOf(shown: readonly ShownRequest[]): MapRecord[] {
	const records: MapRecord[] = [];
	for (const { key, serviceRequest } of shown) {
		const location = locationOf(serviceRequest);
		if (!location) continue;
		const { lat, long } = location;
		const label = serviceRequest.service_request_id ?? serviceRequest.token ?? '';
		const [mark, open] = [markOf(serviceRequest), isOpen(serviceRequest)];
		records.push({ key, lat, long, mark, open, label });
	}
	return records;
}

/** What a marker carries through MapLibre: whose it is, its picture and its words. */
export interface MarkerProperties {
	key: string;
	icon: string;
	label: string;
}

/** South-west and north-east corner of what the map can show. */
export const MAP_BOUNDS: [[number, number], [number, number]] = [
	[-79.9, 43.4],
	[-78.85, 44.05]
];

/** South-west and north-east corner of the city. */
export const CITY_BOUNDS: [[number, number], [number, number]] = [
	[-79.6393, 43.581],
	[-79.1153, 43.8555]
];

/** GeoReport's latitude and longitude in GeoJSON's order; nothing else in the page swaps them. */
export function toPosition({ lat, long }: { lat: number; long: number }): [number, number] {
	return [long, lat];
}

/** Whether the record lies inside the part of the world that the map can show. */
export function isOnMap({ lat, long }: { lat: number; long: number }): boolean {
	const [[west, south], [east, north]] = MAP_BOUNDS;
	return lat >= south && lat <= north && long >= west && long <= east;
}

/** The name of a marker's picture. */
export function iconName(mark: Mark, open: boolean): string {
	return `${mark}-${open ? 'open' : 'closed'}`;
}

/** The records that the map can show, as GeoJSON points. */
export function toMarkers(records: MapRecord[]): FeatureCollection<Point, MarkerProperties> {
	return { type: 'FeatureCollection', features: records.filter(isOnMap).map(toMarker) };
}

function toMarker(record: MapRecord): Feature<Point, MarkerProperties> {
	const { key, label, mark, open } = record;
	return {
		type: 'Feature',
		properties: { key, label, icon: iconName(mark, open) },
		geometry: { type: 'Point', coordinates: toPosition(record) }
	};
}

/** The smallest box around the given points, or null when there are none. */
export function boundsOf(points: Position[]): [[number, number], [number, number]] | null {
	if (points.length === 0) return null;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x = 0, y = 0] of points) {
		west = Math.min(west, x);
		south = Math.min(south, y);
		east = Math.max(east, x);
		north = Math.max(north, y);
	}
	return [
		[west, south],
		[east, north]
	];
}
