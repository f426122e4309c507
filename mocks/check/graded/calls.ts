// What the checks of every scene say of literal calls.
import { BASE, call, exited, FORM, get, post, stopped, type GradedCase, type Sketch } from './call';

const J = 'jurisdiction_id=toronto.ca';
const LIST = `requests.xml?${J}`;

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A case of one of these checks; the scene matters only where it is named. */
const that = (
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	calls: readonly Sketch[],
	others: Partial<GradedCase> = {}
): GradedCase => ({ check, scene: 'list-open', says, when, message, calls, ...others });

const MULTIPART = 'multipart/form-data; boundary=XX';

const part = (name: string, value: string, file = '') =>
	`--XX\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;

/** The cases. */
export const CALL_CASES: readonly GradedCase[] = [
	// known-paths
	that('known-paths', 'not reached', 'there is no call', 'made no call', []),
	that('known-paths', 'passed', 'each method is called', '7 calls, each', [
		get('http://127.0.0.1:3110/open311test/discovery.xml'),
		get(`services.xml?${J}`),
		get(`services/CSROWC-05.json?${J}`),
		post(J),
		get(`tokens/9000031.xml?${J}`),
		get(LIST),
		get(`requests/101000000131.xml?${J}`)
	]),
	that('known-paths', 'passed', 'the base is that of a run, and the dialect the other', '2 calls', [
		get('http://10.0.0.2:3110/check/my-run/georeport/v2/discovery.xml'),
		get('http://10.0.0.2:3110/check/my-run/georeport/v2/requests/1.json')
	]),
	that('known-paths', 'passed', 'slashes are doubled', '1 call', [
		get('http://127.0.0.1:3110//open311test/ws//services//CSROWC-05.xml')
	]),
	that('known-paths', 'passed', 'a slash follows the format', '1 call', [get('requests.xml/')]),
	that('known-paths', 'passed', 'HEAD stands for GET', '1 call', [call('HEAD', 'services.xml')]),
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
		that('known-paths', 'failed', `a path is ${path}`, '(call 2) is no method', [
			get(LIST),
			get(path)
		])
	),
	that(
		'known-paths',
		'failed',
		'the verb is no method',
		'PUT /open311test/ws/requests.xml (call 1)',
		[call('PUT', 'requests.xml')]
	),

	// jurisdiction
	that('jurisdiction', 'not reached', 'only discovery is read', 'No call needed', [
		get('http://127.0.0.1:3110/open311test/discovery.xml')
	]),
	that('jurisdiction', 'not reached', 'a path is no method: that alone fails', 'No call needed', [
		get('requests')
	]),
	that('jurisdiction', 'not reached', 'the form cannot be read: that alone fails', 'No call', [
		post('{}', { type: 'application/json' })
	]),
	that('jurisdiction', 'passed', 'it is in the query of a GET and the form of a POST', '2 calls', [
		get(LIST),
		post(J)
	]),
	that('jurisdiction', 'passed', 'it is in the query of a POST', '1 call', [
		post('lat=43', { path: LIST })
	]),
	that('jurisdiction', 'failed', 'it is missing', 'Call 2 sent no jurisdiction_id', [
		get(LIST),
		get('services.xml')
	]),
	that('jurisdiction', 'failed', 'it is empty', 'Call 1 sent no', [
		get('services.xml?jurisdiction_id=')
	]),
	that('jurisdiction', 'failed', 'it is another', "Call 1 sent jurisdiction_id 'sfgov.org'", [
		get('services.xml?jurisdiction_id=sfgov.org')
	]),
	that('jurisdiction', 'failed', 'one of two is another', "'ottawa.ca'", [
		post(J, { path: 'requests.xml?jurisdiction_id=ottawa.ca' })
	]),

	// ends-in-order
	that('ends-in-order', 'not reached', 'there is no process', 'no process', [get(LIST)]),
	that('ends-in-order', 'passed', 'it exits with 0', 'exited with 0', [], { ending: exited(0) }),
	that('ends-in-order', 'passed', 'it wrote a result and exits with 1', 'wrote a result', [], {
		ending: exited(1),
		result: { requests: [] }
	}),
	that('ends-in-order', 'passed', 'it wrote an error', 'wrote an error', [], {
		ending: exited(1),
		result: { error: 'The server is down.' }
	}),
	that(
		'ends-in-order',
		'passed',
		'it gave up although ends-well fails',
		'wrote an error',
		[get(LIST, { status: 503, retryAfter: '2' })],
		{ scene: 'busy', ending: exited(0), result: { error: 'Busy.' } }
	),
	that('ends-in-order', 'failed', 'it exits with 1 and wrote nothing', 'exited with 1', [], {
		ending: exited(1)
	}),
	that(
		'ends-in-order',
		'failed',
		'its time was up, result or not',
		'still running after 30 s',
		[],
		{
			ending: stopped(30),
			result: { requests: [] }
		}
	),
	that('ends-in-order', 'failed', 'a signal ended it', 'ended by SIGSEGV', [], {
		ending: { at: 1, code: null, signal: 'SIGSEGV', timedOut: false }
	}),
	that(
		'ends-in-order',
		'not reached',
		'gives-up says so already',
		'Another check',
		[get(LIST, { silent: true, until: null })],
		{ scene: 'silence', ending: stopped(60) }
	),
	that('ends-in-order', 'failed', 'it made no call in silence and never ended', 'after 60 s', [], {
		scene: 'silence',
		ending: stopped(60)
	}),
	that(
		'ends-in-order',
		'not reached',
		'ends-well says so already',
		'Another check',
		[get(LIST, { status: 503, retryAfter: '2' })],
		{ scene: 'busy', ending: exited(1) }
	),
	that(
		'ends-in-order',
		'not reached',
		'ignores-unknown says so already',
		'Another check',
		[get(LIST)],
		{ scene: 'list-odd', ending: exited(1) }
	),
	that(
		'ends-in-order',
		'failed',
		'it was ended in a scene of odd answers',
		'still running',
		[get(LIST)],
		{
			scene: 'list-odd',
			ending: stopped(30)
		}
	),

	// form-body
	that('form-body', 'not reached', 'there is no POST', 'No POST', [get(LIST)]),
	that('form-body', 'not reached', 'all is in the query: private-not-in-url fails', 'No POST', [
		post('', { path: `requests.xml?${J}&description=Hole` })
	]),
	that('form-body', 'passed', 'the form is urlencoded', 'could be read', [
		post('description=caf%C3%A9+%F0%9F%8E%A8', { type: `${FORM};charset=utf-8` })
	]),
	that('form-body', 'passed', 'the form is multipart', 'could be read', [
		post(`${part('lat', '43.6')}--XX--`, { type: MULTIPART })
	]),
	that('form-body', 'passed', 'a file in it is no text', 'could be read', [
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
	that(
		'form-body',
		'failed',
		'it is JSON',
		"POST (call 2) has a body of type 'application/json'.",
		[get(LIST), post('{"lat":43}', { type: 'application/json' })]
	),
	that('form-body', 'failed', 'it is plain text', "of type 'text/plain'", [
		post(J, { type: 'text/plain' })
	]),
	that('form-body', 'failed', 'it has no type', 'has no Content-Type', [post(J, { type: '' })]),
	that('form-body', 'failed', 'it has no body', 'has no body', [post('', { path: LIST })]),
	that('form-body', 'failed', 'percent-encoded bytes are Latin-1', 'description is not UTF-8', [
		post('description=caf%E9')
	]),
	that('form-body', 'failed', 'its bytes are Latin-1', 'not UTF-8', [
		post(bytes('description=caf\xe9'))
	]),
	that('form-body', 'failed', 'a part is Latin-1', 'description is not UTF-8', [
		post(bytes(`${part('description', 'caf\xe9')}--XX--`), { type: MULTIPART })
	]),
	that('form-body', 'failed', 'its end is missing', 'cut off', [
		post(part('lat', '43.6'), { type: MULTIPART })
	]),

	// private-not-in-url
	that('private-not-in-url', 'not reached', 'there is no call', 'made no call', []),
	that('private-not-in-url', 'passed', 'it is in the form, or empty', 'No URL', [
		post('email=a%40b.c', { path: 'requests.xml?email=' })
	]),
	...['email', 'phone', 'first_name', 'last_name', 'device_id', 'description'].map((name) =>
		that(
			'private-not-in-url',
			'failed',
			`${name} is in a URL`,
			`The URL of call 2 holds ${name}: 'x'.`,
			[get(LIST), get(`requests.xml?${name}=x`)]
		)
	),
	that(
		'private-not-in-url',
		'failed',
		'it has another name there',
		"holds mail: 'zoe.",
		[post(J, { path: 'requests.xml?mail=zoe.tremblay%2B311%40example.org' })],
		{ scene: 'report-private' }
	),

	// key-not-in-url
	that('key-not-in-url', 'not reached', 'there is no call', 'made no call', []),
	that('key-not-in-url', 'passed', 'it is in the form, or empty', 'No URL', [
		post('api_key=x', { path: 'requests.xml?api_key=' })
	]),
	that('key-not-in-url', 'failed', 'it is in a URL', 'The URL of call 1 holds an api_key', [
		get('requests.xml?api_key=x')
	]),

	// zoned-dates
	that('zoned-dates', 'not reached', 'there is no date', 'No call had', [get(LIST)]),
	that('zoned-dates', 'not reached', 'the date is empty', 'No call had', [
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
		that('zoned-dates', 'passed', `a date is ${date}`, 'Every date', [
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
		that(
			'zoned-dates',
			'failed',
			`a date is ${date}`,
			`In call 1 end_date arrived as '${arrived}'`,
			[get(`requests.xml?start_date=2012-06-01T00:00:00Z&end_date=${date}`)]
		)
	),

	// no-hammering
	that('no-hammering', 'not reached', 'there is no call', 'made no call', []),
	that('no-hammering', 'passed', 'the same GET begins 0.9 s later', '2 calls', [
		get(LIST, { at: 0 }),
		get(LIST, { at: 0.9 })
	]),
	that('no-hammering', 'passed', 'another GET and a POST come at once', '3 calls', [
		get(LIST),
		get(`${LIST}&page=2`),
		post(J, { path: LIST })
	]),
	that('no-hammering', 'failed', 'it begins 0.89 s later', 'Call 3 repeats call 1 after 890 ms', [
		get(LIST, { at: 0, until: 0.88 }),
		get('services.xml', { at: 0.5 }),
		get(LIST, { at: 0.89 })
	]),
	that('no-hammering', 'passed', 'there are 40 calls', '40 calls', [
		...Array.from({ length: 40 }, (_, at) => get(LIST, { at }))
	]),
	that('no-hammering', 'failed', 'there are 41 calls', 'made 41 calls', [
		...Array.from({ length: 41 }, (_, at) => get(LIST, { at }))
	]),
	that(
		'no-hammering',
		'passed',
		'a token is asked too often: poll-patience fails',
		'1 call',
		[post(J), ...Array.from({ length: 60 }, (_, at) => get(`tokens/1.xml?${J}`, { at: at / 20 }))],
		{ scene: 'follow-slow' }
	),
	that(
		'no-hammering',
		'failed',
		'a token is asked too often, and no other check says so',
		'500 ms',
		[get('tokens/9000031.xml', { at: 0 }), get('tokens/9000031.xml', { at: 0.5 })],
		{ scene: 'follow-token' }
	),
	that(
		'no-hammering',
		'passed',
		'Retry-After is ignored: honours-retry-after fails',
		'2 calls',
		[
			get(LIST, { at: 0, status: 503, retryAfter: '2' }),
			get(LIST, { at: 0.2, status: 503, retryAfter: '2' })
		],
		{ scene: 'busy' }
	),
	that(
		'no-hammering',
		'passed',
		'a refused call is repeated: not-repeated fails',
		'2 calls',
		[
			get('requests/1.xml', { at: 0, status: 404 }),
			get('requests/1.xml', { at: 0.2, status: 404 })
		],
		{ scene: 'gone' }
	),
	that(
		'no-hammering',
		'failed',
		'a refused call is repeated, and no other check says so',
		'200 ms',
		[get(LIST, { at: 0, status: 400 }), get(LIST, { at: 0.2, status: 400 })]
	),

	// format-asked
	that('format-asked', 'not reached', 'only discovery is read', 'No call', [
		get('http://127.0.0.1:3110/open311test/discovery.json')
	]),
	that('format-asked', 'passed', 'discovery is in another format', 'Every call asked for xml', [
		get('http://127.0.0.1:3110/open311test/discovery.json'),
		get(LIST)
	]),
	that(
		'format-asked',
		'failed',
		'it is the other',
		'Call 2 asked for xml, and OPEN311_FORMAT is json',
		[get('requests.json'), get('requests/1.xml')],
		{ format: 'json' }
	),

	// named-agent
	that('named-agent', 'not reached', 'there is no call', 'made no call', []),
	...[
		'GreenBin/1.0',
		'GreenBin/1.0 (a@b.c) okhttp/4.12.0',
		'GreenBin/7 CFNetwork/1404.0.5 Darwin/22.3.0',
		'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
	].map((agent) =>
		that('named-agent', 'passed', `it is ${agent}`, `'${agent.slice(0, 60)}`, [
			get(LIST, { agent })
		])
	),
	...[
		'curl/8.5.0',
		'python-requests/2.32.3',
		'Python/3.12 aiohttp/3.9.5',
		'node',
		'undici',
		'Go-http-client/1.1',
		'okhttp/4.12.0',
		'Java/17.0.1',
		'Apache-HttpClient/4.5.14 (Java/17.0.1)',
		'axios/1.7.2',
		'Ruby',
		'Faraday v2.9.0',
		'Dart/3.3 (dart:io)',
		'Dalvik/2.1.0 (Linux; U; Android 14)'
	].map((agent) =>
		that('named-agent', 'failed', `it is ${agent}`, `User-Agent was '${agent}' (call 1)`, [
			get(LIST, { agent })
		])
	),
	that('named-agent', 'failed', 'there is none', 'Call 2 had no User-Agent', [
		get(LIST),
		get(`${BASE}services.xml`, { agent: '' })
	])
];
