// The service requests that the mock-up starts with. Real: the places (addresses, corners,
// coordinates), the codes, notes and deadlines, and the shape of the 2012 data. Invented: every
// report, with its id, token, dates, description and photo link, and the address_ids from 99000001
// on (City corners whose own id is not known).
import type { Status } from '../../src/georeport/types';
import { testAddress } from './addresses';

/** The state of a report, in one word of ours. */
export type StatusNote = 'scheduled' | 'investigated' | 'completed' | 'cancelled';

/** The `status` and `status_notes` that the City prints for each state: the only four ever seen. */
export const NOTES: Readonly<Record<StatusNote, { status: Status; status_notes: string }>> = {
	scheduled: { status: 'open', status_notes: 'In progress - The request has been scheduled.' },
	investigated: {
		status: 'open',
		status_notes:
			'In progress - The request is being investigated, assessed and/or responded to; additional work may be required, if applicable.'
	},
	completed: { status: 'closed', status_notes: 'Completed - The request has been concluded.' },
	cancelled: {
		status: 'closed',
		status_notes:
			'Cancelled - The request may be a duplicate, work is previously scheduled or no work is required.'
	}
};

/** A fixed row of the mock-up. Date-times are ISO 8601 with Toronto's offset on their own date. */
export interface SeededRequest {
	service_request_id: string;
	service_code: string;
	note: StatusNote;
	requested: string;
	updated: string | null;
	expected: string | null;
	address: string | null;
	address_id: string | null;
	lat: number | null;
	long: number | null;
	description: string | null;
	media_url: string | null;
	/** Null if the row cannot be looked up by token. */
	token: string | null;
	/** Before this instant the row has no id and is not listed. */
	assigned?: string;
	/** New reports of the same code within 60 m are duplicates of it. */
	duplicateTarget?: true;
}

const at = (address: string, address_id: string | null, lat: number, long: number) => ({
	address,
	address_id,
	lat,
	long
});

/** A report that the City could not place on the map. */
const NOWHERE = { address: null, address_id: null, lat: null, long: null };

/** A location of the test cases by its key. */
function locationOf(key: string) {
	const { address, address_id, lat, long } = testAddress(key);
	return { address, address_id, lat, long };
}

/** The fixed rows, by purpose. The ids ascend within a group, and from 061 on the dates do too. */
export const REQUESTS: readonly SeededRequest[] = [
	// Potholes of the test cases.
	{
		service_request_id: '101000000001',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-14T08:12:44-04:00',
		updated: null,
		expected: '2012-06-19T08:12:00-04:00',
		...locationOf('P1'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000002',
		service_code: 'CSROWR-12',
		note: 'investigated',
		requested: '2012-05-22T20:58:35-04:00',
		updated: '2012-05-24T09:31:00-04:00',
		expected: '2012-08-20T20:59:00-04:00',
		...locationOf('P2'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000003',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-06-04T15:20:10-04:00',
		updated: '2012-06-06T10:05:00-04:00',
		expected: '2012-06-09T15:20:00-04:00',
		...locationOf('P3'),
		description: 'Pothole in the intersection, in the path of people turning left on a bicycle.',
		media_url: 'https://photos.example.org/2012/0604-dufferin.jpg',
		token: null
	},
	{
		service_request_id: '101000000004',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-16T11:00:00-04:00',
		updated: '2012-05-02T14:40:00-04:00',
		expected: '2012-04-21T11:00:00-04:00',
		...locationOf('P4'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000005',
		service_code: 'CSROWR-12',
		note: 'cancelled',
		requested: '2012-06-11T09:15:27-04:00',
		updated: null,
		expected: null,
		...locationOf('P5'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000006',
		service_code: 'CSROWR-12',
		note: 'investigated',
		requested: '2012-05-30T13:01:18-04:00',
		updated: '2012-05-30T13:10:00-04:00',
		expected: '2012-08-28T13:01:00-04:00',
		...NOWHERE,
		description:
			'Deep pothole on the road by the second bend after the ravine, next to the old signal box. There is no street number nearby.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000007',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-02-20T18:44:03-05:00',
		updated: '2012-02-23T07:56:00-05:00',
		expected: '2012-02-25T18:44:00-05:00',
		...locationOf('P7'),
		description: null,
		media_url: null,
		token: null
	},

	// Graffiti on private property of the test cases.
	{
		service_request_id: '101000000011',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-13T17:51:37-04:00',
		updated: '2012-06-13T18:06:00-04:00',
		expected: '2012-06-20T23:59:00-04:00',
		...locationOf('G1'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000012',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-09T14:04:22-04:00',
		updated: null,
		expected: '2012-06-18T23:59:00-04:00',
		...locationOf('G2'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000013',
		service_code: '30102',
		note: 'completed',
		requested: '2012-05-28T15:41:05-04:00',
		updated: '2012-06-01T13:32:00-04:00',
		expected: '2012-06-04T23:59:00-04:00',
		...locationOf('G3'),
		description: 'Green and silver tag over the whole side door.',
		media_url: 'https://photos.example.org/2012/0528-bloor.jpg',
		token: null
	},
	{
		service_request_id: '101000000014',
		service_code: '30102',
		note: 'completed',
		requested: '2012-05-14T12:20:29-04:00',
		updated: '2012-05-16T11:42:00-04:00',
		expected: '2012-05-22T23:59:00-04:00',
		...locationOf('G4'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000015',
		service_code: '30102',
		note: 'cancelled',
		requested: '2012-06-05T08:04:01-04:00',
		updated: null,
		expected: null,
		...locationOf('G6'),
		description: null,
		media_url: null,
		token: null
	},

	// Graffiti on roads of the test cases.
	{
		service_request_id: '101000000021',
		service_code: 'CSROWC-05',
		note: 'scheduled',
		requested: '2012-06-14T16:30:00-04:00',
		updated: null,
		expected: '2012-06-19T16:30:00-04:00',
		...locationOf('R1'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000022',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-06-01T16:04:50-04:00',
		updated: '2012-06-04T14:01:00-04:00',
		expected: '2012-06-06T16:04:00-04:00',
		...locationOf('R2'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000023',
		service_code: 'CSROWC-05',
		note: 'investigated',
		requested: '2012-05-25T14:01:12-04:00',
		updated: '2012-06-07T06:05:00-04:00',
		expected: '2012-07-20T14:01:00-04:00',
		...locationOf('R3'),
		description: null,
		media_url: null,
		token: null
	},

	// Graffiti on sidewalks of the test cases.
	{
		service_request_id: '101000000031',
		service_code: 'CSROSC-14',
		note: 'scheduled',
		requested: '2012-06-12T10:00:41-04:00',
		updated: null,
		expected: '2012-06-17T10:00:00-04:00',
		...locationOf('S1'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000032',
		service_code: 'CSROSC-14',
		note: 'investigated',
		requested: '2012-05-31T12:02:00-04:00',
		updated: '2012-06-02T12:02:00-04:00',
		expected: '2012-07-26T12:02:00-04:00',
		...locationOf('S2'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000033',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-05-15T17:02:33-04:00',
		updated: '2012-05-16T11:05:00-04:00',
		expected: '2012-05-20T17:02:00-04:00',
		...locationOf('S4'),
		description: 'Chalk-like paint on the sidewalk, it did not wash off in the rain.',
		media_url: 'https://photos.example.org/2012/0515-yonge.jpg',
		token: null
	},

	// Graffiti on bridges of the test cases.
	{
		service_request_id: '101000000041',
		service_code: 'CSROWBM-03',
		note: 'scheduled',
		requested: '2012-06-13T11:03:09-04:00',
		updated: null,
		expected: '2012-06-20T11:03:00-04:00',
		...locationOf('B1'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000042',
		service_code: 'CSROWBM-03',
		note: 'investigated',
		requested: '2012-05-17T13:04:00-04:00',
		updated: '2012-05-24T06:03:00-04:00',
		expected: '2013-05-17T13:04:00-04:00',
		...locationOf('B2'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000043',
		service_code: 'CSROWBM-03',
		note: 'completed',
		requested: '2012-06-01T11:01:00-04:00',
		updated: '2012-06-02T11:04:00-04:00',
		expected: '2012-06-08T11:01:00-04:00',
		...locationOf('B3'),
		description: null,
		media_url: null,
		token: null
	},

	// Graffiti on litter bins of the test cases.
	{
		service_request_id: '101000000051',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-06-07T11:04:00-04:00',
		updated: '2012-06-08T06:05:00-04:00',
		expected: '2012-06-15T11:04:00-04:00',
		...locationOf('L1'),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000052',
		service_code: 'SWLMALB-02',
		note: 'scheduled',
		requested: '2012-06-14T22:05:19-04:00',
		updated: null,
		expected: '2012-06-22T22:05:00-04:00',
		...locationOf('L2'),
		description: null,
		media_url: null,
		token: null,
		duplicateTarget: true
	},
	{
		service_request_id: '101000000053',
		service_code: 'SWLMALB-02',
		note: 'cancelled',
		requested: '2012-06-06T10:05:00-04:00',
		updated: null,
		expected: '2012-06-14T10:05:00-04:00',
		...locationOf('L4'),
		description: 'Stickers and marker all over the litter bin at the trail head.',
		media_url: 'https://photos.example.org/2012/0606-old-finch.jpg',
		token: null
	},

	// Reports with a token, two for each service: one has its id, the other is waiting for it.
	{
		service_request_id: '101000000111',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-15T09:04:17-04:00',
		updated: null,
		expected: '2012-06-20T09:04:00-04:00',
		...locationOf('P6'),
		description: 'Pothole in the middle of the intersection.',
		media_url: null,
		token: '9000011'
	},
	{
		service_request_id: '101000000119',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-15T11:40:21-04:00',
		updated: null,
		expected: '2012-06-20T11:40:00-04:00',
		...locationOf('P6'),
		description: 'Second pothole, beside the first one.',
		media_url: null,
		token: '9000019',
		assigned: '2012-06-16T09:00:00-04:00'
	},
	{
		service_request_id: '101000000121',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-15T09:31:52-04:00',
		updated: null,
		expected: '2012-06-22T23:59:00-04:00',
		...locationOf('G5'),
		description: 'Tag on the garage door, facing the lane.',
		media_url: null,
		token: '9000021'
	},
	{
		service_request_id: '101000000129',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-15T11:42:05-04:00',
		updated: null,
		expected: '2012-06-22T23:59:00-04:00',
		...locationOf('G5'),
		description: 'Another tag, on the fence next to the garage.',
		media_url: null,
		token: '9000029',
		assigned: '2012-06-16T09:00:00-04:00'
	},
	{
		service_request_id: '101000000131',
		service_code: 'CSROWC-05',
		note: 'scheduled',
		requested: '2012-06-15T10:02:38-04:00',
		updated: null,
		expected: '2012-06-20T10:02:00-04:00',
		...locationOf('R4'),
		description: 'Large white letters on the road surface.',
		media_url: null,
		token: '9000031'
	},
	{
		service_request_id: '101000000139',
		service_code: 'CSROWC-05',
		note: 'scheduled',
		requested: '2012-06-15T11:44:49-04:00',
		updated: null,
		expected: '2012-06-20T11:44:00-04:00',
		...locationOf('R4'),
		description: 'More letters, in the other direction.',
		media_url: null,
		token: '9000039',
		assigned: '2012-06-16T09:00:00-04:00'
	},
	{
		service_request_id: '101000000141',
		service_code: 'CSROSC-14',
		note: 'scheduled',
		requested: '2012-06-15T10:27:09-04:00',
		updated: null,
		expected: '2012-06-20T10:27:00-04:00',
		...locationOf('S3'),
		description: 'Stencils on the sidewalk.',
		media_url: null,
		token: '9000041'
	},
	{
		service_request_id: '101000000149',
		service_code: 'CSROSC-14',
		note: 'scheduled',
		requested: '2012-06-15T11:47:33-04:00',
		updated: null,
		expected: '2012-06-20T11:47:00-04:00',
		...locationOf('S3'),
		description: 'The same stencil again, closer to the corner.',
		media_url: null,
		token: '9000049',
		assigned: '2012-06-16T09:00:00-04:00'
	},
	{
		service_request_id: '101000000151',
		service_code: 'CSROWBM-03',
		note: 'scheduled',
		requested: '2012-06-15T10:55:44-04:00',
		updated: null,
		expected: '2012-06-22T10:55:00-04:00',
		...locationOf('B4'),
		description: 'Spray paint on the bridge abutment.',
		media_url: null,
		token: '9000051'
	},
	{
		service_request_id: '101000000159',
		service_code: 'CSROWBM-03',
		note: 'scheduled',
		requested: '2012-06-15T11:51:16-04:00',
		updated: null,
		expected: '2012-06-22T11:51:00-04:00',
		...locationOf('B4'),
		description: 'Spray paint on the railing as well.',
		media_url: null,
		token: '9000059',
		assigned: '2012-06-16T09:00:00-04:00'
	},
	{
		service_request_id: '101000000161',
		service_code: 'SWLMALB-02',
		note: 'scheduled',
		requested: '2012-06-15T11:21:26-04:00',
		updated: null,
		expected: '2012-06-23T11:21:00-04:00',
		...locationOf('L3'),
		description: 'Litter bin covered in marker.',
		media_url: null,
		token: '9000061'
	},
	{
		service_request_id: '101000000169',
		service_code: 'SWLMALB-02',
		note: 'scheduled',
		requested: '2012-06-15T11:54:58-04:00',
		updated: null,
		expected: '2012-06-23T11:54:00-04:00',
		...locationOf('L3'),
		description: 'The bin across the street has it too.',
		media_url: null,
		token: '9000069',
		assigned: '2012-06-16T09:00:00-04:00'
	},

	// Winter: outside the 90 days before the mock-up's clock.
	{
		service_request_id: '101000000061',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-01-16T08:41:12-05:00',
		updated: '2012-01-18T10:20:00-05:00',
		expected: '2012-01-21T08:41:00-05:00',
		...at('EGLINTON AVE E & BIRCHMOUNT RD, , SCARBOROUGH', '99000246', 43.72996, -79.27786),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000062',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-01-24T17:05:48-05:00',
		updated: '2012-01-27T13:40:00-05:00',
		expected: '2012-01-29T17:05:00-05:00',
		...at('SHEPPARD AVE W & KEELE ST, , NORTH YORK', '99000303', 43.74478, -79.48645),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000063',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-02-03T07:32:09-05:00',
		updated: '2012-02-06T09:15:00-05:00',
		expected: '2012-02-08T07:32:00-05:00',
		...at('EGLINTON AVE W & DUFFERIN ST, , YORK', '99000065', 43.69569, -79.45028),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000064',
		service_code: '30102',
		note: 'completed',
		requested: '2012-02-09T11:18:55-05:00',
		updated: '2012-02-21T15:05:00-05:00',
		expected: '2012-02-16T23:59:00-05:00',
		...at('QUEEN ST W & SPADINA AVE, , former TORONTO', '99000143', 43.64877, -79.39638),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000065',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-02-16T16:47:30-05:00',
		updated: '2012-02-17T14:25:00-05:00',
		expected: '2012-02-21T16:47:00-05:00',
		...at('REXDALE BLVD & KIPLING AVE, , ETOBICOKE', '99000351', 43.7117, -79.5667),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000066',
		service_code: 'CSROWBM-03',
		note: 'investigated',
		requested: '2012-02-27T12:10:22-05:00',
		updated: '2012-03-05T09:30:00-05:00',
		expected: '2013-02-26T12:10:00-05:00',
		...at(
			'BATHURST ST BRIDGE (SIR ISAAC BROCK BRIDGE), former TORONTO',
			'99000806',
			43.6399,
			-79.40107
		),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000067',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-03-05T09:54:37-05:00',
		updated: '2012-03-08T08:10:00-05:00',
		expected: '2012-03-10T09:54:00-05:00',
		...at('LAWRENCE AVE E & MARKHAM RD, , SCARBOROUGH', '99000220', 43.75982, -79.22532),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000068',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-03-13T18:22:05-04:00',
		updated: '2012-03-15T11:50:00-04:00',
		expected: '2012-03-18T18:22:00-04:00',
		...at('COSBURN AVE & PAPE AVE, , EAST YORK', '99000324', 43.68943, -79.34881),
		description: 'Pothole in the curb lane, right before the crosswalk.',
		media_url: null,
		token: null
	},

	// The first half of the 90 days before the mock-up's clock.
	{
		service_request_id: '101000000069',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-03-18T10:26:41-04:00',
		updated: '2012-03-20T09:35:00-04:00',
		expected: '2012-03-23T10:26:00-04:00',
		...at('COLLEGE ST & SPADINA AVE, , former TORONTO', '99000145', 43.65795, -79.40005),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000070',
		service_code: '30102',
		note: 'completed',
		requested: '2012-03-19T15:12:08-04:00',
		updated: '2012-03-29T13:20:00-04:00',
		expected: '2012-03-26T23:59:00-04:00',
		...at('BLOOR ST W & BATHURST ST, , former TORONTO', '99000162', 43.66511, -79.41121),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000071',
		service_code: 'CSROWR-12',
		note: 'investigated',
		requested: '2012-03-20T07:58:19-04:00',
		updated: '2012-03-26T10:00:00-04:00',
		expected: '2012-06-18T07:58:00-04:00',
		...at('LAKE SHORE BLVD W & ROYAL YORK RD, , ETOBICOKE', '99000118', 43.60365, -79.49317),
		description:
			'Several potholes in a row along the streetcar tracks. The largest is about as deep as my hand.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000072',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-03-21T13:44:50-04:00',
		updated: '2012-03-23T11:15:00-04:00',
		expected: '2012-03-26T13:44:00-04:00',
		...at('DANFORTH AVE & BROADVIEW AVE, , former TORONTO', '99000153', 43.6762, -79.35887),
		description: 'Black spray paint on the sidewalk outside the station entrance.',
		media_url: 'https://photos.example.org/2012/0321-danforth.jpg',
		token: null
	},
	{
		service_request_id: '101000000073',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-03-23T16:03:27-04:00',
		updated: '2012-03-27T12:05:00-04:00',
		expected: '2012-03-28T16:03:00-04:00',
		...at('FINCH AVE W & JANE ST, , NORTH YORK', '99000280', 43.75723, -79.51773),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000074',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-03-24T11:29:03-04:00',
		updated: '2012-03-27T06:50:00-04:00',
		expected: '2012-04-01T11:29:00-04:00',
		...at('FRONT ST W & SPADINA AVE, , former TORONTO', '99000139', 43.64274, -79.39393),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000075',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-03-26T08:17:36-04:00',
		updated: '2012-03-28T14:05:00-04:00',
		expected: '2012-03-31T08:17:00-04:00',
		...at('ELLESMERE RD & KENNEDY RD, , SCARBOROUGH', '99000335', 43.7658, -79.28108),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000076',
		service_code: '30102',
		note: 'completed',
		requested: '2012-03-27T09:40:14-04:00',
		updated: '2012-04-02T15:30:00-04:00',
		expected: '2012-04-03T23:59:00-04:00',
		...at('BLOOR ST W & ISLINGTON AVE, , ETOBICOKE', '99000171', 43.64465, -79.52344),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000077',
		service_code: 'CSROWBM-03',
		note: 'completed',
		requested: '2012-03-29T14:21:59-04:00',
		updated: '2012-04-02T07:40:00-04:00',
		expected: '2012-04-05T14:21:00-04:00',
		...at('PRINCE EDWARD VIADUCT (BLOOR VIADUCT), former TORONTO', '99000810', 43.67532, -79.36339),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000078',
		service_code: 'CSROWR-12',
		note: 'cancelled',
		requested: '2012-03-30T17:36:22-04:00',
		updated: null,
		expected: null,
		...at('FINCH AVE W & KEELE ST, , NORTH YORK', '99000304', 43.7635, -79.49105),
		description: 'Pothole filled with water, you cannot see how deep it is.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000079',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-04-01T12:08:45-04:00',
		updated: '2012-04-03T09:45:00-04:00',
		expected: '2012-04-06T12:08:00-04:00',
		...at('BLOOR ST W & LANSDOWNE AVE, , former TORONTO', '99000165', 43.65834, -79.44273),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000080',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-02T07:45:10-04:00',
		updated: '2012-04-04T13:25:00-04:00',
		expected: '2012-04-07T07:45:00-04:00',
		...at('DANFORTH AVE & DONLANDS AVE, , former TORONTO', '99000174', 43.68042, -79.33732),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000081',
		service_code: '30102',
		note: 'completed',
		requested: '2012-04-04T10:52:33-04:00',
		updated: '2012-04-12T16:10:00-04:00',
		expected: '2012-04-12T23:59:00-04:00',
		...at('DUNDAS ST W & OSSINGTON AVE, , former TORONTO', '99000093', 43.64933, -79.42078),
		description:
			'Tags on the side wall of the café à côté de l’épicerie; they were not there on Sunday.',
		media_url: 'https://photos.example.org/2012/0404-ossington.jpg',
		token: null
	},
	{
		service_request_id: '101000000082',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-05T20:13:57-04:00',
		updated: '2012-04-10T09:00:00-04:00',
		expected: '2012-04-10T20:13:00-04:00',
		...at('COSBURN AVE & DONLANDS AVE, , EAST YORK', '99000323', 43.69117, -79.34169),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000083',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-04-08T09:33:18-04:00',
		updated: '2012-04-11T13:50:00-04:00',
		expected: '2012-04-13T09:33:00-04:00',
		...at('ROGERS RD & KEELE ST, , YORK', '99000205', 43.68214, -79.4716),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000084',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-10T08:05:26-04:00',
		updated: '2012-04-12T10:45:00-04:00',
		expected: '2012-04-15T08:05:00-04:00',
		...at('EVANS AVE & KIPLING AVE, , ETOBICOKE', '99000362', 43.61587, -79.52463),
		description:
			'Bent my rim here this morning. Northbound, about a car length before the stop line.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000085',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-04-11T12:47:02-04:00',
		updated: '2012-04-13T07:05:00-04:00',
		expected: '2012-04-19T12:47:00-04:00',
		...at('WELLESLEY ST E & CHURCH ST, , former TORONTO', '99000019', 43.66572, -79.38096),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000086',
		service_code: '30102',
		note: 'completed',
		requested: '2012-04-13T14:19:49-04:00',
		updated: '2012-04-25T11:00:00-04:00',
		expected: '2012-04-20T23:59:00-04:00',
		...at('SHEPPARD AVE E & MCCOWAN RD, , SCARBOROUGH', '99000412', 43.78962, -79.25884),
		description: 'Large letters across the loading doors at the back of the plaza.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000087',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-15T11:31:05-04:00',
		updated: '2012-04-17T15:15:00-04:00',
		expected: '2012-04-20T11:31:00-04:00',
		...at('SHEPPARD AVE E & BAYVIEW AVE, , NORTH YORK', '99000317', 43.76659, -79.38806),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000088',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-04-17T13:02:38-04:00',
		updated: '2012-04-19T10:20:00-04:00',
		expected: '2012-04-22T13:02:00-04:00',
		...at('EGLINTON AVE E & MOUNT PLEASANT RD, , former TORONTO', '99000059', 43.70841, -79.3902),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000089',
		service_code: '30102',
		note: 'completed',
		requested: '2012-04-18T16:55:11-04:00',
		updated: '2012-04-24T14:35:00-04:00',
		expected: '2012-04-25T23:59:00-04:00',
		...at('DANFORTH AVE & WOODBINE AVE, , former TORONTO', '99000177', 43.68568, -79.31278),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000090',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-20T07:21:43-04:00',
		updated: '2012-04-23T08:30:00-04:00',
		expected: '2012-04-25T07:21:00-04:00',
		...at('SHEPPARD AVE E & MORNINGSIDE AVE, , SCARBOROUGH', '99000433', 43.80197, -79.19977),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000091',
		service_code: 'CSROSC-14',
		note: 'investigated',
		requested: '2012-04-23T11:14:20-04:00',
		updated: '2012-04-27T13:00:00-04:00',
		expected: '2012-06-18T11:14:00-04:00',
		...at('EGLINTON AVE E & MCCOWAN RD, , SCARBOROUGH', '99000101', 43.73885, -79.23836),
		description:
			'Painted arrows & the words "THIS WAY <--" all along the sidewalk, up to the bus stop.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000092',
		service_code: 'CSROWBM-03',
		note: 'completed',
		requested: '2012-04-24T15:48:07-04:00',
		updated: '2012-04-26T09:10:00-04:00',
		expected: '2012-05-01T15:48:00-04:00',
		...at('EGLINTON AVE E BRIDGE (EAST DON RIVER), NORTH YORK', '99000793', 43.72511, -79.32234),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000093',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-04-26T10:27:54-04:00',
		updated: '2012-05-04T08:55:00-04:00',
		expected: '2012-05-01T10:27:00-04:00',
		...at('DUNDAS ST W & BATHURST ST, , former TORONTO', '99000102', 43.65231, -79.40602),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000094',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-04-28T13:59:16-04:00',
		updated: '2012-05-01T11:35:00-04:00',
		expected: '2012-05-03T13:59:00-04:00',
		...at('MCNICOLL AVE & PHARMACY AVE, , SCARBOROUGH', '99000454', 43.80412, -79.33073),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000095',
		service_code: '30102',
		note: 'cancelled',
		requested: '2012-05-01T09:08:31-04:00',
		updated: null,
		expected: null,
		...at('QUEEN ST W & BATHURST ST, , former TORONTO', '99000154', 43.64719, -79.40401),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000096',
		service_code: 'CSROWR-12',
		note: 'investigated',
		requested: '2012-05-03T18:40:02-04:00',
		updated: '2012-05-08T09:20:00-04:00',
		expected: '2012-08-01T18:40:00-04:00',
		...at('LAWRENCE AVE E & KINGSTON RD, , SCARBOROUGH', '99000078', 43.76765, -79.18961),
		description: 'The patch from last winter has come out again.\nIt is in the right turn lane.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000097',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-05-05T10:11:47-04:00',
		updated: '2012-05-08T06:40:00-04:00',
		expected: '2012-05-13T10:11:00-04:00',
		...at('QUEENS QUAY W & YORK ST, , former TORONTO', '99000520', 43.63996, -79.3802),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000098',
		service_code: '30102',
		note: 'completed',
		requested: '2012-05-07T12:36:25-04:00',
		updated: '2012-05-15T10:50:00-04:00',
		expected: '2012-05-14T23:59:00-04:00',
		...at('FINCH AVE W & DUFFERIN ST, , NORTH YORK', '99000310', 43.76885, -79.46693),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000099',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-05-09T17:23:40-04:00',
		updated: '2012-05-14T12:15:00-04:00',
		expected: '2012-05-14T17:23:00-04:00',
		...at('MAIN ST & LUMSDEN AVE, , EAST YORK', '99000670', 43.69483, -79.30477),
		description: 'Stencil on the road next to the bike markings.',
		media_url: null,
		token: null
	},

	// The last five weeks.
	{
		service_request_id: '101000000201',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-11T08:28:14-04:00',
		updated: '2012-05-14T09:50:00-04:00',
		expected: '2012-05-16T08:28:00-04:00',
		...at('LAKE SHORE BLVD W & KIPLING AVE, , ETOBICOKE', '99000119', 43.5982, -79.51695),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000202',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-05-12T14:07:52-04:00',
		updated: '2012-05-15T11:30:00-04:00',
		expected: '2012-05-17T14:07:00-04:00',
		...at('DUNDAS ST W & SPADINA AVE, , former TORONTO', '99000144', 43.65294, -79.39805),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000203',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-13T16:33:09-04:00',
		updated: '2012-05-15T13:40:00-04:00',
		expected: '2012-05-18T16:33:00-04:00',
		...at('SHEPPARD AVE E & MEADOWVALE RD, , SCARBOROUGH', '99000452', 43.80838, -79.17081),
		description: 'Pothole on the way to the zoo, eastbound, hard to avoid.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000204',
		service_code: '30102',
		note: 'completed',
		requested: '2012-05-14T10:15:37-04:00',
		updated: '2012-05-22T14:20:00-04:00',
		expected: '2012-05-22T23:59:00-04:00',
		...at('QUEEN ST E & BROADVIEW AVE, , former TORONTO', '99000285', 43.65888, -79.34985),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000205',
		service_code: 'CSROWBM-03',
		note: 'completed',
		requested: '2012-05-16T12:44:28-04:00',
		updated: '2012-05-18T08:05:00-04:00',
		expected: '2012-05-23T12:44:00-04:00',
		...at('KINGSTON RD BRIDGE (HIGHLAND CREEK), SCARBOROUGH', '99000804', 43.78007, -79.17078),
		description: 'Tag on the railing of the bridge, on the side of the creek path.',
		media_url: 'https://photos.example.org/2012/0516-bridge.jpg',
		token: null
	},
	{
		service_request_id: '101000000206',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-17T07:50:55-04:00',
		updated: '2012-05-18T15:55:00-04:00',
		expected: '2012-05-22T07:50:00-04:00',
		...at('WILSON AVE & JANE ST, , NORTH YORK', '99000278', 43.72092, -79.50863),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000207',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-05-19T11:20:03-04:00',
		updated: '2012-05-23T10:10:00-04:00',
		expected: '2012-05-24T11:20:00-04:00',
		...at('ROGERS RD & DUFFERIN ST, , YORK', '99000308', 43.68557, -79.44612),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000208',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-21T09:42:46-04:00',
		updated: '2012-05-23T14:30:00-04:00',
		expected: '2012-05-26T09:42:00-04:00',
		...at('LAWRENCE AVE E & DON MILLS RD, , NORTH YORK', '99000209', 43.73717, -79.34345),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000209',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-05-22T13:26:31-04:00',
		updated: '2012-05-25T07:15:00-04:00',
		expected: '2012-05-30T13:26:00-04:00',
		...at('QUEEN ST E & WOODBINE AVE, , former TORONTO', '99000287', 43.66876, -79.30578),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000210',
		service_code: '30102',
		note: 'cancelled',
		requested: '2012-05-23T17:09:18-04:00',
		updated: '2012-05-25T09:45:00-04:00',
		expected: '2012-05-30T23:59:00-04:00',
		...at('BLOOR ST W & OSSINGTON AVE, , former TORONTO', '99000172', 43.66198, -79.42566),
		description: 'Marker on the shutters of the corner store.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000211',
		service_code: 'CSROWR-12',
		note: 'investigated',
		requested: '2012-05-25T08:03:59-04:00',
		updated: '2012-05-29T10:35:00-04:00',
		expected: '2012-08-23T08:03:00-04:00',
		...at('DIXON RD & KIPLING AVE, , ETOBICOKE', '99000231', 43.69425, -79.55865),
		description: 'Deep hole at the edge of the bus bay.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000212',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-05-26T12:55:40-04:00',
		updated: '2012-05-29T09:25:00-04:00',
		expected: '2012-05-31T12:55:00-04:00',
		...at('QUEEN ST W & DOVERCOURT RD, , former TORONTO', '99000289', 43.64349, -79.42241),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000213',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-27T15:18:24-04:00',
		updated: '2012-05-30T10:00:00-04:00',
		expected: '2012-06-01T15:18:00-04:00',
		...at('ANNETTE ST & JANE ST, , former TORONTO', '99000274', 43.65827, -79.48812),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000214',
		service_code: 'CSROWC-05',
		note: 'investigated',
		requested: '2012-05-28T09:36:12-04:00',
		updated: '2012-06-01T13:45:00-04:00',
		expected: '2012-07-23T09:36:00-04:00',
		...at('FINCH AVE W & BATHURST ST, , NORTH YORK', '99000326', 43.77386, -79.44301),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000215',
		service_code: 'CSROWBM-03',
		note: 'investigated',
		requested: '2012-05-29T11:01:33-04:00',
		updated: '2012-06-04T09:00:00-04:00',
		expected: '2013-05-29T11:01:00-04:00',
		...at('MILLWOOD RD BRIDGE (LEASIDE BRIDGE), EAST YORK', '99000790', 43.6994, -79.35057),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000216',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-05-30T07:39:05-04:00',
		updated: '2012-06-01T11:20:00-04:00',
		expected: '2012-06-04T07:39:00-04:00',
		...at('ROGERS RD & CALEDONIA RD, , YORK', '99000375', 43.68309, -79.45802),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000217',
		service_code: '30102',
		note: 'completed',
		requested: '2012-05-30T16:24:47-04:00',
		updated: '2012-06-08T15:15:00-04:00',
		expected: '2012-06-06T23:59:00-04:00',
		...at('CARLTON ST & PARLIAMENT ST, , former TORONTO', '99000126', 43.66428, -79.36798),
		description: 'Two initials in red on the brick wall, at eye level.',
		media_url: 'https://photos.example.org/2012/0530-carlton.jpg',
		token: null
	},
	{
		service_request_id: '101000000218',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-06-01T08:52:50-04:00',
		updated: '2012-06-04T10:25:00-04:00',
		expected: '2012-06-06T08:52:00-04:00',
		...at('LAWRENCE AVE E & PORT UNION RD, , SCARBOROUGH', '99000495', 43.7796, -79.13667),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000219',
		service_code: 'CSROSC-14',
		note: 'completed',
		requested: '2012-06-02T13:37:21-04:00',
		updated: '2012-06-05T09:55:00-04:00',
		expected: '2012-06-07T13:37:00-04:00',
		...at('LAWRENCE AVE E & KENNEDY RD, , SCARBOROUGH', '99000214', 43.7495, -79.27493),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000220',
		service_code: 'SWLMALB-02',
		note: 'completed',
		requested: '2012-06-03T10:04:16-04:00',
		updated: '2012-06-06T06:30:00-04:00',
		expected: '2012-06-11T10:04:00-04:00',
		...at('QUEENS QUAY W & BAY ST, , former TORONTO', '99000521', 43.64115, -79.37684),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000221',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-06-04T07:27:38-04:00',
		updated: '2012-06-06T14:50:00-04:00',
		expected: '2012-06-09T07:27:00-04:00',
		...at("O'CONNOR DR & COXWELL AVE, , EAST YORK", '99000237', 43.69777, -79.32949),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000222',
		service_code: 'CSROWBM-03',
		note: 'completed',
		requested: '2012-06-05T14:12:00-04:00',
		updated: '2012-06-08T07:55:00-04:00',
		expected: '2012-06-12T14:12:00-04:00',
		...at('QUEEN ST VIADUCT (DON RIVER), former TORONTO', '99000786', 43.65788, -79.35433),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000223',
		service_code: '30102',
		note: 'completed',
		requested: '2012-06-06T11:49:29-04:00',
		updated: '2012-06-13T13:10:00-04:00',
		expected: '2012-06-13T23:59:00-04:00',
		...at('REXDALE BLVD & MARTIN GROVE RD, , ETOBICOKE', '99000370', 43.71384, -79.58112),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000224',
		service_code: 'CSROWC-05',
		note: 'completed',
		requested: '2012-06-07T09:15:06-04:00',
		updated: '2012-06-11T12:40:00-04:00',
		expected: '2012-06-12T09:15:00-04:00',
		...at('THE QUEENSWAY & ISLINGTON AVE, , ETOBICOKE', '99000293', 43.62359, -79.51478),
		description: 'Paint spilled or sprayed over the lane markings.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000225',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-06-08T08:36:58-04:00',
		updated: '2012-06-11T09:05:00-04:00',
		expected: '2012-06-13T08:36:00-04:00',
		...at('LAKE SHORE BLVD E & LESLIE ST, , former TORONTO', '99000106', 43.65924, -79.32844),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000226',
		service_code: 'CSROSC-14',
		note: 'cancelled',
		requested: '2012-06-09T15:22:13-04:00',
		updated: null,
		expected: '2012-06-14T15:22:00-04:00',
		...at('FRONT ST W & BATHURST ST, , former TORONTO', '99000155', 43.64075, -79.40142),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000227',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-10T12:41:44-04:00',
		updated: null,
		expected: '2012-06-15T12:41:00-04:00',
		...at('STEELES AVE W & DUFFERIN ST, , NORTH YORK', '99000311', 43.78728, -79.47009),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000228',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-11T10:30:20-04:00',
		updated: '2012-06-11T10:45:00-04:00',
		expected: '2012-06-18T23:59:00-04:00',
		...at('WESTON RD & CHURCH ST, , YORK', '99000298', 43.70301, -79.52545),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000229',
		service_code: 'CSROWR-12',
		note: 'completed',
		requested: '2012-06-11T17:58:35-04:00',
		updated: '2012-06-13T10:15:00-04:00',
		expected: '2012-06-16T17:58:00-04:00',
		...at('ALBION RD & KIPLING AVE, , ETOBICOKE', '99000352', 43.73972, -79.5804),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000230',
		service_code: 'CSROSC-14',
		note: 'scheduled',
		requested: '2012-06-12T09:03:11-04:00',
		updated: null,
		expected: '2012-06-17T09:03:00-04:00',
		...at('SHEPPARD AVE E & MARKHAM RD, , SCARBOROUGH', '99000340', 43.79387, -79.23875),
		description: 'Someone wrote on the fresh concrete and on the bench.',
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000231',
		service_code: 'CSROWC-05',
		note: 'scheduled',
		requested: '2012-06-13T08:19:42-04:00',
		updated: null,
		expected: '2012-06-18T08:19:00-04:00',
		...at('EGLINTON AVE W & JANE ST, , YORK', '99000404', 43.68448, -79.49882),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000232',
		service_code: 'SWLMALB-02',
		note: 'scheduled',
		requested: '2012-06-13T19:46:09-04:00',
		updated: null,
		expected: '2012-06-21T19:46:00-04:00',
		...at('BLOOR ST E & SHERBOURNE ST, , former TORONTO', '99000138', 43.67236, -79.37685),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000233',
		service_code: '30102',
		note: 'investigated',
		requested: '2012-06-14T09:27:55-04:00',
		updated: null,
		expected: '2012-06-21T23:59:00-04:00',
		...at('BLOOR ST W & ROYAL YORK RD, , ETOBICOKE', '99000170', 43.64736, -79.51136),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000234',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-14T18:05:27-04:00',
		updated: null,
		expected: '2012-06-19T18:05:00-04:00',
		...at('MEADOWVALE RD & ZOO RD, , SCARBOROUGH', '99000694', 43.82291, -79.17746),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000235',
		service_code: 'CSROWBM-03',
		note: 'scheduled',
		requested: '2012-06-15T07:14:50-04:00',
		updated: null,
		expected: '2012-06-22T07:14:00-04:00',
		...at('VALE OF AVOCA BRIDGE (ST CLAIR VIADUCT), former TORONTO', '99000816', 43.6893, -79.3872),
		description: null,
		media_url: null,
		token: null
	},
	{
		service_request_id: '101000000236',
		service_code: 'CSROWR-12',
		note: 'scheduled',
		requested: '2012-06-15T10:08:33-04:00',
		updated: null,
		expected: '2012-06-20T10:08:00-04:00',
		...at('YORK MILLS RD & BAYVIEW AVE, , NORTH YORK', '99000316', 43.74806, -79.38415),
		description: 'Pothole in the bike lane.',
		media_url: 'https://photos.example.org/2012/0615-york-mills.jpg',
		token: null
	}
];
