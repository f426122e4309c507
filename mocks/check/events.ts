import type { DialectName } from '../../src/georeport/dialect';
import type {
	CheckFormat,
	CheckReport,
	SceneId,
	SceneReport,
	SceneTask,
	CheckVerdict
} from './scene';

/** A call as a live view shows it. */
interface SeenCall {
	/** Counted from 1 within the scene. */
	number: number;
	/** Milliseconds since the scene began. */
	begin: number;
	/** Null while it is not answered. */
	end: number | null;
	method: string;
	/** The path and query, without API keys. */
	path: string;
	/** The HTTP status of the answer; null where none was made. */
	status: number | null;
	/** Whether the answer reached the client whole. */
	reached: boolean;
}

/** The scene that a run is in. */
interface CurrentScene {
	scene: SceneId;
	task: SceneTask;
	/** How long the client has from its first call on, in seconds. */
	seconds: number;
	/** Null until `PUT scene` or the first call says it. */
	dialect: DialectName | null;
	/** Null until `PUT scene` or the first call says it. */
	format: CheckFormat | null;
}

/**
 * What `GET /check/RUN/events` tells, as server-sent events: the member's name is the event's, its
 * value the JSON of `data`. A view that connects is told all that stands by then: `report`, `scene`,
 * each `call`, then `verdicts`, or `ended` where the scene has.
 */
export interface CheckEvents {
	/** The report of the scenes that have ended; when a view connects and whenever a scene ends. */
	report: CheckReport;
	/** A scene has begun, or its dialect and format are known by now. What was shown of the one before is over. */
	scene: CurrentScene;
	/** A call arrived; the same number again once it is answered. */
	call: SeenCall;
	/** All verdicts of the current scene so far. */
	verdicts: readonly CheckVerdict[];
	/** The current scene has ended with these verdicts. */
	ended: SceneReport;
}
