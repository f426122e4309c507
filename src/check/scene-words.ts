import type { SceneId } from '../../mocks/check/scene';

/** What a scene is about, in plain words. */
export interface SceneWords {
	title: string;
	/** What the client is to do, and what the mock-up does meanwhile. */
	about: string;
}

/** Every scene of the client check, in the order in which they are run. */
export const SCENE_WORDS: Readonly<Record<SceneId, SceneWords>> = {
	services: {
		title: 'Read the service list',
		about: 'Your app shows which services the city has. The mock-up does nothing special.'
	},
	'report-simple': {
		title: 'Report without questions',
		about:
			'Your app reports graffiti on a litter bin, by coordinates and with a text that is hard to encode.'
	},
	'report-questions': {
		title: 'Report with questions',
		about: 'Your app reports a pothole and answers every question of its definition.'
	},
	'report-address': {
		title: 'Report by address',
		about: 'Your app reports graffiti on a sidewalk, by an address with an ampersand in it.'
	},
	'report-private': {
		title: 'Report with name, e-mail and photo',
		about: 'Your app reports graffiti on private property, which needs to know who reports.'
	},
	'follow-token': {
		title: 'Follow a token',
		about: 'Your app has the token of an earlier report and shows what became of it.'
	},
	'follow-slow': {
		title: 'Wait for an id',
		about: 'Your app reports graffiti on a road. For three seconds its token has no id yet.'
	},
	'list-open': {
		title: 'List open potholes',
		about: 'Your app lists the potholes that are still open. The mock-up does nothing special.'
	},
	'list-year': {
		title: 'List a long time',
		about: 'Your app lists more than eight months. One call spans at most 90 days.'
	},
	'list-odd': {
		title: 'List odd requests',
		about:
			'Your app lists 90 days. The rows have empty fields, unknown fields, odd characters, and one has no place.'
	},
	'list-none': {
		title: 'List nothing',
		about: 'Your app asks for a service and a time in which nothing was reported.'
	},
	'list-one': {
		title: 'List a single request',
		about: 'Your app asks for a time in which one thing was reported.'
	},
	busy: {
		title: 'The server is busy',
		about:
			'Your app lists open requests. Twice the mock-up asks it to come back in two seconds (503).'
	},
	'lost-answer': {
		title: 'The answer is lost',
		about:
			'Your app reports graffiti on a litter bin. The mock-up takes the report, then the connection drops.'
	},
	refused: {
		title: 'A report is refused',
		about:
			'Your app reports with a text that is too long and a place in the lake. The mock-up gives both reasons.'
	},
	'needs-key': {
		title: 'A key is missing',
		about: 'Your app reports graffiti on a litter bin. The mock-up refuses every key (403).'
	},
	gone: {
		title: 'A request is not there',
		about: 'Your app shows a request whose id nobody has (404).'
	},
	'broken-answer': {
		title: 'The answer is broken',
		about:
			'Your app lists open requests. First a page in HTML comes, then half an answer, then the right one.'
	},
	silence: {
		title: 'No answer comes',
		about: 'Your app lists open requests. The mock-up never answers the first call.'
	}
};
