// What the checks of the scenes that report something say of literal calls.
import type { SceneId } from '../scene';
import { errorsXml, get, post, type GradedCase, type Sketch } from './call';

const J = 'jurisdiction_id=toronto.ca';

const that = (
	scene: SceneId,
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	...calls: readonly Sketch[]
): GradedCase => ({ check, scene, says, when, message, calls });

/** The description of the scene `report-simple`. */
const TEXT =
	'The bin at the café is covered in tags 🎨 & “stickers” <all sides> + one on the lid.\nIt is 100% covered; the next bin = clean.';

const described = (text: string) => post(`${J}&description=${encodeURIComponent(text)}`);

const TEXT_CASES = [
	that(
		'report-simple',
		'text-intact',
		'passed',
		'it is stored as given',
		'as it was given',
		described(TEXT)
	),
	that(
		'report-simple',
		'text-intact',
		'passed',
		'its line break is CRLF and blanks surround it',
		'as it was given',
		described(`  ${TEXT.replace('\n', '\r\n')}\r\n`)
	),
	that(
		'report-simple',
		'text-intact',
		'passed',
		'its line break is CR, blanks are pluses, and the answer was lost',
		'as it was given',
		post(
			`${J}&description=${encodeURIComponent(TEXT.replace('\n', '\r')).replaceAll('%20', '+')}`,
			{ lost: true }
		)
	),
	that('report-simple', 'text-intact', 'not reached', 'there is no report', 'No report was stored'),
	that(
		'report-simple',
		'text-intact',
		'not reached',
		'the report was refused',
		'No report was stored',
		post('description=other', { status: 400 })
	),
	that(
		'report-simple',
		'text-intact',
		'not reached',
		'it is in the URL: private-not-in-url fails',
		'No report was stored',
		post(J, { path: `requests.xml?description=${encodeURIComponent(TEXT)}` })
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'it is UTF-8 read as Latin-1',
		"The description of call 1 was stored as 'The bin at the cafÃ©",
		described(TEXT.replace('é', 'Ã©'))
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'it was escaped for XML',
		'&amp; “stickers”',
		described(TEXT.replace('&', '&amp;'))
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'it is encoded twice',
		'was stored as',
		described(encodeURIComponent(TEXT))
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'a raw & ends it',
		'was stored as',
		post(`description=${encodeURIComponent(TEXT).replace('%26', '&')}`)
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'a raw + is a blank',
		'was stored as',
		post(`description=${encodeURIComponent(TEXT).replace('%2B', '+')}`)
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'its line break is lost',
		'was stored as',
		described(TEXT.replace('\n', ' '))
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'a second report has another',
		'of call 2',
		described(TEXT),
		described('Test')
	),
	that(
		'report-simple',
		'text-intact',
		'failed',
		'it is missing',
		'call 1 was stored without',
		post(J)
	)
];

const PLACE_CASES = [
	that('report-simple', 'location-complete', 'not reached', 'there is no report', 'No report came'),
	that(
		'report-simple',
		'location-complete',
		'not reached',
		'the form cannot be read',
		'No report came',
		post('{}', { type: 'application/json' })
	),
	that(
		'report-simple',
		'location-complete',
		'passed',
		'it is within 0.0001 degrees',
		'as it was given',
		post('lat=43.65453&long=-79.40075')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'it is 0.0002 degrees off',
		"call 1 has lat '43.65463'; the task gives lat 43.65443 and long -79.40065.",
		post('lat=43.65463&long=-79.40065')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'lat and long are swapped',
		"lat '-79.40065'",
		post('lat=-79.40065&long=43.65443')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'long is missing',
		'no long',
		post('lat=43.65443')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'long is empty',
		'no long',
		post('lat=43.65443&long=')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'the decimal point is a comma',
		"lat '43,65443'",
		post('lat=43%2C65443&long=-79%2C40065')
	),
	that(
		'report-simple',
		'location-complete',
		'failed',
		'an address stands for it',
		'no lat',
		post('address_string=Bay+St')
	),
	that(
		'report-address',
		'location-complete',
		'passed',
		'the address is as given, beside coordinates',
		'as it was given',
		post('address_string=Danforth+Ave+%26+Broadview+Ave&lat=43.6&long=-79.3')
	),
	that(
		'report-address',
		'location-complete',
		'failed',
		'the address ends at its &',
		"the address 'Danforth Ave'",
		post('address_string=Danforth+Ave+&+Broadview+Ave')
	),
	that(
		'report-address',
		'location-complete',
		'failed',
		'coordinates stand for the address',
		"no address_string; the task gives address_string 'Danforth Ave & Broadview Ave'.",
		post('lat=43.6762&long=-79.35887')
	)
];

const LISTED =
	'<services><service><service_code>CSROWC-05</service_code></service><service><service_code>SWLMALB-02</service_code></service></services>';

const LISTED_JSON = '[{"service_code":30102},{"service_code":"SWLMALB-02"}]';

const CODE_CASES = [
	that('report-simple', 'service-from-list', 'not reached', 'there is no report', 'No report came'),
	that(
		'report-simple',
		'service-from-list',
		'not reached',
		'the list was refused',
		'was refused',
		get('services.xml', { status: 400 }),
		post('service_code=SWLMALB-02', { status: 400 })
	),
	that(
		'report-simple',
		'service-from-list',
		'not reached',
		'the path of the list is no method: known-paths fails',
		'Call 1 for the list is no method',
		get('services?format=xml', { status: 404 }),
		post('service_code=SWLMALB-02')
	),
	that(
		'report-simple',
		'service-from-list',
		'passed',
		'it was listed before',
		'read before',
		get('services.xml', { says: LISTED }),
		post('service_code=SWLMALB-02')
	),
	that(
		'report-simple',
		'service-from-list',
		'passed',
		'it was listed before, in JSON and as a number',
		'read before',
		get('services.json', { says: LISTED_JSON, answerType: 'application/json' }),
		post('service_code=30102')
	),
	that(
		'report-simple',
		'service-from-list',
		'failed',
		'no list was read',
		"Call 1 sent service_code 'SWLMALB-02' before any",
		post('service_code=SWLMALB-02')
	),
	that(
		'report-simple',
		'service-from-list',
		'failed',
		'the list came after it',
		'Call 1 sent',
		post('service_code=SWLMALB-02'),
		get('services.xml', { says: LISTED })
	),
	that(
		'report-simple',
		'service-from-list',
		'failed',
		'the list did not arrive',
		'before any service list',
		get('services.xml', { says: LISTED, lost: true }),
		post('service_code=SWLMALB-02')
	),
	that(
		'report-simple',
		'service-from-list',
		'failed',
		'the name is sent in place of the code',
		'which GET services does not list',
		get('services.xml', { says: LISTED }),
		post('service_code=Graffiti+on+a+City+litter+bin', { status: 404 })
	),
	that(
		'report-simple',
		'service-from-list',
		'failed',
		'it is missing',
		'call 2 has no service_code',
		get('services.xml', { says: LISTED }),
		post('lat=1', { status: 400 })
	),
	that(
		'report-simple',
		'no-needless-definition',
		'not reached',
		'there is no report',
		'No report came'
	),
	that(
		'report-simple',
		'no-needless-definition',
		'passed',
		'only others were read',
		'No call asked',
		get('services/CSROWC-05.xml'),
		post(J)
	),
	that(
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
	that('report-private', 'private-in-body', 'not reached', 'there is no report', 'No report came'),
	that(
		'report-private',
		'private-in-body',
		'passed',
		'all are in the form',
		'email, first_name, last_name arrived',
		post(PRIVATE)
	),
	that(
		'report-private',
		'private-in-body',
		'not reached',
		'they are in the URL: private-not-in-url fails',
		'is in a URL',
		post(J, { path: `requests.xml?${PRIVATE}` })
	),
	that(
		'report-private',
		'private-in-body',
		'failed',
		'the plus of the address is raw',
		"email 'zoe.tremblay 311@example.org'; the task gives 'zoe.tremblay+311@example.org'.",
		post(PRIVATE.replace('%2B', '+'))
	),
	that(
		'report-private',
		'private-in-body',
		'failed',
		'one is missing',
		'call 1 has no last_name',
		post(PRIVATE.replace('last_name', 'surname'))
	),
	that('report-private', 'photo-as-url', 'not reached', 'there is no report', 'No report came'),
	that(
		'report-private',
		'photo-as-url',
		'passed',
		'it is as given',
		'as it was given',
		post(PHOTO)
	),
	that(
		'report-private',
		'photo-as-url',
		'failed',
		'its & is raw',
		"media_url 'https://photos.example.org/2012/0615-shutters.jpg?size=large'",
		post(PHOTO.replace('%26', '&'))
	),
	that('report-private', 'photo-as-url', 'failed', 'it is missing', 'no media_url', post(J)),
	that(
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

const answers = (...pairs: [name: string, value: string][]) =>
	post(new URLSearchParams(pairs.map(([name, value]) => [`attribute${name}`, value])).toString());

const LOC: [string, string] = ['[POTLOC]', 'BIKE'];
const SIZE: [string, string] = ['[POTSIZE]', 'YES'];
const RISK: [string, string][] = [
	['[POTRISK][]', 'WALK'],
	['[POTRISK][]', 'CYCLE']
];

const QUESTION_CASES = [
	that(
		'report-questions',
		'definition-first',
		'not reached',
		'there is no report',
		'No report came'
	),
	that(
		'report-questions',
		'definition-first',
		'not reached',
		'the definition was refused',
		'was refused',
		get('services/CSROWR-12.xml', { status: 400, says: errorsXml([400, 'No.']) }),
		post(J)
	),
	that(
		'report-questions',
		'definition-first',
		'not reached',
		'its path is no method: known-paths fails',
		'Call 1 for the definition is no method',
		get('services.xml/CSROWR-12', { status: 404 }),
		post(J)
	),
	that(
		'report-questions',
		'definition-first',
		'passed',
		'it was read before',
		'Call 1 read the definition of CSROWR-12',
		get('services/CSROWR-12.xml'),
		post(J)
	),
	that(
		'report-questions',
		'definition-first',
		'failed',
		'it was read after',
		'Call 1 sent the first report before',
		post(J),
		get('services/CSROWR-12.xml'),
		post(J)
	),
	that(
		'report-questions',
		'definition-first',
		'failed',
		'that of another service was read',
		'before the definition of CSROWR-12',
		get('services/CSROWC-05.xml'),
		post(J)
	),

	that('report-questions', 'required-answered', 'not reached', 'there is no report', 'No report'),
	that(
		'report-questions',
		'required-answered',
		'passed',
		'both are answered',
		'was answered',
		answers(LOC, SIZE)
	),
	that(
		'report-questions',
		'required-answered',
		'passed',
		'a label is sent: keys-not-names fails alone',
		'was answered',
		answers(['[POTLOC]', 'Bike lane'], SIZE)
	),
	that(
		'report-questions',
		'required-answered',
		'failed',
		'one is missing',
		'call 1 has no attribute[POTSIZE], which is required.',
		answers(LOC)
	),
	that(
		'report-questions',
		'required-answered',
		'failed',
		'the second report lacks one that is empty',
		'call 2 has no attribute[POTLOC]',
		answers(LOC, SIZE),
		answers(['[POTLOC]', ''], SIZE)
	),

	...['required-answered', 'several-values'].map((check) =>
		that(
			'report-questions',
			check,
			'not reached',
			'the definition was not read: definition-first fails alone',
			'knows the questions',
			post(J, { status: 400 })
		)
	),
	that(
		'report-questions',
		'required-answered',
		'failed',
		'the definition was read and nothing is answered',
		'no attribute[POTLOC] and no attribute[POTSIZE], which are required',
		get('services/CSROWR-12.xml'),
		post(J, { status: 400 })
	),

	that('report-questions', 'keys-not-names', 'not reached', 'there is no report', 'No report'),
	that(
		'report-questions',
		'keys-not-names',
		'not reached',
		'no list is answered',
		'No question with a list',
		answers(['[POTSEEN]', '2012-06-14T17:45:00-04:00'])
	),
	that(
		'report-questions',
		'keys-not-names',
		'passed',
		'all are keys',
		'is a key',
		answers(LOC, SIZE, ...RISK)
	),
	that(
		'report-questions',
		'keys-not-names',
		'passed',
		'several are in one value: several-values fails alone',
		'is a key',
		answers(LOC, SIZE, ['[POTRISK]', 'WALK,CYCLE'])
	),
	that(
		'report-questions',
		'keys-not-names',
		'failed',
		'a label is sent',
		"Call 1 sent attribute[POTLOC]='Bike lane'; the key of 'Bike lane' is BIKE.",
		answers(['[POTLOC]', 'Bike lane'], SIZE)
	),
	that(
		'report-questions',
		'keys-not-names',
		'failed',
		'one of several is a label',
		"attribute[POTRISK]='People cycling'",
		answers(LOC, SIZE, ['[POTRISK]', 'WALK'], ['[POTRISK]', 'People cycling'])
	),
	that(
		'report-questions',
		'keys-not-names',
		'failed',
		'the key is that of another value',
		"attribute[POTLOC]='CURB'",
		answers(['[POTLOC]', 'CURB'], SIZE)
	),
	that(
		'report-questions',
		'keys-not-names',
		'failed',
		'the question stands for its code',
		'the code of the question is POTLOC',
		answers(['[Where on the road is it?]', 'BIKE'], SIZE)
	),
	that(
		'report-questions',
		'required-answered',
		'passed',
		'the question stands for its code: keys-not-names fails alone',
		'was answered',
		answers(['[Where on the road is it?]', 'BIKE'], SIZE)
	),

	that('report-questions', 'several-values', 'not reached', 'there is no report', 'No report'),
	...(
		[
			['[]', '[]'],
			['', ''],
			['[0]', '[1]'],
			['', '[]']
		] as const
	).map(([first, second]) =>
		that(
			'report-questions',
			'several-values',
			'passed',
			`they are sent as [POTRISK]${first} and [POTRISK]${second}`,
			'arrived',
			answers([`[POTRISK]${first}`, 'CYCLE'], [`[POTRISK]${second}`, 'WALK'])
		)
	),
	that(
		'report-questions',
		'several-values',
		'passed',
		'they are labels: keys-not-names fails alone',
		'arrived',
		answers(['[POTRISK][]', 'People walking'], ['[POTRISK][]', 'People cycling'])
	),
	that(
		'report-questions',
		'several-values',
		'failed',
		'only the last arrived',
		"Call 1 sent 'CYCLE' as attribute[POTRISK]; the task gives CYCLE and WALK.",
		answers(LOC, SIZE, ['[POTRISK]', 'CYCLE'])
	),
	that(
		'report-questions',
		'several-values',
		'failed',
		'they are in one value',
		"'WALK,CYCLE'",
		answers(LOC, SIZE, ['[POTRISK]', 'WALK,CYCLE'])
	),
	that(
		'report-questions',
		'several-values',
		'failed',
		'none arrived',
		'call 1 has no attribute[POTRISK]',
		answers(LOC, SIZE)
	)
];

/** The cases. */
export const REPORT_CASES: readonly GradedCase[] = [
	...TEXT_CASES,
	...PLACE_CASES,
	...CODE_CASES,
	...PRIVATE_CASES,
	...QUESTION_CASES
];
