import type { Parsed } from './parse';
import { childNamed, childrenOf, kindOf, nodeName, rootOf, type Tree } from '../document/tree';

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

/**
 * Returns the nodes of the service requests in an answer, in its order: the `request` elements of
 * XML (GeoReport v2, "GET Service Requests"), or the objects of JSON's array, which may be wrapped
 * in `service_requests` as Toronto does. Empty if the answer has none.
 */
export function recordNodesOf(tree: Tree): number[] {
	const root = rootOf(tree);
	if (root === null) return [];
	if (tree.format === 'xml') {
		return nodeName(tree, root) === 'service_requests'
			? childrenOf(tree, root).filter((node) => nodeName(tree, node) === 'request')
			: [];
	}
	const list = childNamed(tree, root, 'service_requests') ?? root;
	if (kindOf(tree, list) === 'object') return [list];
	return childrenOf(tree, list).filter((node) => kindOf(tree, node) === 'object');
}

/**
 * The element or member below the root that holds the records; other kinds have them in the root.
 */
const WITHIN: Readonly<Partial<Record<Parsed['kind'], string>>> = {
	definition: 'attributes',
	discovery: 'endpoints'
};

/** Returns the nodes of the records in an answer of any kind, in its order. */
function recordsIn(tree: Tree, kind: Parsed['kind']): number[] {
	if (kind === 'serviceRequests') return recordNodesOf(tree);
	const root = rootOf(tree);
	if (root === null) return [];
	const within = WITHIN[kind];
	const list = within === undefined ? root : childNamed(tree, root, within);
	if (list === null) return [];
	return childrenOf(tree, list).filter((node) =>
		['element', 'object'].includes(kindOf(tree, node))
	);
}

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
