// POST Service Request: https://wiki.open311.org/GeoReport_v2/, "POST Service Request".
import type { Attribute } from '../../src/georeport/types';
import { bad, clip, failed, quote, type CityAnswer, type Failure } from './answers';
import { decimal, type Arguments } from './arguments';
import { lengthProblem } from './bounds';
import { isInsideCity, metresBetween } from '../city/boundary';
import type { City } from '../city/city';
import { definitionOf } from '../data/definitions';
import { PRIVATE_PROPERTY, SERVICES } from '../data/services';
import { parseDateTime } from '../city/dates';
import { expectedBy } from '../city/deadlines';
import { findByAddress, findById, nearestPlace, type Place } from '../city/geocoder';
import type { Submission } from '../store/store';

/** A new report this near an open one of the same code is its duplicate. */
const DUPLICATE_METRES = 60;

type Location = Pick<Submission, 'address' | 'address_id' | 'lat' | 'long'>;

const quotedList = (places: readonly Place[]) =>
	places.map(({ address }) => `'${address}'`).join(', ');

const COORDINATES = 'send lat and long in WGS84 degrees, such as lat=43.6534 and long=-79.3841';

const outside = (name: string) =>
	bad(`${name} is outside the City of Toronto. Send a place inside the city.`);

/** A location by coordinates; the address is kept as typed, or is the nearest known one. */
function byCoordinates(asked: Arguments, failures: Failure[]): Location | null {
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
	// The City knows more addresses than the mock-up: what was typed stands, an id as well.
	const typed = asked.one('address_string') ?? asked.one('address');
	const known = address_id === null ? null : findById(address_id);
	const nearest = nearestPlace({ lat, long });
	return {
		lat,
		long,
		address: typed ?? (address_id === null ? nearest : known)?.address ?? null,
		address_id: address_id ?? (typed === null ? nearest.address_id : null)
	};
}

function byAddressId(address_id: string, failures: Failure[]): Location | null {
	const place = findById(address_id);
	if (!place) {
		failures.push(
			bad(`address_id ${quote(address_id)} is not known. Send address_string, or ${COORDINATES}.`)
		);
	}
	return place;
}

function byAddress(name: string, text: string, failures: Failure[]): Location | null {
	const match = findByAddress(text);
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

/** Coordinates go before an address_id, an address_id before a text. */
function locate(asked: Arguments, failures: Failure[]): Location | null {
	if (asked.one('lat') !== null || asked.one('long') !== null) {
		return byCoordinates(asked, failures);
	}
	const address_id = asked.one('address_id');
	if (address_id !== null) return byAddressId(address_id, failures);
	// `address` is a spelling that a client of Toronto's was seen to send.
	for (const name of ['address_string', 'address']) {
		const text = asked.one(name);
		if (text !== null) return byAddress(name, text, failures);
	}
	failures.push(
		bad('A location was not provided. Send lat and long, or address_string, or address_id.')
	);
	return null;
}

/** What is wrong with the answer to one question of a service definition, if anything. */
function attributeProblem(attribute: Attribute, values: readonly string[]): string | null {
	const name = `attribute[${attribute.code}]`;
	const choices = attribute.values.map(({ key }) => key);
	const [value] = values;
	if (value === undefined) {
		return attribute.required
			? `${name} is required: ${attribute.description} Send ${choices.length ? `one of ${choices.join(', ')}` : 'an answer'}.`
			: null;
	}
	if (values.length > 1 && attribute.datatype !== 'multivaluelist') {
		return `${name} takes one value; ${values.length} came. Send one.`;
	}
	const wrong = values.find((each) => choices.length > 0 && !choices.includes(each));
	if (wrong !== undefined) {
		return `${name} ${quote(wrong)} is none of its values. Send one of ${choices.join(', ')}.`;
	}
	if (attribute.datatype === 'number' && Number.isNaN(decimal(value))) {
		return `${name} ${quote(value)} is not a number. Send digits, such as 2.5.`;
	}
	if (attribute.datatype === 'datetime' && parseDateTime(value) === null) {
		return `${name} ${quote(value)} is not a date-time. Send ISO 8601, such as 2012-06-15T09:00:00-04:00.`;
	}
	if (attribute.datatype === 'string' && /[\r\n]/.test(value)) {
		return `${name} holds a line break. Send a single line.`;
	}
	return null;
}

function attributeFailures(service_code: string, asked: Arguments): Failure[] {
	const { attributes } = definitionOf(service_code);
	const questions = attributes.filter(({ variable }) => variable);
	const answers = asked.attributes();
	const known = new Set(questions.map(({ code }) => code));
	const unknown = [...answers.keys()].filter((code) => !known.has(code));
	const isNote = (code: string) => attributes.some((each) => each.code === code);
	return [
		...questions.flatMap(
			(question) => attributeProblem(question, answers.get(question.code) ?? []) ?? []
		),
		...unknown.map((code) =>
			isNote(code)
				? `attribute[${clip(code)}] is a note and takes no answer. Leave it out.`
				: `attribute[${clip(code)}] is no question of service ${service_code}. GET services/${service_code}.xml lists them.`
		)
	].map(bad);
}

/** Toronto's own rule: graffiti on private property needs a name and an e-mail address. */
function reporterFailures(service_code: string, asked: Arguments): Failure[] {
	const needed = service_code === PRIVATE_PROPERTY ? ['first_name', 'last_name', 'email'] : [];
	const failures = needed
		.filter((name) => asked.one(name) === null)
		.map((name) => bad(`${name} is required for graffiti on private property. Send it.`));
	const email = asked.one('email');
	if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
		failures.push(
			bad(`email ${quote(email)} is not an e-mail address. Send one like name@example.org.`)
		);
	}
	return failures;
}

function isWebLink(text: string): boolean {
	return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

function contentFailures(asked: Arguments): Failure[] {
	const failures: Failure[] = [];
	for (const name of ['description', 'media_url', 'address_string', 'address']) {
		const problem = lengthProblem(name, asked.one(name));
		if (problem !== null) failures.push(bad(problem));
	}
	const media_url = asked.one('media_url');
	if (media_url !== null && !isWebLink(media_url)) {
		failures.push(bad(`media_url ${quote(media_url)} is not a link. Send an http or https URL.`));
	}
	for (const name of asked.files) {
		failures.push(
			bad(
				`${clip(name)} is a file; files are not accepted. Put the photo online and send its URL in media_url.`
			)
		);
	}
	return failures;
}

/**
 * Answers POST Service Request: the code is checked first, then all the rest at once. Place,
 * wording of errors and the rule for duplicates are invented; names, e-mail and phone are not kept.
 * The id is known `pending` milliseconds later.
 */
export async function submit(city: City, asked: Arguments, pending = 0): Promise<CityAnswer> {
	const service_code = asked.one('service_code');
	if (service_code === null) {
		return failed(400, 'service_code was not provided. Send one of the codes GET services lists.');
	}
	if (!SERVICES.some((service) => service.service_code === service_code)) {
		return failed(404, unknownService(service_code));
	}
	const failures: Failure[] = [];
	const location = locate(asked, failures);
	failures.push(
		...reporterFailures(service_code, asked),
		...attributeFailures(service_code, asked),
		...contentFailures(asked)
	);
	const [failure, ...others] = failures;
	if (failure || !location) {
		return {
			kind: 'failed',
			failures: [failure ?? bad('A location was not provided.'), ...others]
		};
	}

	// Date-times are printed in whole seconds; a later search by the printed one must find it.
	const requested = Math.floor(city.now() / 1000) * 1000;
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
		...(pending > 0 ? { assigned: requested + pending } : {}),
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

/** How the mock-up words an unknown service code (its own words; Toronto's are not known). */
export const unknownService = (service_code: string) =>
	`service_code ${quote(service_code)} was not found. Codes are case-sensitive; GET services lists them.`;
