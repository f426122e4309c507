import type { DialectName } from '../../src/georeport/dialect';

/** The format that a client is asked to use. */
export type CheckFormat = 'xml' | 'json';

/** A date-time with its zone, RFC 3339. */
type DateTime = string;

/** What a client is asked to do: the JSON of `OPEN311_TASK`. Names are those that clients read. */
export type SceneTask =
	| { do: 'services' }
	| ({
			do: 'report';
			service_name: string;
			description: string;
			/** Question text to answer text, or a list of them; left out where the service asks nothing. */
			answers?: Record<string, string | string[]>;
			media_url?: string;
			email?: string;
			first_name?: string;
			last_name?: string;
	  } & ({ lat: number; long: number } | { address_string: string }))
	| { do: 'follow'; token: string }
	| { do: 'list'; status?: 'open' | 'closed'; service_name?: string; from: DateTime; to: DateTime }
	| { do: 'show'; service_request_id: string };

/** A request as the mock-up holds it, in the words of a client's result; null for what is not there. */
export interface ExpectedRow {
	service_request_id: string;
	status: 'open' | 'closed';
	requested: DateTime | null;
	lat: number | null;
	long: number | null;
	description: string | null;
}

/** A service as the mock-up lists it, in the words of a client's result. */
export interface ExpectedService {
	service_code: string;
	service_name: string;
	metadata: boolean;
}

/** One scene of the client check: what the client is to do, and what it must have understood. */
export interface Scene {
	id: SceneId;
	dialect: DialectName;
	format: CheckFormat;
	task: SceneTask;
	/** How long the client has, in seconds. */
	seconds: number;
	/** The literal rows that a right result holds; empty for tasks that read no requests. */
	rows: readonly ExpectedRow[];
	/** The literal services that a right result holds; empty for every other task. */
	services: readonly ExpectedService[];
	/** The checks that only this scene makes, in the order of the report. */
	own: readonly string[];
}

/** The scenes of the client check, in the order in which they are run. */
export const SCENE_IDS = [
	'services',
	'report-simple',
	'report-questions',
	'report-address',
	'report-private',
	'follow-token',
	'follow-slow',
	'list-open',
	'list-year',
	'list-odd',
	'list-none',
	'list-one',
	'busy',
	'lost-answer',
	'refused',
	'needs-key',
	'gone',
	'broken-answer',
	'silence'
] as const;

/** The id of a scene. */
export type SceneId = (typeof SCENE_IDS)[number];

/** One call of a client and what the mock-up answered. */
export interface Call {
	/** Counted from 1 within the scene. */
	number: number;
	/** When the call had arrived whole, in milliseconds of one clock that also gives `end`. */
	begin: number;
	/** When its answer had been sent or the connection was dropped; null while it is not answered. */
	end: number | null;
	method: string;
	/** The whole URL as it arrived. */
	url: string;
	/** By lower-case name. */
	headers: Readonly<Record<string, string>>;
	body: Uint8Array;
	/** The answer as the mock-up made it, even if it never reached the client; null if none was made. */
	answer: CallAnswer | null;
	/** Whether the answer reached the client whole. */
	reached: boolean;
}

/** The answer of a call. */
export interface CallAnswer {
	status: number;
	/** By lower-case name. */
	headers: Readonly<Record<string, string>>;
	body: string;
}

/** How the client's process ended; `at` is on the clock of the calls. */
export interface Ending {
	at: number;
	code: number | null;
	signal: string | null;
	timedOut: boolean;
}

/** How much a check weighs: only a failed `must` fails a scene. */
export type CheckLevel = 'must' | 'should' | 'advice';

/** What one check says of one scene. */
export interface CheckVerdict {
	check: string;
	level: CheckLevel;
	verdict: 'passed' | 'failed' | 'not reached';
	/** One sentence of what was seen, with the value and the call's number. */
	message: string;
	/** What to do instead; empty unless it failed. */
	advice: string;
	/** The numbers of the calls that it is about. */
	calls: readonly number[];
}

/** What the check says of one scene: the entry of the JSON report. */
export interface SceneReport {
	scene: SceneId;
	dialect: DialectName;
	format: CheckFormat;
	outcome: 'passed' | 'failed' | 'not reached';
	verdicts: readonly CheckVerdict[];
}

/** The whole report, as JSON; the counts are of verdicts of all levels. */
export interface CheckReport {
	passed: number;
	failed: number;
	notReached: number;
	scenes: readonly SceneReport[];
}
