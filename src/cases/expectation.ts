// What a test case says must hold of an answer, as data, and how it is judged.
import type { DialectName, Provenance } from '../georeport/dialect';
import type { MethodName } from '../georeport/methods';
import type { Parsed } from '../answer/parse';
import type { Draft } from '../georeport/request';

/** A value a field must have: itself, a text it must contain, or a pattern it must match in full. */
export type Wanted = string | number | boolean | null | { contains: string } | { like: RegExp };

/** Fields of a record and what each must be. */
export type Fields = Readonly<Record<string, Wanted>>;

/**
 * One thing that must hold of an answer's records: its services, attributes, service requests,
 * errors or endpoints, whichever kind it is.
 */
export type Claim =
	| { claim: 'kind'; kind: Parsed['kind'] }
	| { claim: 'count'; is: number }
	| { claim: 'atLeast'; count: number }
	/** The values of one field over all records, in order. */
	| { claim: 'list'; field: string; values: readonly Wanted[] }
	| { claim: 'some' | 'none' | 'every'; fields: Fields }
	/** The field never grows from one record to the next; date-times compare as instants. */
	| { claim: 'descending'; field: string }
	/** The text as sent contains this, in the format named. */
	| { claim: 'text'; format: 'xml' | 'json'; contains: string };

/** The HTTP status and the claims that make an answer right. */
export interface Expectation {
	status: number;
	claims: readonly Claim[];
}

/**
 * A later call of the same case. `$token` and `$service_request_id` in its values stand for those
 * fields of the last answer that had them.
 */
export interface Follow {
	method: MethodName;
	values: Draft['values'];
	expect: Expectation;
}

/** What one dialect of the mock-up must answer, and what later calls must then show. */
export interface Outcome {
	expect: Expectation;
	then: readonly Follow[];
}

/** The groups of test cases, in the order a developer meets them. */
export type CaseGroup =
	'discover' | 'list' | 'define' | 'report' | 'follow' | 'look up' | 'go wrong';

/** A fixed test case: a request with a name, what it shows and what to expect of it. */
export interface TestCase {
	/** Unique, lower case with hyphens: fit for a link. */
	id: string;
	title: string;
	/** One line: what to look for in the answer. */
	shows: string;
	/** The service that it is about, by the name in the service list; null or left out for none. */
	service?: string | null;
	group: CaseGroup;
	/** The request; the format is the reader's choice. */
	draft: Omit<Draft, 'format'>;
	outcomes: Readonly<Record<DialectName, Outcome>>;
	provenance: Provenance;
	/** The section of the specification it illustrates. */
	section: string;
}

/** What of an answer a verdict is about: a field of a record, counted from 0, or a node of its tree. */
export type Offender = { record: number; field: string } | { node: number };

/** One judged line of an expectation, in words. */
export interface Verdict {
	passed: boolean;
	line: string;
	/** What made it fail, where that is one place. */
	offender?: Offender;
}

/** The answer as the judge sees it. */
export interface JudgedAnswer {
	status: number;
	text: string;
	format: 'xml' | 'json';
	parsed: Parsed;
}

/** The records of an answer as plain rows, whatever kind they are; none for an unreadable one. */
export function recordsOf(parsed: Parsed): Record<string, unknown>[] {
	const rows = (records: readonly object[]) => records.map((record) => ({ ...record }));
	switch (parsed.kind) {
		case 'discovery':
			return rows(parsed.discovery.endpoints);
		case 'services':
			return rows(parsed.services);
		case 'definition':
			return rows(parsed.definition.attributes);
		case 'serviceRequests':
			return rows(parsed.serviceRequests);
		case 'errors':
			return rows(parsed.errors);
		case 'unreadable':
			return [];
		default:
			return parsed satisfies never;
	}
}

/** Whether a field's value is what an expectation wants. */
export function isWanted(value: unknown, wanted: Wanted): boolean {
	if (wanted === null || typeof wanted !== 'object') return value === wanted;
	if ('contains' in wanted) return String(value).includes(wanted.contains);
	const match = wanted.like.exec(String(value ?? ''));
	return match !== null && match[0] === String(value);
}

/** What an expectation wants of a field, in words. */
export const wantedWords = (wanted: Wanted) =>
	wanted === null || typeof wanted !== 'object'
		? String(wanted)
		: 'contains' in wanted
			? `“…${wanted.contains}…”`
			: `like ${wanted.like.source}`;

const fieldWords = (fields: Fields) =>
	Object.entries(fields)
		.map(([name, wanted]) => `${name} ${wantedWords(wanted)}`)
		.join(', ');

/** Whether a record has all of these fields. */
export const hasFields = (fields: Fields) => (record: Record<string, unknown>) =>
	Object.entries(fields).every(([name, wanted]) => isWanted(record[name], wanted));

/** A date-time as an instant; anything else as a number (`Date.parse` takes many numbers for years). */
const comparable = (value: unknown) =>
	/^\d{4}-\d\d-\d\d/.test(String(value)) ? Date.parse(String(value)) : Number(value);

type Row = Record<string, unknown>;

/** What a claim says, in words. */
export function lineOf(claim: Claim): string {
	switch (claim.claim) {
		case 'kind':
			return `The body is ${claim.kind}`;
		case 'count':
			return `Records: ${claim.is}`;
		case 'atLeast':
			return `Records: at least ${claim.count}`;
		case 'list':
			return `${claim.field} in order: ${claim.values.map(wantedWords).join(', ')}`;
		case 'some':
			return `A record has ${fieldWords(claim.fields)}`;
		case 'none':
			return `No record has ${fieldWords(claim.fields)}`;
		case 'every':
			return `Every record has ${fieldWords(claim.fields)}`;
		case 'descending':
			return `${claim.field} never grows`;
		case 'text':
			return `The text has ${claim.contains}`;
		default:
			return claim satisfies never;
	}
}

/** The first record whose field is larger than in the one before it; -1 for none. */
const growing = (field: string, records: readonly Row[]) =>
	records.findIndex((record, at) => {
		const before = records[at - 1];
		return before !== undefined && !(comparable(before[field]) >= comparable(record[field]));
	});

function holds(claim: Claim, { parsed, text }: JudgedAnswer, records: readonly Row[]): boolean {
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
			return records.length > 1 && growing(claim.field, records) < 0;
		case 'text':
			return text.includes(claim.contains);
		default:
			return claim satisfies never;
	}
}

/** The one place that makes a claim fail; null where there is none. */
function offenderOf(claim: Claim, records: readonly Row[]): Offender | null {
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
			return at(growing(claim.field, records), claim.field);
		default:
			return null;
	}
}

/** Judges one claim. A claim about a text in the other format does not apply and gives null. */
export function judgeClaim(claim: Claim, answer: JudgedAnswer): Verdict | null {
	if (claim.claim === 'text' && claim.format !== answer.format) return null;
	const records = recordsOf(answer.parsed);
	const passed = holds(claim, answer, records);
	const offender = passed ? null : offenderOf(claim, records);
	return { passed, line: lineOf(claim), ...(offender ? { offender } : {}) };
}

/** Judges an answer: a line for the status, then one for each claim that applies to its format. */
export function judge(expectation: Expectation, answer: JudgedAnswer): Verdict[] {
	return [
		{ passed: answer.status === expectation.status, line: `HTTP status ${expectation.status}` },
		...expectation.claims.flatMap((claim) => judgeClaim(claim, answer) ?? [])
	];
}
