// Places with names: what the page knows of the gazetteer, which src/main.ts hands down.

/** A point in WGS84 degrees. */
export interface Point {
	lat: number;
	long: number;
}

/** A place with a name. */
export interface Place extends Point {
	address: string;
}

/** The known place nearest to a point, and how the point lies to it and to the city. */
export interface NearestPlace {
	/** In the City's style: upper case, corners as `A ST & B AVE`. */
	address: string;
	addressId: string | null;
	/** Whether `addressId` is invented, not the City's own. */
	invented: boolean;
	/** How far off the point is. */
	metres: number;
	/** Whether the point itself lies in the city. */
	inCity: boolean;
}

/** What knows places by name and points by place. */
export interface Gazetteer {
	places: () => Promise<readonly Place[]>;
	nearest: (point: Point) => Promise<NearestPlace>;
	/** The service_request_ids of the mock-up's own reports that a new report may be a duplicate of. */
	duplicateTargets: () => Promise<readonly string[]>;
}

/** What people type in full where the City's names are short. */
const IN_FULL: Readonly<Record<string, string>> = {
	'&': 'and at',
	st: 'street',
	ave: 'avenue',
	rd: 'road',
	dr: 'drive',
	blvd: 'boulevard',
	e: 'east',
	w: 'west'
};

/** The words of an address that people may type in full, for a search. */
export const inFull = (address: string): string =>
	address
		.toLowerCase()
		.split(' ')
		.flatMap((word) => IN_FULL[word] ?? [])
		.join(' ');
