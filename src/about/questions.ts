// What 311 Toronto’s page for developers answered, told anew.
import { inferred, invented, recorded, type Line } from './fact';

/** One question with its answer. */
export interface AboutQuestion {
	/** The anchor on the page. */
	id: string;
	question: string;
	lines: readonly Line[];
	/** What else the answer shows, between its first line and the others. */
	shows?: 'steps' | 'services' | 'methods';
}

/** The six services of 311 Toronto by their codes, in the order its server gave them. */
export const CITY_SERVICES: readonly (readonly [code: string, name: string])[] = [
	['CSROWC-05', 'Graffiti on a City road'],
	['CSROWBM-03', 'Graffiti on a City bridge'],
	['CSROWR-12', 'Report minor pothole damage'],
	['30102', 'Graffiti on private property'],
	['CSROSC-14', 'Graffiti on a City sidewalk'],
	['SWLMALB-02', 'Graffiti on a City litter bin']
];

/** Every question of the About page, in the order a newcomer has them. */
export const QUESTIONS: readonly AboutQuestion[] = [
	{
		id: 'open311',
		question: 'What is Open311?',
		lines: [
			recorded(
				'specification',
				'Open311 is an open standard for telling a city about a problem in the street, such as a pothole or graffiti, and for asking later what became of it. Toronto used the part called GeoReport v2, a handful of calls over HTTP. A program reads which services a city has and what each of them asks, sends a report, gets an id for it or a token that leads to one, and looks up the status and the place of reports. The calls are the same in every city, so a client written for one of them needs little more than another address to work with the next.'
			)
		]
	},
	{
		id: 'mock-up',
		question: 'What was the City’s mock-up?',
		lines: [
			recorded(
				'city-page',
				'A test version of the API for people who developed apps: a set of fixed test cases to send reports with, and to read their status and location, for potholes and graffiti.'
			),
			recorded('city-page', 'The City sent the details by e-mail to whoever asked.'),
			inferred(
				'app-lists',
				'It very probably answered at `https://secure.toronto.ca/open311test/ws/`. The app listed this address without a key; no source says outright that it was the mock-up.'
			)
		]
	},
	{
		id: 'this-mock-up',
		question: 'What is this mock-up?',
		lines: [
			{
				here: 'The same API made anew. It answers inside your browser, without a server, and what you report to it stays on your device.'
			},
			recorded(
				'answers',
				'The services with their codes and names, the places, the status notes and the shape of the answers are Toronto’s own.'
			),
			invented(
				'The test cases, the reports with their ids and tokens, the service definitions, the discovery document, the wording of errors, and every `address_id` from 99000001 on.'
			)
		]
	},
	{
		id: 'key',
		question: 'Do I need an API key?',
		lines: [
			recorded('city-page', 'Not for the mock-up, not even to send a report.'),
			recorded('city-page', 'In production, reading needed no key; sending a report did.'),
			{ here: 'No key is needed. The mock-up’s controls can ask for one, as production did.' }
		]
	},
	{
		id: 'production-key',
		question: 'What did a production key need?',
		lines: [
			recorded('city-page', 'An app that was finished, and tested against the mock-up.'),
			recorded(
				'city-page',
				'A request in the City’s form, which held its Technical and Operational Requirements and its Open311 API Terms of Service. Whoever asked for a key accepted both there.'
			),
			recorded(
				'servers',
				'The form was at `https://secure.toronto.ca/webwizard/start.jsp?_wiz_id=API_key_request`.'
			),
			{ here: 'Neither the Requirements nor the Terms are recorded anywhere we know of.' }
		]
	},
	{
		id: 'steps',
		question: 'What were the six steps to an app in production?',
		lines: [
			recorded(
				'city-page',
				'These, in this order. Testing was the developer’s own step, approval was the City’s.'
			)
		],
		shows: 'steps'
	},
	{
		id: 'services',
		question: 'Which services are there?',
		lines: [
			recorded('answers', 'Six: one for potholes, and one for each of five kinds of graffiti.'),
			inferred(
				'answers',
				'The list is of 2018. Its names are those of the City’s page of 2012, so it had probably not changed.'
			),
			recorded('answers', 'All six were of type batch.'),
			inferred(
				'specification',
				'A report was therefore answered with a token, and the token gave the `service_request_id` later.'
			)
		],
		shows: 'services'
	},
	{
		id: 'formats',
		question: 'Which formats are there?',
		lines: [
			recorded('city-page', 'XML and JSON, for every method.'),
			recorded(
				'city-page',
				'XML was the output; the City called its JSON available but not fully tested.'
			),
			{ here: 'Both are tested. The path of a call ends in its format, `.xml` or `.json`.' }
		]
	},
	{
		id: 'methods',
		question: 'Which methods are there?',
		lines: [
			recorded('city-page', 'All six methods of GeoReport v2.'),
			recorded(
				'servers',
				'A discovery document named the addresses of the API. It was at `https://secure.toronto.ca/open311test/discovery.xml`, one level above the methods.'
			),
			invented('What the discovery document said: its text is not recorded.'),
			{
				here: 'Each method has its arguments, answers and errors explained.',
				link: { href: 'reference.html', words: 'Open the reference' }
			}
		],
		shows: 'methods'
	},
	{
		id: 'pictures',
		question: 'How are pictures stored?',
		lines: [
			recorded(
				'city-page',
				'They are not: a report carries the URL of a picture in `media_url`, never the picture itself.'
			),
			recorded(
				'answers',
				'The picture stayed on the host of whoever sent the report. All 191 links in the saved requests lead to SeeClickFix.'
			),
			{ here: 'The mock-up gives a link back as it came and never loads it.' }
		]
	},
	{
		id: 'official-app',
		question: 'Is any app official?',
		lines: [
			inferred('second-hand', 'No app was official. The City listed apps in alphabetical order.'),
			recorded(
				'residents',
				'SeeClickFix offered all six services, word for word under the City’s names.'
			),
			{ here: 'No app is listed, and this playground is not official either.' }
		]
	},
	{
		id: 'support',
		question: 'Is there support for quality assurance?',
		lines: [
			inferred(
				'second-hand',
				'No: the City did not test apps for their developers. Testing was the developer’s own step.'
			),
			{ here: 'Whatever a run of the test cases says, it is no approval by the City.' }
		]
	},
	{
		id: 'contact',
		question: 'Whom can I ask?',
		lines: [
			recorded('city-page', 'The City’s address for developers was open311@toronto.ca.'),
			{
				here: 'Whether anybody answers there today is not known. It is the City’s address, not this project’s.'
			}
		]
	},
	{
		id: 'open-data',
		question: 'Where is the open data?',
		lines: [
			recorded(
				'catalogue',
				'In the City’s Open Data catalogue, under “311 - Open311 API Calls for Service Requests”: potholes and five types of graffiti, without personal information.'
			),
			{
				here: 'Whether that entry is still there was not checked.',
				link: { href: 'https://open.toronto.ca/', words: 'The City’s open data today' }
			}
		]
	},
	{
		id: 'today',
		question: 'What is withdrawn today?',
		lines: [
			recorded('tutorial', 'The API: it is no longer available.'),
			recorded(
				'client-2026',
				'The server answers unknown networks with 403 Access Denied, and the form for keys with 404.'
			),
			recorded('city-page', 'The page for developers: an archive has its opening, and no more.'),
			{ here: 'The playground asks no server of the City.' }
		]
	}
];
