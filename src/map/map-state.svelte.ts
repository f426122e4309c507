import type { Explorer } from '../explorer/explorer.svelte.ts';
import type { Gazetteer, Place, Point } from '../explorer/gazetteer.ts';
import { valuesOf } from '../georeport/request.ts';
import { latest } from '../ui/latest.svelte.ts';
import type { Credit } from './attribution.ts';
import { BasemapChoice } from './basemap-choice.svelte.ts';
import { panned, project, zoomed, type Camera, type Spot } from './camera.ts';
import type { ColumnState } from './column-state.svelte.ts';
import { placeNamed } from './place-names.ts';
import { isOnMap, mapRecordsOf, type MapRecord } from './records.ts';
import { rounded, SVG_MOST, whyNoMapLibre, type MapOptions } from './surface.ts';
import { SvgView } from './svg-view.svelte.ts';

/** The zoom at which a place that was looked for is shown, at least. */
const PLACE_ZOOM = 15;

/** What the map of the page shows, whichever way it is drawn, and what can be done on it. */
export class MapState {
	readonly #explorer: Explorer;
	readonly #column: ColumnState;
	readonly #places: Gazetteer['places'];
	readonly basemap: BasemapChoice;
	/** The map as it is drawn as SVG. */
	readonly svg: SvgView;
	/** What is shown: SVG until MapLibre is ready, and again where drawing with it went wrong. */
	surface: 'webgl' | 'svg' = $state('svg');
	#touched = $state(false);
	/** Why the map is not drawn as it should be; empty while it is. */
	problem = $state('');
	/** Where the data of an online basemap are from. */
	credits: readonly Credit[] = $state.raw([]);
	/** Whether the circle of a search is being drawn. */
	drawing = $state(false);
	/** The place that was looked for, while it is shown. */
	found: Place | null = $state.raw(null);
	#seen: Camera | null = $state.raw(null);
	#hoveredKey: string | null = $state(null);
	/** Counts how often the map was sent to where the service requests are. */
	#fits = $state(0);

	/** The service requests shown that have a location. */
	records: MapRecord[] = $derived.by(() => mapRecordsOf(this.#column.requests));

	/** The gazetteer's place of a report that named no point but an address. */
	#addressed = $derived(
		latest(() => {
			const { content } = this.#column;
			if (content.kind !== 'report' || content.pin) return null;
			const [address = ''] = valuesOf(content.view.exchange.draft.values, 'address_string');
			return address ? this.#placeNamed(address) : null;
		})
	);

	/** Where the report of the exchange on the page is; null for none, or if that is not known. */
	report: Point | null = $derived.by(() => {
		const { content } = this.#column;
		return content.kind === 'report' ? (content.pin ?? this.#addressed.value) : null;
	});

	/** Where the map goes by itself: to all places of the answer, also those taken out of the legend. */
	#fitted: readonly Point[] = $derived.by(() => {
		if (this.report) return [this.report];
		const all = this.#column.view?.requests ?? [];
		return all === this.#column.requests ? this.records : mapRecordsOf(all);
	});

	/**
	 * Whether MapLibre is to draw the map, or draws it: once somebody has moved it or put a hand on it,
	 * for an online basemap, and for many records.
	 */
	wantsMapLibre: boolean = $derived.by(() => {
		const isWanted =
			this.#touched ||
			this.surface === 'webgl' ||
			this.basemap.chosen !== null ||
			this.records.length > SVG_MOST;
		return isWanted && !this.whyNoMapLibre;
	});

	/** What the map looks at; null while it is not drawn. */
	camera: Camera | null = $derived.by(() =>
		this.surface === 'webgl' ? this.#seen : this.svg.width > 0 ? this.svg.camera : null
	);

	/** The key of the selected service request; null for none. */
	selectedKey: string | null = $derived.by(() => this.#column.chosen?.selected?.key ?? null);

	/** The service request under the pointer; null for none. */
	hovered: MapRecord | null = $derived(
		this.records.find(({ key }) => key === this.#hoveredKey) ?? null
	);

	/**
	 * `column` holds what is shown, `dark` tells whether the page is dark; `places` are those that an
	 * address is looked up in.
	 */
	constructor(
		explorer: Explorer,
		column: ColumnState,
		dark: () => boolean,
		places: Gazetteer['places']
	) {
		this.#explorer = explorer;
		this.#column = column;
		this.#places = places;
		this.basemap = new BasemapChoice(dark);
		this.svg = new SvgView(this.options);
	}

	/** What the map is drawn from, and what it tells. */
	get options(): MapOptions {
		return {
			records: () => this.records,
			fitted: () => this.#fitted,
			selected: () => this.selectedKey,
			view: () => {
				void this.#fits;
				return this.#explorer.settings.mapView;
			},
			onselect: this.select,
			onview: this.#explorer.settings.moveMap,
			onhover: (key) => (this.#hoveredKey = key),
			onpoint: (point) => {
				if (this.#explorer.choosingPlace) this.centreOn(point);
				return this.#explorer.choosingPlace;
			}
		};
	}

	/** Without the gazetteer there is no place. */
	async #placeNamed(address: string): Promise<Place | null> {
		return placeNamed(await this.#places().catch(() => []), address);
	}

	/** Why MapLibre does not draw here, in a sentence; empty where it does, or will when it is wanted. */
	get whyNoMapLibre(): string {
		return this.problem || whyNoMapLibre();
	}

	/** Takes note that somebody has begun to use the map, for which MapLibre is wanted. */
	touch = () => {
		this.#touched = true;
	};

	/** Shows what MapLibre draws from now on. */
	showMapLibre = () => {
		this.surface = 'webgl';
	};

	/** Takes note of what MapLibre looks at. */
	see = (camera: Camera) => {
		this.#seen = camera;
	};

	/** Draws as SVG from now on, for a reason that is told. */
	fail = (problem: string) => {
		this.problem = problem;
		this.surface = 'svg';
		this.credits = [];
	};

	select = (key: string | null) => this.#column.chosen?.select(key);

	/** Goes where all service requests are. */
	fit = () => {
		this.touch();
		this.#fits += 1;
		this.svg.reset();
		this.#explorer.settings.moveMap(null);
	};

	/** Zooms by so many levels around the middle of the map. */
	zoom = (by: number) => {
		this.touch();
		const { camera } = this;
		if (!camera) return;
		const middle = { x: camera.width / 2, y: camera.height / 2 };
		this.#explorer.settings.moveMap(rounded(zoomed(camera, camera.zoom + by, middle)));
	};

	/** Moves what the map looks at by so many CSS pixels. */
	pan = ({ x, y }: Spot) => {
		this.touch();
		if (this.camera)
			this.#explorer.settings.moveMap(rounded(panned(this.camera, { x: -x, y: -y })));
	};

	/** Brings a point into the middle, not farther away than `zoom`. */
	centreOn = ({ lat, long }: Point, zoom = 0) =>
		this.#explorer.settings.moveMap(
			rounded({ lat, long, zoom: Math.max(zoom, this.camera?.zoom ?? 0) })
		);

	/** Begins to draw the circle of a search, or gives it up. */
	draw = (drawing: boolean) => {
		this.drawing = drawing;
	};

	/** Searches around a point, in a radius in metres if one was drawn. */
	searchAround = (point: Point, radius: number | null) => {
		this.drawing = false;
		this.#explorer.putPin(point);
		if (radius !== null) this.setRadius(radius);
	};

	/** Sets the radius of the search, in metres. */
	setRadius = (metres: number) => this.#explorer.setValue('radius', String(metres));

	/** Shows a place that was looked for. */
	show = (place: Place) => {
		this.centreOn(place, PLACE_ZOOM);
		this.found = this.#explorer.choosingPlace ? null : place;
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
