// What the checks of how a client behaves say of literal calls.
import { always, BASE, exited, get, J, post, stopped, type GradedCase } from './call';

const LIST = `requests.xml?${J}`;

/** The graded cases of these checks, for each of the three verdicts. */
export const MANNER_CASES: readonly GradedCase[] = [
	// ends-in-order
	always('ends-in-order', 'not reached', 'there is no process', 'no process', [get(LIST)]),
	always('ends-in-order', 'passed', 'it exits with 0', 'exited with 0', [], { ending: exited(0) }),
	always('ends-in-order', 'passed', 'it wrote a result and exits with 1', 'wrote a result', [], {
		ending: exited(1),
		result: { requests: [] }
	}),
	always('ends-in-order', 'passed', 'it wrote an error', 'wrote an error', [], {
		ending: exited(1),
		result: { error: 'The server is down.' }
	}),
	always(
		'ends-in-order',
		'passed',
		'it gave up although ends-well fails',
		'wrote an error',
		[get(LIST, { status: 503, retryAfter: '2' })],
		{ scene: 'busy', ending: exited(0), result: { error: 'Busy.' } }
	),
	always('ends-in-order', 'failed', 'it exits with 1 and wrote nothing', 'exited with 1', [], {
		ending: exited(1)
	}),
	always(
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
	always('ends-in-order', 'failed', 'a signal ended it', 'ended by SIGSEGV', [], {
		ending: { at: 1, code: null, signal: 'SIGSEGV', timedOut: false }
	}),
	always(
		'ends-in-order',
		'not reached',
		'gives-up says so already',
		'Another check',
		[get(LIST, { silent: true, until: null })],
		{ scene: 'silence', ending: stopped(60) }
	),
	always(
		'ends-in-order',
		'failed',
		'it made no call in silence and never ended',
		'after 60 s',
		[],
		{
			scene: 'silence',
			ending: stopped(60)
		}
	),
	always(
		'ends-in-order',
		'not reached',
		'ends-well says so already',
		'Another check',
		[get(LIST, { status: 503, retryAfter: '2' })],
		{ scene: 'busy', ending: exited(1) }
	),
	always(
		'ends-in-order',
		'not reached',
		'ignores-unknown says so already',
		'Another check',
		[get(LIST)],
		{ scene: 'list-odd', ending: exited(1) }
	),
	always(
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

	// no-hammering
	always('no-hammering', 'not reached', 'there is no call', 'made no call', []),
	always('no-hammering', 'passed', 'the same GET begins 0.9 s later', '2 calls', [
		get(LIST, { at: 0 }),
		get(LIST, { at: 0.9 })
	]),
	always('no-hammering', 'passed', 'another GET and a POST come at once', '3 calls', [
		get(LIST),
		get(`${LIST}&page=2`),
		post(J, { path: LIST })
	]),
	always('no-hammering', 'failed', 'it begins 0.89 s later', 'Call 3 repeats call 1 after 890 ms', [
		get(LIST, { at: 0, until: 0.88 }),
		get('services.xml', { at: 0.5 }),
		get(LIST, { at: 0.89 })
	]),
	always('no-hammering', 'passed', 'there are 40 calls', '40 calls', [
		...Array.from({ length: 40 }, (_, at) => get(LIST, { at }))
	]),
	always('no-hammering', 'failed', 'there are 41 calls', 'made 41 calls', [
		...Array.from({ length: 41 }, (_, at) => get(LIST, { at }))
	]),
	always(
		'no-hammering',
		'passed',
		'a token is asked too often: poll-patience fails',
		'1 call',
		[post(J), ...Array.from({ length: 60 }, (_, at) => get(`tokens/1.xml?${J}`, { at: at / 20 }))],
		{ scene: 'follow-slow' }
	),
	always(
		'no-hammering',
		'failed',
		'a token is asked too often, and no other check says so',
		'500 ms',
		[get('tokens/9000031.xml', { at: 0 }), get('tokens/9000031.xml', { at: 0.5 })],
		{ scene: 'follow-token' }
	),
	always(
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
	always(
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
	always(
		'no-hammering',
		'failed',
		'a refused call is repeated, and no other check says so',
		'200 ms',
		[get(LIST, { at: 0, status: 400 }), get(LIST, { at: 0.2, status: 400 })]
	),

	// format-asked
	always('format-asked', 'not reached', 'only discovery is read', 'No call', [
		get('http://127.0.0.1:3110/open311test/discovery.json')
	]),
	always('format-asked', 'passed', 'discovery is in another format', 'Every call asked for xml', [
		get('http://127.0.0.1:3110/open311test/discovery.json'),
		get(LIST)
	]),
	always(
		'format-asked',
		'failed',
		'it is the other',
		'Call 2 asked for xml, and OPEN311_FORMAT is json',
		[get('requests.json'), get('requests/1.xml')],
		{ format: 'json' }
	),

	// named-agent
	always('named-agent', 'not reached', 'there is no call', 'made no call', []),
	...[
		'GreenBin/1.0',
		'GreenBin/1.0 (a@b.c) okhttp/4.12.0',
		'GreenBin/7 CFNetwork/1404.0.5 Darwin/22.3.0',
		'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
	].map((agent) =>
		always('named-agent', 'passed', `it is ${agent}`, `'${agent.slice(0, 60)}`, [
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
		always('named-agent', 'failed', `it is ${agent}`, `User-Agent was '${agent}' (call 1)`, [
			get(LIST, { agent })
		])
	),
	always('named-agent', 'failed', 'there is none', 'Call 2 had no User-Agent', [
		get(LIST),
		get(`${BASE}services.xml`, { agent: '' })
	])
];
