// How 311 Toronto answered between 2012 and 2018 where GeoReport v2 leaves a choice or says
// otherwise, as far as that was recorded, and what the mock-up does where it was not.
import type { Provenance } from '../georeport/dialect';
import type { MethodName } from '../georeport/methods';

/** One thing that Toronto did in its own way. */
export interface KnownDeviation {
	/** The field or argument; empty for the whole answer. */
	about: string;
	words: string;
	/** What the standard dialect of the mock-up does instead; empty if it does the same. */
	standard: string;
	/** Seen in recorded answers and documents, inferred from them, or invented for the mock-up. */
	provenance: Provenance;
	/** The rule and field of the matching conformance finding; empty for none. */
	finding: string;
}

type More = Partial<Pick<KnownDeviation, 'standard' | 'finding'>>;

const deviation =
	(provenance: Provenance) =>
	(about: string, words: string, more: More = {}): KnownDeviation => ({
		about,
		words,
		standard: '',
		finding: '',
		...more,
		provenance
	});

const seen = deviation('seen');
const inferred = deviation('inferred');
const invented = deviation('invented');

const WRAPPED = seen(
	'',
	'JSON keeps the outer name: an object with the one member service_requests, which is the list.',
	{ standard: 'the list itself', finding: 'wrapper service_requests' }
);

/** The deviations of every answer with service requests. */
const OF_RECORDS: readonly KnownDeviation[] = [
	WRAPPED,
	seen('', 'All 17 fields are always there; one without a value is null in JSON, empty in XML.', {
		standard: 'JSON leaves it out'
	}),
	seen('long', 'It stands before lat.', { standard: 'lat comes first' }),
	seen('service_request_id', 'A number of 12 digits; in JSON it is not in quotes.', {
		standard: 'a text',
		finding: 'number-for-text service_request_id'
	}),
	seen('service_code', '30102 is a number in JSON; the other five codes are texts.', {
		standard: 'a text',
		finding: 'number-for-text service_code'
	}),
	seen('address_id', 'The City’s number for an address or corner; a number in JSON.', {
		standard: 'a text',
		finding: 'number-for-text address_id'
	}),
	seen(
		'service_name',
		'The back office’s name of the problem, such as Road - Pot hole, and not that of the service list: join on service_code.',
		{ standard: 'the name of the service list' }
	),
	seen('status_notes', 'Only four sentences were ever seen, two for open and two for closed.'),
	seen('agency_responsible', 'Always 311 Toronto.'),
	seen('service_notice', 'Never has a value, and neither has zipcode.'),
	seen(
		'updated_datetime',
		'Has no value before the first update; most cancelled requests have none.'
	),
	seen('lat', 'Without a value only together with long, address and address_id.'),
	inferred('expected_datetime', 'Moves to a later day once somebody has looked at the problem.'),
	seen('media_url', 'The link as it was submitted, to the reporter’s own host.')
];

const OF_EVERY: readonly KnownDeviation[] = [
	seen('jurisdiction_id', 'Required, and always toronto.ca.', {
		standard: 'may be left out; another one is still 404'
	}),
	seen(
		'api_key',
		'No GET needs one. In production a report did; on the City’s mock-up it did not.'
	),
	seen('', 'XML is the format; of its JSON the City said: available but not fully tested.'),
	inferred('', 'Web pages could not read the answers (CORS). Those of the mock-up they can.'),
	invented('', 'The wording of errors: no error of Toronto’s was recorded.')
];

const BY_METHOD: Readonly<Record<MethodName, readonly KnownDeviation[]>> = {
	discovery: [
		seen('', 'The document lies beside ws/, at open311test/discovery.xml, and not inside it.', {
			standard: 'inside, at georeport/v2/discovery.xml'
		}),
		invented('', 'What stands in it: Toronto’s own was not recorded.')
	],
	services: [
		seen('', 'Six services: a pothole, and graffiti in five kinds of places.'),
		seen('', 'JSON is the bare list here, as the specification has it.'),
		seen('service_code', '30102 is a number in JSON; the other five codes are texts.', {
			standard: 'a text',
			finding: 'number-for-text service_code'
		}),
		seen('service_name', 'GET Service Requests has other names for the same services.', {
			standard: 'the same names'
		}),
		seen('type', 'All six are batch: a report is answered with a token.', {
			standard: 'CSROWR-12 and SWLMALB-02 are realtime'
		}),
		seen('metadata', 'False for the litter bin, SWLMALB-02, and true for the other five.'),
		seen('keywords', 'Not always with a space after the comma.')
	],
	definition: [
		invented(
			'attributes',
			'All questions and their values: no definition of Toronto’s was recorded.'
		),
		inferred('', 'JSON is an object that nothing is wrapped around.'),
		inferred('service_code', '30102 is a number in JSON, as in the service list.', {
			standard: 'a text',
			finding: 'number-for-text service_code'
		}),
		invented(
			'',
			'A service whose metadata is false has an empty list, with status 200: the specification does not say.'
		)
	],
	submit: [
		inferred('token', 'All six services are batch, so every report is answered with a token.', {
			standard: 'CSROWR-12 and SWLMALB-02 answer with a service_request_id at once'
		}),
		seen('media_url', 'Only a link: files were not accepted.'),
		seen(
			'first_name',
			'Required for graffiti on private property, 30102, and last_name and email with it: so a developer of the City said in 2011.'
		),
		inferred('', 'JSON is the bare list here, as the specification has it.'),
		invented('', 'Tokens and ids, and the answer as a whole: none of Toronto’s was recorded.'),
		invented('lat', 'A place outside the City of Toronto is refused with 400.'),
		invented(
			'',
			'A second report of the same kind within 60 metres of an open one of the fixed rows is accepted, and closed as a duplicate.'
		)
	],
	token: [
		inferred('', 'JSON is the bare list here, as the specification has it.'),
		inferred('service_request_id', 'A number in JSON, as in service requests.', {
			standard: 'a text',
			finding: 'number-for-text service_request_id'
		}),
		invented(
			'service_request_id',
			'Without a value while none is assigned, with status 200: the specification does not say.'
		),
		invented('token', 'Every report has one.', {
			standard: 'no report of a realtime service has one: 404'
		})
	],
	requests: [
		seen('', 'At most 1,000 requests, newest first.'),
		seen('start_date', 'Without dates, the last 90 days or 1,000 requests, whichever is less.'),
		invented('end_date', 'A span over 90 days is cut to 90 days from start_date.', {
			standard: '400'
		}),
		seen(
			'start_date',
			'UTC with a Z in the City’s own examples; a client of the time sent bare dates.'
		),
		seen('service_code', 'A space after the comma does no harm.'),
		inferred('service_code', 'Upper and lower case matter.'),
		seen('', 'A filter that nothing fits gives an empty list with status 200.'),
		inferred(
			'page',
			'The Open311 wiki names Toronto among those that page; no client was seen to.'
		),
		invented(
			'radius',
			'Circles, and the dates of the last update: extensions of others, here for clients that use them.'
		),
		...OF_RECORDS
	],
	request: [
		inferred('service_request_id', 'A request is found however old it is.'),
		invented('service_request_id', 'One that nobody has is 404, by the general rule on errors.'),
		...OF_RECORDS
	]
};

/** Returns how Toronto answered a method, in the order a reader needs it. */
export const knownDeviationsOf = (name: MethodName): readonly KnownDeviation[] => BY_METHOD[name];

/** Returns how Toronto answered every method. */
export const knownDeviationsOfEveryMethod = (): readonly KnownDeviation[] => OF_EVERY;
