import { describe, expect, it } from 'vitest';
import { STANDARD, TORONTO } from '../api/dialect';
import { createApi } from '../api/handlers';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { definitionOf } from '../data/definitions';
import { REQUESTS } from '../data/requests';
import { SERVICES } from '../data/services';
import { memoryStore } from '../store/store';
import { oddRowsOf, writingOf } from './odd-rows';
import { SCENE_IDS, type SceneId, type SceneTask } from './scene';
import { SCENES } from './scenes';

const SEEDED = REQUESTS.map(fromSeed);
const scenes = SCENES('standard', 'json');
const idsOf = (scene: SceneId) => scenes[scene].rows.map((row) => row.service_request_id);

const cityOf = (scene: SceneId) =>
	createCity(oddRowsOf(scene) ?? SEEDED, memoryStore(), () => FIXED_CLOCK);

const codeOf = (name: string) =>
	SERVICES.find((service) => service.service_name === name)?.service_code ?? '';

/** The form that a right client sends for a report. */
function formOf(task: Extract<SceneTask, { do: 'report' }>): URLSearchParams {
	const { do: _, service_name, answers = {}, ...others } = task;
	const service_code = codeOf(service_name);
	const form = new URLSearchParams({ jurisdiction_id: 'toronto.ca', service_code });
	for (const [name, value] of Object.entries(others)) form.append(name, String(value));
	for (const [question, answer] of Object.entries(answers)) {
		const asked = definitionOf(service_code).attributes.find(
			({ description }) => description === question
		);
		for (const text of [answer].flat()) {
			const key = asked?.values.find(({ name }) => name === text)?.key ?? text;
			form.append(`attribute[${asked?.code}]`, key);
		}
	}
	return form;
}

const REPORTS: SceneId[] = [
	'report-simple',
	'report-questions',
	'report-address',
	'report-private',
	'follow-slow',
	'lost-answer',
	'needs-key'
];

describe('the scenes', () => {
	it('are the same nineteen in every dialect and format, in the order of the table', () => {
		for (const dialect of ['toronto', 'standard'] as const) {
			for (const format of ['xml', 'json'] as const) {
				const made = Object.values(SCENES(dialect, format));
				expect(made.map(({ id }) => id)).toEqual([...SCENE_IDS]);
				expect(made.every((scene) => scene.dialect === dialect && scene.format === format)).toBe(
					true
				);
			}
		}
		expect(SCENE_IDS).toHaveLength(19);
	});

	it('give a client 30 seconds, in silence 60', () => {
		const slow = Object.values(scenes).filter(({ seconds }) => seconds !== 30);
		expect(slow.map(({ id, seconds }) => [id, seconds])).toEqual([['silence', 60]]);
	});

	it('expect these requests', () => {
		expect(idsOf('list-open')).toEqual([
			'101000000236',
			'101000000111',
			'101000000234',
			'101000000001',
			'101000000227',
			'101000000006',
			'101000000211',
			'101000000002',
			'101000000096',
			'101000000071'
		]);
		expect(idsOf('list-year')).toHaveLength(105);
		expect(idsOf('list-year').slice(-2)).toEqual(['101000000062', '101000000061']);
		expect(idsOf('busy')).toHaveLength(33);
		expect(scenes['list-none'].rows).toEqual([]);
		expect(scenes['list-one'].rows).toEqual([
			{
				service_request_id: '101000000210',
				status: 'closed',
				requested: '2012-05-23T17:09:18-04:00',
				lat: 43.66198,
				long: -79.42566,
				description: 'Marker on the shutters of the corner store.'
			}
		]);
		expect(scenes['follow-token'].rows).toEqual([
			{
				service_request_id: '101000000131',
				status: 'open',
				requested: '2012-06-15T10:02:38-04:00',
				lat: 43.638787129,
				long: -79.448425652,
				description: 'Large white letters on the road surface.'
			}
		]);
	});

	it('expect what the mock-up lists', async () => {
		for (const { id, task, rows } of Object.values(scenes)) {
			if (task.do !== 'list' || id === 'list-year') continue;
			const { status, service_name, from, to } = task;
			const query = new URLSearchParams({
				start_date: from,
				end_date: to,
				status: status ?? '',
				service_code: service_name === undefined ? '' : codeOf(service_name)
			});
			const url = `http://localhost/georeport/v2/requests.json?${query.toString()}`;
			const response = await createApi(cityOf(id)).answer(new Request(url));
			const listed = (await response.json()) as Record<string, unknown>[];
			expect(
				listed.map((row) => ({
					service_request_id: row.service_request_id,
					status: row.status,
					requested: row.requested_datetime,
					lat: row.lat ?? null,
					long: row.long ?? null,
					description: row.description ?? null
				})),
				id
			).toEqual(rows);
		}
	});

	it('expect the six services, of which the litter bin has no definition', () => {
		expect(scenes.services.services).toEqual([
			{ service_code: 'CSROWC-05', service_name: 'Graffiti on a City road', metadata: true },
			{ service_code: 'CSROWBM-03', service_name: 'Graffiti on a City bridge', metadata: true },
			{ service_code: 'CSROWR-12', service_name: 'Report minor pothole damage', metadata: true },
			{ service_code: '30102', service_name: 'Graffiti on private property', metadata: true },
			{ service_code: 'CSROSC-14', service_name: 'Graffiti on a City sidewalk', metadata: true },
			{
				service_code: 'SWLMALB-02',
				service_name: 'Graffiti on a City litter bin',
				metadata: false
			}
		]);
	});

	it('ask about no service that answers with an id in one dialect where a token matters', () => {
		const { task } = scenes['follow-slow'];
		const code = task.do === 'report' ? codeOf(task.service_name) : '';
		expect([TORONTO, STANDARD].some(({ realtime }) => realtime.includes(code))).toBe(false);
		expect(code).toBe('CSROWC-05');
	});

	it.each(REPORTS)('can be reported and is no duplicate: %s', async (id) => {
		const { task } = scenes[id];
		if (task.do !== 'report') throw new Error(`${id} asks for no report.`);
		const city = cityOf(id);
		const response = await createApi(city).answer(
			new Request('http://localhost/open311test/ws/requests.xml', {
				method: 'POST',
				body: formOf(task)
			})
		);
		expect(response.status).toBe(200);
		const [stored] = await city.submitted();
		expect(stored?.note).toBe(id === 'report-private' ? 'investigated' : 'scheduled');
		expect(stored?.description).toBe(task.description);
	});

	it('refuse a report for its place and its length', async () => {
		const { task } = scenes.refused;
		if (task.do !== 'report') throw new Error('refused asks for no report.');
		const response = await createApi(cityOf('refused')).answer(
			new Request('http://localhost/georeport/v2/requests.json', {
				method: 'POST',
				body: formOf(task)
			})
		);
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual([
			{
				code: 400,
				description:
					'The location lat 43.62, long -79.32 is outside the City of Toronto. Send a place inside the city.'
			},
			{ code: 400, description: 'description has 4199 characters. Send at most 4000.' }
		]);
	});

	it('ask for an id that nobody has', async () => {
		expect(scenes.gone.task).toEqual({ do: 'show', service_request_id: '101000000999' });
		expect(await cityOf('gone').byId('101000000999')).toBeNull();
	});

	it('have odd rows in one scene alone, which are printed in its own way', () => {
		const odd = SCENE_IDS.filter((id) => oddRowsOf(id) !== null || writingOf(id) !== null);
		expect(odd).toEqual(['list-odd']);
		expect(scenes['list-odd'].rows.map(({ lat, description }) => [lat, description])).toEqual([
			[
				43.64877,
				'Tag on the sign of the “Café Olé” & on the wall <north side>: 5 > 3, "quoted", it\'s big 🎨'
			],
			[null, 'Somewhere along the trail, after the second bend. There is no address nearby.'],
			[null, null],
			[43.64877, 'It says <b>“R&D”</b> & nothing else, the letters are a metre high 👀'],
			[43.7, 'The stencil spells the text &amp; in full.\nBelow it: &lt;3']
		]);
		expect(writingOf('list-odd')).toMatchObject({
			cdata: ['101000000304'],
			bare: ['101000000303']
		});
	});
});
