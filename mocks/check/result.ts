// Reads what a client says it understood: JSON from outside, which may hold anything.

/** The most entries of a list that are read. */
const MOST_ENTRIES = 10_000;

/** The longest text that is compared; the longest one of a scene has 4,199 characters. */
const MOST_CHARACTERS = 100_000;

/** The members of a JSON object from outside. */
export type ResultMembers = Readonly<Record<string, unknown>>;

/** A result: none, the words of a client that gave up, or what it understood. */
export type Result =
	{ kind: 'none' } | { kind: 'error'; words: string } | { kind: 'answer'; members: ResultMembers };

/** Whether a value is not there: null, an empty text and a member left out mean the same. */
const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

const isMembers = (value: unknown): value is ResultMembers =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function printed(value: unknown): string {
	if (typeof value === 'string') return value;
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return 'something that is not JSON';
	}
}

/** Returns a value as text of one form of line breaks, without blanks at its ends; null for none. */
export function resultText(value: unknown): string | null {
	if (isAbsent(value)) return null;
	const text = printed(value).slice(0, MOST_CHARACTERS);
	return sameBreaks(text) || null;
}

/** Returns a text with LF as its line breaks and without blanks at its ends. */
export const sameBreaks = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** The longest texts that are shown whole, and how much of a longer one is shown. */
const SHOWN_WHOLE = 60;
const SHOWN = 40;

/**
 * Returns what to show of two texts, on one line: the whole of short ones, of others what is around
 * the first character in which they differ.
 */
export function differingParts(one: string, other: string): [string, string] {
	const [a, b] = [[...one], [...other]];
	const isShort = Math.max(a.length, b.length) <= SHOWN_WHOLE;
	const at = a.findIndex((character, index) => character !== b[index]);
	const from = isShort ? 0 : Math.max(0, (at < 0 ? a.length : at) - SHOWN / 2);
	const to = isShort ? SHOWN_WHOLE : from + SHOWN;
	const part = (text: readonly string[]) =>
		`${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${text.length > to ? '…' : ''}`.replace(
			/\n/g,
			'\\n'
		);
	return [part(a), part(b)];
}

/** Reads a result; what is not an object has no members. */
export function readResult(result: unknown): Result {
	if (result === null || result === undefined) return { kind: 'none' };
	const members = isMembers(result) ? result : {};
	const words = resultText(members.error);
	return words === null ? { kind: 'answer', members } : { kind: 'error', words };
}

/** An entry of a list, found by its id. */
export interface ResultRow {
	/** As text, even if it was written as a number; null for none. */
	id: string | null;
	isNumber: boolean;
	members: ResultMembers;
}

/** Returns the entries of a list in a result by the name of their id; null if there is no list. */
export function rowsIn(members: ResultMembers, list: string, idName: string): ResultRow[] | null {
	const rows = members[list];
	if (!Array.isArray(rows)) return null;
	return rows.slice(0, MOST_ENTRIES).map((row: unknown) => {
		const fields = isMembers(row) ? row : {};
		const id = fields[idName];
		return { id: resultText(id), isNumber: typeof id === 'number', members: fields };
	});
}

/** Whether a result says that the server refused, and tells at least one error. */
export const isRefusal = (members: ResultMembers) =>
	Array.isArray(members.refused) && members.refused.length > 0;
