// The checks of the scenes in which something goes wrong: what the client does about it.
import { clip, quote } from '../api/answers';
import { errorsIn, isWholeList } from './answer-text';
import { isStored } from './checks-of-reports';
import { callsOf, got, isRefused, taskCalls, type Evidence, type SeenCall } from './evidence';
import { quantity, failed, notReached, passed, seconds, type Finder } from './finding';
import { rowsIn, sameBreaks, resultText } from './result';

const isSamePath = (a: SeenCall, b: SeenCall) => a.method === b.method && a.path === b.path;

/** The client waits for as long as the server says. */
export const honoursRetryAfter: Finder = ({ calls }) => {
	const TOLERANCE = 100;
	const judged: SeenCall[] = [];
	for (const call of calls) {
		const header = call.answer?.headers['retry-after'] ?? '';
		if (!got(call, 503) || call.end === null || !/^\d{1,6}$/.test(header)) continue;
		const next = calls.find((each) => each.number > call.number && isSamePath(each, call));
		if (!next) continue;
		judged.push(call, next);
		const pause = next.begin - call.end;
		if (pause >= Number(header) * 1000 - TOLERANCE) continue;
		return failed(
			`Call ${next.number} came ${seconds(pause)} after call ${call.number} was answered with Retry-After: ${header}.`,
			'Wait for as many seconds as Retry-After says before the same call again.',
			call,
			next
		);
	}
	return judged.length === 0
		? notReached('No call was made again after an answer with Retry-After.')
		: passed('Each call was made again no sooner than Retry-After said.', ...new Set(judged));
};

/** The client does not ask for ever. */
export const retryLimit: Finder = (evidence) => {
	const MOST = 5;
	if (!taskCalls(evidence).some((call) => got(call, 503))) {
		return notReached('No call was answered with 503.');
	}
	const counts = new Map<string, SeenCall[]>();
	for (const call of evidence.calls) {
		const name = `${call.method} ${call.path}`;
		counts.set(name, [...(counts.get(name) ?? []), call]);
	}
	const most = [...counts.values()].reduce((a, b) => (b.length > a.length ? b : a));
	const [first] = most;
	return most.length > MOST && first
		? failed(
				`The client called ${first.method} ${clip(first.path)} ${most.length} times.`,
				'Stop after five attempts, and tell the user.',
				...most
			)
		: passed(`No method and path was called more than ${quantity(most.length, 'time')}.`);
};

/** Whether the calls of a scene met with the failure that it is about. */
const hasFailure = (evidence: Evidence) =>
	evidence.scene.id === 'busy'
		? taskCalls(evidence).some((call) => got(call, 503))
		: taskCalls(evidence).some(({ answer }) => answer !== null);

/** Judges the end of a client without a result by its exit status; null where there is none. */
function byExit({ ending }: Evidence, advice: string) {
	if (ending === null) return null;
	if (ending.timedOut || ending.code === null) {
		return notReached('The client did not end by itself.');
	}
	return ending.code === 0
		? passed('The client exited with 0.')
		: failed(`The client exited with ${ending.code} and wrote no result.`, advice);
}

/** The client comes to a result, although the server failed at first. */
export const endsWell: Finder = (evidence) => {
	const { result, scene } = evidence;
	const advice =
		'Make the call again after a while; if it fails for good, end with a message for the user.';
	if (!hasFailure(evidence)) return notReached('The client met with no failure.');
	if (result.kind === 'answer') return passed('The client came to a result.');
	if (result.kind === 'error') {
		return scene.id === 'broken-answer'
			? passed(`The client gave up in order: ${quote(result.words)}.`)
			: failed(`The client gave up: ${quote(result.words)}.`, advice);
	}
	const right = taskCalls(evidence).find((call) => call.reached && isWholeList(call.answer));
	return (
		byExit(evidence, advice) ??
		(right
			? passed(`Call ${right.number} brought the answer.`, right)
			: notReached('There is no result, and no process whose end could be seen.'))
	);
};

/** Fields that nobody announced do not stop the client. */
export const ignoresUnknown: Finder = (evidence) => {
	const { result } = evidence;
	const lists = taskCalls(evidence).filter((call) => got(call, 200));
	const advice =
		'Read the fields you need by their names, ignore all others, and expect none of the optional ones: this list also has a request without a place.';
	if (lists.length === 0) return notReached('No list reached the client.');
	if (result.kind === 'answer') return passed('The client came to a result.', ...lists);
	if (result.kind === 'error') {
		return failed(`The client gave up: ${quote(result.words)}.`, advice, ...lists);
	}
	return (
		byExit(evidence, advice) ??
		notReached('There is no result, and no process whose end could be seen.', ...lists)
	);
};

/** One report is stored, although its answer was lost. */
export const noSecondReport: Finder = (evidence) => {
	const stored = callsOf(evidence, 'submit').filter(isStored);
	const [first, second] = stored;
	if (!first) return notReached('No report was stored.');
	if (!second) return passed(`The report of call ${first.number} is stored once.`, first);
	return failed(
		`${quantity(stored.length, 'report')} are stored: call ${second.number} sent it again.`,
		'Look in GET requests for the report before it is sent again, or tell the user that it may have arrived.',
		...stored
	);
};

/** Returns what makes two calls the same; the boundary of a multipart form does not count. */
function fingerprintOf({ method, url, headers, body }: SeenCall): string {
	const [, quoted, bare] =
		/\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(headers['content-type'] ?? '') ?? [];
	const boundary = quoted ?? bare;
	const text = new TextDecoder().decode(body);
	return `${method} ${url}\n${boundary === undefined ? text : text.replaceAll(boundary, '')}`;
}

/** A call that was refused is not made again as it was. */
export const notRepeated: Finder = ({ calls }) => {
	const refused = calls.filter(isRefused);
	if (refused.length === 0) return notReached('No call was refused.');
	for (const call of refused) {
		const again = calls.find(
			(each) =>
				each.number > call.number &&
				each.begin >= (call.end ?? call.begin) &&
				fingerprintOf(each) === fingerprintOf(call)
		);
		if (!again) continue;
		return failed(
			`Call ${again.number} repeats call ${call.number}, which was refused with ${call.answer?.status}.`,
			'Change what the errors name, or tell the user; the same call gets the same answer.',
			call,
			again
		);
	}
	return passed('No call that was refused was made again.', ...refused);
};

/** The client tells every error of a refusal. */
export const tellsEveryError: Finder = (evidence) => {
	const { result } = evidence;
	const refused = taskCalls(evidence).filter(isRefused);
	const last = refused.at(-1);
	if (!last) return notReached('No call of the task was refused.');
	if (result.kind === 'none') return notReached('The client wrote no result.', ...refused);
	if (result.kind === 'error') {
		return notReached(`The client gave up: ${quote(result.words)}.`, ...refused);
	}
	const listed = rowsIn(result.members, 'refused', 'code') ?? [];
	const isTold = (code: string, description: string) =>
		listed.some(
			(each) => each.id === code && resultText(each.members.description) === sameBreaks(description)
		);
	const missingIn = (call: SeenCall) =>
		errorsIn(call.answer).filter(({ code, description }) => !isTold(code, description));
	const whole = refused.find((call) => missingIn(call).length === 0);
	if (whole) {
		return passed(`The result has every error of call ${whole.number}.`, whole);
	}
	const [missing] = missingIn(last);
	return failed(
		`The result has ${quantity(listed.length, 'error')}; it lacks ${missing?.code ?? ''} ${quote(missing?.description ?? '')} of call ${last.number}.`,
		'Read every entry of the errors body, and write code and description of each into refused.',
		last
	);
};

/** A call without an answer is given up in time. */
export const givesUp: Finder = (evidence) => {
	const LONGEST = 40_000;
	const { ending, result } = evidence;
	const calls = taskCalls(evidence);
	const call = calls.find(({ answer }) => answer === null);
	if (!call) return notReached('Every call was answered.');
	const waited = (until: number) => seconds(until - call.begin);
	const advice = 'Set a timeout of 10 to 30 seconds for each call, and tell the user.';
	const next = calls.find(({ number }) => number > call.number);
	const ended = ending !== null && !ending.timedOut ? ending.at : null;
	// Of a client without a process, or one that hangs after its result, it is known when it hung up.
	const isKnown = ending === null || (ending.timedOut && result.kind !== 'none');
	const until = next?.begin ?? ended ?? (isKnown ? call.end : null);
	if (until !== null && until - call.begin <= LONGEST) {
		return passed(`The client gave up call ${call.number} after ${waited(until)}.`, call);
	}
	if (until === null && ending === null) {
		return result.kind === 'none'
			? notReached(`Call ${call.number} is still waiting.`, call)
			: passed(`The client came to a result without call ${call.number}.`, call);
	}
	const last = until ?? ending?.at ?? call.begin;
	return last - call.begin <= LONGEST
		? notReached(`The scene ended ${waited(last)} after call ${call.number}.`, call)
		: failed(`The client waited for ${waited(last)} for call ${call.number}.`, advice, call);
};
