// The events of a run as they arrive: text from outside, until it was looked at.
import type { CheckEvents } from '../../mocks/check/events';

/** An event by its name, with what it tells. */
export type CheckEvent = {
	[Name in keyof CheckEvents]: { name: Name; data: CheckEvents[Name] };
}[keyof CheckEvents];

/** The names of the events that a run sends. */
export const EVENT_NAMES = [
	'report',
	'scene',
	'call',
	'verdicts',
	'ended'
] as const satisfies readonly (keyof CheckEvents)[];

/** The longest event that is read, in UTF-16 code units. */
const LONGEST = 2_000_000;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isCount = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isListOf = (value: unknown, is: (item: unknown) => boolean) =>
	Array.isArray(value) && value.every(is);

const isVerdict = (value: unknown) =>
	isFields(value) &&
	[value.check, value.level, value.verdict, value.message, value.advice].every(isText) &&
	isListOf(value.calls, isCount);

const isSceneReport = (value: unknown) =>
	isFields(value) &&
	[value.scene, value.dialect, value.format, value.outcome].every(isText) &&
	isListOf(value.verdicts, isVerdict);

/** What each event must hold; a newer server may tell more. */
const SHAPES: Readonly<Record<keyof CheckEvents, (data: unknown) => boolean>> = {
	report: (data) =>
		isFields(data) &&
		[data.passed, data.failed, data.notReached].every(isCount) &&
		isListOf(data.scenes, isSceneReport),
	scene: (data) =>
		isFields(data) &&
		isText(data.scene) &&
		isCount(data.seconds) &&
		[data.dialect, data.format].every(isTextOrNull) &&
		isFields(data.task) &&
		isText(data.task.do),
	call: (data) =>
		isFields(data) &&
		[data.number, data.begin].every(isCount) &&
		[data.method, data.path].every(isText) &&
		[data.end, data.status].every((value) => value === null || isCount(value)),
	verdicts: (data) => isListOf(data, isVerdict),
	ended: isSceneReport
};

/** Reads JSON; undefined for what is none. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads an event of a run; null for one that is too long or not what its name says. */
export function readEvent(name: keyof CheckEvents, text: string): CheckEvent | null {
	if (text.length > LONGEST) return null;
	const data = parsed(text);
	// The shape was looked at, as far as the page relies on it.
	return SHAPES[name](data) ? ({ name, data } as CheckEvent) : null;
}
