import { findJsonPath } from './jsonpath';
import { Misread, Scanner, withOwnSteps, type Found, type Searching } from './scanner';
import { findXPath } from './xpath';
import type { Tree } from '../tree';

/** The longest expression, in UTF-16 units. */
const LONGEST = 1000;

/** Finds the nodes at a path whose scanner is at its beginning. */
function* search(tree: Tree, scanner: Scanner): Searching<Found> {
	try {
		const find = tree.format === 'xml' ? findXPath : findJsonPath;
		return { nodes: yield* find(tree, scanner) };
	} catch (error) {
		if (!(error instanceof Misread)) throw error;
		return { problem: error.problem, at: error.at };
	}
}

/**
 * Finds the nodes of a document at a path, an XPath 1.0 in XML or a JSONPath (RFC 9535) in JSON; it
 * knows the parts of each in everyday use. Throws nothing: if the expression is not understood,
 * returns the problem in words and its position from 0. Yields now and then, so that whoever runs it
 * can do other work or give up.
 */
export function* findingPath(tree: Tree, expression: string): Searching<Found> {
	if (expression.length > LONGEST) {
		return { problem: `A path can have ${LONGEST} characters at most.`, at: LONGEST };
	}
	if (expression.trim() === '') return { nodes: [] };
	return yield* withOwnSteps(search(tree, new Scanner(expression)));
}

/** Finds the nodes at a path at one go; else as `findingPath`. */
export function findPath(tree: Tree, expression: string): Found {
	const search = findingPath(tree, expression);
	for (;;) {
		const step = search.next();
		if (step.done) return step.value;
	}
}
