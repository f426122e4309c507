import type { ServiceRequest } from '../georeport/types';

/**
 * Service requests as a GeoJSON FeatureCollection (RFC 7946): a point each, longitude first, or a
 * null geometry where there is no location; all other fields that have a value are properties.
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
