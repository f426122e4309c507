import { describe, expect, it } from 'vitest';
import { grade, notAsked, outcomeOf, summaryReport } from './grade';
import { errorsXml, exited, get, stopped, type Sketch } from './graded/call';
import type { Ending, SceneId } from './scene';
import { SCENES } from './scenes';

const J = 'jurisdiction_id=toronto.ca';
const scenes = SCENES('toronto', 'xml');

function graded(id: SceneId, calls: readonly Sketch[], result: unknown, ending: Ending | null) {
	const numbered = calls.map((call, at) => ({ ...call, number: at + 1 }));
	const verdicts = grade(scenes[id], numbered, result, ending);
	return { verdicts, outcome: outcomeOf(scenes[id], verdicts, result) };
}

const none = get(`requests.xml?${J}&start_date=2012-04-12T04:00:00Z&service_code=SWLMALB-02`);

describe('the verdicts of a scene', () => {
	it('come in the order of the table, those of the scene last', () => {
		const { verdicts } = graded('list-open', [], null, null);
		expect(verdicts.map(({ check, level }) => [check, level])).toEqual([
			['known-paths', 'must'],
			['jurisdiction', 'must'],
			['ends-in-order', 'must'],
			['form-body', 'must'],
			['private-not-in-url', 'must'],
			['key-not-in-url', 'should'],
			['zoned-dates', 'must'],
			['no-hammering', 'should'],
			['format-asked', 'should'],
			['named-agent', 'advice'],
			['filters-on-server', 'should'],
			['reads-records', 'must']
		]);
	});

	it('have none of the jurisdiction in the standard dialect', () => {
		const verdicts = grade(SCENES('standard', 'xml')['list-open'], [], null, null);
		expect(verdicts.some(({ check }) => check === 'jurisdiction')).toBe(false);
	});

	it('weigh a bad end less while the server is busy', () => {
		const levelIn = (id: SceneId) =>
			graded(id, [], null, null).verdicts.find(({ check }) => check === 'ends-well')?.level;
		expect([levelIn('busy'), levelIn('broken-answer')]).toEqual(['should', 'must']);
	});

	it('exist for every own check of every scene', () => {
		for (const { id, own } of Object.values(scenes)) {
			const made = graded(id, [], null, null).verdicts.map(({ check }) => check);
			expect(made.slice(10), id).toEqual(own);
		}
	});

	it('are all not reached when nothing was seen', () => {
		for (const { id } of Object.values(scenes)) {
			const { verdicts } = graded(id, [], null, null);
			expect(
				verdicts.every(({ verdict }) => verdict === 'not reached'),
				id
			).toBe(true);
		}
	});

	it.each([
		['text', 'x'],
		['a number', 7],
		['a list', [1, [2]]],
		['nothing in it', {}],
		['lists that are none', { requests: 'a', services: { length: 1e9 }, refused: 3 }],
		['rows that are none', { requests: [null, 1, [], 'a', { service_request_id: {} }] }],
		['members of any type', { service_request_id: [], status: {}, error: false, refused: [[]] }],
		['very many rows', { requests: Array.from({ length: 50_000 }, () => ({})) }]
	])('are made of any JSON: %s', (_, result) => {
		for (const { id } of Object.values(scenes)) {
			const { verdicts } = graded(
				id,
				[none, get(`services.xml?${J}`), get('requests/1.xml', { status: 404, says: 'x' })],
				result,
				exited(0)
			);
			expect(verdicts.every(({ message }) => message !== '' && message.length < 500)).toBe(true);
		}
	});

	it('have a message of one line, whatever was sent', () => {
		const text = encodeURIComponent('a\r\n\u001b[31mb');
		const { verdicts } = graded('list-open', [get(`requests.xml?description=${text}`)], null, null);
		const said = verdicts.find(({ check }) => check === 'private-not-in-url');
		expect(said?.message).toBe("The URL of call 1 holds description: 'a [31mb'.");
	});

	it('are made of any call', () => {
		const odd: Sketch = {
			begin: 0,
			end: null,
			method: '',
			url: 'http://[',
			headers: {},
			body: Uint8Array.of(0xff),
			answer: null,
			reached: false
		};
		const { verdicts } = graded('report-simple', [odd, { ...odd, method: 'POST' }], null, null);
		expect(
			verdicts.filter(({ verdict }) => verdict === 'failed').map(({ check }) => check)
		).toEqual(['known-paths', 'form-body', 'named-agent']);
	});
});

describe('the outcome of a scene', () => {
	it('is passed where the result is right', () => {
		expect(graded('list-none', [none], { requests: [] }, exited(0)).outcome).toBe('passed');
	});

	it('is failed where a must failed, even one of every scene', () => {
		expect(graded('list-none', [none], { requests: [] }, stopped(30)).outcome).toBe('failed');
	});

	it('is passed where only a should failed', () => {
		const { outcome } = graded(
			'list-none',
			[{ ...none, url: `${none.url}&api_key=x` }],
			{ requests: [] },
			exited(0)
		);
		expect(outcome).toBe('passed');
	});

	it('does not ask for what needs a result where none was written, and says so', () => {
		const { outcome, verdicts } = graded('list-none', [none], null, exited(0));
		expect(outcome).toBe('passed');
		expect(notAsked(scenes['list-none'], verdicts, null)).toEqual(['reads-empty']);
		const gaveUp = graded('list-none', [none], { error: 'no' }, exited(0));
		expect(gaveUp.outcome).toBe('passed');
	});

	it('is not reached where a must of its own was asked in vain', () => {
		const refused = {
			...none,
			answer: { status: 400, headers: {}, body: errorsXml([400, 'No.']) }
		};
		expect(graded('list-none', [refused], { requests: [] }, exited(0)).outcome).toBe('not reached');
		expect(graded('report-simple', [none], null, exited(0)).outcome).toBe('not reached');
	});

	it('does not ask which id was used without a result and without a call of it', () => {
		const token = get(`tokens/9000031.xml?${J}`, {
			says: '<token>9000031</token><service_request_id>101000000131</service_request_id>'
		});
		const { outcome, verdicts } = graded('follow-token', [token], null, exited(0));
		expect(outcome).toBe('passed');
		expect(notAsked(scenes['follow-token'], verdicts, null)).toEqual(['uses-id', 'reads-status']);
	});
});

describe('the report', () => {
	it('counts the verdicts of all levels', () => {
		const { verdicts, outcome } = graded('list-none', [none], { requests: [] }, exited(0));
		const scene = {
			scene: 'list-none',
			dialect: 'toronto',
			format: 'xml',
			outcome,
			verdicts
		} as const;
		expect(summaryReport([scene, scene])).toEqual({
			passed: 20,
			failed: 0,
			notReached: 2,
			scenes: [scene, scene]
		});
	});
});
