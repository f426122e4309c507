// The parts of XPath 1.0, https://www.w3.org/TR/xpath-10/, that help to look into an answer.
import { readXPathCondition, type XPathCondition } from './xpath-filter';
import {
	countSteps,
	inOrder,
	isRestDue,
	isWrittenAs,
	type Scanner,
	searchedChildren,
	type Searching
} from './scanner';
import { kindOf, rootOf, type NodeKind, type Tree } from '../tree';

/** A step of a path: selects nodes of its axis by name or by kind. */
interface Step {
	axis: 'child' | 'attribute' | 'self' | 'parent';
	/** Whether the descendants count too: “//”. */
	below: boolean;
	/** `*`, a name, or a node test such as `text()`. */
	test: string;
	conditions: XPathCondition[];
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.:·-]*/uy;
const NODE_TEST = /(?:text|comment|processing-instruction|node)\(\s*\)/y;

const KINDS: Readonly<Record<string, readonly NodeKind[]>> = {
	'text()': ['text', 'cdata'],
	'comment()': ['comment'],
	'processing-instruction()': ['instruction'],
	'node()': ['element', 'text', 'cdata', 'comment', 'instruction'],
	'*': ['element']
};

/** Reads the name or node test that comes next; fails if there is none. */
function readTest(scanner: Scanner): string {
	const test = scanner.match(NODE_TEST)?.replace(/\s/g, '') ?? scanner.match(NAME);
	if (test !== null) return test;
	if (scanner.take('*')) return '*';
	return scanner.fail(`A name, “*”, “@” or “text()” is expected here, not ${scanner.next}.`);
}

function readStep(scanner: Scanner, below: boolean): Step {
	const step: Step = { axis: 'child', below, test: '*', conditions: [] };
	if (scanner.text.startsWith('..', scanner.at) || scanner.text[scanner.at] === '.') {
		if (below) scanner.fail('After “//” a name is expected.');
		step.axis = scanner.text[scanner.at + 1] === '.' ? 'parent' : 'self';
		scanner.at += step.axis === 'parent' ? 2 : 1;
		step.test = 'node()';
		return step;
	}
	const from = scanner.at;
	if (scanner.take('@')) step.axis = 'attribute';
	step.test = readTest(scanner);
	if (scanner.text.startsWith('::', scanner.at) || /::/.test(step.test)) {
		scanner.fail(
			'Axes such as “ancestor::” are not known here; use “/”, “//”, “..” and “@”.',
			from
		);
	}
	if (scanner.text[scanner.at] === '(') {
		scanner.fail(`The function ${step.test}() cannot be a step of a path here.`, from);
	}
	while (scanner.take('[')) {
		step.conditions.push(readXPathCondition(scanner));
		scanner.expect(']');
	}
	return step;
}

/** Reads a path into its steps; throws `Misread` if it is not understood. */
function readSteps(scanner: Scanner): Step[] {
	scanner.space();
	const steps: Step[] = [];
	let below = scanner.take('//');
	if (!below && scanner.take('/') && scanner.done) return steps;
	for (;;) {
		steps.push(readStep(scanner, below));
		scanner.space();
		if (scanner.done) return steps;
		below = scanner.take('//');
		if (!below && !scanner.take('/')) {
			scanner.fail(
				scanner.text[scanner.at] === '|'
					? 'Two paths joined with “|” are not known here; ask for one at a time.'
					: `“/” or “[” is expected here, not ${scanner.next}.`
			);
		}
	}
}

function passes(tree: Tree, node: number, { axis, test }: Step): boolean {
	const kind = kindOf(tree, node);
	if (axis === 'attribute') {
		return kind === 'attribute' && (test === '*' || isWrittenAs(tree, node, test));
	}
	const kinds = KINDS[test];
	return kinds ? kinds.includes(kind) : kind === 'element' && isWrittenAs(tree, node, test);
}

/** Returns the nodes of a step, grouped by parent, because positions count within a group. */
function* groupsOf(tree: Tree, context: number, step: Step): Searching<number[][]> {
	if (!step.below)
		return [searchedChildren(tree, context).filter((node) => passes(tree, node, step))];
	const groups = new Map<number, number[]>();
	const end = context < 0 ? tree.size : (tree.ends[context] ?? 0);
	for (let node = context + 1; node < end; node++) {
		countSteps(1);
		if (isRestDue()) yield;
		if (!passes(tree, node, step)) continue;
		const parent = tree.parents[node] ?? -1;
		const group = groups.get(parent);
		if (group) group.push(node);
		else groups.set(parent, [node]);
	}
	return [...groups.values()];
}

/** Returns the position of each node from 1; to XPath adjacent text and CDATA are one node. */
function positionsOf(group: readonly number[], { test }: Step): number[] {
	let position = 0;
	return group.map((node, at) =>
		test === 'text()' && group[at - 1] === node - 1 ? position : ++position
	);
}

function* filtered(tree: Tree, group: readonly number[], step: Step): Searching<readonly number[]> {
	let nodes = group;
	for (const condition of step.conditions) {
		const positions = positionsOf(nodes, step);
		const last = positions.at(-1) ?? 0;
		const passing: number[] = [];
		for (const [at, node] of nodes.entries()) {
			if (condition(tree, node, positions[at] ?? 0, last)) passing.push(node);
			if (isRestDue()) yield;
		}
		nodes = passing;
	}
	return nodes;
}

/** Removes contexts that are inside another, whose descendants `//` finds from the outer one. */
function outermost(tree: Tree, contexts: readonly number[]): number[] {
	let end = -1;
	return contexts.filter((node) => {
		if (node >= 0 && node < end) return false;
		end = node < 0 ? tree.size : (tree.ends[node] ?? 0);
		return true;
	});
}

function* follow(tree: Tree, contexts: readonly number[], step: Step): Searching<number[]> {
	if (step.axis === 'self') return [...contexts];
	if (step.axis === 'parent') {
		const parents = contexts.filter((node) => node >= 0).map((node) => tree.parents[node] ?? -1);
		return inOrder(tree, parents);
	}
	const from = step.below ? outermost(tree, contexts) : contexts;
	const found: number[] = [];
	for (const context of from) {
		for (const group of yield* groupsOf(tree, context, step)) {
			for (const node of yield* filtered(tree, group, step)) found.push(node);
		}
		if (isRestDue()) yield;
	}
	return inOrder(tree, found);
}

/** Finds the nodes of an XML document at an XPath; throws `Misread` if it is not understood. */
export function* findXPath(tree: Tree, scanner: Scanner): Searching<number[]> {
	const steps = readSteps(scanner);
	// -1 is the document itself, the parent of its root element.
	let nodes = [-1];
	for (const step of steps) nodes = yield* follow(tree, nodes, step);
	const root = rootOf(tree);
	return inOrder(
		tree,
		nodes.flatMap((node) => (node >= 0 ? [node] : (root ?? [])))
	);
}
