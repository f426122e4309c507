import { locationOf } from '../georeport/location';
import type { ServiceRequest } from '../georeport/types';

/**
 * Writes service requests as a GeoJSON FeatureCollection (RFC 7946): each a point, longitude first,
 * or a null geometry without a valid location (section 4: coordinates are WGS 84). All other fields
 * that have a value become properties.
 */
export function toGeoJson(serviceRequests: readonly ServiceRequest[]): string {
	const features = serviceRequests.map(({ lat, long, ...fields }) => {
		const location = locationOf({ lat, long });
		return {
			type: 'Feature',
			...(fields.service_request_id === null ? {} : { id: fields.service_request_id }),
			geometry: location && { type: 'Point', coordinates: [location.long, location.lat] },
			properties: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
		};
	});
	return `${JSON.stringify({ type: 'FeatureCollection', features }, null, '\t')}\n`;
}
