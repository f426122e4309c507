// What the checks of the way from a token to an id say of literal calls.
import { exited, get, post, that, tokenXml, J, type GradedCase } from './call';

const ID = '101000000131';

/** A report that was answered with a token. */
const reported = post(J, { says: tokenXml('91000001') });

/** A call about a token at a time in seconds; with an id if it is given. */
const poll = (token: string, at = 1, id = '') =>
	get(`tokens/${token}.xml?${J}`, { at, says: tokenXml(token, id) });

const asked = poll('9000031', 1, ID);
const lookedUp = get(`requests/${ID}.xml?${J}`, { at: 2 });
const slow = [reported, poll('91000001', 1), poll('91000001', 4, '101000900001')];

/** The graded cases of these checks, for each of the three verdicts. */
export const POLLING_CASES: readonly GradedCase[] = [
	that('follow-slow', 'polls-token', 'not reached', 'no token came', 'no token', [
		post(J, { status: 400 })
	]),
	that('follow-slow', 'polls-token', 'not reached', 'the token did not arrive', 'no token', [
		{ ...reported, reached: false }
	]),
	that(
		'follow-slow',
		'polls-token',
		'not reached',
		'the client crashed before',
		'cut short',
		[reported],
		null,
		{
			ending: exited(1)
		}
	),
	that('follow-slow', 'polls-token', 'not reached', 'the client gave up', 'cut short', [reported], {
		error: 'no'
	}),
	that('follow-token', 'polls-token', 'not reached', 'every call is refused', 'was refused', [
		get('tokens/9000031.xml', { status: 400 })
	]),
	that(
		'follow-slow',
		'polls-token',
		'passed',
		'it led to an id',
		'Call 3 led from token 91000001',
		slow
	),
	that('follow-token', 'polls-token', 'passed', 'it led to an id, in JSON', 'Call 1 led', [
		get('tokens/9000031.json', {
			answerType: 'application/json',
			says: `[{"service_request_id":${ID},"token":"9000031"}]`
		})
	]),
	that('follow-token', 'polls-token', 'failed', 'it was never asked about', 'No call asked', [
		get(`services.xml?${J}`)
	]),
	that('follow-slow', 'polls-token', 'failed', 'another was asked about', "token '91000001'", [
		reported,
		poll('91000002')
	]),
	that(
		'follow-slow',
		'polls-token',
		'failed',
		'the client stopped before the id',
		'stopped asking about token 91000001 after 1 call, before it had an id (call 2)',
		slow.slice(0, 2),
		{ token: '91000001', service_request_id: null }
	),

	that('follow-token', 'uses-id', 'not reached', 'no id came', 'No answer led', [poll('9000031')], {
		service_request_id: '9000031'
	}),
	that('follow-token', 'uses-id', 'not reached', 'there is no result and no call', 'no result', [
		asked
	]),
	that('follow-token', 'uses-id', 'not reached', 'the client gave up', 'no result', [asked], {
		error: 'no'
	}),
	that('follow-token', 'uses-id', 'passed', 'the result has it', `has the id ${ID}`, [asked], {
		service_request_id: ID
	}),
	that(
		'follow-token',
		'uses-id',
		'passed',
		'the result has it as a number',
		`has the id ${ID}`,
		[asked],
		{
			service_request_id: 101000000131
		}
	),
	that('follow-token', 'uses-id', 'passed', 'a call has it and there is no result', 'Call 2', [
		asked,
		lookedUp
	]),
	that(
		'follow-token',
		'uses-id',
		'passed',
		'a call has it and the result none',
		'Call 2',
		[asked, lookedUp],
		{
			service_request_id: '',
			status: 'open'
		}
	),
	that('follow-slow', 'uses-id', 'passed', 'a report led to it', '101000900001', slow, {
		token: '91000001',
		service_request_id: '101000900001'
	}),
	that(
		'follow-token',
		'uses-id',
		'failed',
		'the result has the token',
		"'9000031'; the token led to",
		[asked],
		{
			service_request_id: '9000031'
		}
	),
	that(
		'follow-token',
		'uses-id',
		'failed',
		'a call has the token',
		"Call 2 asked for request '9000031'",
		[asked, get('requests/9000031.xml', { status: 404 })]
	),
	that('follow-slow', 'uses-id', 'failed', 'the result has none', 'no service_request_id', slow, {
		token: '91000001',
		service_request_id: null
	}),

	that('follow-token', 'reads-status', 'not reached', 'there is no result', 'no result', [asked]),
	that('follow-token', 'reads-status', 'not reached', 'no id came', 'No answer led', [], {
		status: 'open'
	}),
	that(
		'follow-token',
		'reads-status',
		'not reached',
		'the id is another: uses-id fails',
		'without the id',
		[asked],
		{
			service_request_id: '9000031',
			status: null
		}
	),
	that(
		'follow-token',
		'reads-status',
		'not reached',
		'the request was refused',
		'No answer with',
		[asked, get(`requests/${ID}.xml`, { status: 400 })],
		{ service_request_id: ID }
	),
	that(
		'follow-token',
		'reads-status',
		'not reached',
		'the path is no method: known-paths fails',
		'Call 2 about it is no method',
		[asked, get(`request/${ID}.xml`, { status: 404 })],
		{ service_request_id: ID }
	),
	that('follow-token', 'reads-status', 'passed', 'it is right', 'status open', [asked, lookedUp], {
		service_request_id: ID,
		status: 'open'
	}),
	that(
		'follow-token',
		'reads-status',
		'failed',
		'it is in capitals',
		"the status 'OPEN'; request",
		[asked, lookedUp],
		{ service_request_id: ID, status: 'OPEN' }
	),
	that('follow-token', 'reads-status', 'failed', 'it is missing', 'no status', [asked, lookedUp], {
		service_request_id: ID
	}),

	that('follow-slow', 'poll-patience', 'not reached', 'it was asked about once', 'twice', [
		reported,
		poll('91000001')
	]),
	that('follow-slow', 'poll-patience', 'passed', '0.9 s are between', 'At least', [
		reported,
		poll('91000001', 1),
		poll('91000001', 2)
	]),
	that('follow-slow', 'poll-patience', 'passed', 'two tokens are asked about in turn', 'At least', [
		poll('1', 0),
		poll('2', 0.3),
		poll('1', 1),
		poll('2', 1.3)
	]),
	that(
		'follow-slow',
		'poll-patience',
		'failed',
		'0.89 s are between, counted from the answer',
		"Call 3 asked about token '91000001' 0.89 s after the answer to call 2.",
		[reported, poll('91000001', 1), poll('91000001', 1.99)]
	),
	that(
		'follow-slow',
		'poll-patience',
		'failed',
		'a call is not answered yet',
		'before call 1 was answered',
		[{ ...poll('91000001', 1), end: null }, poll('91000001', 5)]
	),

	that('follow-slow', 'poll-stops', 'not reached', 'no id came', 'No answer led', slow.slice(0, 2)),
	that('follow-slow', 'poll-stops', 'passed', 'it was the last', 'After call 3', slow),
	that('follow-slow', 'poll-stops', 'passed', 'a call was under way', 'After call 2', [
		{ ...poll('91000001', 1), end: 5000 },
		poll('91000001', 4, '101000900001')
	]),
	that(
		'follow-slow',
		'poll-stops',
		'failed',
		'another followed',
		"Call 4 asked about token '91000001'",
		[...slow, poll('91000001', 6, '101000900001')]
	)
];
