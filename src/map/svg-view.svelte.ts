import { untrack } from 'svelte';
import type { Point } from '../explorer/gazetteer.ts';
import type { MapView } from '../explorer/page-state.ts';
import {
	fit,
	isInView,
	project,
	unproject,
	within,
	zoomed,
	type Camera,
	type Spot
} from './camera.ts';
import { ChoiceWatch } from './choice-watch.ts';
import { cluster, type Cluster } from './cluster.ts';
import { boundsOf, CITY_BOUNDS, isOnMap, toPosition, type MapRecord } from './records.ts';
import { CLUSTER_ABOVE, FITTING, rounded, type MapOptions } from './surface.ts';

/** How near a tap must be to a marker, in CSS pixels. */
const REACH = 16;

/** What is looked at while the map has no size. */
const UNSEEN = fit(CITY_BOUNDS, { width: 400, height: 300 }, FITTING);

/** What the map looks at by itself follows from these. */
type Causes = readonly [fitted: readonly Point[], view: MapView | null];

const areSame = (some: Causes, others: Causes): boolean =>
	some.every((cause, at) => cause === others[at]);

/** What the map that is drawn as SVG looks at, and what of it can be chosen. */
export class SvgView {
	readonly #options: MapOptions;
	/** The size of the map in CSS pixels. */
	width = $state(0);
	height = $state(0);
	/** Whether a hand is on it. */
	held = $state(false);
	/** Where it was moved to, until something else has it look elsewhere. */
	#moved: { from: Causes; to: MapView } | null = $state.raw(null);

	readonly #choices = new ChoiceWatch();

	#records: MapRecord[] = $derived.by(() => this.#options.records().filter(isOnMap));

	#fitted = $derived.by(() => (this.#options.fitted ?? this.#options.records)());

	/** Where it was moved to, else where a person left the map, else where the records are. */
	#view: MapView = $derived.by(() => {
		const { width, height } = this;
		const moved = this.#moved && areSame(this.#moved.from, this.#causes) ? this.#moved.to : null;
		if (width === 0 || height === 0) return moved ?? UNSEEN;
		const bounds = () => boundsOf(this.#fitted.filter(isOnMap).map(toPosition)) ?? CITY_BOUNDS;
		return within(moved ?? this.#options.view() ?? fit(bounds(), this, FITTING), this);
	});

	/** What the map looks at. */
	camera: Camera = $derived({ ...this.#view, width: this.width, height: this.height });

	/** The markers, the southernmost last: one for a record, or for several that lie close together. */
	groups: Cluster[] = $derived(
		cluster(this.#records, this.camera, CLUSTER_ABOVE).sort((one, other) => one.y - other.y)
	);

	/** The selected record, if it can be shown. */
	selected: MapRecord | null = $derived.by(() => {
		const key = this.#options.selected();
		return (key !== null && this.#records.find((record) => record.key === key)) || null;
	});

	constructor(options: MapOptions) {
		this.#options = options;
	}

	get #causes(): Causes {
		return [this.#fitted, this.#options.view()];
	}

	/** Takes note of whether a hand is on the map. */
	hold = (held: boolean) => {
		this.held = held;
	};

	/** Moves the map while a movement lasts, which nobody is told of. */
	move = (view: MapView) => {
		this.#moved = { from: this.#causes, to: view };
	};

	/** Ends a movement: the page is told where, and has the map look there from now on. */
	settle = (view: MapView) => {
		this.#options.onview(rounded(view));
		if (this.#moved && !areSame(this.#moved.from, this.#causes)) this.#moved = null;
	};

	/** The marker near a spot, if any. */
	#near = (spot: Spot): Cluster | undefined =>
		this.groups
			.map((group) => ({ group, far: Math.hypot(group.x - spot.x, group.y - spot.y) }))
			.filter(({ far }) => far <= REACH)
			.sort((a, b) => a.far - b.far)[0]?.group;

	/** Tells what a pointer is over; null when it has left the map. */
	hover = (spot: Spot | null) => {
		const records = (spot && this.#near(spot)?.records) ?? [];
		this.#options.onhover?.(records.length === 1 ? (records[0]?.key ?? null) : null);
	};

	/** Selects what is near a spot, or nothing; several records on one spot come apart. */
	tap = (spot: Spot) => {
		if (this.#options.onpoint?.(unproject(this.camera, spot))) return;
		const near = this.#near(spot);
		if (near && near.records.length > 1) this.#zoomTo(this.camera.zoom + 2, near);
		else this.#options.onselect(near?.records[0]?.key ?? null);
	};

	/** Lets the map look where it does by itself, wherever it was moved. */
	reset = () => {
		this.#moved = null;
	};

	#zoomTo(zoom: number, spot: Spot) {
		const view = zoomed(this.camera, zoom, spot);
		this.move(view);
		this.settle(view);
	}

	/** Brings what was chosen to the middle if it is out of view, as soon as the map can be seen. */
	followChoice = () => {
		const { camera } = this;
		const { records, selected } = this.#options;
		const chosen = this.#choices.next(records(), selected(), camera.width > 0);
		if (!chosen || !isOnMap(chosen) || isInView(camera, project(camera, chosen))) return;
		const { lat, long } = chosen;
		untrack(() => this.move({ lat, long, zoom: camera.zoom }));
	};
}
