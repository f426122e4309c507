// What the checks of every scene say of where literal calls go and what they carry.
import { always, call, FORM, get, J, post, type GradedCase } from './call';

const LIST = `requests.xml?${J}`;

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const MULTIPART = 'multipart/form-data; boundary=XX';

const part = (name: string, value: string, file = '') =>
	`--XX\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;

/** The graded cases of these checks, for each of the three verdicts. */
export const CALL_CASES: readonly GradedCase[] = [
	// known-paths
	always('known-paths', 'not reached', 'there is no call', 'made no call', []),
	always('known-paths', 'passed', 'each method is called', '7 calls, each', [
		get('http://127.0.0.1:3110/open311test/discovery.xml'),
		get(`services.xml?${J}`),
		get(`services/CSROWC-05.json?${J}`),
		post(J),
		get(`tokens/9000031.xml?${J}`),
		get(LIST),
		get(`requests/101000000131.xml?${J}`)
	]),
	always(
		'known-paths',
		'passed',
		'the base is that of a run, and the dialect the other',
		'2 calls',
		[
			get('http://10.0.0.2:3110/check/my-run/georeport/v2/discovery.xml'),
			get('http://10.0.0.2:3110/check/my-run/georeport/v2/requests/1.json')
		]
	),
	always('known-paths', 'passed', 'slashes are doubled', '1 call', [
		get('http://127.0.0.1:3110//open311test/ws//services//CSROWC-05.xml')
	]),
	always('known-paths', 'passed', 'a slash follows the format', '1 call', [get('requests.xml/')]),
	always('known-paths', 'passed', 'HEAD stands for GET', '1 call', [call('HEAD', 'services.xml')]),
	...[
		'requests',
		'requests?format=xml',
		'services.xml/CSROWC-05',
		'requests.rss',
		'requests.XML',
		'service.xml',
		'tokens/.xml',
		'services/.xml',
		'tokens/a/b.xml',
		'http://127.0.0.1:3110/requests.xml'
	].map((path) =>
		always('known-paths', 'failed', `a path is ${path}`, '(call 2) is no method', [
			get(LIST),
			get(path)
		])
	),
	always(
		'known-paths',
		'failed',
		'the verb is no method',
		'PUT /open311test/ws/requests.xml (call 1)',
		[call('PUT', 'requests.xml')]
	),

	// jurisdiction
	always('jurisdiction', 'not reached', 'only discovery is read', 'No call needed', [
		get('http://127.0.0.1:3110/open311test/discovery.xml')
	]),
	always('jurisdiction', 'not reached', 'a path is no method: that alone fails', 'No call needed', [
		get('requests')
	]),
	always('jurisdiction', 'not reached', 'the form cannot be read: that alone fails', 'No call', [
		post('{}', { type: 'application/json' })
	]),
	always(
		'jurisdiction',
		'passed',
		'it is in the query of a GET and the form of a POST',
		'2 calls',
		[get(LIST), post(J)]
	),
	always('jurisdiction', 'passed', 'it is in the query of a POST', '1 call', [
		post('lat=43', { path: LIST })
	]),
	always('jurisdiction', 'failed', 'it is missing', 'Call 2 sent no jurisdiction_id', [
		get(LIST),
		get('services.xml')
	]),
	always('jurisdiction', 'failed', 'it is empty', 'Call 1 sent no', [
		get('services.xml?jurisdiction_id=')
	]),
	always('jurisdiction', 'failed', 'it is another', "Call 1 sent jurisdiction_id 'sfgov.org'", [
		get('services.xml?jurisdiction_id=sfgov.org')
	]),
	always('jurisdiction', 'failed', 'one of two is another', "'ottawa.ca'", [
		post(J, { path: 'requests.xml?jurisdiction_id=ottawa.ca' })
	]),

	// form-body
	always('form-body', 'not reached', 'there is no POST', 'No POST', [get(LIST)]),
	always('form-body', 'not reached', 'all is in the query: private-not-in-url fails', 'No POST', [
		post('', { path: `requests.xml?${J}&description=Hole` })
	]),
	always('form-body', 'passed', 'the form is urlencoded', 'could be read', [
		post('description=caf%C3%A9+%F0%9F%8E%A8', { type: `${FORM};charset=utf-8` })
	]),
	always('form-body', 'passed', 'the form is multipart', 'could be read', [
		post(`${part('lat', '43.6')}--XX--`, { type: MULTIPART })
	]),
	always('form-body', 'passed', 'a file in it is no text', 'could be read', [
		post(
			Uint8Array.from([
				...bytes(`--XX\r\nContent-Disposition: form-data; name="media"; filename="a"\r\n\r\n`),
				0xff,
				0xd8,
				...bytes('\r\n--XX--')
			]),
			{ type: MULTIPART }
		)
	]),
	always(
		'form-body',
		'failed',
		'it is JSON',
		"POST (call 2) has a body of type 'application/json'.",
		[get(LIST), post('{"lat":43}', { type: 'application/json' })]
	),
	always('form-body', 'failed', 'it is plain text', "of type 'text/plain'", [
		post(J, { type: 'text/plain' })
	]),
	always('form-body', 'failed', 'it has no type', 'has no Content-Type', [post(J, { type: '' })]),
	always('form-body', 'failed', 'it has no body', 'has no body', [post('', { path: LIST })]),
	always('form-body', 'failed', 'percent-encoded bytes are Latin-1', 'description is not UTF-8', [
		post('description=caf%E9')
	]),
	always('form-body', 'failed', 'its bytes are Latin-1', 'not UTF-8', [
		post(bytes('description=caf\xe9'))
	]),
	always('form-body', 'failed', 'a part is Latin-1', 'description is not UTF-8', [
		post(bytes(`${part('description', 'caf\xe9')}--XX--`), { type: MULTIPART })
	]),
	always('form-body', 'failed', 'its end is missing', 'cut off', [
		post(part('lat', '43.6'), { type: MULTIPART })
	]),

	// private-not-in-url
	always('private-not-in-url', 'not reached', 'there is no call', 'made no call', []),
	always('private-not-in-url', 'passed', 'it is in the form, or empty', 'No URL', [
		post('email=a%40b.c', { path: 'requests.xml?email=' })
	]),
	...['email', 'phone', 'first_name', 'last_name', 'device_id', 'description'].map((name) =>
		always(
			'private-not-in-url',
			'failed',
			`${name} is in a URL`,
			`The URL of call 2 holds ${name}: 'x'.`,
			[get(LIST), get(`requests.xml?${name}=x`)]
		)
	),
	always(
		'private-not-in-url',
		'failed',
		'it has another name there',
		"holds mail: 'zoe.",
		[post(J, { path: 'requests.xml?mail=zoe.tremblay%2B311%40example.org' })],
		{ scene: 'report-private' }
	),

	// key-not-in-url
	always('key-not-in-url', 'not reached', 'there is no call', 'made no call', []),
	always('key-not-in-url', 'passed', 'it is in the form, or empty', 'No URL', [
		post('api_key=x', { path: 'requests.xml?api_key=' })
	]),
	always('key-not-in-url', 'failed', 'it is in a URL', 'The URL of call 1 holds an api_key', [
		get('requests.xml?api_key=x')
	]),

	// zoned-dates
	always('zoned-dates', 'not reached', 'there is no date', 'No call had', [get(LIST)]),
	always('zoned-dates', 'not reached', 'the date is empty', 'No call had', [
		get('requests.xml?start_date=&end_date=')
	]),
	...[
		'2012-06-01T00:00:00Z',
		'2012-06-01T00:00:00-04:00',
		'2012-06-01T00:00:00%2B02:00',
		'2012-06-01T00:00:00%2B0000',
		'2012-06-01T00:00:00.123456Z',
		'2012-06-01T00:00Z',
		'2012-02-29T23:59:59-05'
	].map((date) =>
		always('zoned-dates', 'passed', `a date is ${date}`, 'Every date', [
			get(`requests.xml?start_date=${date}`)
		])
	),
	...[
		['2012-06-01T00:00:00+02:00', '2012-06-01T00:00:00 02:00'],
		['2012-06-01T00:00:00', '2012-06-01T00:00:00'],
		['2012-06-01', '2012-06-01'],
		['2012-02-30T00:00:00Z', '2012-02-30T00:00:00Z'],
		['2012-06-01T24:00:00Z', '2012-06-01T24:00:00Z'],
		['2012-06-01 00:00:00Z', '2012-06-01 00:00:00Z'],
		['1338508800', '1338508800'],
		['Fri, 01 Jun 2012 00:00:00 GMT', 'Fri, 01 Jun 2012 00:00:00 GMT']
	].map(([date, arrived]) =>
		always(
			'zoned-dates',
			'failed',
			`a date is ${date}`,
			`In call 1 end_date arrived as '${arrived}'`,
			[get(`requests.xml?start_date=2012-06-01T00:00:00Z&end_date=${date}`)]
		)
	)
];
