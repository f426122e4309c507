import type { CheckGuidance } from './guidance';

/** What scenes in which something is read check. */
export const READING = {
	'reads-services': {
		title: 'The service list is understood',
		why: 'Code, name and whether there are questions: everything else begins with these.',
		wrong:
			'In Toronto’s JSON one code is a number, so that a reader who expects text fails or drops it.',
		right:
			'Read `service_code` as text whatever its type, and `metadata` as true or false in any spelling.'
	},
	'reads-status': {
		title: 'The status is understood',
		why: 'Whether a report is open or closed is what people come back for.',
		wrong: 'The status is taken from `status_notes`, or from another row of the answer.',
		right: 'Read `status`, which is `open` or `closed`, of the request with your id.'
	},
	'filters-on-server': {
		title: 'The server does the filtering',
		why: 'A list stops at 1,000 requests. What is filtered afterwards has gaps.',
		wrong: 'Everything is loaded and sorted out on the phone.',
		right: 'Send `status` and `service_code`, with the code from the service list.'
	},
	'reads-records': {
		title: 'The requests of a list are understood',
		why: 'A wrong id, date or place in a list is worse than none: people act on it.',
		wrong:
			'`lat` and `long` are swapped where `long` comes first, a date is read without its zone, Toronto’s wrapper around JSON lists is not expected.',
		right:
			'Read by name, not by position. Take a list bare or inside `service_requests`. Keep the instant of a date, with its zone.'
	},
	'splits-window': {
		title: 'A long time is asked for in parts',
		why: 'One call spans at most 90 days. The mock-up cuts what is longer in Toronto’s dialect, and refuses it in the standard one.',
		wrong: 'A year is asked for in one call, and the list looks complete.',
		right:
			'Ask for windows of up to 90 days that follow each other without a gap, and put the answers together.'
	},
	'complete-list': {
		title: 'A list of many parts is complete and has nothing twice',
		why: 'Counts and maps are wrong where rows are missing or doubled.',
		wrong: 'The rows at the seams of two windows come twice, or the last window is forgotten.',
		right: 'Let windows meet or overlap, and keep each `service_request_id` once.'
	},
	'reads-null-place': {
		title: 'A request without a place is read',
		why: 'Toronto’s lists had requests without address and coordinates.',
		wrong: 'The whole list fails on one null, or the request lands at 0, 0 in the Gulf of Guinea.',
		right:
			'Let `lat` and `long` be missing, null or empty, and show such a request in the list only.'
	},
	'reads-ids': {
		title: 'Ids are kept as text, whatever their type',
		why: 'An id that is a number loses leading zeros, and digits where it is long.',
		wrong: 'A strict reader refuses a number, or an id is printed as `1.01e11`.',
		right: 'Turn `service_request_id` into text when you read it, and never calculate with it.'
	},
	'reads-text': {
		title: 'Text is read as it was meant',
		why: 'What people wrote has ampersands, accents and emoji.',
		wrong: '`&amp;` is shown as such, CDATA is dropped, an emoji becomes two question marks.',
		right: 'Use an XML or JSON parser, never a regular expression, and read bytes as UTF-8.'
	},
	'ignores-unknown': {
		title: 'Unknown fields do no harm',
		why: 'Servers add fields: an extension, the next version.',
		wrong: 'A strict decoder refuses the whole answer because of one name it does not know.',
		right: 'Read the fields you use, skip all others.'
	},
	'reads-empty': {
		title: 'An empty list is a result, not an error',
		why: 'No potholes is good news, not a failure.',
		wrong: 'The client says “something went wrong”, or waits for a first row for ever.',
		right: 'Take `[]` or `<service_requests/>` as a list with nothing in it, and say so.'
	},
	'reads-one': {
		title: 'A list of one is a list',
		why: 'Many filters match exactly one request.',
		wrong: 'An XML reader makes a list of several elements and an object of one.',
		right:
			'Tell the reader which elements are lists: `request`, `service`, `attribute`, `value`, `error`.'
	},
	'honours-retry-after': {
		title: 'The wait that the server asks for is kept',
		why: 'A server that says when to come back is trying to stay up.',
		wrong: 'The call is repeated at once, and so by everybody.',
		right: 'After 503 read `Retry-After` (seconds, or a date) and wait that long.'
	},
	'retry-limit': {
		title: 'There is an end to trying again',
		why: 'A server that is down does not come back sooner, and the battery is empty.',
		wrong: 'A loop without a count.',
		right: 'Stop after a few tries, say what happened, and offer to try again.'
	},
	'ends-well': {
		title: 'The client comes to a result in the end',
		why: 'A server that stumbles once or twice should cost the person a moment, not the answer.',
		wrong:
			'An HTML page with status 200 is parsed as data, half a document is shown as a whole one, or the client gives up at the first 503.',
		right:
			'Check that the body is the format you asked for and whole. If not, ask again after a pause.'
	},
	'gives-up': {
		title: 'Silence does not last for ever',
		why: 'A spinner that never ends makes people close the app.',
		wrong: 'The HTTP library has no time limit unless one is set.',
		right:
			'Set a limit for every call, 10 to 30 seconds, then ask again or say that there was no answer.'
	}
} as const satisfies Readonly<Record<string, CheckGuidance>>;
