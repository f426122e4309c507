// Runs the checks of an expectation on an answer.
import { recordsOf } from '../answer/records';
import type { Parsed } from '../answer/parse';
import { describeClaim } from './claim-text';
import type { Claim, Expectation, ExpectedFields, Row, Wanted } from './expectation';

/**
 * The part of an answer a verdict is about: a field of a record, counted from 0, or a node of its
 * tree.
 */
export type Offender = { record: number; field: string } | { node: number };

/** The result of one check, with the check in words. */
export interface Verdict {
	passed: boolean;
	line: string;
	/** The place that made it fail; absent if it passed or there is no single place. */
	offender?: Offender;
	/** What came instead, shortened; absent if it passed, or where `line` says so. */
	came?: string;
	/** Where that is: line and column, and the path; absent for the answer as a whole. */
	where?: string;
	/** The clause that says so, where it is not that of the case. */
	clause?: string;
	/** The rule and the field that it is about, the same wherever that is found; absent for a check of the case. */
	finding?: string;
	/** Whether it only advises: it is allowed otherwise. */
	advice?: true;
	/** Whether it failed only because of the one that failed before it. */
	follows?: true;
}

/** What the checks need to know of an answer. */
export interface JudgedAnswer {
	status: number;
	text: string;
	format: 'xml' | 'json';
	parsed: Parsed;
}

/** Whether a field's value is as expected. */
export function isWanted(value: unknown, wanted: Wanted): boolean {
	if (wanted === null || typeof wanted !== 'object') return value === wanted;
	if ('contains' in wanted) return String(value).includes(wanted.contains);
	const match = wanted.like.exec(String(value ?? ''));
	return match !== null && match[0] === String(value);
}

/** Whether a record has all of these fields. */
export const hasFields = (fields: ExpectedFields) => (record: Row) =>
	Object.entries(fields).every(([name, wanted]) => isWanted(record[name], wanted));

/**
 * A date-time as an instant; anything else as a number (`Date.parse` takes many numbers for years).
 */
const comparable = (value: unknown) =>
	/^\d{4}-\d\d-\d\d/.test(String(value)) ? Date.parse(String(value)) : Number(value);

/** The index of the first record whose field is larger than in the one before; -1 for none. */
const firstIncrease = (field: string, records: readonly Row[]) =>
	records.findIndex((record, at) => {
		const before = records[at - 1];
		return before !== undefined && !(comparable(before[field]) >= comparable(record[field]));
	});

function passes(claim: Claim, { parsed, text }: JudgedAnswer, records: readonly Row[]): boolean {
	switch (claim.claim) {
		case 'kind':
			return parsed.kind === claim.kind;
		case 'count':
			return records.length === claim.is;
		case 'atLeast':
			return records.length >= claim.count;
		case 'list':
			return (
				records.length === claim.values.length &&
				claim.values.every((wanted, at) => isWanted(records[at]?.[claim.field], wanted))
			);
		case 'some':
			return records.some(hasFields(claim.fields));
		case 'none':
			return parsed.kind !== 'unreadable' && !records.some(hasFields(claim.fields));
		case 'every':
			return records.length > 0 && records.every(hasFields(claim.fields));
		case 'descending':
			return records.length > 1 && firstIncrease(claim.field, records) < 0;
		case 'that':
			return parsed.kind !== 'unreadable' && claim.check(records, parsed) === null;
		case 'text':
			return text.includes(claim.contains);
		default:
			return claim satisfies never;
	}
}

/** The single place that makes a check fail; null if there is none. */
function offenderOf(claim: Claim, parsed: Parsed, records: readonly Row[]): Offender | null {
	const at = (record: number, field: string | undefined) =>
		record < 0 || field === undefined ? null : { record, field };
	switch (claim.claim) {
		case 'list':
			return at(
				records.findIndex(
					(row, place) => !isWanted(row[claim.field], claim.values[place] ?? { like: /(?!)/ })
				),
				claim.field
			);
		case 'none':
			return at(records.findIndex(hasFields(claim.fields)), Object.keys(claim.fields)[0]);
		case 'every': {
			const record = records.findIndex((row) => !hasFields(claim.fields)(row));
			const wrong = Object.entries(claim.fields).find(
				([name, wanted]) => !isWanted(records[record]?.[name], wanted)
			);
			return at(record, wrong?.[0]);
		}
		case 'descending':
			return at(firstIncrease(claim.field, records), claim.field);
		case 'that': {
			const { record = -1, field } = claim.check(records, parsed) ?? {};
			return at(record, field);
		}
		default:
			return null;
	}
}

/**
 * Runs one check. Returns null for a check on the body in the other format, which does not apply.
 */
export function judgeClaim(claim: Claim, answer: JudgedAnswer): Verdict | null {
	if (claim.claim === 'text' && claim.format !== answer.format) return null;
	const records = recordsOf(answer.parsed);
	const passed = passes(claim, answer, records);
	const offender = passed ? null : offenderOf(claim, answer.parsed, records);
	return { passed, line: describeClaim(claim), ...(offender ? { offender } : {}) };
}

/** Whether a status is the expected one, or one that will do as well. */
const isExpectedStatus = (came: number, { status, orStatus = [] }: Expectation) =>
	came === status || orStatus.includes(came);

/**
 * Checks an answer: returns a verdict on the status, then one for each check that applies to its
 * format.
 */
export function judge(expectation: Expectation, answer: JudgedAnswer): Verdict[] {
	return [
		{
			passed: isExpectedStatus(answer.status, expectation),
			line: `HTTP status ${expectation.status}`
		},
		...expectation.claims.flatMap((claim) => judgeClaim(claim, answer) ?? [])
	];
}
