import { expect, test } from 'vitest';
import { RecordReader, toServiceRequest } from '../answer/resources';
import { readJsonTree } from '../document/json-tree';
import { dateWindows } from './date-windows';

const rows = (...dates: (string | null)[]) =>
	dates.map((requested_datetime, at) =>
		toServiceRequest(
			new RecordReader(
				readJsonTree(JSON.stringify({ service_request_id: String(at), requested_datetime })),
				0
			)
		)
	);

test('an edge lies between two rows, and the other just beyond the last', () => {
	const found = dateWindows(rows('2024-05-02T12:00:00Z', '2024-05-02T10:00:00Z'));
	expect(found).toEqual({
		start: {
			from: '2024-05-02T11:00:00Z',
			to: '2024-05-02T12:01:00Z',
			includes: '0',
			excludes: '1'
		},
		end: {
			from: '2024-05-02T09:59:00Z',
			to: '2024-05-02T11:00:00Z',
			includes: '1',
			excludes: '0'
		}
	});
});

test('times in other zones are instants, and the widest gap is taken', () => {
	const { start } = dateWindows(
		rows('2024-05-02T12:00:00-04:00', '2024-05-02T15:00:00Z', '2024-05-01T15:00:00Z')
	);
	expect(start).toEqual({
		from: '2024-05-02T03:00:00Z',
		to: '2024-05-02T16:01:00Z',
		includes: '1',
		excludes: '2'
	});
});

test('no span is longer than 90 days, however far the rows are apart', () => {
	const { start, end } = dateWindows(
		rows('2024-05-02T12:00:00Z', '2024-05-01T12:00:00Z', '2023-05-02T12:00:00Z')
	);
	expect(start).toMatchObject({ from: '2024-04-30T12:00:00Z', includes: '1', excludes: '2' });
	expect(end).toMatchObject({ to: '2023-05-03T12:00:00Z', includes: '2', excludes: '1' });
	for (const { from, to } of [start, end].flatMap((each) => each ?? [])) {
		expect(Date.parse(to) - Date.parse(from)).toBeLessThan(90 * 24 * 60 * 60_000);
	}
});

test.each([
	['no row', rows()],
	['one row', rows('2024-05-02T12:00:00Z')],
	['rows of one time', rows('2024-05-02T12:00:00Z', '2024-05-02T08:00:00-04:00')],
	['rows within a second', rows('2024-05-02T12:00:00.2Z', '2024-05-02T12:00:00.9Z')],
	['dates that are none', rows('yesterday', null, '2024-05-02T12:00:00Z')]
])('%s can show nothing', (_, serviceRequests) => {
	expect(dateWindows(serviceRequests)).toEqual({ start: null, end: null });
});
