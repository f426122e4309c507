import type { Explorer } from '../explorer/explorer.svelte.ts';
import type { Gazetteer, NearestPlace, Point } from '../explorer/gazetteer.ts';
import type { ServiceRequest } from '../georeport/types.ts';
import { keepingLatest, latest } from '../ui/latest.svelte.ts';
import { distanceInMetres } from './camera.ts';
import type { MapState } from './map-state.svelte.ts';
import { NEARBY_METRES, placeWords, type Neighbour, type PlaceWords } from './place-words.ts';

/** What is chosen first where the draft has no point: Toronto City Hall. */
const FIRST: Point = { lat: 43.65344, long: -79.38409 };
/** From this zoom on a place can be told from the next one. */
const ZOOM = 14;
/** Milliseconds of rest after which a place is looked at more closely. */
const REST = 500;

const digits = (degrees: number) => Number(degrees.toFixed(5));

/** What is known of a place once the map rests on it. */
interface Rested {
	point: Point;
	neighbours: readonly Neighbour[] | null;
}

/** The place in the middle of the map, which is being chosen for the draft. */
export class PlacePicker {
	readonly #explorer: Explorer;
	readonly #map: MapState;
	readonly #gazetteer: Gazetteer;
	readonly #keeping = keepingLatest<NearestPlace | null>();
	/** Where the map was before; it goes back there if nothing is chosen. */
	#before: Explorer['settings']['mapView'] = null;

	/** Whether the place is that of a report, which the server may refuse or take for a duplicate. */
	isForReport: boolean = $derived.by(() => this.#explorer.draft.method === 'submit');

	/** Whether open reports nearby are looked for: of the mock-up alone, since nobody asks for it. */
	looksAround: boolean = $derived.by(
		() =>
			this.isForReport &&
			this.#explorer.endpoint.dialect !== null &&
			this.#explorer.mayFetchMetadata
	);

	// By themselves, so that a map of another size leaves the place as it is.
	#lat = $derived.by(() => this.#map.camera && digits(this.#map.camera.lat));
	#long = $derived.by(() => this.#map.camera && digits(this.#map.camera.long));

	/** The middle of the map; null while it is not drawn. */
	point: Point | null = $derived(
		this.#lat === null || this.#long === null ? null : { lat: this.#lat, long: this.#long }
	);

	#nearest = $derived.by(() => {
		const { point } = this;
		return this.#keeping(() => point && this.#gazetteer.nearest(point).catch(() => null));
	});

	/** Open reports near the place; null while that is not known. */
	#rested = $derived(
		latest<Rested>((signal) => {
			const { point } = this;
			const code = this.isForReport ? this.#explorer.serviceCode : null;
			return point && this.#restOn(point, code, signal);
		})
	);

	/** Open reports of any service within 60 m; null while that is not known. */
	neighbours: readonly Neighbour[] | null = $derived.by(
		() => this.#rested.value?.neighbours ?? null
	);

	/** What is to be said of the place. */
	words: PlaceWords | null = $derived.by(() => {
		const { point } = this;
		return (
			point &&
			placeWords({
				point,
				nearest: this.#nearest.value,
				neighbours: this.neighbours,
				isMockUp: this.#explorer.endpoint.dialect !== null,
				isForReport: this.isForReport
			})
		);
	});

	/** The same as one text, once the map rests; else empty. */
	heard: string = $derived.by(
		() => (this.#rested.value && !this.#rested.pending && this.words?.heard) || ''
	);

	constructor(explorer: Explorer, map: MapState, gazetteer: Gazetteer) {
		this.#explorer = explorer;
		this.#map = map;
		this.#gazetteer = gazetteer;
	}

	/** Begins with the point of the draft, else with where the map looks from close by. */
	begin = () => {
		const { camera } = this.#map;
		const { pin, settings } = this.#explorer;
		this.#before = settings.mapView;
		if (pin) this.#map.centreOn(pin, ZOOM);
		else if (!camera || camera.zoom < ZOOM) this.#map.centreOn(FIRST, ZOOM);
	};

	/** Takes the place for the draft. Returns what to announce. */
	use = (): string => {
		const name = this.words?.name ?? '';
		if (!this.point) return '';
		this.#explorer.endChoosingPlace(this.point);
		return `Place taken: ${name}.`;
	};

	/** Leaves the draft as it is. */
	cancel = () => {
		this.#explorer.endChoosingPlace(null);
		this.#explorer.settings.moveMap(this.#before);
	};

	async #restOn(point: Point, code: string | null, signal: AbortSignal): Promise<Rested> {
		await new Promise((resolve) => setTimeout(resolve, REST));
		if (signal.aborted || code === null) return { point, neighbours: null };
		return { point, neighbours: await this.#neighboursOf(point, code, signal) };
	}

	async #neighboursOf(point: Point, code: string, signal: AbortSignal) {
		const { endpoint } = this.#explorer;
		if (!this.looksAround) return null;
		const values = {
			...(endpoint.jurisdiction && { jurisdiction_id: endpoint.jurisdiction }),
			status: 'open',
			lat: String(point.lat),
			long: String(point.long),
			radius: String(NEARBY_METRES)
		};
		const [{ outcome }, targets] = await Promise.all([
			this.#explorer.exchange({ method: 'requests', format: 'json', values }, endpoint, signal),
			this.#gazetteer.duplicateTargets().catch(() => [])
		]);
		const parsed = outcome.kind === 'response' ? outcome.response.reading.parsed : null;
		if (parsed?.kind !== 'serviceRequests') return null;
		return parsed.serviceRequests
			.flatMap((record) => toNeighbour(record, point, code, targets) ?? [])
			.toSorted((one, other) => one.metres - other.metres);
	}
}

function toNeighbour(
	record: ServiceRequest,
	point: Point,
	code: string,
	targets: readonly string[]
): Neighbour | null {
	const { lat, long, service_request_id: id } = record;
	if (lat === null || long === null || id === null) return null;
	return {
		record,
		metres: distanceInMetres(point, { lat, long }),
		makesDuplicate: record.service_code === code && targets.includes(id)
	};
}
