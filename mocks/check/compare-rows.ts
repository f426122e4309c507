// Compares the rows of a result with those of a scene: texts as texts, instants as instants, numbers
// as numbers.
import { clip, quote } from '../api/answers';
import { readDateTime } from '../city/dates';
import type { Evidence } from './evidence';
import { failed, type CheckFinding } from './finding';
import { differingParts, sameBreaks, resultText, type ResultRow } from './result';
import type { ExpectedRow } from './scene';

const named = (ids: readonly string[]) =>
	`${clip(ids[0] ?? '')}${ids.length > 1 ? ` and ${ids.length - 1} more` : ''}`;

/** How the ids of a result differ from those of a scene. */
export interface IdTrouble {
	/** What is wrong, after `The result`. */
	message: string;
	unknown: string[];
	missing: string[];
}

/** Compares the ids of a result with those of the scene; null if each is there once. */
export function idTrouble(
	expected: readonly string[],
	rows: readonly ResultRow[]
): IdTrouble | null {
	const ids = rows.map(({ id }) => id ?? 'a row without an id');
	const [wanted, there] = [new Set(expected), new Set(ids)];
	const missing = expected.filter((id) => !there.has(id));
	const unknown = ids.filter((id) => !wanted.has(id));
	if (missing.length > 0) return { message: `lacks ${named(missing)}`, unknown, missing };
	if (unknown.length > 0) {
		const verb = unknown.length > 1 ? 'do' : 'does';
		return { message: `has ${named(unknown)}, which ${verb} not match`, unknown, missing };
	}
	if (there.size === ids.length) return null;
	const seen = new Set<string>();
	const twice = ids.filter((id) => seen.size === seen.add(id).size);
	return { message: `has ${named(twice)} twice`, unknown, missing };
}

/** Returns the failure of an id that was written as a number; null if all are text. */
export function numberFinding(rows: readonly ResultRow[]): CheckFinding | null {
	const number = rows.find(({ isNumber }) => isNumber);
	return number
		? failed(
				`The result has the id ${number.id ?? ''} as a number.`,
				'Keep ids as text: they may have leading zeros, letters and more digits than a number holds.'
			)
		: null;
}

/** A row of a result, and the row of the scene that has its id. */
export interface RowPair {
	row: ResultRow;
	expected: ExpectedRow;
}

/** Returns each row of the result that the scene has, beside it. */
export function pairsOf({ scene }: Evidence, rows: readonly ResultRow[]): RowPair[] {
	return rows.flatMap((row) => {
		const expected = scene.rows.find(({ service_request_id }) => service_request_id === row.id);
		return expected ? [{ row, expected }] : [];
	});
}

type Field = 'status' | 'requested' | 'lat' | 'long' | 'description';

/** Parses a date-time with a zone; null for another text. */
const instantOf = (text: string | null) =>
	text !== null && /:\d\d(?:\.\d+)? ?(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text)
		? readDateTime(text)
		: null;

function isEqual(field: Field, value: unknown, expected: ExpectedRow): boolean {
	const text = resultText(value);
	const wanted = expected[field];
	if (text === null || wanted === null) return text === wanted;
	switch (field) {
		case 'lat':
		case 'long':
			return typeof value !== 'boolean' && Math.abs(Number(text) - Number(wanted)) < 1e-9;
		case 'requested':
			return instantOf(text) === instantOf(String(wanted));
		case 'status':
		case 'description':
			return text === sameBreaks(String(wanted));
		default:
			return field satisfies never;
	}
}

/** Compares some fields of the rows that are there; null if all are equal. */
export function fieldFinding(
	pairs: readonly RowPair[],
	fields: readonly Field[],
	advice: string
): CheckFinding | null {
	for (const { row, expected } of pairs) {
		const wrong = fields.find((field) => !isEqual(field, row.members[field], expected));
		if (wrong === undefined) continue;
		const text = resultText(row.members[wrong]);
		const wanted = resultText(expected[wrong]);
		const [has, given] = differingParts(text ?? '', wanted ?? '');
		return failed(
			`Request ${expected.service_request_id} has ${text === null ? `no ${wrong}` : `${wrong} ${quote(has)}`} in the result; it has ${wanted === null ? 'none' : quote(given)}.`,
			advice
		);
	}
	return null;
}
