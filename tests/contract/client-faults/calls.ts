// Mistakes in how calls are made: their paths, arguments and headers, tokens, lists and troubles.
import { fault, type ClientFault } from './fault';

const SEARCH =
	'for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);';
const BODY = "const request = { method: form ? 'POST' : 'GET', headers, body: form };";
const SEND = "return (await send('service_requests', urlOf('requests'), form))[0];";
const START = 'query.start_date = new Date(start).toISOString();';
const END = 'query.end_date = new Date(Math.min(start + LONGEST_SPAN, last)).toISOString();';

/** Mistakes in how calls are made. */
export const CALL_FAULTS: readonly ClientFault[] = [
	fault(
		'known-paths',
		'asks for /token/TOKEN',
		['follow-token', 'follow-slow'],
		["urlOf('tokens', token)", "urlOf('token', token)"]
	),
	fault(
		'known-paths',
		'leaves out the format',
		['gone'],
		["urlOf('requests', service_request_id)", 'new URL(`requests/${service_request_id}`, endpoint)']
	),
	fault(
		'jurisdiction',
		'names no jurisdiction',
		['services', 'list-open'],
		[
			"if (env.OPEN311_JURISDICTION) url.searchParams.set('jurisdiction_id', env.OPEN311_JURISDICTION);",
			''
		],
		{ dialect: 'toronto' }
	),
	fault(
		'jurisdiction',
		'forgets it in the form',
		['report-simple', 'report-private'],
		["if (env.OPEN311_JURISDICTION) form.set('jurisdiction_id', env.OPEN311_JURISDICTION);", ''],
		{ dialect: 'toronto' }
	),
	fault(
		'jurisdiction',
		'writes it in another way',
		['services', 'gone'],
		[
			"url.searchParams.set('jurisdiction_id', env.OPEN311_JURISDICTION)",
			"url.searchParams.set('jurisdiction_id', 'Toronto')"
		],
		{ dialect: 'toronto' }
	),
	fault(
		'form-body',
		'sends JSON',
		['report-simple', 'report-private'],
		[
			BODY,
			`${BODY} if (form) { headers['Content-Type'] = 'application/json'; request.body = JSON.stringify(Object.fromEntries(form)); }`
		]
	),
	fault(
		'form-body',
		'encodes the form as Latin-1',
		['report-simple', 'report-private'],
		[
			BODY,
			`${BODY} if (form) { headers['Content-Type'] = 'application/x-www-form-urlencoded'; request.body = [...form].map((pair) => pair.map(escape).join('=')).join('&'); }`
		]
	),
	fault(
		'private-not-in-url',
		'sends everything in the URL of the POST',
		['report-private'],
		[SEND, SEND.replace("urlOf('requests')", "new URL(`?${form}`, urlOf('requests'))")]
	),
	fault(
		'private-not-in-url',
		'sends the e-mail address in the URL',
		['report-private'],
		[
			SEND,
			"const { email } = Object.fromEntries(form); form.delete('email'); const to = urlOf('requests'); if (email) to.searchParams.set('email', email); return (await send('service_requests', to, form))[0];"
		]
	),
	fault(
		'key-not-in-url',
		'sends its key with each GET',
		['services', 'list-open'],
		[SEARCH, `${SEARCH} url.searchParams.set('api_key', 'K');`]
	),
	fault(
		'zoned-dates',
		'sends dates without a zone',
		['list-open', 'list-one'],
		[START, 'query.start_date = new Date(start).toISOString().slice(0, 19);']
	),
	fault(
		'zoned-dates',
		'sends days',
		['list-open', 'list-none'],
		[
			END,
			'query.end_date = new Date(Math.min(start + LONGEST_SPAN, last)).toISOString().slice(0, 10);'
		]
	),
	fault(
		'zoned-dates',
		'leaves a plus as it is',
		['list-open'],
		[
			SEARCH,
			"url.search += Object.entries(query).map(([name, value]) => `&${name}=${value.replace('.000Z', '+00:00')}`).join('');"
		]
	),
	fault(
		'no-hammering',
		'asks for everything twice',
		['services', 'list-open'],
		[
			'return send(root, url);',
			'return Promise.any([send(root, url), send(root, url)]).catch(({ errors }) => Promise.reject(errors[0]));'
		]
	),
	fault(
		'format-asked',
		'always asks for JSON',
		['services', 'report-simple'],
		[
			"env.OPEN311_FORMAT === 'json' ? 'json' : 'xml'",
			"env.OPEN311_FORMAT === 'json' ? 'xml' : 'json'"
		]
	),
	fault(
		'named-agent',
		'does not say its name',
		['services', 'report-simple'],
		[", 'User-Agent': 'example-georeport-client/1.0'", '']
	),
	// Tokens.
	fault(
		'polls-token',
		'does not ask about its token',
		['follow-slow'],
		[
			'const id = token ? await idOf(token) : text(answer.service_request_id);',
			'const id = text(answer.service_request_id);'
		]
	),
	fault(
		'poll-patience',
		'asks about a token all the time',
		['follow-slow'],
		['await sleep(poll * 1000);', 'await sleep(poll * 200);']
	),
	fault(
		'poll-stops',
		'asks on when the id has come',
		['follow-slow'],
		['if (id) return id;', 'if (id && poll === POLLS - 1) return id;']
	),

	// Lists.
	fault(
		'filters-on-server',
		'asks for every status',
		['list-open'],
		['const query = status ? { status } : {};', 'const query = {};'],
		{ also: { 'broken-answer': 'reads-records' } }
	),
	fault(
		'splits-window',
		'asks for all of the time at once',
		['list-year'],
		['const LONGEST_SPAN = 90', 'const LONGEST_SPAN = 900']
	),
	fault(
		'splits-window',
		'takes a quarter of a year for 90 days',
		['list-year'],
		['const LONGEST_SPAN = 90', 'const LONGEST_SPAN = 92']
	),
	fault(
		'splits-window',
		'leaves a day between two spans',
		['list-year'],
		['start += LONGEST_SPAN) {', 'start += LONGEST_SPAN + 86_400_000) {']
	),

	// Trouble.
	fault(
		'honours-retry-after',
		'does not read Retry-After',
		['busy'],
		['error.pause ?? attempt * 1000', 'attempt * 1000']
	),
	fault(
		'retry-limit',
		'asks once more, four times, to be sure',
		['busy'],
		[
			'return send(root, url);',
			'const again = async (left) => { const found = await send(root, url); return left === 0 ? found : sleep(1000).then(() => again(left - 1)); }; return again(4);'
		]
	),
	fault('gives-up', 'waits for ever', ['silence'], [', signal: AbortSignal.timeout(TIMEOUT)', ''])
];
