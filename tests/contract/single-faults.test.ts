// A mock-up with one fault fails the cases about that fault, and no others.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { METHODS } from '../../src/georeport/methods';
import type { Format } from '../../src/georeport/types';
import { runSuite } from '../../src/cases/run-suite';
import { dialectEndpoint, resetOf } from './mock-up';
import {
	brokenBy,
	ignores,
	ignoresInSearch,
	knows,
	misreads,
	misstates,
	prints,
	withArguments,
	type SingleFault
} from './single-faults';

/** The time limit for every case, one after the other on a busy machine, in milliseconds. */
const FULL_RUN = 60_000;

const ITEMS = CASES.map((testCase) => ({ testCase, skip: null, conform: false }));

/**
 * Returns the cases that fail in Toronto's dialect; the server is reset before each that writes.
 */
async function failing(fault: SingleFault, format: Format): Promise<string[]> {
	const { ask, sound } = brokenBy(fault);
	const options = {
		dialect: 'toronto' as const,
		formats: [format],
		base: dialectEndpoint('toronto'),
		ask,
		reset: resetOf(sound),
		signal: new AbortController().signal
	};
	const ids: string[] = [];
	for await (const { testCase, outcome } of runSuite(ITEMS, options)) {
		if (outcome === 'failed') ids.push(testCase.id);
	}
	return ids.sort();
}

/** A case of the ladder for each of the six services, or for those named. */
const ladder = (
	step: string,
	codes = ['csrowr-12', '30102', 'csrowc-05', 'csrosc-14', 'csrowbm-03', 'swlmalb-02']
) => codes.map((code) => `${step}-${code}`);
const WITHOUT_NAMES = ['csrowr-12', 'csrowc-05', 'csrosc-14', 'csrowbm-03', 'swlmalb-02'];
const WITH_QUESTIONS = ['csrowr-12', '30102', 'csrowc-05', 'csrosc-14', 'csrowbm-03'];

const NOTHING_FOUND = [
	'requests-lower-case',
	'requests-past-the-end',
	'requests-start-after-end',
	'requests-unknown-service',
	'requests-unknown-status'
];
const OPEN_LISTS = [
	'requests-open-bridges',
	'requests-open-litter-bins',
	'requests-open-potholes',
	'requests-open-private-property',
	'requests-open-roads',
	'requests-open-sidewalks'
];
const EXTRA_REPORTS = [
	'report-accents',
	'report-either-order',
	'report-multipart',
	'report-numbered-values',
	'report-park',
	'report-repeated-values',
	'report-several-values',
	'report-typed-address'
];
const ALL_ACCEPTED = [
	...ladder('report-full'),
	...ladder('report-anonymous', WITHOUT_NAMES),
	...ladder('report-photo'),
	...ladder('report-address'),
	...ladder('report-coordinates'),
	...ladder('report-address-id'),
	...ladder('report-duplicate'),
	...EXTRA_REPORTS
];
const BAD_REQUESTS = [
	'report-anonymous-30102',
	...ladder('wrong-missing-attribute', WITH_QUESTIONS),
	...ladder('wrong-bad-attribute', WITH_QUESTIONS),
	...[
		'no-location half-location bad-location outside-x1 outside-x2 outside-x3 lake ambiguous-address',
		'unknown-address unknown-address-id no-service no-jurisdiction unknown-attribute file',
		'long-description bad-photo-link bad-email everything json-body cut-off-body server-trouble',
		'get-no-jurisdiction get-bad-date get-bad-page get-half-circle'
	]
		.join(' ')
		.split(' ')
		.map((name) => `wrong-${name}`)
];

const row = (id: string) => `1010000000${id}`;
const without = (id: string) => knows((each) => (each.service_request_id === id ? null : each));
const DAY = 24 * 60 * 60_000;

const FAULTS: readonly [string, SingleFault, readonly string[], Format?][] = [
	// What it ignores.
	[
		'ignores status',
		ignores('status'),
		['requests-closed', 'requests-open', ...OPEN_LISTS, 'requests-unknown-status']
	],
	[
		'ignores service_code in a search',
		ignoresInSearch('service_code'),
		[
			'requests-graffiti',
			'requests-graffiti-spaces',
			'requests-lower-case',
			...OPEN_LISTS,
			'requests-potholes',
			'requests-unknown-service'
		]
	],
	[
		'ignores the ids of a search',
		ignoresInSearch('service_request_id'),
		['requests-by-ids', 'requests-ids-override', 'requests-unknown-id-in-list']
	],
	[
		'ignores start_date',
		ignores('start_date'),
		[
			'requests-bare-dates',
			'requests-city-dates',
			'requests-local-dates',
			'requests-long-span',
			'requests-plus-as-space',
			'requests-start-after-end',
			'requests-start-only',
			'requests-winter',
			'wrong-get-bad-date'
		]
	],
	[
		'ignores end_date',
		ignores('end_date'),
		[
			'requests-bare-dates',
			'requests-city-dates',
			'requests-end-only',
			'requests-local-dates',
			'requests-plus-as-space',
			'requests-start-after-end',
			'requests-winter'
		]
	],
	[
		'ignores page',
		ignores('page'),
		['requests-past-the-end', 'requests-second-page', 'wrong-get-bad-page']
	],
	[
		'ignores page_size',
		ignores('page_size'),
		['requests-page', 'requests-second-page', 'wrong-get-bad-page']
	],
	['ignores updated_after', ignores('updated_after'), ['requests-updated']],
	['ignores updated_before', ignores('updated_before'), ['requests-updated']],
	[
		'ignores the circle of a search',
		ignoresInSearch('lat', 'long', 'radius'),
		['requests-around-city-hall', 'wrong-get-half-circle']
	],
	[
		'ignores media_url',
		ignores('media_url'),
		[...ladder('report-photo'), 'wrong-bad-photo-link', 'wrong-everything']
	],
	[
		'ignores the description',
		ignores('description'),
		[...ladder('report-full'), 'report-accents', 'wrong-long-description']
	],
	['ignores api_key', ignores('api_key'), ['wrong-bad-key']],
	[
		'ignores address_id',
		ignores('address_id'),
		[...ladder('report-address-id'), 'wrong-unknown-address-id']
	],
	[
		'takes any e-mail',
		withArguments((asked) => {
			if (asked.has('email')) asked.set('email', 'a@example.org');
		}),
		['wrong-bad-email']
	],
	[
		'takes any jurisdiction, and none',
		withArguments((asked) => asked.set('jurisdiction_id', 'toronto.ca')),
		[
			'wrong-get-no-jurisdiction',
			'wrong-get-wrong-jurisdiction',
			'wrong-no-jurisdiction',
			'wrong-wrong-jurisdiction'
		]
	],
	[
		'folds the case of codes',
		withArguments((asked) => {
			const code = asked.get('service_code');
			if (code !== null) asked.set('service_code', code.toUpperCase());
		}),
		['requests-lower-case', 'wrong-lower-case-service']
	],
	[
		'answers any verb',
		misreads((request) => ({
			...request,
			method: request.method === 'POST' ? 'POST' : 'GET'
		})),
		['wrong-wrong-verb']
	],
	// What it answers wrongly.
	[
		'words a cancellation otherwise',
		prints(/requests/, 'Cancelled - The request may be a duplicate', 'Cancelled'),
		[...ladder('report-duplicate'), 'request-cancelled', 'requests-closed']
	],
	['calls batch services realtime', prints(/services\./, '>batch', '>realtime'), ['services']],
	[
		'has no names for services',
		prints(/services\./, /<service_name>.*<\/service_name>/g, '<service_name/>'),
		['services']
	],
	[
		'has no keywords',
		prints(/services\./, /<keywords>.*<\/keywords>/g, '<keywords/>'),
		['services-keywords']
	],
	[
		'says that all services ask questions',
		prints(/services\./, '<metadata>false', '<metadata>true'),
		['services-metadata']
	],
	[
		'requires no answer to its questions',
		prints(/services\//, '<required>true', '<required>false'),
		ladder('definition', WITH_QUESTIONS)
	],
	[
		'numbers its questions from 2',
		prints(/services\//, '<order>1<', '<order>2<'),
		ladder('definition', WITH_QUESTIONS)
	],
	['calls itself production', prints(/discovery/, '<type>test', '<type>production'), ['discovery']],
	[
		'answers a report without a token',
		prints(/requests\.xml/, /<token>.*<\/token>/g, '<token/>'),
		ALL_ACCEPTED
	],
	[
		'gives no id for a token',
		prints(/tokens\//, /<service_request_id>.*<\/service_request_id>/g, '<service_request_id/>'),
		[...ALL_ACCEPTED, ...ladder('token')]
	],
	[
		'has another code in the body than in the header',
		prints(/./, '<code>400', '<code>500'),
		BAD_REQUESTS
	],
	[
		'accepts with 200 what it refuses',
		misstates(({ status }) => ({ status: status === 400 ? 200 : status })),
		BAD_REQUESTS
	],
	[
		'says 400 for 404',
		misstates(({ status }) => ({ status: status === 404 ? 400 : status })),
		[
			'request-not-a-number',
			'request-not-found',
			'wrong-get-unknown-definition',
			'wrong-get-unknown-token',
			'wrong-get-wrong-jurisdiction',
			'wrong-lower-case-service',
			'wrong-no-format',
			'wrong-unknown-format',
			'wrong-unknown-path',
			'wrong-unknown-service',
			'wrong-wrong-jurisdiction'
		]
	],
	[
		'says 401 for 403',
		misstates(({ status }) => ({ status: status === 403 ? 401 : status })),
		['wrong-bad-key']
	],
	[
		'puts lat before long',
		prints(/requests/, /(<long>.*<\/long>)(\s*)(<lat>.*<\/lat>)/g, '$3$2$1'),
		['request-open']
	],
	['leaves out what is empty', prints(/requests\//, /\s*<zipcode\/>/g, ''), ['request-open']],
	[
		'loses the photo links',
		prints(/requests\//, /<media_url>.*<\/media_url>/g, '<media_url/>'),
		[...ladder('report-photo'), 'request-closed-photo']
	],
	[
		'calls a single closed request open',
		prints(/requests\//, '<status>closed', '<status>open'),
		[...ladder('report-duplicate'), 'request-cancelled', 'request-closed-photo']
	],
	[
		'uses the public name of a service',
		prints(/requests\./, 'Road - Pot hole', 'Minor Pothole Damage'),
		['requests-open-potholes', 'requests-potholes']
	],
	[
		'opens and closes an empty list',
		prints(/requests\./, '<service_requests/>', '<service_requests></service_requests>'),
		NOTHING_FOUND
	],
	// What it answers wrongly in JSON.
	['prints 30102 as a text', prints(/services\./, ':30102', ':"30102"'), ['services'], 'json'],
	[
		'does not wrap an empty list',
		prints(/requests\./, '{"service_requests":[]}', '[]'),
		NOTHING_FOUND,
		'json'
	],
	[
		'prints ids as texts',
		prints(/requests\//, /"service_request_id":(\d+)/g, '"service_request_id":"$1"'),
		['request-open'],
		'json'
	],
	// What it does not know.
	[
		'has lost the request without a location',
		without(row('06')),
		['request-no-location', 'requests-open-potholes']
	],
	[
		'has lost the request of winter',
		without(row('07')),
		[
			'request-winter',
			'requests-bare-dates',
			'requests-by-ids',
			'requests-city-dates',
			'requests-end-only',
			'requests-local-dates',
			'requests-long-span',
			'requests-plus-as-space',
			'requests-winter'
		]
	],
	[
		'knows no duplicates',
		knows((each) => ({ ...each, duplicateTarget: false })),
		ladder('report-duplicate')
	],
	[
		'assigns every id at once',
		knows((each) => ({ ...each, assigned: each.requested })),
		[...ladder('token-pending'), 'requests-page', 'requests-second-page']
	],
	[
		'forgets that a weekend is none of five business days',
		knows((each) =>
			each.service_request_id === row('12')
				? { ...each, expected: (each.expected ?? 0) - DAY }
				: each
		),
		['request-weekend']
	],
	[
		'gives no deadline',
		knows((each) => (each.service_request_id === row('01') ? { ...each, expected: null } : each)),
		['request-open']
	]
];

test.each<Format>(['xml', 'json'])(
	'a server without a fault fails no case (%s)',
	async (format) => {
		expect(await failing({}, format)).toEqual([]);
	},
	FULL_RUN
);

test.each(FAULTS)(
	'a server that %s',
	async (_, fault, concerned, format = 'xml') => {
		expect(await failing(fault, format)).toEqual([...concerned].sort());
	},
	FULL_RUN
);

test('every method has a case that fails for some fault', () => {
	const red = new Set(FAULTS.flatMap(([, , concerned]) => concerned));
	const methods = CASES.filter(({ id }) => red.has(id)).map(({ draft }) => draft.method);
	expect(new Set(methods)).toEqual(new Set(METHODS.map(({ name }) => name)));
});
