import type { Explorer } from '../explorer.svelte';
import { valuesOf } from '../georeport/request';
import type { Command, Place } from './commands';

/** The radius of a search around a place where none was given, in metres. */
const RADIUS = '1000';

/**
 * Puts a place into the request: the spot of a report, or the centre of a search. Other methods give
 * way to a search around it.
 */
function putPlace(explorer: Explorer, { lat, long }: Place) {
	const { method } = explorer.draft;
	if (method !== 'submit' && method !== 'requests') explorer.chooseMethod('requests');
	explorer.setValue('lat', String(lat));
	explorer.setValue('long', String(long));
	if (method === 'submit') return;
	if (valuesOf(explorer.draft.values, 'radius').length === 0) explorer.setValue('radius', RADIUS);
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

const inFull = (address: string) =>
	address
		.toLowerCase()
		.split(' ')
		.flatMap((word) => IN_FULL[word] ?? [])
		.join(' ');

/** A command for each place; `onplace` is called after it was put into the request. */
export function placeCommands(
	explorer: Explorer,
	places: readonly Place[],
	onplace: () => void = () => {}
): Command[] {
	return places.map((place) => ({
		id: `place:${place.address}`,
		group: 'Places',
		words: place.address,
		detail: `${place.lat}, ${place.long}`,
		keywords: inFull(place.address),
		run: () => {
			putPlace(explorer, place);
			onplace();
		}
	}));
}
