// Where a report is: https://wiki.open311.org/GeoReport_v2/, "POST Service Request", lat, long,
// address_string and address_id.
import { isInsideCity } from '../city/boundary';
import type * as geocoding from '../city/geocoder';
import type { KnownPlace } from '../city/known-place';
import type { Submission } from '../store/store';
import { bad, quote, type ApiError } from './answers';
import { decimal, type Arguments } from './arguments';

/** Where a report is, as it is stored. */
export type ReportLocation = Pick<Submission, 'address' | 'address_id' | 'lat' | 'long'>;

type Geocoder = typeof geocoding;

/** Only a report asks for places, so a page that sends none does not load them. Null where that fails. */
const loadGeocoder = (): Promise<Geocoder | null> => import('../city/geocoder').catch(() => null);

const NOT_LOADED: ApiError = {
	status: 503,
	description:
		'The places that the mock-up knows could not be loaded, so nothing was accepted. Check the network, then send the report again.'
};

const quotedList = (places: readonly KnownPlace[]) =>
	places.map(({ address }) => `'${address}'`).join(', ');

const COORDINATES = 'send lat and long in WGS84 degrees, such as lat=43.6534 and long=-79.3841';

const outside = (name: string) =>
	bad(`${name} is outside the City of Toronto. Send a place inside the city.`);

/** The address is kept as typed; without one it is that of the nearest known place. */
function byCoordinates(
	asked: Arguments,
	geocoder: Geocoder,
	failures: ApiError[]
): ReportLocation | null {
	const before = failures.length;
	const coordinate = (name: string, limit: number) => {
		const text = asked.one(name);
		const value = decimal(text);
		if (text === null) {
			failures.push(bad(`${name} was not provided. Send lat and long together.`));
		} else if (!(Math.abs(value) <= limit)) {
			failures.push(bad(`${name} ${quote(text)} is not a number of degrees; ${COORDINATES}.`));
		}
		return value;
	};
	const [lat, long] = [coordinate('lat', 90), coordinate('long', 180)];
	if (failures.length > before) return null;
	const address_id = asked.one('address_id');
	if (address_id !== null && !/^\d+$/.test(address_id)) {
		failures.push(bad(`address_id ${quote(address_id)} is not a number. Send digits, or none.`));
		return null;
	}
	if (!isInsideCity({ lat, long })) {
		const swapped = isInsideCity({ lat: long, long: lat });
		failures.push(
			swapped
				? bad('lat and long are swapped: in Toronto lat is about 43.7, long about -79.4.')
				: outside(`The location lat ${lat}, long ${long}`)
		);
		return null;
	}
	// The City knows more addresses than the mock-up does, so what was typed is kept, also an id.
	const typed = asked.one('address_string') ?? asked.one('address');
	const known = address_id === null ? null : geocoder.findById(address_id);
	const nearest = geocoder.nearestPlace({ lat, long });
	return {
		lat,
		long,
		address: typed ?? (address_id === null ? nearest : known)?.address ?? null,
		address_id: address_id ?? (typed === null ? nearest.address_id : null)
	};
}

function byAddressId(
	address_id: string,
	geocoder: Geocoder,
	failures: ApiError[]
): ReportLocation | null {
	const place = geocoder.findById(address_id);
	if (!place) {
		failures.push(
			bad(`address_id ${quote(address_id)} is not known. Send address_string, or ${COORDINATES}.`)
		);
	}
	return place;
}

function byAddress(
	name: string,
	text: string,
	geocoder: Geocoder,
	failures: ApiError[]
): ReportLocation | null {
	const match = geocoder.findByAddress(text);
	if (match.found === 'one' && isInsideCity(match.place)) return match.place;
	if (match.found === 'one') {
		failures.push(outside(`${name} ${quote(text)}`));
	} else if (match.found === 'several') {
		failures.push(
			bad(`${name} ${quote(text)} may be ${quotedList(match.choices)}. Send one of these.`)
		);
	} else {
		const near = match.suggestions.length ? ` Near it: ${quotedList(match.suggestions)}.` : '';
		failures.push(
			bad(
				`${name} ${quote(text)} was not found; the mock-up knows main corners, bridges, parks and places.${near} Send one of these, or ${COORDINATES}.`
			)
		);
	}
	return null;
}

/**
 * Resolves to the location of a report: by its coordinates, else by its address_id, else by its
 * address. Null for none that is known and in the city; then it has added to `failures` why.
 */
export async function locate(
	asked: Arguments,
	failures: ApiError[]
): Promise<ReportLocation | null> {
	const geocoder = await loadGeocoder();
	if (!geocoder) {
		failures.push(NOT_LOADED);
		return null;
	}
	if (asked.one('lat') !== null || asked.one('long') !== null) {
		return byCoordinates(asked, geocoder, failures);
	}
	const address_id = asked.one('address_id');
	if (address_id !== null) return byAddressId(address_id, geocoder, failures);
	// A client of Toronto's was seen to send `address` instead of address_string.
	for (const name of ['address_string', 'address']) {
		const text = asked.one(name);
		if (text !== null) return byAddress(name, text, geocoder, failures);
	}
	failures.push(
		bad('A location was not provided. Send lat and long, or address_string, or address_id.')
	);
	return null;
}
