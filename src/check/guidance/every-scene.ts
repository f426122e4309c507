import type { CheckGuidance } from './guidance';

/** What every scene checks, in the order of the report. */
export const EVERY_SCENE = {
	'known-paths': {
		title: 'Every call is one of GeoReport v2',
		why: 'A path that is off by one part gets 404, and on many servers a page in HTML.',
		wrong:
			'The base URL and the path are joined by hand: a missing slash, a format that comes before the id, `request/` for `requests/`.',
		right:
			'Keep the base URL with a slash at its end, add the path of the method, and end it with `.xml` or `.json`: `requests/101000000001.json`.'
	},
	jurisdiction: {
		title: 'Every call names the jurisdiction',
		why: 'Toronto’s server required `jurisdiction_id`, and the mock-up refuses calls without it.',
		wrong:
			'It is sent with lists but forgotten with a token or a report, or it holds the value of another city.',
		right:
			'Add `jurisdiction_id=toronto.ca` in the one place that builds requests: the query of a GET, the form of a POST. Only discovery does without.'
	},
	'ends-in-order': {
		title: 'The client ends by itself',
		why: 'A program that hangs or dies leaves whoever started it with no answer at all.',
		wrong: 'An exception that nobody catches, an open connection that keeps the process alive.',
		right:
			'End with status 0, or write an error as the result, whatever the server did. Close connections and timers.'
	},
	'form-body': {
		title: 'A report is sent as a form in UTF-8',
		why: 'A server reads the arguments of a report from a form. Of a JSON body it reads none.',
		wrong:
			'The HTTP library turns an object into JSON by default, or the text is encoded as Latin-1, so that é arrives as a broken character.',
		right:
			'Send `application/x-www-form-urlencoded` (or `multipart/form-data`) and encode every value as UTF-8 with the library’s own function for forms.'
	},
	'private-not-in-url': {
		title: 'Nothing private is in a URL',
		why: 'URLs are written to the logs of servers, proxies and phones, and kept there.',
		wrong:
			'All arguments of the report are put into the query, names and e-mail address with them.',
		right:
			'Send `email`, `phone`, names, `device_id` and the description in the body of the POST only.'
	},
	'key-not-in-url': {
		title: 'The API key is not in a URL',
		why: 'A key in a log is a key for everybody who can read the log.',
		wrong: 'Drafts of OpenAPI files show `api_key` in the query, and generators follow them.',
		right: 'Send `api_key` as a field of the form of the POST. GETs need no key.'
	},
	'zoned-dates': {
		title: 'Dates carry their time zone',
		why: 'Without a zone the server guesses, and the list begins or ends hours off.',
		wrong:
			'The date is printed without a zone, or the plus sign of `+01:00` is not escaped in the query and arrives as a blank.',
		right:
			'Write `2012-06-15T16:00:00Z`, or an offset with the plus sign as `%2B`. Let a URL library encode the value.'
	},
	'no-hammering': {
		title: 'The same call is not repeated at once',
		why: 'Many phones that ask the same thing several times a second are an attack, whatever they mean.',
		wrong:
			'A screen that draws itself again loads its data again; a failed call is retried in a loop.',
		right:
			'Keep an answer for a moment, and wait at least a second before the same GET goes out again.'
	},
	'format-asked': {
		title: 'The format is the one that was asked for',
		why: 'A client that is set to JSON but asks for XML tests something else than what will run.',
		wrong: 'One method has its format written into the code while all others follow the setting.',
		right:
			'Build the ending of every path from one setting. Discovery may be read in either format.'
	},
	'named-agent': {
		title: 'The client says who it is',
		why: 'When calls go wrong, whoever runs the server can tell your client from others and write to you.',
		wrong:
			'The `User-Agent` is the default of the HTTP library, the same as that of thousands of programs.',
		right:
			'Send a name, a version and a way to reach you: `PotholeApp/1.2 (+https://example.org)`. A browser sets its own.'
	}
} as const satisfies Readonly<Record<string, CheckGuidance>>;
