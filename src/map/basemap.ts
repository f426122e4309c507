import type { FeatureCollection } from 'geojson';
import { unpacked } from './packed-basemap.ts';

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

/** Fetches the embedded basemap from beside the page; throws a plain sentence if it is not there. */
export async function loadBasemap(): Promise<Basemap> {
	const response = await fetch(new URL('basemap.json', document.baseURI)).catch(() => null);
	if (!response?.ok) throw new Error('The streets of the map could not be loaded (basemap.json).');
	try {
		return unpacked(await response.json());
	} catch {
		throw new Error('The streets of the map could not be read (basemap.json is not JSON).');
	}
}
