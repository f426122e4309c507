// POST Service Request: https://wiki.open311.org/GeoReport_v2/, "POST Service Request".
import { metresBetween } from '../city/boundary';
import type { City } from '../city/city';
import { expectedBy } from '../city/deadlines';
import { PRIVATE_PROPERTY, SERVICES } from '../data/services';
import { bad, failedWith, type CityAnswer, type ApiError } from './answers';
import type { Arguments } from './arguments';
import { reportFailures } from './check-report';
import { unknownService } from './find';
import { locate } from './locate';

/** A new report this near an open one of the same code is its duplicate. */
const DUPLICATE_METRES = 60;

/**
 * Answers POST Service Request. Checks the service code first, then everything else at once. The
 * report gets its id `pending` milliseconds later; the reporter's name, e-mail address and phone
 * number are not stored. The checks of the place, the words of errors and the rule for duplicates
 * are invented.
 */
export async function submit(city: City, asked: Arguments, pending = 0): Promise<CityAnswer> {
	const service_code = asked.one('service_code');
	if (service_code === null) {
		return failedWith(
			400,
			'service_code was not provided. Send one of the codes GET services lists.'
		);
	}
	if (!SERVICES.some((service) => service.service_code === service_code)) {
		return failedWith(404, unknownService(service_code));
	}
	const failures: ApiError[] = [];
	const location = await locate(asked, failures);
	failures.push(...reportFailures(service_code, asked));
	const [failure, ...others] = failures;
	if (failure || !location) {
		return {
			kind: 'failed',
			failures: [failure ?? bad('A location was not provided.'), ...others]
		};
	}

	// Date-times are printed in whole seconds; a later search by the printed one must find it.
	const now = city.now();
	const requested = Math.floor(now / 1000) * 1000;
	const duplicate = city
		.duplicateTargets()
		.some(
			(row) =>
				row.service_code === service_code &&
				row.lat !== null &&
				row.long !== null &&
				metresBetween(location, { lat: row.lat, long: row.long }) <= DUPLICATE_METRES
		);
	const openNote = service_code === PRIVATE_PROPERTY ? 'investigated' : 'scheduled';
	const request = await city.accept({
		service_code,
		note: duplicate ? 'cancelled' : openNote,
		requested,
		...(pending > 0 ? { assigned: now + pending } : {}),
		expected: duplicate ? null : expectedBy(service_code, requested),
		address: location.address,
		address_id: location.address_id,
		lat: location.lat,
		long: location.long,
		description: asked.one('description'),
		media_url: asked.one('media_url')
	});
	return { kind: 'submitted', request };
}
