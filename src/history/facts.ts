import type { Exchange } from '../http/exchange';
import { recordsOf } from '../answer/records';
import type { Comparing } from '../document/pairs';
import { structuring, type Structures } from '../document/structure';
import type { Entry } from './entry';
import { BODY_WORDS } from './read';
import { durationOf, resultOf } from './labels';

/** A fact about two entries, as text for each. */
export interface FactPair {
	fact: string;
	first: string;
	second: string;
	same: boolean;
}

const NONE = 'none';

function contentTypeOf({ exchange: { outcome } }: Entry): string {
	if (outcome.kind === 'failure') return NONE;
	const named = outcome.response.headers.find(([name]) => name.toLowerCase() === 'content-type');
	return named?.[1] ?? NONE;
}

function recordCountOf(entry: Entry): string {
	const { outcome } = entry.exchange;
	if (outcome.kind === 'failure') return NONE;
	if (entry.bodyLeftOut) return entry.contents;
	const { parsed } = outcome.response.reading;
	return parsed.kind === 'unreadable' ? 'cannot be read' : String(recordsOf(parsed).length);
}

const FACTS: readonly (readonly [string, (entry: Entry) => string])[] = [
	['Status', resultOf],
	['Content type', contentTypeOf],
	['Records', recordCountOf],
	['Duration', ({ exchange }) => durationOf(exchange.duration)]
];

/**
 * Returns the status, content type, number of records and duration of two entries, in pairs. Yields
 * while it reads their answers.
 */
export function* pairingFacts(first: Entry, second: Entry): Comparing<FactPair[]> {
	const pairs: FactPair[] = [];
	for (const [fact, of] of FACTS) {
		const ours = of(first);
		yield;
		const theirs = of(second);
		yield;
		pairs.push({ fact, first: ours, second: theirs, same: ours === theirs });
	}
	return pairs;
}

/** The longest text that is compared, in characters. */
export const LONGEST = 1_000_000;

/** What a comparison of two answers shows. */
export type EntryComparison =
	| { kind: 'identical'; words: string }
	| {
			kind: 'texts';
			first: string;
			second: string;
			/** The data of both answers; null if either is not a complete document. */
			structures: Structures | null;
	  }
	/** Not compared: an answer is too long. */
	| { kind: 'long' }
	/** Not compared: an answer is missing, so each side shows its text or a message. */
	| { kind: 'apart'; first: Side; second: Side };

/** One side: its indented text, or a message why there is none. */
export type Side = { kind: 'text'; text: string } | { kind: 'words'; words: string };

const sideOf = (entry: Entry, prettied: (exchange: Exchange) => string): Side => {
	const { outcome } = entry.exchange;
	if (outcome.kind === 'failure') return { kind: 'words', words: outcome.message };
	if (entry.bodyLeftOut) return { kind: 'words', words: BODY_WORDS[entry.bodyLeftOut] };
	return { kind: 'text', text: prettied(entry.exchange) };
};

const bytesOf = ({ exchange: { outcome } }: Entry) =>
	outcome.kind === 'response' ? outcome.response.bytes : new Uint8Array();

const treeOf = ({ exchange: { outcome } }: Entry) =>
	outcome.kind === 'response' ? outcome.response.reading.tree : null;

const sameBytes = (a: Uint8Array, b: Uint8Array) =>
	a.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * Compares two answers; `prettied` returns the indented text of one. Yields now and then, so that
 * whoever runs it can do other work or give up.
 */
export function* comparing(
	a: Entry,
	b: Entry,
	prettied: (exchange: Exchange) => string
): Comparing<EntryComparison> {
	const [bytesA, bytesB] = [bytesOf(a), bytesOf(b)];
	if (Math.max(bytesA.length, bytesB.length) > LONGEST) return { kind: 'long' };
	yield;
	const first = sideOf(a, prettied);
	yield;
	const second = sideOf(b, prettied);
	yield;
	if (first.kind === 'words' || second.kind === 'words') return { kind: 'apart', first, second };
	if (Math.max(first.text.length, second.text.length) > LONGEST) return { kind: 'long' };
	if (first.text !== second.text) {
		const structures = yield* structuring(treeOf(a), treeOf(b));
		return { kind: 'texts', first: first.text, second: second.text, structures };
	}
	return {
		kind: 'identical',
		words: sameBytes(bytesA, bytesB)
			? 'The two bodies are identical, byte for byte.'
			: 'The two bodies differ in white space or encoding only.'
	};
}
