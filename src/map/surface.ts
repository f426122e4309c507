import type { StyleSpecification } from 'maplibre-gl';
import type { Point } from '../explorer/gazetteer.ts';
import type { MapView } from '../explorer/page-state.ts';
import type { Credit } from './attribution.ts';
import type { Camera } from './camera.ts';
import type { MapRecord } from './records.ts';

/** What a map shows, as getters, and what it tells the page: the same however it is drawn. */
export interface MapOptions {
	records: () => MapRecord[];
	/** The key of the selected record. */
	selected: () => string | null;
	/** Where a person left the map; null while it goes where the records are. */
	view: () => MapView | null;
	onselect: (key: string | null) => void;
	/** Told where a person moved the map; what the page itself moves is not told. */
	onview: (view: MapView) => void;
	/** Where the map goes by itself; left out, to the records. */
	fitted?: () => readonly Point[];
	/** Told the key of the record under the pointer; null for none. */
	onhover?: (key: string | null) => void;
	/** Told where the map was clicked; true where that is all that was wanted, and nothing is selected. */
	onpoint?: (point: Point) => boolean;
}

/** What MapLibre needs besides. */
export interface MapLibreOptions extends MapOptions {
	/** What the map is called. */
	label: string;
	dark: () => boolean;
	/** The style of an online basemap, or null for the embedded one. */
	baseStyle: () => StyleSpecification | null;
	/** Told what the map looks at, at every step of a movement. */
	oncamera: (camera: Camera) => void;
	/** Told where the data of an online basemap are from; nothing for the embedded one. */
	oncredits: (credits: readonly Credit[]) => void;
	onproblem: (message: string) => void;
}

/** Above this many records, those near each other share one sign. */
export const CLUSTER_ABOVE = 200;

/** How the map goes to where the records are. */
export const FITTING = { padding: 48, maxZoom: 14 };

/**
 * Whether MapLibre can draw here: with WebGL, and not in a sandboxed frame, where it would start its
 * worker from a `data:` URL that the page's policy refuses.
 */
export function canMapLibreDraw(): boolean {
	try {
		if (self.origin === 'null') return false;
		return document.createElement('canvas').getContext('webgl2') !== null;
	} catch {
		return false;
	}
}

/** A view rounded to about a metre: short enough for a link. */
export function rounded({ lat, long, zoom }: MapView): MapView {
	const round = (value: number, digits: number) => Number(value.toFixed(digits));
	return { lat: round(lat, 5), long: round(long, 5), zoom: round(zoom, 2) };
}
