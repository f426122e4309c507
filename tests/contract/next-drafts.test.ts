// The links between methods, followed through the mock-up: from discovery to a report and its status.
import { describe, expect, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { nextDrafts, type NextDraft, type NextOptions } from '../../src/answer/next-drafts';
import { parse, type Parsed } from '../../src/answer/parse';
import type { DialectName } from '../../src/georeport/dialect';
import { toHttpRequest, type Draft, type Values } from '../../src/georeport/request';
import type { Format } from '../../src/georeport/types';
import { asking, dialectEndpoint } from './mock-up';

const CITY = { jurisdiction_id: 'toronto.ca' };

/** Asks one mock-up, step by step; `follow` goes on by a link of the last answer. */
function walk(dialect: DialectName, format: Format) {
	const ask = asking(createMockUp());
	let last: { sent: Draft; status: number; parsed: Parsed } | null = null;
	const send = async (draft: Omit<Draft, 'format'>) => {
		const sent: Draft = { ...draft, format };
		const answer = await ask(toHttpRequest(sent, dialectEndpoint(dialect)));
		const parsed = parse({ method: draft.method, ...answer });
		last = { sent, status: answer.status, parsed };
		return { status: answer.status, parsed };
	};
	const next = (options: NextOptions = {}): NextDraft[] =>
		last ? nextDrafts(last.sent, last, { jurisdiction: 'toronto.ca', ...options }) : [];
	const follow = (name: string, options: NextOptions = {}, more: Values = {}) => {
		const found = next(options).find((each) => each.name === name);
		if (!found)
			throw new Error(
				`No link ${name}: ${next(options)
					.map((each) => each.name)
					.join()}`
			);
		return send({ ...found.draft, values: { ...found.draft.values, ...more } });
	};
	return { send, next, follow };
}

const requestsOf = (parsed: Parsed) =>
	parsed.kind === 'serviceRequests' ? parsed.serviceRequests : [];

const WALKS = (['toronto', 'standard'] as const).flatMap((dialect) =>
	(['xml', 'json'] as const).map((format) => [dialect, format] as const)
);

describe.each(WALKS)('%s, %s', (dialect, format) => {
	test('from discovery to a report, its id, its status and what is around it', async () => {
		const { send, next, follow } = walk(dialect, format);
		await send({ method: 'discovery', values: {} });
		await follow('services');
		// CSROWC-05, the first of the list, is batch in both dialects.
		await follow('definition', { record: 0 });
		expect(next().map(({ name }) => name)).toEqual(['report', 'list']);
		const reported = await follow(
			'report',
			{},
			{
				lat: '43.638787129',
				long: '-79.448425652',
				'attribute[SURFACE]': 'PAVEMENT',
				'attribute[HATE]': 'NO'
			}
		);
		expect(requestsOf(reported.parsed)).toMatchObject([{ token: '91000001' }]);
		await follow('id');
		const shown = await follow('request');
		expect(requestsOf(shown.parsed)).toMatchObject([
			{ service_request_id: '101000900001', status: 'open', service_code: 'CSROWC-05' }
		]);
		const around = await follow('othersNear');
		const ids = requestsOf(around.parsed).map(({ service_request_id }) => service_request_id);
		expect(ids).toContain('101000900001');
		expect(ids).toContain('101000000131');
		expect(ids.length).toBeLessThan(20);
	});

	test('from a list to what is open of it, one of these, and the like of it', async () => {
		const { send, follow } = walk(dialect, format);
		await send({ method: 'requests', values: { ...CITY, service_code: 'CSROWBM-03' } });
		const open = requestsOf((await follow('open')).parsed);
		expect(open.map(({ service_request_id }) => service_request_id)).toEqual([
			...['101000000151', '101000000235', '101000000041', '101000000215', '101000000042']
		]);
		const one = requestsOf((await follow('request', { record: 2 })).parsed);
		expect(one.map(({ address }) => address)).toEqual([
			'DUNDAS ST W & LANSDOWNE AVE, , former TORONTO'
		]);
		const like = requestsOf((await follow('othersLike')).parsed);
		expect(new Set(like.map(({ service_code }) => service_code))).toEqual(new Set(['CSROWBM-03']));
		expect(like.length).toBe(10);
	});

	test('a pending token leads to itself', async () => {
		const { send, next } = walk(dialect, format);
		await send({ method: 'token', values: { token: '9000039', ...CITY } });
		expect(next()).toMatchObject([{ name: 'again', draft: { values: { token: '9000039' } } }]);
	});

	test('a report without a place leads to the arguments that name one', async () => {
		const { send, next } = walk(dialect, format);
		const values = { ...CITY, service_code: 'SWLMALB-02' };
		await send({ method: 'submit', values });
		expect(next().map(({ name, fields }) => [name, ...fields])).toEqual([
			['fields', 'lat', 'long', 'address_string', 'address_id']
		]);
		await send({ method: 'submit', values: { ...values, service_code: 'CSROWR-12', lat: '43.7' } });
		expect(next()[0]?.fields).toEqual(['long', 'attribute[POTLOC]', 'attribute[POTSIZE]']);
	});

	test('an id that nobody has leads to the ids there are', async () => {
		const { send, follow } = walk(dialect, format);
		expect(
			(await send({ method: 'request', values: { service_request_id: '9', ...CITY } })).status
		).toBe(404);
		const { status, parsed } = await follow('ids');
		expect(status).toBe(200);
		expect(requestsOf(parsed).length).toBeGreaterThan(60);
	});
});
