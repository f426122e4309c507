// Filters of JSONPath, after the question mark: RFC 9535, section 2.3.5.
import { countText, INTEGER, MEMBER_NAME, type Scanner, searchedChildren } from './scanner';
import { kindOf, nodeName, valueOf, type Tree } from '../tree';

/** Whether a node passes a filter. */
export type JsonPathCondition = (tree: Tree, node: number) => boolean;

/** A value to compare; undefined for no node, and for objects and arrays. */
type Value = string | number | boolean | null | undefined;
type Operand = (tree: Tree, node: number) => Value;

/** Leads from a node to one of its descendants, or to none. */
type RelativePath = (tree: Tree, node: number) => number | undefined;

const LITERAL = /(?:true|false|null)(?!\w)/y;
const OPERATOR = /==|!=|<=|>=|<|>/y;
const LITERALS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };

function member(tree: Tree, node: number, name: string): number | undefined {
	if (kindOf(tree, node) !== 'object') return undefined;
	return searchedChildren(tree, node).find((child) => nodeName(tree, child) === name);
}

function item(tree: Tree, node: number, index: number): number | undefined {
	return kindOf(tree, node) === 'array' ? searchedChildren(tree, node).at(index) : undefined;
}

/** Reads the path after “@”: only names and numbers, so that it leads to at most one node. */
function readRelativePath(scanner: Scanner): RelativePath {
	const steps: (string | number)[] = [];
	for (;;) {
		if (scanner.text.startsWith('..', scanner.at)) {
			scanner.fail('In a filter only names and numbers can follow “@”.');
		}
		if (scanner.take('.')) {
			const name = scanner.match(MEMBER_NAME);
			if (name === null) scanner.fail(`A name is expected after the dot, not ${scanner.next}.`);
			steps.push(name);
		} else if (scanner.take('[')) {
			const step = scanner.string(true) ?? scanner.match(INTEGER);
			if (step === null) scanner.fail('In a filter only names and numbers can follow “@”.');
			// A quote before the bracket shows that it is a name and not a number.
			const isName = /["']\s*$/.test(scanner.text.slice(0, scanner.at));
			steps.push(isName ? step : Number(step));
			scanner.expect(']');
		} else break;
	}
	return (tree, node) =>
		steps.reduce<number | undefined>(
			(at, step) =>
				at === undefined
					? undefined
					: typeof step === 'string'
						? member(tree, at, step)
						: item(tree, at, step),
			node
		);
}

function valueAt(tree: Tree, node: number | undefined): Value {
	if (node === undefined) return undefined;
	countText((tree.to[node] ?? 0) - (tree.from[node] ?? 0));
	const written = valueOf(tree, node);
	switch (kindOf(tree, node)) {
		case 'string':
			return written;
		case 'number':
			return Number(written);
		case 'literal':
			return LITERALS[written ?? ''];
		default:
			return undefined;
	}
}

/** Reads an operand, with its path unless it is a literal. */
function readOperand(scanner: Scanner): { operand: Operand; path: RelativePath | null } {
	scanner.space();
	if (scanner.take('@')) {
		const path = readRelativePath(scanner);
		return { path, operand: (tree, node) => valueAt(tree, path(tree, node)) };
	}
	const literal = scanner.match(LITERAL);
	if (literal !== null) return { path: null, operand: () => LITERALS[literal] };
	const from = scanner.at;
	const value = scanner.string(true) ?? scanner.number();
	if (value === null) {
		const name = scanner.match(MEMBER_NAME);
		scanner.fail(
			name !== null && scanner.text[scanner.at] === '('
				? `The function ${name}() is not known here.`
				: name !== null
					? `“${name}” needs “@.” before it, or quotes around it.`
					: `“@”, a text in quotes or a number is expected here, not ${scanner.next}.`,
			from
		);
	}
	return { path: null, operand: () => value };
}

/** Only two numbers or two texts have an order: section 2.3.5.2.2. */
function isLess(left: Value, right: Value): boolean {
	if (typeof left === 'number' && typeof right === 'number') return left < right;
	return typeof left === 'string' && typeof right === 'string' && left < right;
}

const COMPARE: Readonly<Record<string, (left: Value, right: Value) => boolean>> = {
	'==': (left, right) => left === right,
	'!=': (left, right) => left !== right,
	'<': isLess,
	'>': (left, right) => isLess(right, left),
	'<=': (left, right) => isLess(left, right) || left === right,
	'>=': (left, right) => isLess(right, left) || left === right
};

function readSingle(scanner: Scanner): JsonPathCondition {
	scanner.space();
	if (scanner.text[scanner.at] === '!' && scanner.text[scanner.at + 1] !== '=') {
		scanner.take('!');
		const inner = readSingle(scanner);
		return (tree, node) => !inner(tree, node);
	}
	if (scanner.take('(')) {
		const inner = readJsonPathCondition(scanner);
		scanner.expect(')');
		return inner;
	}
	const from = scanner.at;
	const { operand: left, path } = readOperand(scanner);
	scanner.space();
	const operator = scanner.match(OPERATOR);
	if (operator === null) {
		if (scanner.text[scanner.at] === '=') scanner.fail('JSONPath compares with “==”.');
		if (!path) scanner.fail('A value alone is no condition; compare it with “==”.', from);
		return (tree, node) => path(tree, node) !== undefined;
	}
	const { operand: right } = readOperand(scanner);
	const holds = COMPARE[operator];
	return (tree, node) => holds?.(left(tree, node), right(tree, node)) ?? false;
}

function readAll(scanner: Scanner): JsonPathCondition {
	const all = [readSingle(scanner)];
	while (scanner.take('&&')) all.push(readSingle(scanner));
	return (tree, node) => all.every((condition) => condition(tree, node));
}

/** Reads a condition up to its end; throws `Misread` if it is not understood. */
export function readJsonPathCondition(scanner: Scanner): JsonPathCondition {
	const any = [readAll(scanner)];
	while (scanner.take('||')) any.push(readAll(scanner));
	return (tree, node) => any.some((condition) => condition(tree, node));
}
