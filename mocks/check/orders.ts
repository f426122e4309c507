// What a client's developer sends to a run: which scene begins, and what the client understood.
import type { DialectName } from '../../src/georeport/dialect';
import { clip } from '../api/answers';
import type { Choice } from './run';
import { SCENE_IDS, type CheckFormat } from './scene';

/** The largest result of a client, in bytes. */
export const RESULT_BYTES = 1_000_000;

const DIALECT_NAMES: readonly DialectName[] = ['toronto', 'standard'];
const FORMATS: readonly CheckFormat[] = ['xml', 'json'];

/** How long a scene may take at most, in seconds. */
const MOST_SECONDS = 3600;

/**
 * Parses bytes as a JSON object. Where that fails (not JSON, not an object, not UTF-8, too large) it
 * returns the error message instead; `what` names the bytes in it.
 */
export function readObject(what: string, bytes: Uint8Array): object | string {
	if (bytes.byteLength > RESULT_BYTES) {
		return `${what} has ${bytes.byteLength} bytes. Send at most ${RESULT_BYTES}.`;
	}
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
		return `${what} is JSON, but no object. Send one, such as {"service_request_id":"101000000001"}.`;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return `${what} is not JSON: ${reason.slice(0, 200)}. Send a JSON object in UTF-8.`;
	}
}

const isOneOf = <Value>(value: unknown, values: readonly Value[]): value is Value =>
	values.some((each) => each === value);

const isTime = (value: unknown): value is number =>
	typeof value === 'number' && value >= 1 && value <= MOST_SECONDS;

const unknown = (name: string, value: unknown, values: readonly string[]) =>
	value === undefined
		? `${name} was not sent. Send one of ${values.join(', ')}.`
		: `${name} ${clip(JSON.stringify(value))} is not known. Send one of ${values.join(', ')}.`;

/**
 * Reads `{"scene":"busy"}` with, if they are there, `dialect`, `format` and `seconds`. Returns a text if
 * it is wrong, which says why.
 */
export function readChoice(bytes: Uint8Array): Choice | string {
	const sent = readObject('The body', bytes);
	if (typeof sent === 'string') return sent;
	const members: Readonly<Record<string, unknown>> = { ...sent };
	const { scene, dialect = null, format = null, seconds = null } = members;
	if (!isOneOf(scene, SCENE_IDS)) return unknown('scene', scene, SCENE_IDS);
	if (dialect !== null && !isOneOf(dialect, DIALECT_NAMES)) {
		return unknown('dialect', dialect, DIALECT_NAMES);
	}
	if (format !== null && !isOneOf(format, FORMATS)) return unknown('format', format, FORMATS);
	if (seconds !== null && !isTime(seconds)) {
		return `seconds ${clip(JSON.stringify(seconds))} is not understood. Send a number from 1 to ${MOST_SECONDS}, or leave it out.`;
	}
	return { scene, dialect, format, seconds };
}
