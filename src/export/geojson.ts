import type { ServiceRequest } from '../georeport/types';

/**
 * Writes service requests as a GeoJSON FeatureCollection (RFC 7946): each a point, longitude first,
 * or a null geometry without a location. All other fields that have a value become properties.
 */
export function toGeoJson(serviceRequests: readonly ServiceRequest[]): string {
	const features = serviceRequests.map(({ lat, long, ...fields }) => ({
		type: 'Feature',
		...(fields.service_request_id === null ? {} : { id: fields.service_request_id }),
		geometry: lat === null || long === null ? null : { type: 'Point', coordinates: [long, lat] },
		properties: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
	}));
	return `${JSON.stringify({ type: 'FeatureCollection', features }, null, '\t')}\n`;
}
