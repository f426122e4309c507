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
	/**
	 * What the map that is drawn in its place until it is ready looks at; null while that one must not
	 * be taken away, for a hand is on it.
	 */
	before: () => Camera | null;
	/** Told once the same is drawn as was before: it is to be shown at once. */
	onready: () => void;
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

/** Above this many records the map is not drawn as SVG for longer than it must be. */
export const SVG_MOST = 500;

let hasWebGl: boolean | null = null;

/**
 * Why MapLibre cannot draw here, in a sentence; empty where it can: with WebGL, and not in a sandboxed
 * frame, where it would start its worker from a `data:` URL that the page's policy refuses.
 */
export function whyNoMapLibre(): string {
	if (self.origin === 'null') {
		return 'This page stands in a sandboxed frame, where WebGL has no worker, so the map is drawn as SVG.';
	}
	hasWebGl ??= document.createElement('canvas').getContext('webgl2') !== null;
	return hasWebGl ? '' : 'This browser offers no WebGL 2, so the map is drawn as SVG.';
}

/** A view rounded to about a metre: short enough for a link. */
export function rounded({ lat, long, zoom }: MapView): MapView {
	const round = (value: number, digits: number) => Number(value.toFixed(digits));
	return { lat: round(lat, 5), long: round(long, 5), zoom: round(zoom, 2) };
}
