// The rows of the scenes as results, and lists that were asked for.
import type { ExpectedRow, SceneId } from '../scene';
import { SCENES } from '../scenes';
import { get, J } from './call';

/** The scenes whose rows are meant. */
export const SCENES_HERE = SCENES('toronto', 'xml');
/** The rows of a scene. */
export const sceneRows = (scene: SceneId) => SCENES_HERE[scene].rows;
/** A result with the rows of a scene, of which the first differs. */
export const first = (scene: SceneId, part: Partial<Record<keyof ExpectedRow, unknown>>) => ({
	requests: sceneRows(scene).map((row, at) => (at === 0 ? { ...row, ...part } : row))
});

/** A list that was answered. */
export const LIST_CALL = get(`requests.xml?${J}`);
/** A list that was asked for with its filters. */
export const FILTERED = get(`requests.xml?${J}&status=open&service_code=CSROWR-12`);
/** A list that was refused. */
export const REFUSED = get('requests.xml', { status: 400 });

/** A list whose dates have no zone. */
export const UNZONED = get(`requests.xml?${J}&start_date=2012-06-01&end_date=2012-06-15`);
