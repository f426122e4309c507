// What the checks of the text and the place of a report say of literal calls.
import { post, byCalls, J, type GradedCase } from './call';

/** The description of the scene `report-simple`. */
const TEXT =
	'The bin at the café is covered in tags 🎨 & “stickers” <all sides> + one on the lid.\nIt is 100% covered; the next bin = clean.';

const described = (text: string) => post(`${J}&description=${encodeURIComponent(text)}`);

const TEXT_CASES = [
	byCalls(
		'report-simple',
		'text-intact',
		'passed',
		'it is stored as given',
		'as it was given',
		described(TEXT)
	),
	byCalls(
		'report-simple',
		'text-intact',
		'passed',
		'its line break is CRLF and blanks surround it',
		'as it was given',
		described(`  ${TEXT.replace('\n', '\r\n')}\r\n`)
	),
	byCalls(
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
	byCalls(
		'report-simple',
		'text-intact',
		'not reached',
		'there is no report',
		'No report was stored'
	),
	byCalls(
		'report-simple',
		'text-intact',
		'not reached',
		'the report was refused',
		'No report was stored',
		post('description=other', { status: 400 })
	),
	byCalls(
		'report-simple',
		'text-intact',
		'not reached',
		'it is in the URL: private-not-in-url fails',
		'No report was stored',
		post(J, { path: `requests.xml?description=${encodeURIComponent(TEXT)}` })
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'it is UTF-8 read as Latin-1',
		"The description of call 1 was stored as 'The bin at the cafÃ©",
		described(TEXT.replace('é', 'Ã©'))
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'it was escaped for XML',
		'&amp; “stickers”',
		described(TEXT.replace('&', '&amp;'))
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'it is encoded twice',
		'was stored as',
		described(encodeURIComponent(TEXT))
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'a raw & ends it',
		'was stored as',
		post(`description=${encodeURIComponent(TEXT).replace('%26', '&')}`)
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'a raw + is a blank',
		'was stored as',
		post(`description=${encodeURIComponent(TEXT).replace('%2B', '+')}`)
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'its line break is lost',
		'was stored as',
		described(TEXT.replace('\n', ' '))
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'a second report has another',
		'of call 2',
		described(TEXT),
		described('Test')
	),
	byCalls(
		'report-simple',
		'text-intact',
		'failed',
		'it is missing',
		'call 1 was stored without',
		post(J)
	)
];

const PLACE_CASES = [
	byCalls(
		'report-simple',
		'location-complete',
		'not reached',
		'there is no report',
		'No report came'
	),
	byCalls(
		'report-simple',
		'location-complete',
		'not reached',
		'the form cannot be read',
		'No report came',
		post('{}', { type: 'application/json' })
	),
	byCalls(
		'report-simple',
		'location-complete',
		'passed',
		'it is within 0.0001 degrees',
		'as it was given',
		post('lat=43.65453&long=-79.40075')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'it is 0.0002 degrees off',
		"call 1 has lat '43.65463'; the task gives lat 43.65443 and long -79.40065.",
		post('lat=43.65463&long=-79.40065')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'lat and long are swapped',
		"lat '-79.40065'",
		post('lat=-79.40065&long=43.65443')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'long is missing',
		'no long',
		post('lat=43.65443')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'long is empty',
		'no long',
		post('lat=43.65443&long=')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'the decimal point is a comma',
		"lat '43,65443'",
		post('lat=43%2C65443&long=-79%2C40065')
	),
	byCalls(
		'report-simple',
		'location-complete',
		'failed',
		'an address stands for it',
		'no lat',
		post('address_string=Bay+St')
	),
	byCalls(
		'report-address',
		'location-complete',
		'passed',
		'the address is as given, beside coordinates',
		'as it was given',
		post('address_string=Danforth+Ave+%26+Broadview+Ave&lat=43.6&long=-79.3')
	),
	byCalls(
		'report-address',
		'location-complete',
		'failed',
		'the address ends at its &',
		"the address 'Danforth Ave'",
		post('address_string=Danforth+Ave+&+Broadview+Ave')
	),
	byCalls(
		'report-address',
		'location-complete',
		'failed',
		'coordinates stand for the address',
		"no address_string; the task gives address_string 'Danforth Ave & Broadview Ave'.",
		post('lat=43.6762&long=-79.35887')
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const REPORT_CASES: readonly GradedCase[] = [...TEXT_CASES, ...PLACE_CASES];
