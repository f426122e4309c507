// The checks of the client check: one table, which the grade, the reports and the reference page
// share. What each one looks at is in the files `checks-of-….ts`.
import type { DialectName } from '../../src/georeport/dialect';
import type { CheckLevel, Scene } from './scene';

/** A check, as the reports and the reference page name it. */
export interface Check {
	id: string;
	level: CheckLevel;
	/**
	 * Who asks for it: `spec` with a heading of GeoReport v2, `seen` or `inferred` for Toronto's
	 * recorded behaviour, `task` for what the client was asked to do, or `practice`.
	 */
	source: string;
	/** One sentence: when it passes. */
	passes: string;
	/** The only dialect in which it is made; left out where it is made in both. */
	dialect?: DialectName;
	/** Whether it is asked only of a client that wrote a result, and no error. */
	needsResult?: true;
	/** Whether a later call can still mend it, so that it fails only once the scene has ended. */
	canMend?: true;
}

const checkOf =
	(level: CheckLevel) =>
	(id: string, source: string, passes: string, more: Partial<Check> = {}): Check => ({
		id,
		level,
		source,
		passes,
		...more
	});

const must = checkOf('must');
const should = checkOf('should');
const advice = checkOf('advice');

/** The checks of every scene, in the order of the report. */
export const CHECKS_OF_EVERY_SCENE: readonly Check[] = [
	must(
		'known-paths',
		'spec, each method',
		'Every call is a method of GeoReport v2, with .xml or .json in the right place.'
	),
	must(
		'jurisdiction',
		'seen',
		'Every call but discovery has jurisdiction_id, and its value is toronto.ca.',
		{ dialect: 'toronto' }
	),
	must(
		'ends-in-order',
		'practice',
		'The client ends by itself in time, and writes a result or exits with 0.'
	),
	must(
		'form-body',
		'spec, POST Service Request',
		'Each POST has a form as its body, and the form is valid UTF-8.'
	),
	must(
		'private-not-in-url',
		'practice',
		'No URL holds a name, an e-mail address, a phone number, a device id or a description.'
	),
	should('key-not-in-url', 'practice', 'No URL holds an api_key.'),
	must(
		'zoned-dates',
		'spec, Dates',
		'Each start_date and end_date arrives as a real date-time with Z or an offset.'
	),
	should(
		'no-hammering',
		'practice',
		'No GET is repeated within 0.9 seconds, and a scene has at most 40 calls.'
	),
	should('format-asked', 'task', 'The client asks for the format that it was told to use.'),
	advice('named-agent', 'practice', 'User-Agent names more than the HTTP library.')
];

/** The checks of single scenes. */
export const OWN_CHECKS: readonly Check[] = [
	must(
		'reads-services',
		'spec, GET Service List',
		'The client read the code, the name and metadata of every service.',
		{ needsResult: true }
	),
	must(
		'text-intact',
		'spec, POST Service Request',
		'The description is stored as the task has it, to the last character.'
	),
	must(
		'location-complete',
		'spec, POST Service Request',
		'The report has both lat and long of the task, or its address as given.'
	),
	must(
		'service-from-list',
		'spec, GET Service List',
		'The service code sent is one of a service list that was asked for before.'
	),
	advice(
		'no-needless-definition',
		'spec, GET Service Definition',
		'No definition is asked for where the service list says that there is none.'
	),
	must(
		'definition-first',
		'spec, GET Service Definition',
		'The definition of the service is read before the first report.'
	),
	must(
		'required-answered',
		'spec, GET Service Definition',
		'Each report answers every required question as attribute[CODE].'
	),
	must(
		'keys-not-names',
		'spec, POST Service Request',
		'An answer from a list is sent as the key of its value, under the code of its question.'
	),
	must(
		'several-values',
		'spec, POST Service Request',
		'Several answers to one question are all sent, each as a value of its own.'
	),
	must(
		'private-in-body',
		'seen',
		'The name and the e-mail address of the reporter are sent in the body.'
	),
	must(
		'photo-as-url',
		'spec, POST Service Request',
		'media_url holds the address of the photo as given, and no file is sent.'
	),
	must(
		'polls-token',
		'spec, GET service_request_id from a token',
		'The client asks about its token until that has an id.',
		{ canMend: true }
	),
	must(
		'uses-id',
		'spec, GET service_request_id from a token',
		'The client goes on with the id that the token led to, not with the token.',
		{ needsResult: true, canMend: true }
	),
	must('reads-status', 'spec, GET Service Request', 'The client read the status of the request.', {
		needsResult: true
	}),
	should(
		'poll-patience',
		'practice',
		'At least 0.9 seconds pass between two calls about one token.'
	),
	should('poll-stops', 'practice', 'The client asks no more about a token that has an id.'),
	should(
		'filters-on-server',
		'spec, GET Service Requests',
		'The list is asked for with status and service_code.'
	),
	must(
		'reads-records',
		'spec, GET Service Requests',
		'The client read every request that matches, each with its own values, and no other.',
		{ needsResult: true }
	),
	must(
		'splits-window',
		'spec, GET Service Requests',
		'A longer time is asked for in spans of at most 90 days, which leave no gap.',
		{ canMend: true }
	),
	must(
		'complete-list',
		'spec, GET Service Requests',
		'The joined list has every request once, and no other.',
		{ needsResult: true }
	),
	must(
		'reads-null-place',
		'seen',
		'A request without a place is read as one, not as a place at 0, 0.',
		{ needsResult: true }
	),
	must('reads-ids', 'seen', 'Every id is read, and is text, even if JSON has it as a number.', {
		needsResult: true
	}),
	must(
		'reads-text',
		'spec, Formats',
		'Entities, CDATA, line breaks and every character of a text are read.',
		{ needsResult: true }
	),
	must(
		'ignores-unknown',
		'practice',
		'Fields that GeoReport v2 does not know do not stop the client.'
	),
	must('reads-empty', 'spec, GET Service Requests', 'An empty list is read as an empty list.', {
		needsResult: true
	}),
	must(
		'reads-one',
		'spec, GET Service Requests',
		'A list of one request is read as a list of one.',
		{ needsResult: true }
	),
	should(
		'honours-retry-after',
		'practice',
		'After a 503 the client waits for as long as Retry-After says.'
	),
	should('retry-limit', 'practice', 'The client makes at most five calls of one method and path.'),
	must(
		'ends-well',
		'practice',
		'The client comes to a result although the server failed at first.'
	),
	must('no-second-report', 'practice', 'A report whose answer was lost is not sent a second time.'),
	should('not-repeated', 'spec, Errors', 'A call that was refused is not sent again unchanged.'),
	must(
		'tells-every-error',
		'spec, Errors',
		'The client tells every error of a refusal, with its code and description.',
		{ needsResult: true }
	),
	should('gives-up', 'practice', 'A call without an answer is given up within 40 seconds.')
];

/** Returns the checks of a scene in the order of the report, with their levels in that scene. */
export function checksOf(scene: Scene): Check[] {
	const own = scene.own.flatMap((id) => OWN_CHECKS.find((check) => check.id === id) ?? []);
	return [...CHECKS_OF_EVERY_SCENE, ...own]
		.filter(({ dialect }) => dialect === undefined || dialect === scene.dialect)
		.map((check) =>
			check.id === 'ends-well' && scene.id === 'busy' ? { ...check, level: 'should' } : check
		);
}
