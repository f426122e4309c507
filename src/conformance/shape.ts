import type { Findings } from './findings';
import type { MethodName } from '../georeport/methods';
import { childNamed, childrenOf, kindOf, nodeName, rootOf, type Tree } from '../document/tree';

/** The XML names of a list and of each of its records: GeoReport v2, sample responses. */
interface ListNames {
	list: string;
	record: string;
}

/** The lists that methods answer with; a definition and a discovery document are single objects. */
export const LISTS: Readonly<Partial<Record<MethodName | 'errors', ListNames>>> = {
	services: { list: 'services', record: 'service' },
	submit: { list: 'service_requests', record: 'request' },
	token: { list: 'service_requests', record: 'request' },
	requests: { list: 'service_requests', record: 'request' },
	request: { list: 'service_requests', record: 'request' },
	errors: { list: 'errors', record: 'error' }
};

/** Whether a document is an errors body: GeoReport v2, "Errors". */
export function isErrors(tree: Tree): boolean {
	const root = rootOf(tree);
	if (root === null) return false;
	if (tree.format === 'xml') return nodeName(tree, root) === 'errors';
	if (childNamed(tree, root, 'errors') !== null) return true;
	const first = kindOf(tree, root) === 'array' ? childrenOf(tree, root)[0] : root;
	return (
		first !== undefined &&
		kindOf(tree, first) === 'object' &&
		childNamed(tree, first, 'code') !== null &&
		childNamed(tree, first, 'description') !== null &&
		childNamed(tree, first, 'attributes') === null &&
		childNamed(tree, first, 'variable') === null
	);
}

/** Returns the records of a list in XML, and adds a finding for anything else in it. */
export function xmlRecords(
	tree: Tree,
	list: number,
	record: string,
	section: string,
	findings: Findings
): number[] {
	const records: number[] = [];
	for (const node of childrenOf(tree, list)) {
		const kind = kindOf(tree, node);
		const name = nodeName(tree, node) ?? '';
		if (kind === 'element' && name === record) records.push(node);
		else if (kind === 'element') {
			findings.breaks(
				'xml-name',
				name,
				section,
				node,
				() => `<${name}> stands where each record is a <${record}>.`
			);
		} else if (
			kind === 'cdata' ||
			(kind === 'text' && tree.text.slice(tree.from[node], tree.to[node]).trim() !== '')
		) {
			findings.breaks('stray-text', '', section, node, () => 'Text stands between the records.');
		}
	}
	return records;
}

/**
 * Returns the records of a list in JSON, and adds a finding for each item that is not an object.
 */
export function jsonRecords(
	tree: Tree,
	list: number,
	section: string,
	findings: Findings
): number[] {
	return childrenOf(tree, list).filter((node) => {
		if (kindOf(tree, node) === 'object') return true;
		findings.breaks('json-shape', '', section, node, () => 'An item of the list is no object.');
		return false;
	});
}

/**
 * Returns the records of an answer that should be a list, wrapped or not; null if there is no list.
 */
export function listRecords(
	tree: Tree,
	root: number,
	{ list, record }: ListNames,
	section: string,
	findings: Findings
): number[] | null {
	if (tree.format === 'xml') {
		const name = nodeName(tree, root) ?? '';
		if (name !== list) {
			findings.breaks(
				'xml-name',
				name,
				section,
				root,
				() => `The document is a <${name}>; it should be <${list}>.`
			);
			return null;
		}
		return xmlRecords(tree, root, record, section, findings);
	}
	const kind = kindOf(tree, root);
	if (kind === 'array') return jsonRecords(tree, root, section, findings);
	if (kind !== 'object') {
		findings.breaks(
			'json-shape',
			'',
			section,
			root,
			() => 'The answer is a single value; it should be a list in brackets.'
		);
		return null;
	}
	const members = childrenOf(tree, root);
	const wrapped = members.find((node) => kindOf(tree, node) === 'array' && members.length === 1);
	if (wrapped !== undefined) {
		const name = nodeName(tree, wrapped) ?? '';
		findings.breaks(
			'wrapper',
			name,
			section,
			wrapped,
			() =>
				`The list stands inside “${name}”; JSON drops the outer name, so that the answer is the list itself.`
		);
		return jsonRecords(tree, wrapped, section, findings);
	}
	findings.breaks(
		'json-shape',
		'',
		section,
		root,
		() => 'The answer is a lone object; it should be a list, even of one.'
	);
	return [root];
}
