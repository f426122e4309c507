// The scenes of the client check, and what a right result holds in each.
import type { DialectName } from '../../src/georeport/dialect';
import type { CityRequest } from '../city/city-request';
import { FIXED_CLOCK, fromSeed } from '../city/city';
import { formatToronto } from '../city/dates';
import { NOTES, REQUESTS } from '../data/requests';
import { SERVICES } from '../data/services';
import { oddRowsOf } from './odd-rows';
import {
	SCENE_IDS,
	type CheckFormat,
	type ExpectedRow,
	type ExpectedService,
	type Scene,
	type SceneId,
	type SceneTask
} from './scene';
import { TASKS } from './tasks';

/** The checks that only one scene makes, in the order of the report. */
const OWN_CHECKS: Readonly<Record<SceneId, readonly string[]>> = {
	services: ['reads-services'],
	'report-simple': [
		'text-intact',
		'location-complete',
		'service-from-list',
		'no-needless-definition'
	],
	'report-questions': ['definition-first', 'required-answered', 'keys-not-names', 'several-values'],
	'report-address': ['location-complete', 'text-intact'],
	'report-private': ['private-in-body', 'photo-as-url'],
	'follow-token': ['polls-token', 'uses-id', 'reads-status'],
	'follow-slow': ['polls-token', 'poll-patience', 'poll-stops', 'uses-id'],
	'list-open': ['filters-on-server', 'reads-records'],
	'list-year': ['splits-window', 'complete-list'],
	'list-odd': ['reads-null-place', 'reads-ids', 'reads-text', 'ignores-unknown'],
	'list-none': ['reads-empty'],
	'list-one': ['reads-one'],
	busy: ['honours-retry-after', 'retry-limit', 'ends-well'],
	'lost-answer': ['no-second-report'],
	refused: ['not-repeated', 'tells-every-error'],
	'needs-key': ['not-repeated', 'tells-every-error'],
	gone: ['not-repeated', 'tells-every-error'],
	'broken-answer': ['ends-well', 'reads-records'],
	silence: ['gives-up']
};

const SECONDS = 30;
const SECONDS_OF_SILENCE = 60;

const expectedRow = (row: CityRequest): ExpectedRow => ({
	service_request_id: row.service_request_id,
	status: NOTES[row.note].status,
	requested: formatToronto(row.requested),
	lat: row.lat,
	long: row.long,
	description: row.description
});

const EXPECTED_SERVICES: readonly ExpectedService[] = SERVICES.map(
	({ service_code, service_name, metadata }) => ({ service_code, service_name, metadata })
);

/** Returns the rows that a task is about: newest first, those without an id at its time left out. */
function rowsFor(task: SceneTask, rows: readonly CityRequest[]): ExpectedRow[] {
	if (task.do === 'follow') {
		return rows.filter(({ token }) => token === task.token).map(expectedRow);
	}
	if (task.do !== 'list') return [];
	const { status, service_name } = task;
	const [from, to] = [Date.parse(task.from), Date.parse(task.to)];
	const code = SERVICES.find((each) => each.service_name === service_name)?.service_code;
	return rows
		.filter(
			(row) =>
				row.assigned <= FIXED_CLOCK &&
				row.requested >= from &&
				row.requested <= to &&
				(status === undefined || NOTES[row.note].status === status) &&
				(service_name === undefined || row.service_code === code)
		)
		.sort((a, b) => b.requested - a.requested)
		.map(expectedRow);
}

/** The rows of each scene, made when they are first asked for: to format their dates takes time. */
let rowsOfScenes: ReadonlyMap<SceneId, readonly ExpectedRow[]> | undefined;

function expectedRows(): ReadonlyMap<SceneId, readonly ExpectedRow[]> {
	if (rowsOfScenes) return rowsOfScenes;
	const seeded = REQUESTS.map(fromSeed);
	rowsOfScenes = new Map(SCENE_IDS.map((id) => [id, rowsFor(TASKS[id], oddRowsOf(id) ?? seeded)]));
	return rowsOfScenes;
}

/** Returns the scenes by id, in the order in which they are run. */
export function SCENES(dialect: DialectName, format: CheckFormat): Record<SceneId, Scene> {
	const sceneOf = (id: SceneId): Scene => ({
		id,
		dialect,
		format,
		task: TASKS[id],
		seconds: id === 'silence' ? SECONDS_OF_SILENCE : SECONDS,
		rows: expectedRows().get(id) ?? [],
		services: id === 'services' ? EXPECTED_SERVICES : [],
		own: OWN_CHECKS[id]
	});
	return Object.fromEntries(SCENE_IDS.map((id) => [id, sceneOf(id)])) as Record<SceneId, Scene>;
}
