import type { CheckGuidance } from './guidance';

/** What scenes in which something is reported or followed check. */
export const REPORTING = {
	'service-from-list': {
		title: 'The service code comes from the list',
		why: 'Codes are the city’s own and change. A code that is written into a client is wrong one day.',
		wrong: 'A code was copied from documentation or from another city.',
		right:
			'Read the service list first, find the service by its name, and send the code that stands there.'
	},
	'no-needless-definition': {
		title: 'No definition is read where there is none',
		why: 'It is a call for nothing. Servers answer it differently: with an empty list, with 400 or with 404.',
		wrong: 'The definition of every service is read, without a look at `metadata`.',
		right: 'Read a definition only where the service list says `metadata` is true.'
	},
	'definition-first': {
		title: 'The questions are read before the report is sent',
		why: 'Which questions a service asks is known from its definition alone.',
		wrong:
			'The questions are written into the client, or the report goes out first and is refused.',
		right: 'Where `metadata` is true, read `services/CODE` and ask what it lists before you send.'
	},
	'required-answered': {
		title: 'Every required question is answered',
		why: 'A report without a required answer is refused, and the person has to begin again.',
		wrong:
			'Only the first questions are shown, or `required` is read as text and never equals true.',
		right:
			'Send `attribute[CODE]` for every attribute with `required` and `variable` true. A note (`variable` false) takes no answer.'
	},
	'keys-not-names': {
		title: 'An answer is sent by its key',
		why: 'The name of a value is for people and may change. The server knows the key.',
		wrong: 'The label that was shown is sent, “Curb lane” in place of its key.',
		right: 'Show `name`, send `key`.'
	},
	'several-values': {
		title: 'Several answers all arrive',
		why: 'Of several values the last one wins where they are sent wrongly; the others are lost in silence.',
		wrong: 'A map from name to value keeps one value, or the values are joined with commas.',
		right: 'Repeat the field for each value: `attribute[CODE][]=a&attribute[CODE][]=b`.'
	},
	'location-complete': {
		title: 'The place arrives whole',
		why: 'A report without its place cannot be acted on, and one with a wrong place sends a crew to the wrong street.',
		wrong:
			'Only one of `lat` and `long` is sent, `lon` is sent for `long`, a coordinate is rounded, or an address is cut at `&`.',
		right:
			'Send `lat` and `long` together, in decimal degrees with a point, or `address_string` as the person wrote it, encoded.'
	},
	'text-intact': {
		title: 'The description arrives as it was written',
		why: 'What a person wrote is what the crew reads.',
		wrong:
			'`&` ends the value, `+` becomes a blank, é and emoji become question marks, a line break is lost.',
		right:
			'Encode the form with a library and UTF-8. Do not escape for HTML, do not strip characters.'
	},
	'private-in-body': {
		title: 'Name and e-mail address arrive',
		why: 'Toronto made both mandatory for graffiti on private property.',
		wrong: 'Fields are left out since the specification calls them optional, or have other names.',
		right: 'Send `first_name`, `last_name` and `email` in the form where the person gave them.'
	},
	'photo-as-url': {
		title: 'A photo is sent as a link',
		why: 'GeoReport v2 has no upload. Toronto took the address of a photo only.',
		wrong: 'The file itself is sent as a part of the form, and the server throws it away.',
		right: 'Put the photo on a server of yours and send its address as `media_url`.'
	},
	'polls-token': {
		title: 'A token is followed to an id',
		why: 'A city that answers in batches gives a token. Without the id nobody can look up what became of the report.',
		wrong: 'The token is shown as if it were the id, or asked about as `requests/TOKEN`.',
		right: 'Ask `tokens/TOKEN` until the answer has a `service_request_id`.'
	},
	'poll-patience': {
		title: 'There is a pause between two questions for an id',
		why: 'The id comes when the city’s own system has taken the report, however often one asks.',
		wrong: 'The loop asks again as soon as an answer without an id is there.',
		right: 'Wait a second or more between two calls, and longer each time.'
	},
	'poll-stops': {
		title: 'Asking ends once the id is there',
		why: 'Every further call costs battery and the server’s time, for what is known already.',
		wrong: 'A timer goes on in the background after the id came.',
		right: 'Keep the id, stop the timer.'
	},
	'uses-id': {
		title: 'The id is the one that the token led to',
		why: 'With any other id the person follows somebody else’s report.',
		wrong: 'The token or the first id of a list is kept.',
		right:
			'Take `service_request_id` of the token’s answer, as text, and ask `requests/ID` with it.'
	},
	'no-second-report': {
		title: 'A lost answer does not make a second report',
		why: 'A crew is sent twice, or a clerk has to find the duplicate.',
		wrong:
			'An HTTP library or a service worker repeats a POST by itself when the connection breaks.',
		right:
			'Do not repeat a POST blindly. Look for the report in the list first, or tell the person that it is not known whether it arrived.'
	},
	'not-repeated': {
		title: 'What was refused is not sent again unchanged',
		why: 'An answer from 400 to 499 says that the request is wrong. It will be wrong the second time too.',
		wrong: 'Every failure is retried, whatever its status.',
		right:
			'Retry after 503 or a lost connection on a GET. After 4xx, change something or tell the person.'
	},
	'tells-every-error': {
		title: 'Every reason of a refusal is passed on',
		why: 'A person who is told one of two reasons corrects it and is refused again.',
		wrong: 'Only the status is shown, or only the first error of the list.',
		right: 'Read every `error` of the body and show each `description`; it is written for people.'
	}
} as const satisfies Readonly<Record<string, CheckGuidance>>;
