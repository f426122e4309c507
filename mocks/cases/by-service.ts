// For each of the six services what is open, and where one of its requests is.
import type { TestCase } from '../../src/cases/expectation';
import { testAddress } from '../data/addresses';
import {
	NEWEST_FIRST,
	TORONTO_ID,
	atLeast,
	both,
	exactly,
	each,
	every,
	listing,
	ok,
	some
} from './build';
import { serviceNameOf } from './service-name';

/**
 * What is open of one service in the default 90 days: what the two dialects call it, how many there
 * are before anybody reports, and the ids of the latest and the earliest of those.
 */
function open(
	id: string,
	title: string,
	shows: string,
	service_code: string,
	[toronto, standard]: readonly [toronto: string, standard: string],
	least: number,
	...fixed: readonly string[]
): TestCase {
	const expectation = (service_name: string) =>
		ok(
			atLeast(least),
			NEWEST_FIRST,
			every({ service_code, service_name, status: 'open' }),
			...fixed.map((service_request_id) => some({ service_request_id }))
		);
	return listing(
		`requests-open-${id}`,
		title,
		shows,
		{ service_code, status: 'open' },
		each(expectation(toronto), expectation(standard)),
		'inferred'
	);
}

/** Lists of what is open, service by service. */
export const OPEN_CASES: readonly TestCase[] = [
	open(
		'potholes',
		'Open potholes',
		'Reported in the last 90 days, not yet closed.',
		'CSROWR-12',
		['Road - Pot hole', 'Report minor pothole damage'],
		10,
		'101000000236',
		'101000000071'
	),
	open(
		'private-property',
		'Open graffiti on private property',
		'None is scheduled: each is being investigated from the first minute on.',
		'30102',
		['Graffiti', 'Graffiti on private property'],
		5,
		'101000000121',
		'101000000012'
	),
	open(
		'roads',
		'Open graffiti on City roads',
		'Those being investigated are given longer than those just scheduled.',
		'CSROWC-05',
		['Road - Graffiti Complaint', 'Graffiti on a City road'],
		5,
		'101000000131',
		'101000000023'
	),
	open(
		'sidewalks',
		'Open graffiti on City sidewalks',
		'The earliest is of April and still being investigated.',
		'CSROSC-14',
		['Sidewalk - Graffiti Complaint', 'Graffiti on a City sidewalk'],
		5,
		'101000000141',
		'101000000091'
	),
	open(
		'bridges',
		'Open graffiti on City bridges',
		'The earliest has a year: its expected_datetime is in 2013.',
		'CSROWBM-03',
		['Bridge - Graffiti Complaint', 'Graffiti on a City bridge'],
		5,
		'101000000151',
		'101000000042'
	),
	open(
		'litter-bins',
		'Open graffiti on City litter bins',
		'Each has eight days.',
		'SWLMALB-02',
		['Litter / Bin / Graffiti on Bin', 'Graffiti on a City litter bin'],
		3,
		'101000000161',
		'101000000232'
	)
];

/** One request of a service, at a test location. */
function place(
	id: string,
	title: string,
	code: string,
	service_request_id: string,
	key: string
): TestCase {
	const { address, address_id, lat, long } = testAddress(key);
	return {
		id: `request-place-${id}`,
		title,
		shows: 'An address as the City wrote it, the City’s number for it, and WGS84 coordinates.',
		service: serviceNameOf(code),
		group: 'look up',
		draft: { method: 'request', values: { service_request_id, ...TORONTO_ID } },
		outcomes: both(ok(exactly(1), every({ service_code: code, address, address_id, lat, long }))),
		provenance: 'inferred',
		section: 'GET Service Request'
	};
}

/** Single requests with their place, service by service; that of a City road is `request-road`. */
export const PLACE_CASES: readonly TestCase[] = [
	place('pothole', 'Where a pothole is', 'CSROWR-12', '101000000003', 'P3'),
	place('private-property', 'Where private graffiti is', '30102', '101000000011', 'G1'),
	place('sidewalk', 'Where sidewalk graffiti is', 'CSROSC-14', '101000000033', 'S4'),
	place('bridge', 'Where bridge graffiti is', 'CSROWBM-03', '101000000043', 'B3'),
	place('litter-bin', 'Where litter bin graffiti is', 'SWLMALB-02', '101000000051', 'L1')
];
