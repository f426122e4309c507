// The records of a document as rows and columns.
import { fieldsOf, hasMixedText, textOf } from './text';
import { childNamed, childrenOf, hasElement, kindOf, nodeName, rootOf, type Tree } from './tree';

/** Elements among text are marks in it, not fields. */
const holdsFields = (tree: Tree, node: number): boolean =>
	kindOf(tree, node) === 'object' ||
	(kindOf(tree, node) === 'element' &&
		childrenOf(tree, node).some((child) => kindOf(tree, child) === 'element') &&
		!hasMixedText(tree, node));

/** The fields of a row: the members of an object, or the elements in one, without text and attributes. */
const partsOf = (tree: Tree, row: number): number[] =>
	childrenOf(tree, row).filter(
		(part) => tree.format === 'json' || kindOf(tree, part) === 'element'
	);

/** Whether a row has a field of its own; an empty element among records of its name is none. */
function isRecord(tree: Tree, parts: readonly number[]): boolean {
	const records = new Set<string | null>();
	for (const part of parts) if (holdsFields(tree, part)) records.add(nodeName(tree, part));
	return parts.some((part) => !holdsFields(tree, part) && !records.has(nodeName(tree, part)));
}

/** Whether rows have fields of their own; some can be empty. */
function areRecords(tree: Tree, rows: readonly number[]): boolean {
	const filled = rows.map((row) => partsOf(tree, row)).filter((parts) => parts.length > 0);
	return filled.length > 0 && filled.every((parts) => isRecord(tree, parts));
}

/** What may be rows in a node: what holds fields, and of its name what has a stray text besides. */
function rowsIn(tree: Tree, node: number): number[] {
	const children = childrenOf(tree, node);
	const rows = children.filter((child) => holdsFields(tree, child));
	if (tree.format === 'json' || rows.length === 0) return rows;
	const names = new Set(rows.map((row) => nodeName(tree, row)));
	const found = new Set(rows);
	return children.filter(
		(child) => found.has(child) || (hasElement(tree, child) && names.has(nodeName(tree, child)))
	);
}

/** Records are not looked for any deeper than this. */
const DEEPEST = 20;

/** What the answers to a question are listed in ("GET Service Definition"). */
const VALUES = 'values';

/** The answers that an attribute of a definition offers. */
const valuesIn = (tree: Tree, row: number): number[] => {
	const list = childNamed(tree, row, VALUES);
	return list === null ? [] : childrenOf(tree, list).filter((child) => holdsFields(tree, child));
};

/** Each row, and after it one for each of its values. */
const withValues = (tree: Tree, rows: readonly number[]): number[] =>
	rows.flatMap((row) => [row, ...valuesIn(tree, row)]);

/**
 * The nodes that make rows: the first list of records met on the way down from the top, such as
 * the services, the errors, or a definition's attributes, each with its values; with it, those that
 * have its name and its depth. Empty where there is none.
 */
export function rowNodesOf(tree: Tree): number[] {
	const root = rootOf(tree);
	let level = root === null ? [] : [root];
	for (let depth = 0; level.length > 0 && depth < DEEPEST; depth++) {
		const found: number[] = [];
		let name: string | null | undefined;
		for (const node of level) {
			if (name !== undefined && nodeName(tree, node) !== name) continue;
			const rows = rowsIn(tree, node);
			const isList = tree.format === 'xml' || kindOf(tree, node) === 'array';
			if (!isList || !areRecords(tree, rows)) continue;
			name = nodeName(tree, node);
			for (const row of withValues(tree, rows)) found.push(row);
		}
		if (found.length > 0) return found;
		level = level.flatMap((node) =>
			childrenOf(tree, node).filter((child) =>
				['element', 'object', 'array'].includes(kindOf(tree, child))
			)
		);
	}
	return [];
}

/** The names of the fields of all rows, in the answer's own order; what has rows of its own is none. */
export function columnsOf(tree: Tree, rows: readonly number[]): string[] {
	const names = new Set<string>();
	for (const row of rows) {
		const hasValues = valuesIn(tree, row).length > 0;
		for (const name of fieldsOf(tree, row).keys()) {
			if (name !== VALUES || !hasValues) names.add(name);
		}
	}
	return [...names];
}

/** The nodes of a row's fields, in the order of the columns; null where it has none. */
export function fieldsIn(tree: Tree, row: number, columns: readonly string[]): (number | null)[] {
	const fields = fieldsOf(tree, row);
	return columns.map((name) => fields.get(name) ?? null);
}

/** The cells of a row, in the order of the columns: the texts of its fields; null is empty. */
export const cellsOf = (tree: Tree, row: number, columns: readonly string[]): string[] =>
	fieldsIn(tree, row, columns).map((node) => (node === null ? '' : textOf(tree, node)));
