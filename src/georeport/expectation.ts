// What a test case says must hold of an answer, as data, and how it is judged.
import type { MethodName } from './methods';
import type { Parsed } from './parse';
import type { Draft } from './request';

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

/** The mock-up's two manners of speaking: as Toronto's server was seen to, or by the letter. */
export type DialectName = 'toronto' | 'standard';

/** Where a test case, or a fact in it, comes from. */
export type Provenance = 'seen' | 'inferred' | 'invented';

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
	group: CaseGroup;
	/** The request; the format is the reader's choice. */
	draft: Omit<Draft, 'format'>;
	outcomes: Readonly<Record<DialectName, Outcome>>;
	provenance: Provenance;
	/** The section of the specification it illustrates. */
	section: string;
}

/** One judged line of an expectation, in words. */
export interface Verdict {
	passed: boolean;
	line: string;
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

/** Judges one claim. A claim about a text in the other format does not apply and gives null. */
export function judgeClaim(claim: Claim, answer: JudgedAnswer): Verdict | null {
	const records = recordsOf(answer.parsed);
	switch (claim.claim) {
		case 'kind':
			return { passed: answer.parsed.kind === claim.kind, line: `The body is ${claim.kind}` };
		case 'count':
			return { passed: records.length === claim.is, line: `Records: ${claim.is}` };
		case 'atLeast':
			return { passed: records.length >= claim.count, line: `Records: at least ${claim.count}` };
		case 'list':
			return {
				passed:
					records.length === claim.values.length &&
					claim.values.every((wanted, at) => isWanted(records[at]?.[claim.field], wanted)),
				line: `${claim.field} in order: ${claim.values.map(wantedWords).join(', ')}`
			};
		case 'some':
			return {
				passed: records.some(hasFields(claim.fields)),
				line: `A record has ${fieldWords(claim.fields)}`
			};
		case 'none':
			return {
				passed: answer.parsed.kind !== 'unreadable' && !records.some(hasFields(claim.fields)),
				line: `No record has ${fieldWords(claim.fields)}`
			};
		case 'every':
			return {
				passed: records.length > 0 && records.every(hasFields(claim.fields)),
				line: `Every record has ${fieldWords(claim.fields)}`
			};
		case 'descending':
			return {
				passed:
					records.length > 1 &&
					records.every((record, at) => {
						const next = records[at + 1];
						return !next || comparable(record[claim.field]) >= comparable(next[claim.field]);
					}),
				line: `${claim.field} never grows`
			};
		case 'text':
			return claim.format === answer.format
				? { passed: answer.text.includes(claim.contains), line: `The text has ${claim.contains}` }
				: null;
		default:
			return claim satisfies never;
	}
}

/** Judges an answer: a line for the status, then one for each claim that applies to its format. */
export function judge(expectation: Expectation, answer: JudgedAnswer): Verdict[] {
	return [
		{ passed: answer.status === expectation.status, line: `HTTP status ${expectation.status}` },
		...expectation.claims.flatMap((claim) => judgeClaim(claim, answer) ?? [])
	];
}
