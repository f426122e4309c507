import { findJsonPath } from './jsonpath';
import { beginSearch, Misread, Scanner, type Found } from './scanner';
import { findXPath } from './xpath';
import type { Tree } from '../tree';

/** The longest expression, in UTF-16 units. */
const LONGEST = 1000;

/**
 * Finds the nodes of a document at a path, an XPath 1.0 in XML or a JSONPath (RFC 9535) in JSON; it
 * knows the parts of each in everyday use. Throws nothing: if the expression is not understood,
 * returns the problem in words and its position from 0.
 */
export function findPath(tree: Tree, expression: string): Found {
	if (expression.length > LONGEST) {
		return { problem: `A path can have ${LONGEST} characters at most.`, at: LONGEST };
	}
	if (expression.trim() === '') return { nodes: [] };
	const scanner = new Scanner(expression);
	beginSearch();
	try {
		return {
			nodes: tree.format === 'xml' ? findXPath(tree, scanner) : findJsonPath(tree, scanner)
		};
	} catch (error) {
		if (!(error instanceof Misread)) throw error;
		return { problem: error.problem, at: error.at };
	}
}
