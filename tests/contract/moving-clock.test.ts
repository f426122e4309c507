// The clock moved forward: what happens to the fixed rows and to reports, as literals.
import { expect, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { parse } from '../../src/answer/parse';
import { ROOT } from './mock-up';

const SCHEDULED = 'In progress - The request has been scheduled.';
const INVESTIGATED =
	'In progress - The request is being investigated, assessed and/or responded to; additional work may be required, if applicable.';
const COMPLETED = 'Completed - The request has been concluded.';

const ask = async (
	path: string,
	prefer: string,
	{
		mockUp = createMockUp(),
		...init
	}: RequestInit & { mockUp?: ReturnType<typeof createMockUp> } = {}
) => mockUp.answer(new Request(`${ROOT}${path}`, { ...init, headers: { Prefer: prefer } }));

async function rowOf(id: string, prefer: string, options: Parameters<typeof ask>[2] = {}) {
	const answer = await ask(`georeport/v2/requests/${id}.json`, prefer, options);
	const contentType = answer.headers.get('Content-Type');
	const parsed = parse({ method: 'request', status: 200, contentType, text: await answer.text() });
	if (parsed.kind !== 'serviceRequests') throw new Error(parsed.kind);
	const [row] = parsed.serviceRequests;
	return [row?.status, row?.status_notes, row?.updated_datetime, row?.expected_datetime];
}

const at = (day: string) => `clock=2012-${day}-04:00`;

test.each([
	// A pothole, reported 14 June 08:12:44: half are closed within 2.3 days.
	['101000000001', '06-16T15:23:59', 'open', SCHEDULED, null, '06-19T08:12:00'],
	['101000000001', '06-16T15:24:00', 'closed', COMPLETED, '06-16T15:24:00', '06-19T08:12:00'],
	// Graffiti on a road, reported 14 June 16:30: 3.9 days.
	['101000000021', '06-18T14:05:59', 'open', SCHEDULED, null, '06-19T16:30:00'],
	['101000000021', '06-18T14:06:00', 'closed', COMPLETED, '06-18T14:06:00', '06-19T16:30:00'],
	// On a sidewalk, due before the recorded period ends: six hours after that.
	['101000000031', '06-15T18:00:00', 'closed', COMPLETED, '06-15T18:00:00', '06-17T10:00:00'],
	// On a bridge: 2.7 days.
	['101000000041', '06-16T03:51:00', 'closed', COMPLETED, '06-16T03:51:00', '06-20T11:03:00'],
	// A bin that is inspected: 11 days from the report instead of 8.
	['101000000052', '06-15T22:04:59', 'open', SCHEDULED, null, '06-22T22:05:00'],
	['101000000052', '06-15T22:05:00', 'open', INVESTIGATED, '06-15T22:05:00', '06-25T22:05:00'],
	['101000000052', '06-20T22:05:00', 'closed', COMPLETED, '06-20T22:05:00', '06-25T22:05:00'],
	// Private property: 5 business days from the report, 10.7 days until half are closed.
	['101000000011', '06-21T00:00:00', 'open', INVESTIGATED, '06-13T18:06:00', '06-20T23:59:00'],
	['101000000011', '06-24T10:39:00', 'closed', COMPLETED, '06-24T10:39:00', '06-20T23:59:00'],
	// A pothole that was inspected: 90 days from the report.
	['101000000002', '07-07T15:14:59', 'open', INVESTIGATED, '05-24T09:31:00', '08-20T20:59:00'],
	['101000000002', '07-07T15:15:00', 'closed', COMPLETED, '07-07T15:15:00', '08-20T20:59:00'],
	// Closed requests do not change.
	['101000000003', '12-31T00:00:00', 'closed', COMPLETED, '06-06T10:05:00', '06-09T15:20:00']
])('%s at %s is %s', async (id, moment, status, note, updated, expected) => {
	const dated = (text: string | null) => (text === null ? null : `2012-${text}-04:00`);
	expect(await rowOf(id, at(moment))).toEqual([status, note, dated(updated), dated(expected)]);
});

test('an offset is the same as the time it leads to; the clock never goes back', async () => {
	const text = async (prefer: string) =>
		(await ask('open311test/ws/requests.xml?jurisdiction_id=toronto.ca', prefer)).text();
	expect(await text('clock=+5d')).toBe(await text(at('06-20T12:00:00')));
	expect(await text('clock=+36h')).toBe(await text(at('06-17T00:00:00')));
	expect(await text('clock=2011-01-01')).toBe(await text(''));
	expect(await text('clock=tomorrow')).toBe(await text(''));
});

test('a pending token of the fixed rows resolves when it is due', async () => {
	const resolve = async (prefer: string) =>
		(await ask('open311test/ws/tokens/9000019.json?jurisdiction_id=toronto.ca', prefer)).json();
	const waiting = [{ service_request_id: null, token: '9000019' }];
	expect(await resolve(at('06-16T08:59:59'))).toEqual(waiting);
	const known = [{ service_request_id: 101000000119, token: '9000019' }];
	expect(await resolve(at('06-16T09:00:00'))).toEqual(known);
});

const REPORT = new URLSearchParams({
	service_code: 'CSROSC-14',
	lat: '43.6534',
	long: '-79.3841',
	'attribute[SURFACE]': 'CONCRETE',
	'attribute[HATE]': 'NO'
});

test('a report is late, assessed or closed in time, by its id', async () => {
	const mockUp = createMockUp();
	const post = () =>
		ask('georeport/v2/requests.json', '', { mockUp, method: 'POST', body: REPORT });
	for (let n = 1; n <= 10; n += 1) expect([n, (await post()).status]).toEqual([n, 200]);
	const state = (n: number, day: string) =>
		rowOf(`1010009000${String(n).padStart(2, '0')}`, at(day), { mockUp });
	const first = '2012-06-20T12:00:00-04:00';
	// Five days to the deadline, 2.8 until half are closed.
	expect(await state(1, '06-18T07:11:00')).toEqual(['open', SCHEDULED, null, first]);
	const closed = ['closed', COMPLETED, '2012-06-18T07:12:00-04:00', first];
	expect(await state(1, '06-18T07:12:00')).toEqual(closed);
	// The ninth is late.
	expect(await state(9, '06-23T11:59:00')).toEqual(['open', SCHEDULED, null, first]);
	const late = ['closed', COMPLETED, '2012-06-23T12:00:00-04:00', first];
	expect(await state(9, '06-23T12:00:00')).toEqual(late);
	// The second and the tenth are inspected, and get 56 days.
	for (const n of [2, 10]) {
		expect(await state(n, '06-17T00:00:00')).toEqual([
			'open',
			INVESTIGATED,
			'2012-06-16T12:00:00-04:00',
			'2012-08-10T12:00:00-04:00'
		]);
	}
});

test('a report can wait for its id, and is found once it has one', async () => {
	const mockUp = createMockUp();
	const post = await ask('open311test/ws/requests.json?jurisdiction_id=toronto.ca', 'pending=2h', {
		mockUp,
		method: 'POST',
		body: `${REPORT}&jurisdiction_id=toronto.ca`
	});
	const bad = await post.clone().text();
	expect([post.status, bad]).toEqual([200, expect.stringContaining('91000001')]);
	const resolved = async (prefer: string) => {
		const path = 'open311test/ws/tokens/91000001.json?jurisdiction_id=toronto.ca';
		return (await ask(path, prefer, { mockUp })).json();
	};
	expect(await resolved('clock=+1h')).toEqual([{ service_request_id: null, token: '91000001' }]);
	const known = [{ service_request_id: 101000900001, token: '91000001' }];
	expect(await resolved('clock=+2h')).toEqual(known);
	const path = 'open311test/ws/requests/101000900001.xml?jurisdiction_id=toronto.ca';
	expect((await ask(path, 'clock=+1h', { mockUp })).status).toBe(404);
	expect((await ask(path, 'clock=+2h', { mockUp })).status).toBe(200);
});

test('a later report is not listed at an earlier time', async () => {
	const mockUp = createMockUp();
	await ask('georeport/v2/requests.json', 'clock=+2d', { mockUp, method: 'POST', body: REPORT });
	const status = async (prefer: string) =>
		(await ask('georeport/v2/requests/101000900001.xml', prefer, { mockUp })).status;
	expect([await status('clock=+1d'), await status('clock=+2d')]).toEqual([404, 200]);
});
