import type { Reading } from '../answer/reading';
import { kindOf, nodeAt, type Tree } from '../document/tree';

/** A stretch of a text: where it starts and where the next begins. */
export interface TextPlace {
	from: number;
	to: number;
}

/** Where each node of a document begins and ends in a text. */
export type Positions = Pick<Tree, 'from' | 'to'>;

/**
 * Returns the positions of the nodes in the text shown: indented where it can be, else or if `raw` as
 * received. Null for what is neither XML nor JSON.
 */
export const positionsIn = ({ tree, pretty }: Reading, raw: boolean): Positions | null =>
	raw || !pretty ? tree : pretty;

/** Where a node stands in the text shown; null where it has no place there. */
export function placeOf(
	reading: Reading,
	node: number | null | undefined,
	raw = false
): TextPlace | null {
	const shown = positionsIn(reading, raw);
	const from = shown?.from[node ?? -1];
	const to = shown?.to[node ?? -1];
	return from === undefined || to === undefined ? null : { from, to };
}

/** The node at a position of the text shown; of a text the field that holds it. Null for none. */
export function nodeUnder(reading: Reading, position: number, raw = false): number | null {
	const { tree } = reading;
	const shown = positionsIn(reading, raw);
	if (!tree || !shown) return null;
	const node = nodeAt({ ...tree, from: shown.from, to: shown.to }, position);
	if (node < 0) return null;
	return kindOf(tree, node) === 'text' ? (tree.parents[node] ?? node) : node;
}
