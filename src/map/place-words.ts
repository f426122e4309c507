import type { NearestPlace, Point } from '../explorer/gazetteer.ts';
import type { ServiceRequest } from '../georeport/types.ts';
import { inTitleCase } from './place-names.ts';

/** How near an open report must be to be told of, in metres: nearer ones may make duplicates. */
export const NEARBY_METRES = 60;

/** An open report near a place. */
export interface Neighbour {
	record: ServiceRequest;
	metres: number;
	/** Whether the mock-up would take a report of the chosen service here for its duplicate. */
	makesDuplicate: boolean;
}

/** What is known of a place that may be chosen. */
export interface PlaceFacts {
	point: Point;
	/** Null while it is not known. */
	nearest: NearestPlace | null;
	/** Open reports within 60 m; null while or where that is not known. */
	neighbours: readonly Neighbour[] | null;
	isMockUp: boolean;
	isForReport: boolean;
}

/** What is said of a place. */
export interface PlaceWords {
	/** The nearest place with a name, as the City writes it; else the coordinates. */
	title: string;
	/** How the point lies to it; empty where it has none. */
	relation: string;
	coordinates: string;
	/** What will be wrong with it, a sentence; null for nothing. */
	problem: string | null;
	/** What is as it should be, a sentence; null where that is not known. */
	good: string | null;
	/** The place by its name, to be read out. */
	name: string;
	/** All of it, to be read out. */
	heard: string;
}

/** A distance as people say it. */
export const distance = (metres: number): string =>
	metres < 950 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;

/** How near a place must be for a point to be at it, in metres. */
const AT = 15;

function problemOf({ nearest, neighbours, isMockUp, isForReport }: PlaceFacts): string | null {
	if (nearest && !nearest.inCity) {
		return isForReport && isMockUp
			? 'Outside the city: the mock-up would refuse the report.'
			: 'Outside the city.';
	}
	const twin = neighbours?.find(({ makesDuplicate }) => makesDuplicate);
	return twin
		? `Would be cancelled as a duplicate of ${twin.record.service_request_id}, ${distance(twin.metres)} away.`
		: null;
}

/** Returns what is said of a place: its name, its coordinates and what will be wrong with it. */
export function placeWords(facts: PlaceFacts): PlaceWords {
	const { point, nearest, neighbours, isForReport } = facts;
	const coordinates = `${point.lat.toFixed(5)}, ${point.long.toFixed(5)}`;
	const problem = problemOf(facts);
	const isAt = nearest !== null && nearest.metres < AT;
	const relation = !nearest
		? ''
		: isAt
			? 'at the crosshair'
			: `${distance(nearest.metres)} from the crosshair`;
	const none = neighbours?.length === 0 ? ' No open report within 60 m.' : '';
	const good = nearest?.inCity && !problem && isForReport ? `Inside the city.${none}` : null;
	const place = nearest && inTitleCase(nearest.address);
	const name = !place ? coordinates : isAt ? place : `${distance(nearest.metres)} from ${place}`;
	return {
		title: nearest?.address ?? coordinates,
		relation,
		coordinates,
		problem,
		good,
		name,
		heard: [`${place ? `${name}, ` : ''}${coordinates}.`, problem ?? good].filter(Boolean).join(' ')
	};
}
