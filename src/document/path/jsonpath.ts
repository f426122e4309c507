// The parts of JSONPath (RFC 9535) that help to look into an answer.
import { readJsonPathCondition, type JsonPathCondition } from './jsonpath-filter';
import {
	countSteps,
	inOrder,
	INTEGER,
	isRestDue,
	MEMBER_NAME,
	type Scanner,
	searchedChildren,
	type Searching
} from './scanner';
import { kindOf, nodeName, rootOf, type Tree } from '../tree';

/** Selects among the children of a node: section 2.3. */
type Selector = (
	tree: Tree,
	children: readonly number[],
	isArray: boolean
) => readonly number[] | Searching<number[]>;

interface Segment {
	selectors: Selector[];
	/** Whether the descendants count too: section 2.5.2. */
	below: boolean;
}

const all: Selector = (_, children) => children;

const named =
	(name: string): Selector =>
	(tree, children, isArray) =>
		isArray ? [] : children.filter((node) => nodeName(tree, node) === name);

const indexed =
	(index: number): Selector =>
	(_, children, isArray) => {
		const node = isArray ? children.at(index) : undefined;
		return node === undefined ? [] : [node];
	};

const passing = (condition: JsonPathCondition): Selector =>
	function* (tree, children) {
		const found: number[] = [];
		for (const node of children) {
			if (condition(tree, node)) found.push(node);
			if (isRestDue()) yield;
		}
		return found;
	};

/** Negative bounds count from the end, and bounds are clipped to the array: section 2.3.4.2. */
const sliced =
	(start: number | null, end: number | null, step: number): Selector =>
	(_, children, isArray) => {
		if (!isArray || step === 0) return [];
		const count = children.length;
		const [least, most] = step > 0 ? [0, count] : [-1, count - 1];
		const bound = (at: number | null, otherwise: number) =>
			at === null ? otherwise : Math.min(Math.max(at < 0 ? at + count : at, least), most);
		const from = bound(start, step > 0 ? 0 : count - 1);
		const to = bound(end, step > 0 ? count : -1);
		const nodes: number[] = [];
		for (let at = from; step > 0 ? at < to : at > to; at += step) nodes.push(children[at] ?? 0);
		return nodes;
	};

function readInteger(scanner: Scanner): number | null {
	scanner.space();
	const written = scanner.match(INTEGER);
	scanner.space();
	return written === null ? null : Number(written);
}

function readSelector(scanner: Scanner): Selector {
	scanner.space();
	const name = scanner.string(true);
	if (name !== null) return named(name);
	if (scanner.take('*')) return all;
	if (scanner.take('?')) return passing(readJsonPathCondition(scanner));
	const start = readInteger(scanner);
	if (!scanner.take(':')) {
		if (start !== null) return indexed(start);
		return scanner.fail(
			`A name in quotes, a number, “*” or “?” is expected here, not ${scanner.next}.`
		);
	}
	const end = readInteger(scanner);
	return sliced(start, end, scanner.take(':') ? (readInteger(scanner) ?? 1) : 1);
}

function readSegment(scanner: Scanner): Segment {
	const below = scanner.take('..');
	if (!below && !scanner.take('.')) {
		if (scanner.text[scanner.at] !== '[') {
			scanner.fail(`“.”, “..” or “[” is expected here, not ${scanner.next}.`);
		}
	} else if (scanner.text[scanner.at] !== '[' || !below) {
		if (scanner.take('*')) return { selectors: [all], below };
		const name = scanner.match(MEMBER_NAME);
		if (name === null) {
			scanner.fail(
				`A name or “*” is expected after the dot, not ${scanner.next}; other names go into ['…'].`
			);
		}
		return { selectors: [named(name)], below };
	}
	scanner.expect('[');
	const selectors = [readSelector(scanner)];
	while (scanner.take(',')) selectors.push(readSelector(scanner));
	scanner.expect(']');
	return { selectors, below };
}

function* follow(
	tree: Tree,
	contexts: readonly number[],
	{ selectors, below }: Segment
): Searching<number[]> {
	const found: number[] = [];
	let reached = -1;
	for (const context of contexts) {
		// The descendants of an earlier context were visited with it.
		if (below && context < reached) continue;
		const end = below ? (tree.ends[context] ?? 0) : context + 1;
		reached = end;
		for (let node = context; node < end; node++) {
			countSteps(1);
			if (isRestDue()) yield;
			const kind = kindOf(tree, node);
			if (kind !== 'object' && kind !== 'array') continue;
			const children = searchedChildren(tree, node);
			for (const select of selectors) {
				const selected = select(tree, children, kind === 'array');
				const nodes = 'next' in selected ? yield* selected : selected;
				for (const child of nodes) found.push(child);
			}
		}
	}
	return inOrder(tree, found);
}

/** Finds the nodes of a JSON document at a JSONPath; throws `Misread` if it is not understood. */
export function* findJsonPath(tree: Tree, scanner: Scanner): Searching<number[]> {
	scanner.space();
	const from = scanner.at;
	if (!scanner.take('$')) {
		const name = scanner.match(MEMBER_NAME);
		scanner.fail(
			name === null
				? 'A JSONPath begins with “$”.'
				: `A JSONPath begins with “$”; “$..${name}” looks for ${name} everywhere.`,
			from
		);
	}
	const segments: Segment[] = [];
	while (!scanner.done) {
		segments.push(readSegment(scanner));
		scanner.space();
	}
	const root = rootOf(tree);
	let nodes = root === null ? [] : [root];
	for (const segment of segments) nodes = yield* follow(tree, nodes, segment);
	return nodes;
}
