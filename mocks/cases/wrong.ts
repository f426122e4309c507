// Test cases that go wrong on purpose. Toronto's own error bodies were not recorded: the wording is
// invented, and so is the status where the specification names none.
import type { TestCase } from '../../src/cases/expectation';
import type { Draft, Values } from '../../src/georeport/request';
import { TORONTO_ID, both, each, ok, refused, atLeast } from './build';
import { testAddress } from '../data/addresses';
import { LADDERS, REPORTER } from './ladders';

type Wrong = Omit<TestCase, 'group' | 'provenance'> & Partial<Pick<TestCase, 'provenance'>>;

const wrong = (testCase: Wrong): TestCase => ({
	provenance: 'invented',
	...testCase,
	group: 'go wrong'
});

const P6 = testAddress('P6');

const POTHOLE: Values = {
	...TORONTO_ID,
	service_code: 'CSROWR-12',
	lat: String(P6.lat),
	long: String(P6.long),
	'attribute[POTLOC]': 'CURB',
	'attribute[POTSIZE]': 'YES'
};

function without(values: Values, ...names: string[]): Values {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** A pothole report that must be refused. */
const report = (
	id: string,
	title: string,
	shows: string,
	values: Values,
	outcomes: TestCase['outcomes'],
	more: Partial<Draft> = {}
) =>
	wrong({
		id: `wrong-${id}`,
		title,
		shows,
		draft: { method: 'submit', values, ...more },
		outcomes,
		section: 'POST Service Request'
	});

const outside = (key: string, where: string) => {
	const { lat, long, address } = testAddress(key);
	return report(
		`outside-${key.toLowerCase()}`,
		`A report from ${where}`,
		'The location must lie inside the City of Toronto.',
		{ ...POTHOLE, lat: String(lat), long: String(long), address_string: address },
		both(refused(400, 'outside the City of Toronto'))
	);
};

const locations: TestCase[] = [
	report(
		'no-location',
		'No location',
		'Coordinates, an address or an address id: one of them is needed.',
		without(POTHOLE, 'lat', 'long'),
		both(refused(400, 'location'))
	),
	report(
		'half-location',
		'lat without long',
		'Half a pair of coordinates is no location.',
		without(POTHOLE, 'long'),
		both(refused(400, 'long was not provided'))
	),
	report(
		'bad-location',
		'A latitude that is no number',
		'The error names the argument and shows what was sent.',
		{ ...POTHOLE, lat: 'abc' },
		both(refused(400, "lat 'abc'"))
	),
	outside('X1', 'Mississauga'),
	outside('X2', 'Pickering'),
	outside('X3', 'Niagara Falls'),
	report(
		'lake',
		'A pothole in the lake',
		'Lake Ontario is not part of the city.',
		{ ...POTHOLE, lat: '43.60', long: '-79.38' },
		both(refused(400, 'outside the City of Toronto'))
	),
	report(
		'ambiguous-address',
		'A corner that exists twice',
		'Bloor and Dundas cross twice; the error lists the choices.',
		{ ...without(POTHOLE, 'lat', 'long'), address_string: 'Bloor & Dundas' },
		both(refused(400, 'Send one of these'))
	),
	report(
		'unknown-address',
		'An address nobody knows',
		'The error suggests similar places and coordinates.',
		{ ...without(POTHOLE, 'lat', 'long'), address_string: 'Quenn St & Spadina Avenue' },
		both(refused(400, 'was not found', 'lat and long'))
	),
	report(
		'unknown-address-id',
		'An address id nobody knows',
		'Ids of addresses are the City’s own numbers.',
		{ ...without(POTHOLE, 'lat', 'long'), address_id: '1' },
		both(refused(400, "address_id '1'"))
	)
];

const keysAndCodes: TestCase[] = [
	report(
		'unknown-service',
		'An unknown service',
		'404: the code was given, but no service has it.',
		{ ...POTHOLE, service_code: 'CSROWX-99' },
		both(refused(404, 'CSROWX-99'))
	),
	report(
		'lower-case-service',
		'A code in lower case',
		'Codes are case-sensitive.',
		{ ...POTHOLE, service_code: 'csrowr-12' },
		both(refused(404, 'csrowr-12', 'case-sensitive'))
	),
	report(
		'no-service',
		'No service code',
		'400: it was not given at all.',
		without(POTHOLE, 'service_code'),
		both(refused(400, 'service_code was not provided'))
	),
	report(
		'no-jurisdiction',
		'No jurisdiction',
		'Toronto’s dialect requires jurisdiction_id; the standard one, with one city, does not.',
		without(POTHOLE, 'jurisdiction_id', 'lat'),
		each(refused(400, 'jurisdiction_id was not provided'), refused(400, 'lat was not provided'))
	),
	report(
		'wrong-jurisdiction',
		'Another jurisdiction',
		'A wrong jurisdiction_id is not found, in either dialect.',
		{ ...POTHOLE, jurisdiction_id: 'toronto.on.ca' },
		both(refused(404, 'toronto.on.ca'))
	),
	report(
		'bad-key',
		'A bad API key',
		'The mock-up needs no key, but INVALID is always refused, before anything else is checked.',
		{ ...without(POTHOLE, 'service_code'), api_key: 'INVALID' },
		both(refused(403, 'api_key'))
	)
];

const attributes: TestCase[] = LADDERS.filter(({ code }) => code !== 'SWLMALB-02').flatMap(
	({ code, what, place, attributes: answers }) => {
		const { lat, long } = testAddress(place);
		const [first = '', ...rest] = Object.keys(answers);
		const values: Values = {
			...TORONTO_ID,
			service_code: code,
			lat: String(lat),
			long: String(long),
			...REPORTER
		};
		const kept = Object.fromEntries(rest.map((name) => [name, answers[name] ?? '']));
		return [
			report(
				`missing-attribute-${code.toLowerCase()}`,
				`A question about ${what} left open`,
				'The error names the attribute and its values.',
				{ ...values, ...kept },
				both(refused(400, `${first} is required`))
			),
			report(
				`bad-attribute-${code.toLowerCase()}`,
				`An answer about ${what} that is not on the list`,
				'The key of a value is sent, not its name.',
				{ ...values, ...kept, [first]: 'SOMEWHERE' },
				both(refused(400, `${first} 'SOMEWHERE'`))
			)
		];
	}
);

const contents: TestCase[] = [
	report(
		'unknown-attribute',
		'A question nobody asked',
		'Attributes must be those of the service definition.',
		{ ...POTHOLE, 'attribute[COLOUR]': 'blue' },
		both(refused(400, 'attribute[COLOUR]'))
	),
	report(
		'file',
		'A photo instead of a link',
		'Files are not accepted, only a link in media_url.',
		POTHOLE,
		both(refused(400, 'media_url')),
		{ files: [{ name: 'media', filename: 'pothole.jpg', type: 'image/jpeg', text: 'not a photo' }] }
	),
	report(
		'long-description',
		'4,001 characters',
		'The specification allows 4,000; the longest ever seen from Toronto had 755.',
		{ ...POTHOLE, description: 'x'.repeat(4001) },
		both(refused(400, '4001 characters'))
	),
	report(
		'bad-photo-link',
		'A link that is none',
		'media_url must be an http or https URL.',
		{ ...POTHOLE, media_url: 'C:\\photos\\pothole.jpg' },
		both(refused(400, 'media_url'))
	),
	report(
		'bad-email',
		'An e-mail address that is none',
		'Checked wherever it is sent.',
		{ ...POTHOLE, email: 'ada at example.org' },
		both(refused(400, 'email'))
	),
	report(
		'everything',
		'Many things wrong at once',
		'One error for each, so that a form can show them all.',
		{
			...TORONTO_ID,
			service_code: '30102',
			lat: '43.7',
			media_url: 'none',
			'attribute[HATE]': 'MAYBE'
		},
		both({
			status: 400,
			claims: [
				...refused(
					400,
					'long',
					'first_name',
					'last_name',
					'email',
					'attribute[PRIVTYPE]',
					"attribute[HATE] 'MAYBE'",
					'media_url'
				).claims,
				atLeast(7)
			]
		})
	),
	report(
		'json-body',
		'A JSON body',
		'GeoReport v2 takes forms only.',
		{},
		both(refused(400, 'application/json')),
		{ rawBody: { type: 'application/json', text: '{"service_code":"CSROWR-12"}' } }
	),
	report(
		'cut-off-body',
		'A body that is cut off',
		'The multipart body lacks its closing boundary.',
		{},
		both(refused(400, 'cut off')),
		{
			rawBody: {
				type: 'multipart/form-data; boundary=x',
				text: '--x\r\nContent-Disposition: form-data; name="service_code"\r\n\r\nCSR'
			}
		}
	),
	report(
		'server-trouble',
		'Trouble on the server',
		'A general service error, asked for by the header Prefer: code=400.',
		POTHOLE,
		both(refused(400, 'General service error')),
		{ headers: { Prefer: 'code=400' } }
	)
];

/** A GET that must be refused. */
const reading = (
	id: string,
	title: string,
	shows: string,
	draft: TestCase['draft'],
	outcomes: TestCase['outcomes'],
	section = 'Errors'
) => wrong({ id: `wrong-${id}`, title, shows, draft, outcomes, section });

const gets: TestCase[] = [
	reading(
		'get-no-jurisdiction',
		'A list without jurisdiction',
		'Refused in Toronto’s dialect; the standard dialect answers.',
		{ method: 'requests', values: {} },
		each(refused(400, 'jurisdiction_id was not provided'), ok(atLeast(60))),
		'GET Service Requests'
	),
	reading(
		'get-wrong-jurisdiction',
		'Services of another city',
		'404, in either dialect.',
		{ method: 'services', values: { jurisdiction_id: 'chicago.gov' } },
		both(refused(404, 'chicago.gov')),
		'GET Service List'
	),
	reading(
		'get-unknown-definition',
		'The definition of nothing',
		'404: no service has the code.',
		{ method: 'definition', values: { service_code: 'CSROWX-99', ...TORONTO_ID } },
		both(refused(404, 'CSROWX-99')),
		'GET Service Definition'
	),
	reading(
		'get-unknown-token',
		'A token nobody got',
		'404: a client that polls should stop.',
		{ method: 'token', values: { token: '12345', ...TORONTO_ID } },
		both(refused(404, '12345')),
		'GET service_request_id from a token'
	),
	reading(
		'get-bad-date',
		'A date that is none',
		'The error names the argument and shows the form to send.',
		{ method: 'requests', values: { ...TORONTO_ID, start_date: 'yesterday' } },
		both(refused(400, "start_date 'yesterday'")),
		'GET Service Requests'
	),
	reading(
		'get-bad-page',
		'Page zero',
		'Pages count from 1, and hold at most 1,000 rows; both errors come at once.',
		{ method: 'requests', values: { ...TORONTO_ID, page: '0', page_size: '5000' } },
		both(refused(400, "page '0'", "page_size '5000'")),
		'GET Service Requests'
	),
	reading(
		'get-half-circle',
		'A circle without a radius',
		'Refused in Toronto’s dialect; the standard one ignores lat and long, which GeoReport v2 does not have here.',
		{ method: 'requests', values: { ...TORONTO_ID, lat: '43.65', long: '-79.38' } },
		each(refused(400, 'radius'), ok(atLeast(60))),
		'GET Service Requests'
	),
	reading(
		'no-format',
		'No format',
		'The path must end in .xml or .json; without a format the error comes as XML.',
		{ method: 'services', path: 'services', values: TORONTO_ID },
		both(refused(404, '.xml or .json'))
	),
	reading(
		'unknown-format',
		'A format nobody speaks',
		'HTML is not a format of GeoReport v2.',
		{ method: 'services', path: 'services.html', values: TORONTO_ID },
		both(refused(404, "Format 'html'"))
	),
	reading(
		'unknown-path',
		'A resource that does not exist',
		'404, in the format asked for.',
		{ method: 'services', path: 'complaints.{format}', values: TORONTO_ID },
		both(refused(404, 'complaints'))
	),
	reading(
		'wrong-verb',
		'A verb nobody takes',
		'405, with the verbs that are allowed.',
		{ method: 'services', verb: 'DELETE', values: TORONTO_ID },
		both(refused(405, 'DELETE'))
	)
];

/** The test cases that go wrong on purpose. */
export const WRONG_CASES: readonly TestCase[] = [
	...locations,
	...keysAndCodes,
	...attributes,
	...contents,
	...gets
];
