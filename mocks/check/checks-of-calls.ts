// The checks of every scene that look at where calls go and what they carry.
import { clip, quote } from '../api/answers';
import { JURISDICTION } from '../api/dialect';
import { readDateTime } from '../city/dates';
import type { Evidence, SeenCall } from './evidence';
import { quantity, failed, notReached, passed, type Finder } from './finding';
import { sameBreaks } from './result';

const NO_CALL = 'The client made no call.';

/** What no URL may hold, since URLs end up in logs. */
const PRIVATE = ['email', 'phone', 'first_name', 'last_name', 'device_id', 'description'];

/** Returns the texts of a task that no URL may hold, whatever the name of the argument. */
function privateValues({ scene: { task } }: Evidence): string[] {
	if (task.do !== 'report') return [];
	const { email, first_name, last_name, description } = task;
	return [email, first_name, last_name, description].flatMap((text) => text ?? []);
}

/** Finds a private argument in the URL of a call; null for none. */
function privateArgument(
	call: SeenCall,
	evidence: Evidence
): readonly [name: string, value: string] | null {
	const named = PRIVATE.find((name) => call.query.one(name) !== null);
	if (named !== undefined) return [named, call.query.one(named) ?? ''];
	const values = privateValues(evidence).map(sameBreaks);
	const sent = call.pairs.find(([, value]) => values.includes(sameBreaks(value)));
	return sent ?? null;
}

/** Whether the URL of a call holds what only a body may. */
export const hasPrivateInUrl = (call: SeenCall, evidence: Evidence) =>
	privateArgument(call, evidence) !== null;

/** Every call is a method of GeoReport v2, with its format where it belongs. */
export const knownPaths: Finder = ({ calls }) => {
	if (calls.length === 0) return notReached(NO_CALL);
	const wrong = calls.filter(({ api }) => api === null);
	const [first] = wrong;
	if (!first) return passed(`${quantity(calls.length, 'call')}, each a method of GeoReport v2.`);
	return failed(
		`${clip(first.method)} ${clip(first.path)} (call ${first.number}) is no method of GeoReport v2.`,
		'End each path with .xml or .json: services.xml, services/CODE.xml, requests.xml, requests/ID.xml, tokens/TOKEN.xml.',
		...wrong
	);
};

/** Every call but discovery names the jurisdiction. */
export const namesJurisdiction: Finder = ({ calls }) => {
	const sentBy = ({ query, form }: SeenCall) => [
		...query.all('jurisdiction_id'),
		...(form?.all('jurisdiction_id') ?? [])
	];
	const asked = calls.filter(
		(call) =>
			call.api !== null &&
			call.api !== 'discovery' &&
			(call.formProblem === null || sentBy(call).length > 0)
	);
	if (asked.length === 0) return notReached('No call needed a jurisdiction_id.');
	const wrong = asked.filter((call) => {
		const sent = sentBy(call);
		return sent.length === 0 || sent.some((value) => value !== JURISDICTION);
	});
	const [first] = wrong;
	if (!first)
		return passed(`${quantity(asked.length, 'call')}, each with jurisdiction_id ${JURISDICTION}.`);
	const value = sentBy(first).find((each) => each !== JURISDICTION);
	return failed(
		value === undefined
			? `Call ${first.number} sent no jurisdiction_id.`
			: `Call ${first.number} sent jurisdiction_id ${quote(value)}.`,
		`Send jurisdiction_id=${JURISDICTION} with every call: in the query, or in the form of a report.`,
		...wrong
	);
};

const FORM_TYPE = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

function formTrouble(call: SeenCall): string | null {
	const type = call.headers['content-type'] ?? '';
	if (call.body.length === 0) return 'has no body.';
	if (type === '') return 'has no Content-Type.';
	if (!FORM_TYPE.test(type)) return `has a body of type ${quote(type)}.`;
	return call.formProblem === null ? null : `has a form that cannot be read: ${call.formProblem}`;
}

/** Each POST has a form in UTF-8. */
export const formBody: Finder = (evidence) => {
	const posts = evidence.calls.filter(
		(call) => call.method === 'POST' && !(call.body.length === 0 && hasPrivateInUrl(call, evidence))
	);
	if (posts.length === 0) return notReached('No POST with a body came.');
	const wrong = posts.filter((call) => formTrouble(call) !== null);
	const [first] = wrong;
	if (!first) return passed('The form of each POST could be read.', ...posts);
	return failed(
		`POST (call ${first.number}) ${formTrouble(first) ?? ''}`,
		'Send the arguments of a report as application/x-www-form-urlencoded or multipart/form-data, in UTF-8.',
		...wrong
	);
};

/** Nothing private is in a URL. */
export const privateNotInUrl: Finder = (evidence) => {
	if (evidence.calls.length === 0) return notReached(NO_CALL);
	const wrong = evidence.calls.filter((call) => hasPrivateInUrl(call, evidence));
	const [first] = wrong;
	const found = first ? privateArgument(first, evidence) : null;
	if (!first || !found) return passed('No URL holds anything private.');
	return failed(
		`The URL of call ${first.number} holds ${clip(found[0])}: ${quote(found[1])}.`,
		'Send it in the form of the POST: URLs are kept in logs and histories.',
		...wrong
	);
};

/** No key is in a URL. */
export const keyNotInUrl: Finder = ({ calls }) => {
	if (calls.length === 0) return notReached(NO_CALL);
	const wrong = calls.filter(({ query }) => query.one('api_key') !== null);
	const [first] = wrong;
	if (!first) return passed('No URL holds an api_key.');
	return failed(
		`The URL of call ${first.number} holds an api_key.`,
		'Send api_key in the form of the POST, and with no GET: none needs it.',
		...wrong
	);
};

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

const isZoned = (text: string) => ZONED.test(text) && readDateTime(text) !== null;

/** Returns what is wrong with the dates of a call; null if they are in order. */
export function dateTrouble({ query }: SeenCall): string | null {
	for (const name of ['start_date', 'end_date']) {
		const wrong = query.all(name).find((value) => !isZoned(value));
		if (wrong !== undefined) return `${name} arrived as ${quote(wrong)}`;
	}
	return null;
}

/** Each date arrives as a real date-time with its zone. */
export const zonedDates: Finder = ({ calls }) => {
	const dated = calls.filter(({ query }) =>
		['start_date', 'end_date'].some((name) => query.one(name) !== null)
	);
	if (dated.length === 0) return notReached('No call had a start_date or an end_date.');
	const wrong = dated.filter((call) => dateTrouble(call) !== null);
	const [first] = wrong;
	if (!first) return passed('Every date arrived as a date-time with its zone.', ...dated);
	return failed(
		`In call ${first.number} ${dateTrouble(first) ?? ''}, which is no date-time with a zone.`,
		'Send date, time and zone, such as 2012-06-01T00:00:00Z, and percent-encode a plus as %2B.',
		...wrong
	);
};

/** The format is the one that the client was told to use. */
export const formatAsked: Finder = ({ calls, scene }) => {
	const asked = calls.filter(({ api }) => api !== null && api !== 'discovery');
	if (asked.length === 0) return notReached('No call asked for a format.');
	const wrong = asked.filter(({ format }) => format !== scene.format);
	const [first] = wrong;
	if (!first) return passed(`Every call asked for ${scene.format}.`);
	return failed(
		`Call ${first.number} asked for ${first.format}, and OPEN311_FORMAT is ${scene.format}.`,
		`End each path with .${scene.format}.`,
		...wrong
	);
};
