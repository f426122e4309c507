import { unpacked, type Basemap } from './packed-basemap.ts';

export type { Basemap, BasemapLayer } from './packed-basemap.ts';

let known: Basemap | null = null;

/** The embedded basemap if it has been loaded before; else null. */
export const knownBasemap = (): Basemap | null => known;

/** Takes over the embedded basemap from who has it already. */
export function keepBasemap(basemap: Basemap): void {
	known = basemap;
}

/** Fetches the embedded basemap from beside the page; throws a plain sentence if it is not there. */
export async function loadBasemap(): Promise<Basemap> {
	if (known) return known;
	const response = await fetch(new URL('basemap.json', document.baseURI)).catch(() => null);
	if (!response?.ok) throw new Error('The streets of the map could not be loaded (basemap.json).');
	try {
		known = unpacked(await response.json());
		return known;
	} catch {
		throw new Error('The streets of the map could not be read (basemap.json is not JSON).');
	}
}
