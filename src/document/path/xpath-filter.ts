// Filters of XPath, in brackets: https://www.w3.org/TR/xpath-10/#predicates
import { countSteps, countText, isWrittenAs, type Scanner, searchedChildren } from './scanner';
import { kindOf, valueOf, type Tree } from '../tree';

/** Whether a node passes a filter, at its position among the `last` nodes before the filter. */
export type XPathCondition = (tree: Tree, node: number, position: number, last: number) => boolean;

/** Returns the string value of a node: all the text in it. */
function textOf(tree: Tree, node: number): string {
	countText((tree.to[node] ?? 0) - (tree.from[node] ?? 0));
	const value = valueOf(tree, node);
	if (value !== null) return value;
	let text = '';
	const end = tree.ends[node] ?? 0;
	countSteps(end - node);
	for (let inside = node + 1; inside < end; inside++) {
		if (['text', 'cdata'].includes(kindOf(tree, inside))) text += valueOf(tree, inside) ?? '';
	}
	return text;
}

/** Leads from a node to those that a filter compares. */
type RelativePath = (tree: Tree, node: number) => number[];

const NAME = /@?[\p{L}_][\p{L}\p{N}\p{M}_.:-]*/uy;
const TEXT = /text\(\s*\)/y;
const STAR = /@?\*/y;

const child = (name: string): RelativePath => {
	const attribute = name.startsWith('@');
	const wanted = name.replace('@', '');
	return (tree, node) =>
		searchedChildren(tree, node).filter(
			(inside) =>
				kindOf(tree, inside) === (attribute ? 'attribute' : 'element') &&
				(wanted === '*' || isWrittenAs(tree, inside, wanted))
		);
};

const texts: RelativePath = (tree, node) =>
	searchedChildren(tree, node).filter((inside) => ['text', 'cdata'].includes(kindOf(tree, inside)));

/** Reads a path in a filter: it only leads down, so that no filter runs too long. */
function readRelativePath(scanner: Scanner): RelativePath {
	if (scanner.text.startsWith('..', scanner.at) || scanner.text[scanner.at] === '/') {
		scanner.fail('In a filter a path goes down from the node itself: “lat”, “a/b”, “@x” or “.”.');
	}
	if (scanner.take('.')) {
		if (!scanner.take('/')) return (_, node) => [node];
	}
	const steps: RelativePath[] = [];
	do {
		if (scanner.match(TEXT) !== null) steps.push(texts);
		else {
			const name = scanner.match(STAR) ?? scanner.match(NAME);
			if (name === null) scanner.fail(`A name or a number is expected here, not ${scanner.next}.`);
			steps.push(child(name));
		}
		if (scanner.text[scanner.at] === '(') {
			scanner.fail('This function is not known here; contains, starts-with, not and last are.');
		}
		if (scanner.text[scanner.at] === '[') {
			scanner.fail('A filter inside a filter is not known here.');
		}
	} while (scanner.take('/'));
	return (tree, node) =>
		steps.reduce<number[]>((nodes, step) => nodes.flatMap((at) => step(tree, at)), [node]);
}

const OPERATOR = /!=|<=|>=|=|<|>/y;

/** Compares; < and > convert both sides to numbers: section 3.4. */
function compare(operator: string, value: string, wanted: string | number): boolean {
	const left = typeof wanted === 'number' ? toNumber(value) : value;
	switch (operator) {
		case '=':
			return left === wanted;
		case '!=':
			return left !== wanted;
		case '<':
			return left < wanted;
		case '<=':
			return left <= wanted;
		case '>':
			return left > wanted;
		default:
			return left >= wanted;
	}
}

/** XPath's number(): NaN for blank text. */
const toNumber = (text: string) => (text.trim() === '' ? NaN : Number(text));

function readComparison(scanner: Scanner): XPathCondition {
	const path = readRelativePath(scanner);
	scanner.space();
	const operator = scanner.match(OPERATOR);
	if (operator === null) return (tree, node) => path(tree, node).length > 0;
	scanner.space();
	const at = scanner.at;
	const wanted = scanner.string(false) ?? scanner.number();
	if (wanted === null)
		scanner.fail(`A text in quotes or a number is expected, not ${scanner.next}.`);
	const ordered = /[<>]/.test(operator);
	if (ordered && Number.isNaN(toNumber(String(wanted)))) {
		scanner.fail(`XPath compares only numbers with “${operator}”, so a text never matches.`, at);
	}
	const value = ordered ? toNumber(String(wanted)) : wanted;
	return (tree, node) =>
		path(tree, node).some((found) => compare(operator, textOf(tree, found), value));
}

const TEXT_TESTS = {
	contains: (value: string, part: string) => value.includes(part),
	'starts-with': (value: string, part: string) => value.startsWith(part)
} as const;

function readTextTest(scanner: Scanner, name: keyof typeof TEXT_TESTS): XPathCondition {
	const path = readRelativePath(scanner);
	scanner.expect(',');
	const part = scanner.string(false);
	if (part === null) scanner.fail(`A text in quotes is expected here, not ${scanner.next}.`);
	scanner.expect(')');
	const holds = TEXT_TESTS[name];
	// The first of several nodes counts: section 4.2. Without a node the text is empty.
	return (tree, node) => {
		const first = path(tree, node)[0];
		return holds(first === undefined ? '' : textOf(tree, first), part);
	};
}

const FUNCTION = /(?:contains|starts-with|not)\s*\(/y;
const LAST = /last\(\s*\)(?:\s*-\s*(\d+))?/y;

function readSingle(scanner: Scanner): XPathCondition {
	scanner.space();
	const last = scanner.match(LAST);
	if (last !== null) {
		const back = Number(/\d+/.exec(last)?.[0] ?? 0);
		return (_tree, _node, position, count) => position === count - back;
	}
	const wanted = scanner.number();
	if (wanted !== null) return (_tree, _node, position) => position === wanted;
	const called = scanner.match(FUNCTION)?.replace(/\s*\($/, '') ?? null;
	scanner.space();
	if (called === 'not') {
		const inner = readXPathCondition(scanner);
		scanner.expect(')');
		return (...of) => !inner(...of);
	}
	if (called === 'contains' || called === 'starts-with') return readTextTest(scanner, called);
	if (scanner.take('(')) {
		const inner = readXPathCondition(scanner);
		scanner.expect(')');
		return inner;
	}
	return readComparison(scanner);
}

const AND = /\s*and(?![\w.:-])/y;
const OR = /\s*or(?![\w.:-])/y;

function readAll(scanner: Scanner): XPathCondition {
	const all = [readSingle(scanner)];
	while (scanner.match(AND) !== null) all.push(readSingle(scanner));
	return (...of) => all.every((condition) => condition(...of));
}

/** Reads a condition up to the closing bracket; throws `Misread` if it is not understood. */
export function readXPathCondition(scanner: Scanner): XPathCondition {
	const any = [readAll(scanner)];
	while (scanner.match(OR) !== null) any.push(readAll(scanner));
	return (...of) => any.some((condition) => condition(...of));
}
