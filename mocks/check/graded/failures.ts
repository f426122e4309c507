// What the checks of the scenes in which something goes wrong say of literal calls.
import { errorsXml, exited, get, listXml, post, stopped, that, J, type GradedCase } from './call';

const LIST = `requests.xml?${J}&status=open`;

const busy = (at: number) =>
	get(LIST, { at, status: 503, retryAfter: '2', says: errorsXml([503, 'Busy.']) });
const right = (at: number) => get(LIST, { at, says: listXml('1') });

const BUSY_CASES = [
	that('busy', 'honours-retry-after', 'not reached', 'no call followed', 'No call was made again', [
		busy(0)
	]),
	that('busy', 'honours-retry-after', 'not reached', 'only another path followed', 'No call', [
		busy(0),
		get('services.xml', { at: 0.2 })
	]),
	that('busy', 'honours-retry-after', 'passed', '1.9 s from the answer are enough', 'no sooner', [
		busy(0),
		get('services.xml', { at: 1 }),
		right(2)
	]),
	that(
		'busy',
		'honours-retry-after',
		'failed',
		'1.89 s are too few',
		'Call 2 came 1.89 s after call 1',
		[busy(0), right(1.99)]
	),
	that(
		'busy',
		'honours-retry-after',
		'failed',
		'the second time is too soon, with another query',
		'Call 3 came 0.4 s after call 2',
		[busy(0), busy(2.1), get(`requests.xml?${J}`, { at: 2.6 })]
	),

	that('busy', 'retry-limit', 'not reached', 'no call was answered with 503', 'No call', [
		right(0)
	]),
	that('busy', 'retry-limit', 'passed', 'there are five', 'more than 5 times', [
		...[0, 3, 6, 9].map(busy),
		right(12)
	]),
	that(
		'busy',
		'retry-limit',
		'failed',
		'there are six',
		'requests.xml 6 times',
		[0, 3, 6, 9, 12, 15].map(busy)
	),

	that('busy', 'ends-well', 'not reached', 'nothing went wrong', 'no failure', [right(0)], {
		requests: []
	}),
	that('busy', 'ends-well', 'not reached', 'nothing tells the end', 'no process', [busy(0)]),
	that(
		'busy',
		'ends-well',
		'not reached',
		'it was stopped: ends-in-order fails',
		'by itself',
		[busy(0)],
		null,
		{
			ending: stopped(30)
		}
	),
	that('busy', 'ends-well', 'passed', 'there is a result', 'to a result', [busy(0)], {
		requests: []
	}),
	that('busy', 'ends-well', 'passed', 'it exits with 0', 'with 0', [busy(0)], null, {
		ending: exited(0)
	}),
	that(
		'busy',
		'ends-well',
		'passed',
		'there is no process, and the answer came',
		'Call 2 brought',
		[busy(0), right(3)]
	),
	that('busy', 'ends-well', 'failed', 'it gave up', "gave up: 'Busy.'", [busy(0)], {
		error: 'Busy.'
	}),
	that('busy', 'ends-well', 'failed', 'it exits with 1', 'exited with 1', [busy(0)], null, {
		ending: exited(1)
	})
];

const html = get(LIST, { says: '<html></html>', answerType: 'text/html' });
const cut = get(LIST, { at: 2, says: listXml('1'), lost: true });

const BROKEN_CASES = [
	that('broken-answer', 'ends-well', 'not reached', 'no list was asked for', 'no failure', []),
	that('broken-answer', 'ends-well', 'not reached', 'the right answer did not come', 'no process', [
		html,
		cut
	]),
	that(
		'broken-answer',
		'ends-well',
		'passed',
		'it gave up in order',
		"in order: 'It is broken.'",
		[html],
		{
			error: 'It is broken.'
		}
	),
	that(
		'broken-answer',
		'ends-well',
		'passed',
		'there is no process, and the right answer came',
		'Call 3',
		[html, cut, right(4)]
	),
	that('broken-answer', 'ends-well', 'failed', 'it crashed', 'exited with 134', [html], null, {
		ending: exited(134)
	})
];

const report = post(`${J}&description=a`);
const lost = post(`${J}&description=a`, { lost: true });

const LOST_CASES = [
	that('lost-answer', 'no-second-report', 'not reached', 'nothing was stored', 'No report', [
		post(J, { status: 400 })
	]),
	that('lost-answer', 'no-second-report', 'passed', 'it looked, and sent no other', 'stored once', [
		lost,
		get(LIST, { at: 2 })
	]),
	that('lost-answer', 'no-second-report', 'passed', 'it gave up', 'call 1 is stored once', [lost], {
		error: 'Lost.'
	}),
	that('lost-answer', 'no-second-report', 'passed', 'a second was refused', 'stored once', [
		lost,
		post(J, { status: 400 })
	]),
	that(
		'lost-answer',
		'no-second-report',
		'failed',
		'it sent it again',
		'2 reports are stored: call 2',
		[lost, report]
	)
];

const silent = (until: number | null = null) => get(LIST, { at: 1, until, silent: true });

const SILENCE_CASES = [
	that('silence', 'gives-up', 'not reached', 'every call was answered', 'Every call', [right(0)]),
	that('silence', 'gives-up', 'not reached', 'it is still waiting', 'Call 1 is still waiting', [
		silent()
	]),
	that(
		'silence',
		'gives-up',
		'not reached',
		'it was stopped before 40 s were over',
		'ended 29 s after call 1',
		[silent()],
		null,
		{ ending: stopped(30) }
	),
	that(
		'silence',
		'gives-up',
		'passed',
		'it ends within 40 s',
		'gave up call 1 after 40 s',
		[silent()],
		null,
		{
			ending: exited(1, 41)
		}
	),
	that(
		'silence',
		'gives-up',
		'passed',
		'it asks again within 40 s',
		'after 10 s',
		[silent(11), right(11)],
		null,
		{
			ending: stopped(60)
		}
	),
	that('silence', 'gives-up', 'passed', 'there is no process, and it hung up', 'after 20 s', [
		silent(21)
	]),
	that(
		'silence',
		'gives-up',
		'passed',
		'there is no process, and a result',
		'without call 1',
		[silent()],
		{
			error: 'No answer.'
		}
	),
	that(
		'silence',
		'gives-up',
		'passed',
		'it hung up and wrote an error, and never ended: ends-in-order fails',
		'after 10 s',
		[silent(11)],
		{ error: 'No answer.' },
		{ ending: stopped(60) }
	),
	that(
		'silence',
		'ends-in-order',
		'failed',
		'it hung up and wrote an error, and never ended',
		'after 60 s',
		[silent(11)],
		{ error: 'No answer.' },
		{ ending: stopped(60) }
	),
	that(
		'silence',
		'gives-up',
		'failed',
		'it ends after 41 s',
		'waited for 41 s for call 1',
		[silent()],
		null,
		{
			ending: exited(0, 42)
		}
	),
	that('silence', 'gives-up', 'failed', 'it asks again after 41 s', 'waited for 41 s', [
		silent(42),
		right(42)
	]),
	that(
		'silence',
		'gives-up',
		'failed',
		'it hung up, and never ended',
		'waited for 59 s',
		[silent(11)],
		null,
		{
			ending: stopped(60)
		}
	),
	that('silence', 'gives-up', 'failed', 'there is no process, and it never hung up', '59 s', [
		silent(60)
	])
];

/** The graded cases of these checks, for each of the three verdicts. */
export const FAILURE_CASES: readonly GradedCase[] = [
	...BUSY_CASES,
	...BROKEN_CASES,
	...LOST_CASES,
	...SILENCE_CASES
];
