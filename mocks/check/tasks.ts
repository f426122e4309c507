// What each scene asks of a client. The places lie in the city and away from every open request of
// the same service; the reporter and what is reported are invented.
import type { SceneId, SceneTask } from './scene';

/** The moment at which the clock of a scene starts. */
const NOW = '2012-06-15T12:00:00-04:00';

/** The 90 days before it. */
const LAST_90_DAYS = { from: '2012-03-17T12:00:00-04:00', to: NOW } as const;

const LITTER_BIN = 'Graffiti on a City litter bin';
const POTHOLE = 'Report minor pothole damage';

const OPEN_REQUESTS: SceneTask = { do: 'list', status: 'open', ...LAST_90_DAYS };

const BIN_REPORT: SceneTask = {
	do: 'report',
	service_name: LITTER_BIN,
	description: 'Marker all over the litter bin at the streetcar stop.',
	lat: 43.6509,
	long: -79.4507
};

/** The longest description that the specification permits has 4,000 characters; this has 4,199. */
const TOO_LONG = 'The bin is covered in marker on all of its sides. '.repeat(84).trim();

/** The task of each scene. */
export const TASKS: Readonly<Record<SceneId, SceneTask>> = {
	services: { do: 'services' },
	'report-simple': {
		do: 'report',
		service_name: LITTER_BIN,
		description:
			'The bin at the café is covered in tags 🎨 & “stickers” <all sides> + one on the lid.\nIt is 100% covered; the next bin = clean.',
		lat: 43.65443,
		long: -79.40065
	},
	'report-questions': {
		do: 'report',
		service_name: POTHOLE,
		description: 'Deep pothole in the bike lane, just before the stop line.',
		lat: 43.6447,
		long: -79.4199,
		answers: {
			'Where on the road is it?': 'Bike lane',
			'Is it the size of a shoe box or larger?': 'Yes',
			'Who could be hurt by it?': ['People walking', 'People cycling'],
			'When did you first see it?': '2012-06-14T17:45:00-04:00'
		}
	},
	'report-address': {
		do: 'report',
		service_name: 'Graffiti on a City sidewalk',
		description: 'Stencil & spray paint on the sidewalk, in front of the library.',
		address_string: 'Danforth Ave & Broadview Ave',
		answers: {
			'What is the graffiti on?': 'Concrete',
			'Is the graffiti offensive or hate-related?': 'No'
		}
	},
	'report-private': {
		do: 'report',
		service_name: 'Graffiti on private property',
		description: 'Tag on the shutters of the shop next door.',
		lat: 43.66712,
		long: -79.40313,
		answers: {
			'What kind of property is it?': 'Business',
			'Is the graffiti offensive or hate-related?': 'No'
		},
		media_url: 'https://photos.example.org/2012/0615-shutters.jpg?size=large&turn=90',
		email: 'zoe.tremblay+311@example.org',
		first_name: 'Zoé',
		last_name: 'Tremblay-O’Neil'
	},
	'follow-token': { do: 'follow', token: '9000031' },
	'follow-slow': {
		do: 'report',
		service_name: 'Graffiti on a City road',
		description: 'Large letters across both lanes of the road.',
		lat: 43.66412,
		long: -79.33985,
		answers: {
			'What is the graffiti on?': 'Pavement',
			'Is the graffiti offensive or hate-related?': 'Yes'
		}
	},
	'list-open': { do: 'list', status: 'open', service_name: POTHOLE, ...LAST_90_DAYS },
	'list-year': { do: 'list', from: '2011-10-01T00:00:00-04:00', to: NOW },
	'list-odd': { do: 'list', ...LAST_90_DAYS },
	'list-none': {
		do: 'list',
		service_name: LITTER_BIN,
		from: '2012-04-12T00:00:00-04:00',
		to: '2012-05-01T00:00:00-04:00'
	},
	'list-one': {
		do: 'list',
		from: '2012-05-23T00:00:00-04:00',
		to: '2012-05-24T00:00:00-04:00'
	},
	busy: OPEN_REQUESTS,
	'lost-answer': BIN_REPORT,
	refused: { ...BIN_REPORT, description: TOO_LONG, lat: 43.62, long: -79.32 },
	'needs-key': BIN_REPORT,
	gone: { do: 'show', service_request_id: '101000000999' },
	'broken-answer': OPEN_REQUESTS,
	silence: OPEN_REQUESTS
};
