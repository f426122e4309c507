// The checks of the way from a token to an id and on to the request.
import { quote } from '../api/answers';
import { valuesIn } from './answer-text';
import {
	callsOf,
	got,
	isCutShort,
	isRefused,
	strayCall,
	type Evidence,
	type SeenCall
} from './evidence';
import { quantity, failed, notReached, passed, seconds, type Finder } from './finding';
import { isRefusal, resultText } from './result';

/** Returns the tokens that the client is to follow: the one of the task, or those it was given. */
function tokensOf(evidence: Evidence): string[] {
	const { task } = evidence.scene;
	if (task.do === 'follow') return [task.token];
	return callsOf(evidence, 'submit')
		.filter((call) => got(call, 200))
		.flatMap(({ answer }) => valuesIn(answer, 'token'));
}

/** Returns the id that a call about a token brought to the client; null for none. */
const idFrom = (call: SeenCall) =>
	got(call, 200) ? (valuesIn(call.answer, 'service_request_id')[0] ?? null) : null;

const pollsOf = (evidence: Evidence) => {
	const tokens = tokensOf(evidence);
	return callsOf(evidence, 'token').filter(({ id }) => tokens.includes(id));
};

/** Returns the ids that the tokens led to. */
const idsOf = (evidence: Evidence) => pollsOf(evidence).flatMap((call) => idFrom(call) ?? []);

const NO_TOKEN = 'The client was given no token.';
const NO_ID = 'No answer led from the token to an id.';

/** The client asks about its token until that has an id. */
export const pollsToken: Finder = (evidence) => {
	const tokens = tokensOf(evidence);
	const [token] = tokens;
	if (evidence.calls.length === 0) return notReached('The client made no call.');
	if (token === undefined) return notReached(NO_TOKEN);
	const polls = pollsOf(evidence);
	const [led] = polls.filter((call) => idFrom(call) !== null);
	if (led) return passed(`Call ${led.number} led from token ${led.id} to an id.`, ...polls);
	if (polls.length > 0 && polls.every(isRefused)) {
		return notReached('Every call about the token was refused.', ...polls);
	}
	if (isCutShort(evidence)) {
		return notReached('The client was cut short before it came to its end.', ...polls);
	}
	const stray = strayCall(evidence, token);
	if (stray) return notReached(`Call ${stray.number} about it is no method.`, stray);
	const last = polls.at(-1);
	return failed(
		last
			? `The client stopped asking about token ${token} after ${quantity(polls.length, 'call')}, before it had an id (call ${last.number}).`
			: `No call asked about token ${quote(token)}.`,
		`Ask GET tokens/TOKEN.${evidence.scene.format} again after a second or more until it answers with an id.`,
		...polls
	);
};

/** The id that the client goes on with is the one that the token led to. */
export const usesId: Finder = (evidence) => {
	const { result } = evidence;
	const ids = idsOf(evidence);
	const [id] = ids;
	if (id === undefined) return notReached(NO_ID);
	const advice = `Go on with the service_request_id that GET tokens/TOKEN answers with, here ${id}.`;
	const lookups = callsOf(evidence, 'request');
	const members = result.kind === 'answer' ? result.members : null;
	const written = resultText(members?.service_request_id);
	if (written !== null) {
		return ids.includes(written)
			? passed(`The result has the id ${written}, to which the token led.`)
			: failed(`The result has the id ${quote(written)}; the token led to ${id}.`, advice);
	}
	const [lookup] = lookups;
	const right = lookups.find((call) => ids.includes(call.id));
	if (right) return passed(`Call ${right.number} asked for request ${right.id}.`, right);
	if (lookup) {
		return failed(
			`Call ${lookup.number} asked for request ${quote(lookup.id)}; the token led to ${id}.`,
			advice,
			...lookups
		);
	}
	return members && !isRefusal(members)
		? failed(`The result has no service_request_id; the token led to ${id}.`, advice)
		: notReached('There is no result, and no call of requests/ID.');
};

/** The status in the result is the one of the request. */
export const readsStatus: Finder = (evidence) => {
	const { result, scene } = evidence;
	const [row] = scene.rows;
	if (result.kind !== 'answer' || !row) return notReached('The client wrote no result.');
	if (isRefusal(result.members)) return notReached('The result is a refusal.');
	if (idsOf(evidence).length === 0) return notReached(NO_ID);
	if (usesId(evidence).verdict === 'failed')
		return notReached('The client went on without the id.');
	const lookups = [...callsOf(evidence, 'request'), ...callsOf(evidence, 'requests')];
	if (lookups.length > 0 && lookups.every((call) => !got(call, 200))) {
		return notReached('No answer with the request reached the client.', ...lookups);
	}
	const stray = strayCall(evidence, row.service_request_id);
	if (lookups.length === 0 && stray) {
		return notReached(`Call ${stray.number} about it is no method.`, stray);
	}
	const status = resultText(result.members.status);
	if (status === row.status) return passed(`The client read the status ${status}.`, ...lookups);
	return failed(
		`The result has ${status === null ? 'no status' : `the status ${quote(status)}`}; request ${row.service_request_id} is ${row.status}.`,
		'Read status from GET requests/ID, in lower case as it is sent.',
		...lookups
	);
};

const SHORTEST_PAUSE = 900;

/** Enough time passes between two calls about one token. */
export const pollPatience: Finder = (evidence) => {
	const latest = new Map<string, SeenCall>();
	let pairs = 0;
	for (const call of callsOf(evidence, 'token')) {
		const earlier = latest.get(call.id);
		latest.set(call.id, call);
		if (!earlier) continue;
		pairs++;
		const pause = earlier.end === null ? -Infinity : call.begin - earlier.end;
		if (pause >= SHORTEST_PAUSE) continue;
		return failed(
			pause < 0
				? `Call ${call.number} asked about token ${quote(call.id)} before call ${earlier.number} was answered.`
				: `Call ${call.number} asked about token ${quote(call.id)} ${seconds(pause)} after the answer to call ${earlier.number}.`,
			'Wait for at least a second between two calls about one token.',
			earlier,
			call
		);
	}
	return pairs === 0
		? notReached('No token was asked about twice.')
		: passed('At least 0.9 s passed between two calls about one token.');
};

/** No call asks about a token that has an id. */
export const pollStops: Finder = (evidence) => {
	const polls = callsOf(evidence, 'token');
	const [first] = polls.filter((call) => idFrom(call) !== null);
	if (!first) return notReached(NO_ID);
	const late = polls.filter((call) =>
		polls.some(
			(earlier) =>
				earlier.id === call.id &&
				earlier.number < call.number &&
				idFrom(earlier) !== null &&
				earlier.end !== null &&
				earlier.end <= call.begin
		)
	);
	const [again] = late;
	if (!again) return passed(`After call ${first.number} no call asked about the token.`, first);
	return failed(
		`Call ${again.number} asked about token ${quote(again.id)}, whose id had already come.`,
		'Stop asking as soon as the answer has a service_request_id; it does not change.',
		...late
	);
};
