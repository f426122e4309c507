import type { ExchangeView } from '../explorer/exchange-view.svelte.ts';
import type { Explorer } from '../explorer/explorer.svelte.ts';
import type { Place, Point } from '../explorer/gazetteer.ts';
import { takesPin } from '../explorer/pin.ts';
import { MARK_WORDS, type Mark } from '../explorer/service-kinds.ts';
import { valuesOf } from '../georeport/request.ts';
import { BasemapChoice } from './basemap-choice.svelte.ts';
import { project, unproject, type Camera, type Spot } from './camera.ts';
import { isOnMap, mapRecordsOf, type MapRecord } from './records.ts';
import { canMapLibreDraw, type MapOptions } from './surface.ts';
import { SvgView } from './svg-view.svelte.ts';

/** What a person draws on the map. */
export type MapTool = 'pin' | 'circle';

/** The zoom at which a place that was looked for is shown, at least. */
const PLACE_ZOOM = 15;

/** What the map of the page shows, whichever way it is drawn, and what can be done on it. */
export class MapState {
	readonly #explorer: Explorer;
	readonly #view: () => ExchangeView | null;
	readonly basemap: BasemapChoice;
	/** The map as it is drawn without WebGL. */
	readonly svg: SvgView;
	/** SVG where there is no WebGL, or where drawing with it went wrong. */
	surface: 'webgl' | 'svg' = $state(canMapLibreDraw() ? 'webgl' : 'svg');
	/** Why the map is not drawn as it should be; empty while it is. */
	problem = $state('');
	tool: MapTool | null = $state(null);
	/** The place that was looked for, while it is shown. */
	found: Place | null = $state.raw(null);
	#seen: Camera | null = $state.raw(null);

	/** The service requests that have a location. */
	records: MapRecord[] = $derived.by(() => mapRecordsOf(this.#view()?.requests ?? []));

	/** The marks on the map, in the order of the legend. */
	marks: Mark[] = $derived(
		(Object.keys(MARK_WORDS) as Mark[]).filter((mark) =>
			this.records.some((record) => record.mark === mark)
		)
	);

	/** How many service requests have no location. */
	unlocated: number = $derived.by(() => (this.#view()?.requests.length ?? 0) - this.records.length);

	/** How many lie outside what the map can show. */
	beyond: number = $derived(this.records.filter((record) => !isOnMap(record)).length);

	/** What the map looks at; null while it is not drawn. */
	camera: Camera | null = $derived.by(() =>
		this.surface === 'webgl' ? this.#seen : this.svg.width > 0 ? this.svg.camera : null
	);

	/** The key of the selected service request; null for none. */
	selectedKey: string | null = $derived.by(() => this.#view()?.selected?.key ?? null);

	#at: number = $derived(this.records.findIndex(({ key }) => key === this.selectedKey));

	/** The selected service request, if it has a location, and the ones before and after it. */
	selected: MapRecord | null = $derived(this.records[this.#at] ?? null);
	previous: MapRecord | null = $derived(this.records[this.#at - 1] ?? null);
	next: MapRecord | null = $derived(this.#at < 0 ? null : (this.records[this.#at + 1] ?? null));

	/** Where the selected service request stands on the screen; null if it cannot be shown. */
	spot: Spot | null = $derived(
		this.selected && this.camera && isOnMap(this.selected)
			? project(this.camera, this.selected)
			: null
	);

	/** Whether the request names a point, be it one that makes no sense. */
	hasPoint: boolean = $derived.by(() => {
		const { method, values } = this.#explorer.draft;
		return takesPin(method) && ['lat', 'long'].some((name) => valuesOf(values, name).length > 0);
	});

	/** `view` gives the exchange whose service requests are shown, `dark` whether the page is dark. */
	constructor(explorer: Explorer, view: () => ExchangeView | null, dark: () => boolean) {
		this.#explorer = explorer;
		this.#view = view;
		this.basemap = new BasemapChoice(dark);
		this.svg = new SvgView(this.options);
	}

	/** What the map is drawn from, and what it tells. */
	get options(): MapOptions {
		return {
			records: () => this.records,
			selected: () => this.selectedKey,
			view: () => this.#explorer.settings.mapView,
			onselect: this.select,
			onview: this.#explorer.settings.moveMap
		};
	}

	/** Takes note of what MapLibre looks at. */
	see = (camera: Camera) => {
		this.#seen = camera;
	};

	/** Draws as SVG from now on, for a reason that is told. */
	fail = (problem: string) => {
		this.problem = problem;
		this.surface = 'svg';
	};

	select = (key: string | null) => this.#view()?.select(key);

	/** Goes where all service requests are. */
	fit = () => this.#explorer.settings.moveMap(null);

	/** Takes up a tool, or puts it down. */
	take = (tool: MapTool | null) => {
		this.tool = this.tool === tool ? null : tool;
	};

	/** Puts the pin of the request into the middle of the map. */
	putPinInMiddle = () => {
		if (!this.camera) return;
		const { width, height } = this.camera;
		this.#explorer.putPin(unproject(this.camera, { x: width / 2, y: height / 2 }));
	};

	/** Puts what was drawn into the request: a point, and a radius in metres if it was a circle. */
	draw = (point: Point, radius: number | null) => {
		this.tool = null;
		this.#explorer.putPin(point);
		if (radius !== null) this.setRadius(radius);
	};

	/** Sets the radius of the search, in metres. */
	setRadius = (metres: number) => this.#explorer.setValue('radius', String(metres));

	/** Shows a place that was looked for. */
	show = (place: Place) => {
		this.found = place;
		const { lat, long } = place;
		const zoom = Math.max(PLACE_ZOOM, this.camera?.zoom ?? 0);
		this.#explorer.settings.moveMap({ lat, long, zoom });
	};

	/** Ends showing a place, which may become the point of the request. */
	leaveFound = (put: boolean) => {
		if (put && this.found) this.#explorer.putPin(this.found);
		this.found = null;
	};

	/** Selects the service request nearest to the middle of the map, so that no pointer is needed. */
	selectNearest = () => {
		const { camera } = this;
		if (!camera) return;
		let nearest: { key: string; distance: number } | null = null;
		for (const record of this.records.filter(isOnMap)) {
			const { x, y } = project(camera, record);
			const distance = Math.hypot(x - camera.width / 2, y - camera.height / 2);
			if (!nearest || distance < nearest.distance) nearest = { key: record.key, distance };
		}
		if (nearest) this.select(nearest.key);
	};
}
