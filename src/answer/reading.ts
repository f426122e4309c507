import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import { formatOf } from './format';
import { readAnswer, treeOf, type Answer, type Parsed, type ReadAnswer } from './parse';
import { prettyOf, type Pretty } from '../document/pretty';
import type { Tree } from '../document/tree';

/** An answer as it was read: its content, and where in the text each part of it is. */
export interface Reading {
	readonly parsed: Parsed;
	/** Null if the body is neither XML nor JSON. */
	readonly tree: Tree | null;
	/** Null if there is no whole document to indent; then the text is shown as received. */
	readonly pretty: Pretty | null;
	/** The node of each service request, in the order of `parsed`. */
	readonly records: readonly number[];
	/**
	 * Checks the answer in the worker that read it; absent if it was read here. Resolves to null if
	 * the worker has forgotten it, so that the caller must check it.
	 */
	readonly check?: (
		answer: Omit<CheckedAnswer, 'text' | 'tree'>,
		signal: AbortSignal
	) => Promise<Finding[] | 'stopped' | null>;
	/** Reads the answer however long it takes; present only if reading it was stopped. */
	readonly readAnyway?: (signal: AbortSignal) => Promise<Reading>;
}

/** Returns a function that calls `make` once, when it is first called. */
function lazy<Value>(make: () => Value): () => Value {
	let made: { value: Value } | null = null;
	return () => (made ??= { value: make() }).value;
}

/** Returns what `make` returns; null if it runs out of stack or memory. */
function within<Value>(make: () => Value): Value | null {
	try {
		return make();
	} catch {
		return null;
	}
}

const TOO_MUCH: Parsed = {
	kind: 'unreadable',
	message: 'The body asks more of this browser than it has. It is shown as it came.'
};

/** Reads an answer; each part is computed when it is first used. Throws nothing. */
export function readingOf(answer: Answer): Reading {
	const isBlank = lazy(() => answer.text.trim() === '');
	const tree = lazy(() => (isBlank() ? null : within(() => treeOf(answer))));
	const content = lazy((): ReadAnswer => {
		const isLost = !tree() && !isBlank() && formatOf(answer.contentType, answer.text) !== null;
		const read = isLost ? null : within(() => readAnswer(answer, tree()));
		return read ?? { parsed: TOO_MUCH, records: [] };
	});
	const pretty = lazy(() => {
		const whole = tree();
		return whole && within(() => prettyOf(whole));
	});
	return {
		get parsed() {
			return content().parsed;
		},
		get tree() {
			return tree();
		},
		get pretty() {
			return pretty();
		},
		get records() {
			return content().records;
		}
	};
}
