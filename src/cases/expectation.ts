// Test cases and the checks on their answers, as data; judge.ts runs the checks.
import type { DialectName, Provenance } from '../georeport/dialect';
import type { MethodName } from '../georeport/methods';
import type { Parsed } from '../answer/parse';
import type { Draft } from '../georeport/request';

/** What a text must match; every RegExp is one. */
export interface ValuePattern {
	/** As it is written. */
	readonly source: string;
	/** The part of a text that matches, first in a list; null for none. */
	exec(text: string): ArrayLike<string> | null;
}

/**
 * What a field must be: this value, a text that contains this one, or a full match of a pattern.
 */
export type Wanted =
	string | number | boolean | null | { contains: string } | { like: ValuePattern };

/** Any value. */
export const ANYTHING = { like: /[\s\S]+/ } as const;

/** Fields of a record and what each must be. */
export type ExpectedFields = Readonly<Record<string, Wanted>>;

/**
 * One check on an answer. Its records are services, attributes, service requests, errors or
 * endpoints, depending on the kind of answer.
 */
export type Claim =
	| { claim: 'kind'; kind: Parsed['kind'] }
	| { claim: 'count'; is: number }
	| { claim: 'atLeast'; count: number }
	/** The values of one field over all records, in order. */
	| { claim: 'list'; field: string; values: readonly Wanted[] }
	| { claim: 'some' | 'none' | 'every'; fields: ExpectedFields }
	/** The field never increases from one record to the next; date-times compare as instants. */
	| { claim: 'descending'; field: string }
	/** Anything else about the answer; only in cases made while running, never in a file. */
	| {
			claim: 'that';
			words: string;
			check: (records: readonly Row[], whole: Parsed) => Miss | null;
	  }
	/** The body contains this text; checked only in this format. */
	| { claim: 'text'; format: 'xml' | 'json'; contains: string };

/** A record of an answer as plain fields. */
export type Row = Readonly<Record<string, unknown>>;

/** What came instead of what a check wants, and in which field of which record, counted from 0. */
interface Miss {
	came: string;
	record?: number;
	field?: string;
}

/** The HTTP status and the checks that an answer must pass. */
export interface Expectation {
	status: number;
	/** Other statuses that will do as well: where the specification leaves it open. */
	orStatus?: readonly number[];
	claims: readonly Claim[];
}

/**
 * A later call of the same case. `$token` and `$service_request_id` in its values and in what is
 * expected stand for those fields of the latest answer that had them.
 */
export interface Follow {
	method: MethodName;
	values: Draft['values'];
	expect: Expectation;
	/** A field to wait for: the call is made again until its answer has it, a few times. */
	until?: string;
}

/** What one dialect of the mock-up must answer, and what the later calls must show. */
export interface Outcome {
	expect: Expectation;
	then: readonly Follow[];
}

/** The groups of test cases, in the order a developer needs them. */
export type CaseGroup =
	'discover' | 'list' | 'define' | 'report' | 'follow' | 'look up' | 'go wrong';

/** A fixed test case: a named request, what it demonstrates and what to expect. */
export interface TestCase {
	/** Unique; lower case and hyphens, so that it can be part of a link. */
	id: string;
	title: string;
	/** One line: what to look for in the answer. */
	shows: string;
	/** The service that it is about, by the name in the service list; null or left out for none. */
	service?: string | null;
	group: CaseGroup;
	/** The request without its format, which the reader chooses. */
	draft: Omit<Draft, 'format'>;
	outcomes: Readonly<Record<DialectName, Outcome>>;
	provenance: Provenance;
	/** The section of the specification it illustrates. */
	section: string;
}
