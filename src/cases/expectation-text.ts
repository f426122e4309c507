// An expectation and an answer as two texts to compare line by line; equal where the answer is
// right.
import { recordsOf } from '../answer/records';
import { describeWanted } from './claim-text';
import type { Claim, Expectation, ExpectedFields } from './expectation';
import { hasFields, isWanted, judgeClaim, type JudgedAnswer } from './judge';

/** The two texts, each with one thing on a line. */
export interface Sides {
	expected: string;
	actual: string;
}

type Lines = readonly [expected: readonly string[], actual: readonly string[]];
type Row = Record<string, unknown>;

const shown = (value: unknown) => (value === undefined ? 'not there' : String(value));

/** Returns the expected value in words if the value is as expected; otherwise the value itself. */
const valueLine = (value: unknown, wanted: ExpectedFields[string]) =>
	isWanted(value, wanted) ? describeWanted(wanted) : shown(value);

/** Returns the fields of a record; those that are as expected have the words of the expectation. */
const fieldLines = (fields: ExpectedFields, row: Row) =>
	Object.entries(fields).map(([name, wanted]) => `  ${name}: ${valueLine(row[name], wanted)}`);

const wantedLines = (fields: ExpectedFields) =>
	Object.entries(fields).map(([name, wanted]) => `  ${name}: ${describeWanted(wanted)}`);

/** Returns the record with the most fields that are as expected. */
function nearest(fields: ExpectedFields, rows: readonly Row[]): Row | undefined {
	const right = (row: Row) =>
		Object.entries(fields).filter(([name, wanted]) => isWanted(row[name], wanted)).length;
	return rows.reduce<Row | undefined>(
		(best, row) => (best && right(best) >= right(row) ? best : row),
		undefined
	);
}

function failed(claim: Claim, { parsed }: JudgedAnswer): Lines {
	const rows = recordsOf(parsed);
	switch (claim.claim) {
		case 'kind':
			return [[`body: ${claim.kind}`], [`body: ${parsed.kind}`]];
		case 'count':
			return [[`records: ${claim.is}`], [`records: ${rows.length}`]];
		case 'atLeast':
			return [[`records: at least ${claim.count}`], [`records: ${rows.length}`]];
		case 'list':
			return [
				[
					`${claim.field}, in order:`,
					...claim.values.map((wanted) => `  ${describeWanted(wanted)}`)
				],
				[
					`${claim.field}, in order:`,
					...rows.map((row, at) => {
						const wanted = claim.values[at];
						const value = row[claim.field];
						return `  ${wanted === undefined ? shown(value) : valueLine(value, wanted)}`;
					})
				]
			];
		case 'some': {
			const row = nearest(claim.fields, rows);
			return [
				['a record with:', ...wantedLines(claim.fields)],
				row ? ['a record with:', ...fieldLines(claim.fields, row)] : ['no record at all']
			];
		}
		case 'every': {
			const row = rows.find((row) => !hasFields(claim.fields)(row));
			return [
				['every record with:', ...wantedLines(claim.fields)],
				row ? ['a record with:', ...fieldLines(claim.fields, row)] : ['no record at all']
			];
		}
		case 'none':
			return [
				['no record with:', ...wantedLines(claim.fields)],
				[
					parsed.kind === 'unreadable' ? 'a body that cannot be read' : 'a record with:',
					...wantedLines(claim.fields)
				]
			];
		case 'descending':
			return [
				[`${claim.field}: in descending order`],
				[`${claim.field}: in another order, or in one record only`]
			];
		case 'that':
			return [[claim.words], [claim.check(rows, parsed)?.came ?? claim.words]];
		case 'text':
			return [[`the text has: ${claim.contains}`], ['the text does not have it']];
		default:
			return claim satisfies never;
	}
}

/**
 * Returns an expectation and an answer as texts. Checks that pass have the same words in both, so
 * that only what is wrong differs. Leaves out a check on the body in the other format.
 */
export function sidesOf({ status, claims }: Expectation, answer: JudgedAnswer): Sides {
	const expected = [`HTTP status: ${status}`];
	const actual = [`HTTP status: ${answer.status}`];
	for (const claim of claims) {
		const verdict = judgeClaim(claim, answer);
		if (!verdict) continue;
		const [wanted, came] = failed(claim, answer);
		expected.push(...wanted);
		actual.push(...(verdict.passed ? wanted : came));
	}
	return { expected: `${expected.join('\n')}\n`, actual: `${actual.join('\n')}\n` };
}
