// Test cases that report a problem: the same sequence for each of the six services.
import type { ExpectedFields, TestCase } from '../../src/cases/expectation';
import type { Values } from '../../src/georeport/request';
import { SCHEDULED, INVESTIGATED, CANCELLED, TORONTO_ID, followed, refused, both } from './build';
import { PRIVATE_PROPERTY } from '../data/services';
import { testAddress } from '../data/addresses';
import { LADDERS, REPORTER, type Ladder } from './ladders';

/** An accepted report; a later GET must show these fields. */
const accepted = (ladder: Ladder, fields: ExpectedFields): TestCase['outcomes'] => ({
	toronto: followed(fields, false),
	standard: followed(fields, ladder.realtime)
});

function reportsOf(ladder: Ladder): TestCase[] {
	const { code, what, attributes } = ladder;
	const { address, address_id, lat, long } = testAddress(ladder.place);
	const taken = testAddress(ladder.taken);
	const isPrivate = code === PRIVATE_PROPERTY;
	const person: Values = isPrivate ? REPORTER : {};
	const note = isPrivate ? INVESTIGATED : SCHEDULED;
	const coordinates = { lat: String(lat), long: String(long) };
	const base = { ...TORONTO_ID, service_code: code };

	const report = (
		step: string,
		title: string,
		shows: string,
		values: Values,
		outcomes: TestCase['outcomes']
	): TestCase => ({
		id: `report-${step}-${code.toLowerCase()}`,
		title,
		shows,
		group: outcomes.toronto.expect.status === 200 ? 'report' : 'go wrong',
		draft: { method: 'submit', values: { ...base, ...values } },
		outcomes,
		provenance: 'invented',
		section: 'POST Service Request'
	});
	const accept = (fields: ExpectedFields) => accepted(ladder, { service_code: code, ...fields });

	return [
		report(
			'full',
			`Report ${what}`,
			'The answer is a token; the token gives the id, and the id the open request.',
			{
				...coordinates,
				address_string: address,
				description: `A test report of ${what}.`,
				...REPORTER,
				...attributes
			},
			accept({
				status: 'open',
				status_notes: note,
				address,
				lat,
				long,
				description: `A test report of ${what}.`,
				updated_datetime: null,
				requested_datetime: '2012-06-15T12:00:00-04:00'
			})
		),
		isPrivate
			? report(
					'anonymous',
					`Report ${what} without a name`,
					'Private property alone requires first_name, last_name and email, all named at once.',
					{ ...coordinates, address_string: address, ...attributes },
					both(refused(400, 'first_name', 'last_name', 'email'))
				)
			: report(
					'anonymous',
					`Report ${what} without a name`,
					'Accepted: only private property asks who reports.',
					{ ...coordinates, address_string: address, ...attributes },
					accept({ status: 'open' })
				),
		report(
			'photo',
			`Report ${what} with a photo`,
			'The link comes back exactly as it was sent; the photo itself is never fetched.',
			{
				...coordinates,
				...person,
				media_url: `https://photos.example.org/report-${ladder.digit}.jpg?size=large&rotate=90`,
				...attributes
			},
			accept({
				media_url: `https://photos.example.org/report-${ladder.digit}.jpg?size=large&rotate=90`
			})
		),
		report(
			'address',
			`Report ${what} by address`,
			'Only address_string is sent; the request shows the coordinates of the place.',
			{ address_string: address, ...person, ...attributes },
			accept({ lat, long, address, address_id })
		),
		report(
			'coordinates',
			`Report ${what} by coordinates`,
			'Only lat and long are sent; the request shows the nearest known address.',
			{ ...coordinates, ...person, ...attributes },
			accept({ lat, long, address })
		),
		report(
			'address-id',
			`Report ${what} by address id`,
			'Only the City’s own number of the address is sent.',
			{ address_id: address_id ?? '', ...person, ...attributes },
			accept({ lat, long, address, address_id })
		),
		report(
			'duplicate',
			`Report ${what} twice`,
			'There is an open request at this place already: the new one is cancelled, not refused.',
			{ lat: String(taken.lat), long: String(taken.long), ...person, ...attributes },
			accept({ status: 'closed', status_notes: CANCELLED, updated_datetime: null })
		)
	];
}

const [pothole] = LADDERS as [Ladder];

/** A pothole report with one thing that is not usual. */
const variant = (
	id: string,
	title: string,
	shows: string,
	values: Values,
	fields: ExpectedFields,
	more: Partial<TestCase['draft']> = {}
): TestCase => ({
	id: `report-${id}`,
	title,
	shows,
	group: 'report',
	draft: {
		method: 'submit',
		values: {
			...TORONTO_ID,
			service_code: pothole.code,
			address_string: testAddress(pothole.place).address,
			...pothole.attributes,
			...values
		},
		...more
	},
	outcomes: accepted(pothole, { service_code: pothole.code, ...fields }),
	provenance: 'invented',
	section: 'POST Service Request'
});

const P6 = testAddress('P6');

const variants: TestCase[] = [
	variant(
		'accents',
		'Accents, signs and line breaks',
		'Text goes out as UTF-8 and comes back to the letter.',
		{ description: 'Nid-de-poule près du café «Été» & <marquise>\n“deep”, 30 cm' },
		{ description: 'Nid-de-poule près du café «Été» & <marquise>\n“deep”, 30 cm' }
	),
	variant(
		'several-values',
		'Several values of one question',
		'attribute[POTRISK][] is sent once for each value.',
		{ 'attribute[POTRISK][]': ['WALK', 'CYCLE'] },
		{ status: 'open' }
	),
	variant(
		'repeated-values',
		'The same without brackets',
		'attribute[POTRISK] is sent twice, as FixMyStreet does.',
		{ 'attribute[POTRISK]': ['WALK', 'CYCLE'] },
		{ status: 'open' }
	),
	variant(
		'numbered-values',
		'The same with numbers',
		'attribute[POTRISK][0] and [1], as Node clients send them.',
		{ 'attribute[POTRISK][0]': 'WALK', 'attribute[POTRISK][1]': 'CYCLE' },
		{ status: 'open' }
	),
	variant(
		'multipart',
		'As multipart/form-data',
		'Not in the specification, and yet several clients send nothing else. An empty file does no harm.',
		{ description: 'Sent as multipart.' },
		{ description: 'Sent as multipart.' },
		{ files: [{ name: 'media', filename: '', type: 'application/octet-stream', text: '' }] }
	),
	variant(
		'either-order',
		'A corner in either order',
		'College and Dufferin is Dufferin and College; “at”, “/” and “&” will do as well.',
		{ address_string: 'College Street at Dufferin' },
		{ address: P6.address, lat: P6.lat, long: P6.long }
	),
	variant(
		'park',
		'A park by its name',
		'The mock-up’s geocoder knows corners, bridges, parks and places.',
		{ address_string: 'trinity bellwoods park' },
		{ address: 'TRINITY BELLWOODS PARK', lat: 43.64552, long: -79.41383 }
	),
	variant(
		'typed-address',
		'Coordinates with an address as typed',
		'With coordinates any text is accepted as the address.',
		{ lat: '43.66', long: '-79.4', address_string: 'behind the blue garage' },
		{ address: 'behind the blue garage', lat: 43.66, long: -79.4 }
	)
];

/** The cases that report a problem: service by service, then the unusual ones. */
export const REPORTING_CASES: readonly TestCase[] = [...LADDERS.flatMap(reportsOf), ...variants];
