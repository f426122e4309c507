import { expect, test } from 'vitest';
import { ExchangeView } from '../explorer/exchange-view.svelte';
import { answered, springfield } from '../explorer/fixtures';
import { reportStepsOf } from '../explorer/report-steps';
import type { Draft } from '../georeport/request';
import { reportInWords, stageInWords } from './report-way';

const asked = (method: Draft['method'], values: Draft['values'], fields: string) =>
	new ExchangeView(
		answered(
			{ method, format: 'xml', values },
			`<service_requests><request>${fields}</request></service_requests>`
		),
		springfield,
		null
	);

const REPORT = asked('submit', {}, '<token>b-1</token>');
const PENDING = asked('token', { token: 'b-1' }, '<token>b-1</token>');
const KNOWN = asked('token', { token: 'b-1' }, '<service_request_id>88</service_request_id>');
const record = (status: string, notes = '') =>
	asked(
		'request',
		{ service_request_id: '88' },
		`<service_request_id>88</service_request_id><status>${status}</status><status_notes>${notes}</status_notes>`
	);

function wayOf(...visit: ExchangeView[]) {
	const shown = visit.at(-1)!;
	const steps = reportStepsOf(shown, visit)!;
	return [
		reportInWords(shown, steps, 'the mock-up', '29 June 2012'),
		...steps.steps.map((step) => stageInWords(step, '12:00'))
	];
}

test('each stage says what is known of it, and one sentence where the report stands', () => {
	expect(wayOf(REPORT)).toEqual([
		'The mock-up took the report and gave it a token. The id comes from a second call.',
		...['12:00', 'b-1', 'ask for it', 'look it up', 'later']
	]);
	expect(wayOf(REPORT, PENDING)[0]).toBe('The token has no id yet. It gets one as time passes.');
	expect(wayOf(REPORT, KNOWN)).toEqual([
		'The token has its id: the report is a service request now.',
		...['12:00', 'b-1', '88', 'look it up', 'later']
	]);
	expect(wayOf(REPORT, KNOWN, record('open'))).toEqual([
		'Still open on 29 June 2012.',
		...['12:00', 'b-1', '88', 'open', 'later']
	]);
	expect(wayOf(REPORT, KNOWN, record('closed'))[0]).toBe(
		'Closed by 29 June 2012. That was the last step.'
	);
});

test('a report that was cancelled is closed as a duplicate', () => {
	expect(wayOf(REPORT, KNOWN, record('closed', 'Cancelled - It may be a duplicate.'))).toEqual([
		'Cancelled as a duplicate: the same had been reported before.',
		...['12:00', 'b-1', '88', 'closed', 'as a duplicate']
	]);
});

test('a service without tokens says so', () => {
	expect(wayOf(asked('submit', {}, '<service_request_id>9</service_request_id>'))[0]).toBe(
		'The mock-up took the report and gave it its id at once.'
	);
	expect(wayOf(asked('submit', {}, '<account_id/>'))[0]).toBe(
		'The mock-up took the report. It gives neither a token nor an id, so it cannot be followed any further.'
	);
});
