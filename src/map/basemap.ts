import { unpacked, type Basemap } from './packed-basemap.ts';

export type { Basemap, BasemapLayer } from './packed-basemap.ts';

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
