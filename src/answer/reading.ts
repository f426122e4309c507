import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import { formatOf, parse, treeOf, type Answer, type Parsed } from './parse';
import { prettyOf, type Pretty } from '../document/pretty';
import { recordNodesOf } from './records';
import type { Tree } from '../document/tree';

/** All that is known of an answer's text: what it says, and where it says it. */
export interface Reading {
	readonly parsed: Parsed;
	/** Null where the body is neither XML nor JSON. */
	readonly tree: Tree | null;
	/** Null where there is no whole document to indent: then the text is shown as it came. */
	readonly pretty: Pretty | null;
	/** The node of each service request, in the order of `parsed`. */
	readonly records: readonly number[];
	/**
	 * Checks the answer where it was read, if that was not here; null if it is not known there any
	 * more, and is to be checked here.
	 */
	readonly check?: (answer: Omit<CheckedAnswer, 'text' | 'tree'>) => Promise<Finding[] | null>;
}

/** What `make` gives, worked out when it is first asked for. */
function lazy<Value>(make: () => Value): () => Value {
	let made: { value: Value } | null = null;
	return () => (made ??= { value: make() }).value;
}

/** What `make` gives; null where it asks for more stack or memory than there is. */
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

/** Reads an answer; each part is worked out when it is first asked for. Never throws. */
export function readingOf(answer: Answer): Reading {
	const isBlank = lazy(() => answer.text.trim() === '');
	const tree = lazy(() => (isBlank() ? null : within(() => treeOf(answer))));
	const parsed = lazy(() => {
		const isLost = !tree() && !isBlank() && formatOf(answer.contentType, answer.text) !== null;
		return isLost ? TOO_MUCH : parse(answer, tree());
	});
	const pretty = lazy(() => {
		const whole = tree();
		return whole && within(() => prettyOf(whole));
	});
	const records = lazy(() => {
		const whole = tree();
		const said = parsed();
		if (!whole || said.kind !== 'serviceRequests') return [];
		const nodes = recordNodesOf(whole);
		// Only where each service request has its place is it clear which is which.
		return nodes.length === said.serviceRequests.length ? nodes : [];
	});
	return {
		get parsed() {
			return parsed();
		},
		get tree() {
			return tree();
		},
		get pretty() {
			return pretty();
		},
		get records() {
			return records();
		}
	};
}
