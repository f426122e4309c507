import type { Parsed } from './parse';
import { rootOf, type Tree } from '../document/tree';
import { LISTS, objectNode, recordNodes, recordsInside } from './resources';

/** Returns the records of an answer of any kind as plain rows; none if it cannot be read. */
export function recordsOf(parsed: Parsed): Record<string, unknown>[] {
	const rows = (records: readonly object[]) => records.map((record) => ({ ...record }));
	switch (parsed.kind) {
		case 'discovery':
			return rows(parsed.discovery.endpoints);
		case 'services':
			return rows(parsed.services);
		case 'definition':
			return rows(parsed.definition.attributes);
		case 'serviceRequests':
			return rows(parsed.serviceRequests);
		case 'errors':
			return rows(parsed.errors);
		case 'unreadable':
			return [];
		default:
			return parsed satisfies never;
	}
}

/** Returns the nodes of the records in an answer of any kind, in its order. */
function recordsIn(tree: Tree, kind: Parsed['kind']): number[] {
	const root = rootOf(tree);
	if (root === null) return [];
	switch (kind) {
		case 'discovery':
			return recordsInside(tree, objectNode(tree, root, 'discovery'), 'endpoints', 'endpoint');
		case 'definition': {
			const definition = objectNode(tree, root, 'service_definition');
			return recordsInside(tree, definition, 'attributes', 'attribute');
		}
		case 'services':
		case 'serviceRequests':
		case 'errors': {
			const [list, record] = LISTS[kind];
			return recordNodes(tree, root, list, record);
		}
		case 'unreadable':
			return [];
		default:
			return kind satisfies never;
	}
}

/** Returns the nodes of the service requests in an answer, in its order; empty if it has none. */
export const recordNodesOf = (tree: Tree): number[] => recordsIn(tree, 'serviceRequests');

/**
 * Returns the node of a record, counted from 0, in an answer of any kind; null if there is none.
 */
export const recordNode = (tree: Tree, kind: Parsed['kind'], record: number): number | null =>
	recordsIn(tree, kind)[record] ?? null;

/** Returns the record that a node is or is part of, counted from 0; null for none. */
export function recordAt(tree: Tree, kind: Parsed['kind'], node: number): number | null {
	const at = recordsIn(tree, kind).findIndex(
		(record) => record <= node && node < (tree.ends[record] ?? 0)
	);
	return at < 0 ? null : at;
}
