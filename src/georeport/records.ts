import { childNamed, childrenOf, kindOf, nameOf, rootOf, type Tree } from './tree';

/**
 * The nodes of the service requests in an answer, in its order: the `request` elements of XML
 * (GeoReport v2, "GET Service Requests"), the objects of JSON's array, bare or wrapped in
 * `service_requests` as Toronto does. Empty where the answer holds none.
 */
export function recordNodesOf(tree: Tree): number[] {
	const root = rootOf(tree);
	if (root === null) return [];
	if (tree.format === 'xml') {
		return nameOf(tree, root) === 'service_requests'
			? childrenOf(tree, root).filter((node) => nameOf(tree, node) === 'request')
			: [];
	}
	const list = childNamed(tree, root, 'service_requests') ?? root;
	if (kindOf(tree, list) === 'object') return [list];
	return childrenOf(tree, list).filter((node) => kindOf(tree, node) === 'object');
}
