// https://maplibre.org/maplibre-gl-js/docs/API/
import './maplibre.css';
import workerUrl from './maplibre-worker.ts?worker&url';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import type { Attachment } from 'svelte/attachments';
import { trustedScript } from '../worker/trusted-script.ts';
import { tellCredits } from './attribution.ts';
import { loadBasemap, type Basemap } from './basemap.ts';
import { ChoiceWatch } from './choice-watch.ts';
import { readColours } from './colours.ts';
import {
	applyColours,
	highlight,
	listen,
	lookLike,
	reveal,
	setBaseStyle,
	show,
	tellCamera,
	tellView,
	turnTo
} from './feed-map.ts';
import { addIcons } from './icons.ts';
import { CITY_BOUNDS, MAP_BOUNDS, toPosition, type MapRecord } from './records.ts';
import { mapStyle } from './style.ts';
import { FITTING, type MapLibreOptions } from './surface.ts';
import { ZOOMS } from './zooms.ts';

setWorkerUrl(askable(trustedScript(workerUrl)));

/** MapLibre asks its worker's URL how it ends, as only text answers; what it starts is the URL itself. */
function askable(url: string): string {
	const text = String(url);
	const ways = { endsWith: text.endsWith.bind(text), split: text.split.bind(text) };
	return typeof url === 'string' ? url : Object.assign(url, ways);
}

/** A map of the records, built once and then kept in step with them, the selection and the theme. */
export function map(options: MapLibreOptions): Attachment<HTMLElement> {
	return (element) => {
		let drawn = $state.raw<Drawn>();
		const leaving = new AbortController();

		open(element, options, leaving.signal).then(
			(opened) => (drawn = opened),
			(error) => leaving.signal.aborted || options.onproblem(sentence(error))
		);

		/** Whether the map before has given way. Until then, this one looks where that one does. */
		let isReady = $state(false);

		/** Counts the base styles the map was drawn with: each starts without records. */
		let drawings = $state(0);
		let baseStyle: StyleSpecification | null = null;

		$effect(() => {
			options.dark();
			// An online basemap may take its time: it comes when this map is seen.
			const wanted = isReady ? options.baseStyle() : null;
			if (!drawn) return;
			const { map, data } = drawn;
			// The page's own theme may change in an effect that runs after this one.
			const frame = requestAnimationFrame(() => {
				const colours = readColours(element);
				if (wanted === baseStyle && !wanted) return applyColours(map, data, colours);
				baseStyle = wanted;
				setBaseStyle(map, wanted, data, colours, () => drawings++);
			});
			return () => cancelAnimationFrame(frame);
		});

		let shown = $state.raw<MapRecord[]>();

		$effect(() => {
			const records = options.records();
			if (!drawn || drawings < 0) return;
			const { map } = drawn;
			// The text of the answer goes first.
			return soon(() => {
				show(map, records);
				shown = records;
			});
		});

		$effect(() => {
			const camera = options.before();
			if (!drawn || isReady || !camera || shown !== options.records()) return;
			const { map } = drawn;
			return lookLike(map, camera, () => {
				isReady = true;
				options.onready();
				// In this very frame: what was drawn unseen is not kept in every browser.
				map.redraw();
			});
		});

		let hasTurned = false;

		$effect(() => {
			const view = options.view();
			const points = (options.fitted ?? options.records)();
			if (!drawn || !isReady) return;
			const { map } = drawn;
			if (hasTurned) return soon(() => turnTo(map, view, points));
			hasTurned = true;
		});

		const choices = new ChoiceWatch();

		$effect(() => {
			const key = options.selected();
			const records = options.records();
			if (!drawn || drawings < 0) return;
			highlight(
				drawn.map,
				records.find((record) => record.key === key)
			);
			const chosen = choices.next(records, key, isReady);
			if (chosen) reveal(drawn.map, chosen);
		});

		return () => leaving.abort();
	};
}

/** Does something once the page has been drawn; what is returned gives it up. */
function soon(action: () => void) {
	let task: ReturnType<typeof setTimeout> | undefined;
	const frame = requestAnimationFrame(() => (task = setTimeout(action)));
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(task);
	};
}

/** A map that has loaded, and the data it was drawn from. */
interface Drawn {
	map: MapLibre;
	data: Basemap;
}

async function open(element: HTMLElement, options: MapLibreOptions, leaving: AbortSignal) {
	const font = document.fonts.load('16px "IBM Plex Sans"').catch(() => []);
	const [data] = await Promise.all([loadBasemap(), font]);
	if (leaving.aborted) return;
	const colours = readColours(element);
	const map = create(element, options, mapStyle(data, colours));
	leaving.addEventListener('abort', () => map.remove());
	watchContext(map, leaving, options.onproblem);
	tellView(map, options.onview);
	tellCamera(map, options.oncamera);
	tellCredits(map, options.oncredits);
	await new Promise<unknown>((resolve, reject) => {
		map.once('load', resolve);
		map.once('error', ({ error }) =>
			reject(new Error(`The map stays drawn as SVG, for MapLibre cannot start: ${error.message}`))
		);
	});
	addIcons(map, colours);
	listen(map, options);
	return { map, data };
}

/** How long the browser may take to give WebGL back, in milliseconds. */
const PATIENCE = 3_000;

/** Tells where the browser takes WebGL away from a map and does not give it back. */
function watchContext(
	map: MapLibre,
	leaving: AbortSignal,
	onproblem: MapLibreOptions['onproblem']
) {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const restored = () => clearTimeout(waiting);
	map.on('webglcontextlost', () => {
		restored();
		waiting = setTimeout(() => {
			onproblem('The browser stopped drawing with WebGL, so the map is drawn as SVG.');
		}, PATIENCE);
	});
	map.on('webglcontextrestored', restored);
	leaving.addEventListener('abort', restored);
}

function create(element: HTMLElement, { label, view }: MapLibreOptions, style: StyleSpecification) {
	const start = view();
	const map = new MapLibre({
		container: element,
		style,
		...(start
			? { center: toPosition(start), zoom: start.zoom }
			: { bounds: CITY_BOUNDS, fitBoundsOptions: FITTING }),
		maxBounds: MAP_BOUNDS,
		minZoom: ZOOMS[0],
		maxZoom: ZOOMS[1],
		dragRotate: false,
		touchPitch: false,
		renderWorldCopies: false,
		fadeDuration: 120,
		attributionControl: false,
		locale: { 'Map.Title': label }
	});
	map.keyboard.disableRotation();
	map.touchZoomRotate.disableRotation();
	return map;
}

function sentence(error: unknown): string {
	return error instanceof Error ? error.message : 'The map could not be drawn.';
}
