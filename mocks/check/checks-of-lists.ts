// The checks of how a list is asked for.
import { formatToronto, readDateTime } from '../city/dates';
import { spanBetween } from '../api/search';
import { dateTrouble } from './checks-of-calls';
import { callsOf, isRefused, type Evidence, type SeenCall } from './evidence';
import { quantity, failed, notReached, passed, type Finder } from './finding';

/** Returns the calls for lists; one that names ids overrides every other argument. */
const listCalls = (evidence: Evidence) =>
	callsOf(evidence, 'requests').filter(({ query }) => query.one('service_request_id') === null);

/** The list is asked for with its status and its service code. */
export const filtersOnServer: Finder = (evidence) => {
	const lists = listCalls(evidence);
	if (lists.length === 0) return notReached('No call asked for a list.');
	const missingIn = ({ query }: SeenCall) =>
		['status', 'service_code'].filter((name) => query.one(name) === null);
	const wrong = lists.filter((call) => missingIn(call).length > 0);
	const [first] = wrong;
	if (!first) return passed('The list was asked for with status and service_code.', ...lists);
	return failed(
		`Call ${first.number} asked for a list without ${missingIn(first).join(' and ')}.`,
		'Send status and service_code: the server filters, and no row is sent in vain.',
		...wrong
	);
};

const HOUR = 60 * 60 * 1000;
/** Ninety days, and an hour where the clocks change. */
const LONGEST_SPAN = (90 * 24 + 1) * HOUR;
const LARGEST_GAP = 1000;

interface AskedSpan {
	from: number;
	to: number;
	/** How long it is, without the last day of an end that is a bare date. */
	length: number;
	call: SeenCall;
}

/** Returns the span that a call asks for; null if a date of it cannot be read. */
function spanOf(call: SeenCall, now: number): AskedSpan | null {
	const [startText, endText] = [call.query.one('start_date'), call.query.one('end_date')];
	const start = startText === null ? null : readDateTime(startText, 'start');
	const end = endText === null ? null : readDateTime(endText, 'end');
	if ((startText !== null && start === null) || (endText !== null && end === null)) return null;
	const { from, to } = spanBetween(start, end, now);
	const isWhole = start !== null && end !== null;
	// Without both dates the mock-up itself sees to it that the span is no longer than 90 days.
	const length = isWhole ? (readDateTime(endText ?? '', 'start') ?? to) - from : 0;
	return { from, to, length, call };
}

/** Returns the first moment of a time that no span covers; null if they cover it all. */
function gapIn(spans: readonly AskedSpan[], from: number, to: number): number | null {
	let covered = from;
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		if (span.to < span.from) continue;
		if (span.from > covered + LARGEST_GAP) break;
		covered = Math.max(covered, span.to);
	}
	return covered + LARGEST_GAP >= to ? null : covered;
}

/** A long time is asked for in spans that the server takes, and wholly. */
export const splitsWindow: Finder = (evidence) => {
	const { task } = evidence.scene;
	const lists = listCalls(evidence);
	if (task.do !== 'list' || lists.length === 0) return notReached('No call asked for a list.');
	const now = Date.parse(task.to);
	const spans = lists.map((call) => spanOf(call, now));
	const readable = spans.flatMap((span) => span ?? []);
	const tooLong = readable.find(({ length }) => length > LONGEST_SPAN);
	if (tooLong) {
		const { call, length } = tooLong;
		return failed(
			`Call ${call.number} asked for ${Math.round((length / 24 / HOUR) * 100) / 100} days at once.`,
			'Ask for at most 90 days at a time, and join the answers.',
			call
		);
	}
	const gap = gapIn(readable, Date.parse(task.from), now);
	if (gap === null) {
		return passed(`${quantity(lists.length, 'call')} together covered the whole time.`, ...lists);
	}
	const undated = lists.find((call) => dateTrouble(call) !== null);
	if (undated) {
		return notReached(`In call ${undated.number} ${dateTrouble(undated) ?? ''}.`, undated);
	}
	const refused = lists.find(isRefused);
	if (refused) return notReached(`Call ${refused.number} was refused.`, refused);
	return failed(
		`After ${formatToronto(gap)} a time is left out by ${quantity(lists.length, 'call')}; the task asks for ${task.from} to ${task.to}.`,
		'Let each span begin where the last one ended, from the first date of the task to its last.',
		...lists
	);
};
