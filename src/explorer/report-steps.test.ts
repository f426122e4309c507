import { describe, expect, it } from 'vitest';
import type { Draft } from '../georeport/request';
import { ExchangeView } from './exchange-view.svelte';
import { answered, springfield } from './fixtures';
import { reportStepsOf, type ReportSteps } from './report-steps';

const rows = (fields: string) =>
	`<service_requests><request>${fields}</request></service_requests>`;

const asked = (method: Draft['method'], values: Draft['values'], fields: string, status = 200) =>
	new ExchangeView(
		answered({ method, format: 'xml', values }, rows(fields), { status }),
		springfield,
		null
	);

const report = () => asked('submit', { service_code: '007' }, '<token>b-1</token>');
const pending = () => asked('token', { token: 'b-1' }, '<token>b-1</token>');
const token = () =>
	asked('token', { token: 'b-1' }, '<token>b-1</token><service_request_id>88</service_request_id>');
const record = (status: string) =>
	asked(
		'request',
		{ service_request_id: '88' },
		`<service_request_id>88</service_request_id><status>${status}</status>`
	);

const states = (found: ReportSteps | null) =>
	found?.steps.map(({ name, state, value }) => [name, state, value]);

describe('the way of a report', () => {
	it('stands at its token once it is taken', () => {
		const first = report();
		expect(states(reportStepsOf(first, [first]))).toEqual([
			['reported', 'done', null],
			['token', 'now', 'b-1'],
			['id', 'later', null],
			['status', 'later', null],
			['closed', 'later', null]
		]);
	});

	it('stays there while the token has no id', () => {
		const visit = [report(), pending()];
		expect(states(reportStepsOf(visit[1]!, visit))?.[1]).toEqual(['token', 'now', 'b-1']);
	});

	it('goes on to the id, the status and the end, each from its own answer', () => {
		const visit = [report(), token()];
		const atId = reportStepsOf(visit[1]!, visit);
		expect(states(atId)?.[2]).toEqual(['id', 'now', '88']);
		expect(atId?.steps[2]?.view).toBe(visit[1]);

		visit.push(record('open'));
		const atStatus = reportStepsOf(visit[2]!, visit);
		expect(states(atStatus)?.slice(2)).toEqual([
			['id', 'done', '88'],
			['status', 'now', 'open'],
			['closed', 'later', null]
		]);
		expect(atStatus?.report).toBe(visit[0]);

		visit.push(record('closed'));
		expect(states(reportStepsOf(visit[3]!, visit))?.slice(3)).toEqual([
			['status', 'done', 'closed'],
			['closed', 'done', null]
		]);
	});

	it('is the same seen from each of its answers', () => {
		const visit = [report(), token(), record('open')];
		for (const view of visit) {
			expect(states(reportStepsOf(view, visit))?.[3]).toEqual(['status', 'now', 'open']);
		}
	});

	it('has no token where the service is realtime, and one stage where it is blackbox', () => {
		const atOnce = asked('submit', {}, '<service_request_id>9</service_request_id>');
		expect(states(reportStepsOf(atOnce, [atOnce]))).toEqual([
			['reported', 'done', null],
			['id', 'now', '9'],
			['status', 'later', null],
			['closed', 'later', null]
		]);
		const silent = asked('submit', {}, '<account_id/>');
		expect(states(reportStepsOf(silent, [silent]))).toEqual([['reported', 'done', null]]);
	});

	it('is not shown for what was not reported in this visit, was refused, or is another report', () => {
		const alone = token();
		expect(reportStepsOf(alone, [alone])).toBeNull();
		const refused = asked('submit', {}, '<token>b-1</token>', 400);
		expect(reportStepsOf(refused, [refused])).toBeNull();
		const other = asked('token', { token: 'b-2' }, '<token>b-2</token>');
		expect(reportStepsOf(other, [report(), other])).toBeNull();
		const list = asked('requests', {}, '<service_request_id>88</service_request_id>');
		expect(reportStepsOf(list, [report(), token(), list])).toBeNull();
	});

	it('is not that of the same token at another server', () => {
		const elsewhere = new ExchangeView(
			pending().exchange,
			{ ...springfield, id: 'b', url: 'https://b.example/' },
			null
		);
		expect(reportStepsOf(elsewhere, [report(), elsewhere])).toBeNull();
	});
});
