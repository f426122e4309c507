// What the page asks of the mock city's places: their names, what is near a point, what is reported.
import { PLACES } from '../data/places';
import { isInsideCity, metresBetween, type Coordinates } from './boundary';
import { nearestPlace } from './geocoder';

/** The corners, bridges, parks and places the mock-up knows by name, in WGS84 degrees. */
export const places = () =>
	Object.values(PLACES)
		.flat()
		.map(([address, lat, long]) => ({ address, lat, long }));

/**
 * The place the mock-up would give a report at this point, `metres` away. `invented` is about its
 * id, `inCity` about the point.
 */
export function nearest(point: Coordinates) {
	const place = nearestPlace(point);
	return {
		address: place.address,
		addressId: place.address_id,
		invented: place.invented,
		metres: metresBetween(place, point),
		inCity: isInsideCity(point)
	};
}

/** The service_request_ids of the mock-up's own reports that a new one at the same place duplicates. */
export async function duplicateTargets() {
	const { REQUESTS } = await import('../data/requests');
	return REQUESTS.filter(({ duplicateTarget }) => duplicateTarget).map(
		({ service_request_id }) => service_request_id
	);
}
