// The rows of the scene `list-odd`, and how they are printed: all of it within the specification,
// and all of it invented.
import type { Writing } from '../api/writing';
import { fromSeed } from '../city/city';
import type { CityRequest } from '../city/city-request';
import type { SceneId } from './scene';

const row = (
	service_request_id: string,
	requested: string,
	part: Partial<CityRequest>
): CityRequest => ({
	...fromSeed({
		service_request_id,
		service_code: 'CSROWC-05',
		note: 'scheduled',
		requested,
		updated: null,
		expected: null,
		address: 'QUEEN ST W & SPADINA AVE, , former TORONTO',
		address_id: '99000143',
		lat: 43.64877,
		long: -79.39638,
		description: null,
		media_url: null,
		token: null
	}),
	...part
});

/** Nothing that may be empty has a value. */
const BARE: Partial<CityRequest> = {
	updated: null,
	expected: null,
	address: null,
	address_id: null,
	lat: null,
	long: null,
	description: null,
	media_url: null
};

const ODD_ROWS: readonly CityRequest[] = [
	row('101000000301', '2012-06-14T16:30:00-04:00', {
		expected: Date.parse('2012-06-19T16:30:00-04:00'),
		description:
			'Tag on the sign of the “Café Olé” & on the wall <north side>: 5 > 3, "quoted", it\'s big 🎨'
	}),
	row('101000000302', '2012-06-11T09:05:10-04:00', {
		...BARE,
		service_code: 'CSROWR-12',
		description: 'Somewhere along the trail, after the second bend. There is no address nearby.'
	}),
	row('101000000303', '2012-06-01T00:00:00-04:00', { ...BARE, service_code: '30102' }),
	row('101000000304', '2012-05-20T23:59:59-04:00', {
		service_code: '30102',
		note: 'completed',
		updated: Date.parse('2012-05-25T10:15:00-04:00'),
		description: 'It says <b>“R&D”</b> & nothing else, the letters are a metre high 👀'
	}),
	row('101000000305', '2012-04-15T08:00:00-04:00', {
		service_code: 'CSROSC-14',
		note: 'completed',
		updated: Date.parse('2012-04-18T12:00:00-04:00'),
		lat: 43.7,
		long: -79.4,
		description: 'The stencil spells the text &amp; in full.\nBelow it: &lt;3'
	})
];

const ODD_WRITING: Writing = {
	cdata: ['101000000304'],
	bare: ['101000000303'],
	extra: [
		['ward', '20'],
		['priority', 3],
		[
			'extended_attributes',
			{
				fields: [
					['channel', 'mobile & web'],
					['photos', { item: 'photo', of: ['first', 'second'] }]
				]
			}
		]
	]
};

/** Returns the rows that a scene has in place of the seeded ones; null for the seeded ones. */
export const oddRowsOf = (scene: SceneId): readonly CityRequest[] | null =>
	scene === 'list-odd' ? ODD_ROWS : null;

/** Returns how a scene prints its requests; null for the mock-up's own way. */
export const writingOf = (scene: SceneId): Writing | null =>
	scene === 'list-odd' ? ODD_WRITING : null;
