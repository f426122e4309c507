// Basemaps from elsewhere: only ever asked for once a person has chosen one.
import type { StyleSpecification } from 'maplibre-gl';
import { watchPolicy } from '../http/policy-watch.ts';
import { drawableStyle, isUnreadable } from './drawable-style.ts';

/** A basemap that others serve, without a key. */
export interface OnlineBasemap {
	id: string;
	name: string;
	/** Who gets to see what part of the map is looked at. */
	host: string;
	styles: { light: string; dark: string };
}

/** The basemaps to choose from; terms and attribution come with their tiles. */
export const ONLINE_BASEMAPS: readonly OnlineBasemap[] = [
	{
		id: 'openfreemap',
		name: 'OpenFreeMap',
		host: 'tiles.openfreemap.org',
		styles: {
			light: 'https://tiles.openfreemap.org/styles/positron',
			dark: 'https://tiles.openfreemap.org/styles/dark'
		}
	},
	{
		id: 'versatiles',
		name: 'VersaTiles',
		host: 'tiles.versatiles.org',
		styles: {
			light: 'https://tiles.versatiles.org/assets/styles/colorful/style.json',
			dark: 'https://tiles.versatiles.org/assets/styles/eclipse/style.json'
		}
	}
];

/** A style that was found to work, or in one sentence why not. */
export type Tried = { style: StyleSpecification } | { problem: string };

/** Milliseconds until a server counts as silent. */
const PATIENCE = 8_000;

/** The tile of zoom 10 that holds City Hall. */
const CITY_TILE = { z: 10, x: 286, y: 373 };

/** Why there is no answer that will do, as the end of a sentence. */
class Known extends Error {}

async function get(url: string, signal: AbortSignal): Promise<Response> {
	const policy = watchPolicy(url);
	try {
		const response = await fetch(url, { mode: 'cors', credentials: 'omit', signal });
		if (response.ok) return response;
		throw new Known(`it answered ${response.status} for ${new URL(url).pathname}`);
	} catch (error) {
		if (error instanceof Known || signal.aborted || !(await policy.refused())) throw error;
		throw new Known(
			`the page’s own policy (Content-Security-Policy) does not let it ask ${new URL(url).host}`
		);
	} finally {
		policy.stop();
	}
}

function isStyle(value: unknown): value is StyleSpecification {
	const style = value as Partial<StyleSpecification> | null;
	return (
		style !== null &&
		typeof style === 'object' &&
		style.version === 8 &&
		Array.isArray(style.layers) &&
		typeof style.sources === 'object'
	);
}

/**
 * The address of the first source's tile of the city; null where it cannot be told. Throws for tiles
 * that cannot be read.
 */
async function tileOf(style: StyleSpecification, signal: AbortSignal): Promise<string | null> {
	const tiled = Object.values(style.sources).find(
		({ type }) => type === 'vector' || type === 'raster'
	);
	if (!tiled || (tiled.type !== 'vector' && tiled.type !== 'raster')) return null;
	const listed = tiled.url ? ((await (await get(tiled.url, signal)).json()) as object) : tiled;
	if (isUnreadable(tiled) || isUnreadable(listed)) {
		throw new Known('its tiles are in the format MLT, which this map cannot read');
	}
	const tiles = 'tiles' in listed && Array.isArray(listed.tiles) ? listed.tiles : [];
	const template: unknown = tiles[0];
	if (typeof template !== 'string') return null;
	return Object.entries(CITY_TILE).reduce(
		(url, [name, value]) => url.replaceAll(`{${name}}`, String(value)),
		template
	);
}

/**
 * Asks a server for its style and one tile of the city, so that a basemap is used only once it is
 * known to come. Never throws; a problem is one sentence.
 */
export async function tryBasemap(
	{ name, styles }: OnlineBasemap,
	dark: boolean,
	leaving: AbortSignal
): Promise<Tried> {
	const signal = AbortSignal.any([leaving, AbortSignal.timeout(PATIENCE)]);
	const fail = (why: string): Tried => ({
		problem: `${name} cannot be used: ${why}. The embedded map stays.`
	});
	try {
		const style: unknown = await (await get(dark ? styles.dark : styles.light, signal)).json();
		if (!isStyle(style)) return fail('what it sent is not a map style');
		const tile = await tileOf(style, signal);
		if (!tile) return fail('its style names no tiles');
		await (await get(tile, signal)).arrayBuffer();
		return { style: drawableStyle(style) };
	} catch (error) {
		if (error instanceof DOMException && error.name === 'TimeoutError') {
			return fail(`it did not answer within ${PATIENCE / 1000} seconds`);
		}
		if (error instanceof SyntaxError) return fail('what it sent is not a map style');
		return fail(
			error instanceof Known
				? error.message
				: 'it could not be reached, or does not allow other sites to read it'
		);
	}
}
