import type { Findings } from './findings';
import { NOT_OF_ERRORS } from '../georeport/error-fields';
import type { MethodName } from '../georeport/methods';
import { childNamed, childrenOf, kindOf, nodeName, rootOf, type Tree } from '../document/tree';

/** A list of an answer: its names in XML, and how it is told of. */
export interface ListKind {
	/** The element around it: GeoReport v2, sample responses. */
	list: string;
	/** The element of each record. */
	record: string;
	section: string;
	/** Whether a name is that of a field of its records. */
	isField: (name: string) => boolean;
}

/** The XML names of a list and of each of its records: GeoReport v2, sample responses. */
type ListNames = Pick<ListKind, 'list' | 'record'>;

/** The lists that methods answer with; a definition and a discovery document are single objects. */
export const LIST_NAMES: Readonly<Partial<Record<MethodName | 'errors', ListNames>>> = {
	services: { list: 'services', record: 'service' },
	submit: { list: 'service_requests', record: 'request' },
	token: { list: 'service_requests', record: 'request' },
	requests: { list: 'service_requests', record: 'request' },
	request: { list: 'service_requests', record: 'request' },
	errors: { list: 'errors', record: 'error' }
};

/** How many names around a list are looked through. */
const MOST_NAMES = 4;

/** Whether a document is an errors body: GeoReport v2, "Errors". */
export function isErrors(tree: Tree): boolean {
	const root = rootOf(tree);
	if (root === null) return false;
	if (tree.format === 'xml') return nodeName(tree, root) === 'errors';
	const errors = childNamed(tree, root, 'errors') ?? childNamed(tree, root, 'error');
	// Some answers have an empty list of errors as well as the records.
	if (
		errors !== null &&
		(childrenOf(tree, errors).length > 0 || childrenOf(tree, root).length === 1)
	)
		return true;
	const first = kindOf(tree, root) === 'array' ? childrenOf(tree, root)[0] : root;
	return (
		first !== undefined &&
		kindOf(tree, first) === 'object' &&
		['code', 'description'].every((name) => childNamed(tree, first, name) !== null) &&
		NOT_OF_ERRORS.every((name) => childNamed(tree, first, name) === null)
	);
}

/** Returns the records of a list in XML, and adds a finding for anything else in it. */
export function xmlRecords(
	tree: Tree,
	list: number,
	{ record, section }: Pick<ListKind, 'record' | 'section'>,
	findings: Findings
): number[] {
	const records: number[] = [];
	for (const node of childrenOf(tree, list)) {
		const kind = kindOf(tree, node);
		const name = nodeName(tree, node) ?? '';
		if (kind === 'element' && name === record) records.push(node);
		else if (kind === 'element') {
			const words = () => `<${name}> stands where each record is a <${record}>.`;
			findings.add('xml-name', name, section, node, words);
		} else if (
			kind === 'cdata' ||
			(kind === 'text' && tree.text.slice(tree.from[node], tree.to[node]).trim() !== '')
		) {
			const words = () => 'Text stands between the records; a list holds records alone.';
			findings.add('stray-text', '', section, node, words);
		}
	}
	return records;
}

/** Names the members of an object, for a finding. */
function membersOf(tree: Tree, node: number): string {
	const names = childrenOf(tree, node).map((member) => nodeName(tree, member) ?? '');
	const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
	return names.length === 0 ? 'an empty object' : `an object with ${shown}`;
}

const isContainer = (tree: Tree, node: number) => ['object', 'array'].includes(kindOf(tree, node));

/** The member of an object that is what the list itself should be; null for none. */
function wrappedIn(tree: Tree, node: number, { list, record, isField }: ListKind): number | null {
	const members = childrenOf(tree, node);
	const holders = members.filter((member) => isContainer(tree, member));
	const named = [list, record].flatMap(
		(name) => holders.find((member) => nodeName(tree, member) === name) ?? []
	)[0];
	if (named !== undefined) return named;
	if (members.some((member) => isField(nodeName(tree, member) ?? ''))) return null;
	const all = holders.filter((member) => kindOf(tree, member) === 'array');
	const filled = all.filter((list) => childrenOf(tree, list).length > 0);
	const lists = filled.length === 1 ? filled : all;
	const [only] = lists.length > 0 ? lists : holders;
	return only !== undefined && (lists.length === 1 || members.length === 1) ? only : null;
}

/**
 * Returns the records of a list in JSON; null if there is no list. Adds a finding for each name that
 * is left around it from XML, and for what is no list; `field` is where the list stands.
 */
export function jsonRecords(
	tree: Tree,
	node: number,
	kind: ListKind,
	findings: Findings,
	field = '',
	names = MOST_NAMES
): number[] | null {
	const { section, record } = kind;
	if (kindOf(tree, node) === 'array') {
		return childrenOf(tree, node).flatMap((item) => {
			if (kindOf(tree, item) !== 'object') {
				const words = () => 'An item of the list is no object; each record is one.';
				findings.add('json-shape', field, section, item, words);
				return [];
			}
			const [only, ...others] = childrenOf(tree, item);
			const isWrapped =
				only !== undefined &&
				others.length === 0 &&
				nodeName(tree, only) === record &&
				kindOf(tree, only) === 'object';
			if (!isWrapped) return [item];
			addWrapper(tree, only, section, findings);
			return [only];
		});
	}
	if (kindOf(tree, node) !== 'object') {
		const words = () =>
			`${field || 'The answer'} is a single value; it should be a list in brackets.`;
		findings.add('json-shape', field, section, node, words);
		return null;
	}
	const wrapped = names > 0 ? wrappedIn(tree, node, kind) : null;
	if (wrapped !== null) {
		addWrapper(tree, wrapped, section, findings);
		for (const member of childrenOf(tree, node)) {
			const name = nodeName(tree, member) ?? '';
			if (member === wrapped) continue;
			const words = () => `${name} is not part of GeoReport v2 here; clients may pass over it.`;
			findings.add('unknown-field', name, section, member, words);
		}
		const isLone = kindOf(tree, wrapped) === 'object' && nodeName(tree, wrapped) === record;
		return isLone ? [wrapped] : jsonRecords(tree, wrapped, kind, findings, field, names - 1);
	}
	const isRecord = childrenOf(tree, node).some((member) =>
		kind.isField(nodeName(tree, member) ?? '')
	);
	findings.add('json-shape', field, section, node, () =>
		isRecord
			? `${field || 'The answer'} is a lone object; it should be a list, even of one.`
			: `${field || 'The answer'} is ${membersOf(tree, node)}; it should be a list in brackets.`
	);
	return isRecord ? [node] : null;
}

function addWrapper(tree: Tree, node: number, section: string, findings: Findings) {
	const name = nodeName(tree, node) ?? '';
	findings.add(
		'wrapper',
		name,
		section,
		node,
		() =>
			`What should be the answer itself stands inside “${name}”; JSON drops the names that XML has around a list.`
	);
}

/** Returns the records of an answer that should be a list; null if there is no list. */
export function listRecords(
	tree: Tree,
	root: number,
	kind: ListKind,
	findings: Findings
): number[] | null {
	if (tree.format === 'json') return jsonRecords(tree, root, kind, findings);
	const { list, record, section } = kind;
	const name = nodeName(tree, root) ?? '';
	if (name === list) return xmlRecords(tree, root, kind, findings);
	const words = () => `The document is a <${name}>; it should be <${list}>.`;
	findings.add('xml-name', name, section, root, words);
	const records = childrenOf(tree, root).filter((node) => nodeName(tree, node) === record);
	return records.length > 0 ? records : null;
}
