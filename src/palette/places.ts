import type { Explorer } from '../explorer/explorer.svelte';
import { inFull, type Place } from '../explorer/gazetteer';
import type { Command } from './command';

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
			explorer.putPin(place);
			onplace();
		}
	}));
}
