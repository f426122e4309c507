// What the checks of the service, the reporter and the photo of a report say of literal calls.
import { get, post, byCalls, J, type GradedCase } from './call';

const LISTED =
	'<services><service><service_code>CSROWC-05</service_code></service><service><service_code>SWLMALB-02</service_code></service></services>';

const LISTED_JSON = '[{"service_code":30102},{"service_code":"SWLMALB-02"}]';

const CODE_CASES = [
	byCalls(
		'report-simple',
		'service-from-list',
		'not reached',
		'there is no report',
		'No report came'
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'not reached',
		'the list was refused',
		'was refused',
		get('services.xml', { status: 400 }),
		post('service_code=SWLMALB-02', { status: 400 })
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'not reached',
		'the path of the list is no method: known-paths fails',
		'Call 1 for the list is no method',
		get('services?format=xml', { status: 404 }),
		post('service_code=SWLMALB-02')
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'passed',
		'it was listed before',
		'read before',
		get('services.xml', { says: LISTED }),
		post('service_code=SWLMALB-02')
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'passed',
		'it was listed before, in JSON and as a number',
		'read before',
		get('services.json', { says: LISTED_JSON, answerType: 'application/json' }),
		post('service_code=30102')
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'failed',
		'no list was read',
		"Call 1 sent service_code 'SWLMALB-02' before any",
		post('service_code=SWLMALB-02')
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'failed',
		'the list came after it',
		'Call 1 sent',
		post('service_code=SWLMALB-02'),
		get('services.xml', { says: LISTED })
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'failed',
		'the list did not arrive',
		'before any service list',
		get('services.xml', { says: LISTED, lost: true }),
		post('service_code=SWLMALB-02')
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'failed',
		'the name is sent in place of the code',
		'which GET services does not list',
		get('services.xml', { says: LISTED }),
		post('service_code=Graffiti+on+a+City+litter+bin', { status: 404 })
	),
	byCalls(
		'report-simple',
		'service-from-list',
		'failed',
		'it is missing',
		'call 2 has no service_code',
		get('services.xml', { says: LISTED }),
		post('lat=1', { status: 400 })
	),
	byCalls(
		'report-simple',
		'no-needless-definition',
		'not reached',
		'there is no report',
		'No report came'
	),
	byCalls(
		'report-simple',
		'no-needless-definition',
		'passed',
		'only others were read',
		'No call asked',
		get('services/CSROWC-05.xml'),
		post(J)
	),
	byCalls(
		'report-simple',
		'no-needless-definition',
		'failed',
		'it was asked for',
		'Call 1 asked for the definition of SWLMALB-02',
		get('services/SWLMALB-02.xml'),
		post(J)
	)
];

const PRIVATE =
	'email=zoe.tremblay%2B311%40example.org&first_name=Zo%C3%A9&last_name=Tremblay-O%E2%80%99Neil';
const PHOTO =
	'media_url=https%3A%2F%2Fphotos.example.org%2F2012%2F0615-shutters.jpg%3Fsize%3Dlarge%26turn%3D90';

const PRIVATE_CASES = [
	byCalls(
		'report-private',
		'private-in-body',
		'not reached',
		'there is no report',
		'No report came'
	),
	byCalls(
		'report-private',
		'private-in-body',
		'passed',
		'all are in the form',
		'email, first_name, last_name arrived',
		post(PRIVATE)
	),
	byCalls(
		'report-private',
		'private-in-body',
		'not reached',
		'they are in the URL: private-not-in-url fails',
		'is in a URL',
		post(J, { path: `requests.xml?${PRIVATE}` })
	),
	byCalls(
		'report-private',
		'private-in-body',
		'failed',
		'the plus of the address is raw',
		"email 'zoe.tremblay 311@example.org'; the task gives 'zoe.tremblay+311@example.org'.",
		post(PRIVATE.replace('%2B', '+'))
	),
	byCalls(
		'report-private',
		'private-in-body',
		'failed',
		'one is missing',
		'call 1 has no last_name',
		post(PRIVATE.replace('last_name', 'surname'))
	),
	byCalls('report-private', 'photo-as-url', 'not reached', 'there is no report', 'No report came'),
	byCalls(
		'report-private',
		'photo-as-url',
		'passed',
		'it is as given',
		'as it was given',
		post(PHOTO)
	),
	byCalls(
		'report-private',
		'photo-as-url',
		'failed',
		'its & is raw',
		"media_url 'https://photos.example.org/2012/0615-shutters.jpg?size=large'",
		post(PHOTO.replace('%26', '&'))
	),
	byCalls('report-private', 'photo-as-url', 'failed', 'it is missing', 'no media_url', post(J)),
	byCalls(
		'report-private',
		'photo-as-url',
		'failed',
		'a file is sent',
		"call 1 has a file, 'media'.",
		post(
			'--XX\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\n\r\nJFIF\r\n--XX--',
			{ type: 'multipart/form-data; boundary=XX' }
		)
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const REPORTER_CASES: readonly GradedCase[] = [...CODE_CASES, ...PRIVATE_CASES];
