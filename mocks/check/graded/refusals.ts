// What the checks of a refusal say of literal calls.
import { errorsXml, get, post, that, J, type GradedCase } from './call';

const LIST = `requests.xml?${J}&status=open`;

const report = post(`${J}&description=a`);
const NO_KEY = errorsXml([403, 'api_key was not provided.']);
const TWO = errorsXml([400, 'The place is in the lake.'], [400, 'description is too long & more.']);
const denied = (form: string, at = 0) => post(form, { at, status: 403, says: NO_KEY });
const multipart = (boundary: string, at: number) =>
	post(
		`--${boundary}\r\nContent-Disposition: form-data; name="description"\r\n\r\na\r\n--${boundary}--`,
		{ at, type: `multipart/form-data; boundary=${boundary}`, status: 400, says: TWO }
	);
const refused = [
	{ code: '400', description: 'The place is in the lake.' },
	{ code: '400', description: 'description is too long & more.' }
];

const OF_REFUSALS = [
	that('needs-key', 'not-repeated', 'not reached', 'nothing was refused', 'No call was refused', [
		report
	]),
	that('needs-key', 'not-repeated', 'passed', 'another key was tried', 'was made again', [
		denied(J),
		denied(`${J}&api_key=x`, 2)
	]),
	that(
		'needs-key',
		'not-repeated',
		'failed',
		'the same was tried',
		'Call 2 repeats call 1, which was refused with 403',
		[denied(J), denied(J, 2)]
	),
	that('refused', 'not-repeated', 'failed', 'only the boundary changed', 'Call 2 repeats call 1', [
		multipart('aa1', 0),
		multipart('bb2', 2)
	]),
	that('gone', 'not-repeated', 'failed', 'the id was asked for again', 'Call 3 repeats call 1', [
		get('requests/9.xml', { status: 404 }),
		get(LIST, { at: 1 }),
		get('requests/9.xml', { at: 5, status: 404 })
	]),

	that(
		'refused',
		'tells-every-error',
		'not reached',
		'nothing was refused',
		'No call of the task',
		[report],
		{
			refused: []
		}
	),
	that('refused', 'tells-every-error', 'not reached', 'there is no result', 'no result', [
		multipart('a', 0)
	]),
	that(
		'refused',
		'tells-every-error',
		'not reached',
		'it gave up',
		"gave up: 'no'",
		[multipart('a', 0)],
		{
			error: 'no'
		}
	),
	that(
		'refused',
		'tells-every-error',
		'passed',
		'both are told, in another order',
		'call 1',
		[multipart('a', 0)],
		{
			token: null,
			refused: refused.toReversed()
		}
	),
	that(
		'needs-key',
		'tells-every-error',
		'passed',
		'it is told, in JSON',
		'every error of call 1',
		[
			post(J, {
				status: 403,
				answerType: 'application/json',
				says: '[{"code":403,"description":"api_key was not provided."}]'
			})
		],
		{ refused: [{ code: '403', description: 'api_key was not provided.' }] }
	),
	that(
		'refused',
		'tells-every-error',
		'failed',
		'only the first is told',
		"it lacks 400 'description is too long & more.' of call 1",
		[multipart('a', 0)],
		{ refused: refused.slice(0, 1) }
	),
	that(
		'refused',
		'tells-every-error',
		'failed',
		'only the code is told',
		'The result has 1 error',
		[multipart('a', 0)],
		{
			refused: [{ code: '400' }]
		}
	),
	that(
		'gone',
		'tells-every-error',
		'failed',
		'none is told',
		'has 0 errors; it lacks 404',
		[get('requests/9.xml', { status: 404, says: errorsXml([404, 'Not found.']) })],
		{ request: null }
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const REFUSAL_CASES: readonly GradedCase[] = [...OF_REFUSALS];
