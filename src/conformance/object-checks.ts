// Checks of the answers that are one object: a service definition and a discovery document.
import { trimmed } from '../document/text';
import { childNamed, childrenOf, kindOf, nodeName, valueOf, type Tree } from '../document/tree';
import * as fields from './fields';
import type { Findings } from './findings';
import { quoted, RecordCheck, type ReadField } from './record';
import { jsonRecords, xmlRecords } from './shape';
import { checkUnique } from './unique';

/** A list inside an object, such as each `attribute` in `attributes`. */
interface InnerList {
	list: string;
	record: string;
	fields: fields.FieldRules;
}

const ATTRIBUTES: InnerList = {
	list: 'attributes',
	record: 'attribute',
	fields: fields.ATTRIBUTE
};
const VALUES: InnerList = { list: 'values', record: 'value', fields: fields.VALUE };
const ENDPOINTS: InnerList = { list: 'endpoints', record: 'endpoint', fields: fields.ENDPOINT };

const isNull = (tree: Tree, node: number) => kindOf(tree, node) === 'literal';

/** Returns the nodes of a list inside a record; none where the field is missing or null. */
function inside(
	tree: Tree,
	field: ReadField | undefined,
	{ list, record, fields }: InnerList,
	section: string,
	findings: Findings
): number[] {
	if (!field || isNull(tree, field.node)) return [];
	if (tree.format === 'xml') return xmlRecords(tree, field.node, { record, section }, findings);
	const kind = { list, record, section, isField: (name: string) => name in fields };
	return jsonRecords(tree, field.node, kind, findings, list) ?? [];
}

/** Checks a service definition, each question in it and each choice of a question. */
export function checkDefinition(tree: Tree, root: number, section: string, findings: Findings) {
	const node = objectOf(tree, root, 'service_definition', section, findings);
	if (node === null) return;
	const definition = new RecordCheck(tree, findings, {
		fields: fields.DEFINITION,
		section
	}).check(node);
	if (!definition.has('attributes')) {
		const words = () => 'attributes is missing; each question stands inside it.';
		findings.add('missing-field', 'attributes', section, node, words);
	}
	const attributes = new RecordCheck(tree, findings, { fields: fields.ATTRIBUTE, section });
	const values = new RecordCheck(tree, findings, { fields: fields.VALUE, section });
	const [codes, orders] = [new Set<string>(), new Set<string>()];
	for (const node of inside(tree, definition.get('attributes'), ATTRIBUTES, section, findings)) {
		const attribute = attributes.check(node);
		checkUnique('code', codes, attribute.get('code'), section, findings);
		checkUnique('order', orders, attribute.get('order'), section, findings);
		const choices = inside(tree, attribute.get('values'), VALUES, section, findings);
		const keys = new Set<string>();
		for (const choice of choices) {
			checkUnique('key', keys, values.check(choice).get('key'), section, findings);
		}
		const datatype = attribute.get('datatype')?.value ?? '';
		if (datatype.endsWith('valuelist') && choices.length === 0) {
			const words = () => `A ${datatype} has no values to choose from.`;
			findings.add('list-values', 'values', section, node, words);
		}
	}
}

/** The formats of an endpoint: in XML each a `format`, in JSON a list of texts. */
function formatsIn(
	tree: Tree,
	field: ReadField | undefined,
	section: string,
	findings: Findings
): string[] {
	if (!field) return [];
	const add = (node: number, words: string) =>
		findings.add('json-shape', 'formats', section, node, () => words);
	let list = field.node;
	if (tree.format === 'xml') {
		return xmlRecords(tree, list, { record: 'format', section }, findings).flatMap((node) => {
			const value = valueOf(tree, node);
			return value === null ? [] : trimmed(value);
		});
	}
	const wrapped = kindOf(tree, list) === 'object' ? childNamed(tree, list, 'format') : null;
	if (wrapped !== null) {
		const words = () =>
			'The formats stand inside “format”; JSON drops the name that XML has around each.';
		findings.add('wrapper', 'format', section, wrapped, words);
		list = wrapped;
	}
	if (kindOf(tree, list) !== 'array') {
		add(list, 'formats should be a list in brackets, even of one.');
		return kindOf(tree, list) === 'string' ? [valueOf(tree, list) ?? ''] : [];
	}
	return childrenOf(tree, list).flatMap((node) => {
		if (kindOf(tree, node) === 'string') return valueOf(tree, node) ?? [];
		add(node, 'An item of formats is no text; each is a type such as text/xml.');
		return [];
	});
}

/** Checks the formats of an endpoint: types, XML among them. */
function checkFormats(
	tree: Tree,
	endpoint: number,
	field: ReadField | undefined,
	section: string,
	findings: Findings
) {
	const formats = formatsIn(tree, field, section, findings);
	const node = field?.node ?? endpoint;
	for (const format of formats) {
		if (/^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/.test(format)) continue;
		const words = () => `${quoted(format)} is no type; formats has types such as text/xml.`;
		findings.add('value', 'formats', section, node, words);
	}
	if (!field || formats.length === 0) {
		if (!field) return;
		const words = () => 'formats names no format; it has at least text/xml.';
		findings.add('missing-field', 'formats', section, node, words);
	} else if (!formats.some((format) => /xml/i.test(format))) {
		const words = () => `The formats are ${formats.join(', ')}; text/xml is mandatory.`;
		findings.add('xml-format', 'formats', section, node, words);
	}
}

/** Checks a discovery document, each endpoint in it, and its formats. */
export function checkDiscovery(tree: Tree, root: number, section: string, findings: Findings) {
	const node = objectOf(tree, root, 'discovery', section, findings);
	if (node === null) return;
	const discovery = new RecordCheck(tree, findings, { fields: fields.DISCOVERY, section }).check(
		node
	);
	const field = discovery.get('endpoints');
	const endpoints = new RecordCheck(tree, findings, { fields: fields.ENDPOINT, section });
	const nodes = inside(tree, field, ENDPOINTS, section, findings);
	for (const endpoint of nodes) {
		checkFormats(tree, endpoint, endpoints.check(endpoint).get('formats'), section, findings);
	}
	if (field && nodes.length === 0) {
		const words = () => 'endpoints names no endpoint.';
		findings.add('missing-field', 'endpoints', section, field.node, words);
	}
}

/**
 * Returns the object that an answer is, also inside of its XML name in JSON; null where there is
 * none. Adds a finding where it is not the answer itself.
 */
function objectOf(
	tree: Tree,
	root: number,
	name: string,
	section: string,
	findings: Findings
): number | null {
	if (tree.format === 'xml') {
		const written = nodeName(tree, root) ?? '';
		if (written === name) return root;
		const words = () => `The document is a <${written}>; it should be <${name}>.`;
		findings.add('xml-name', written, section, root, words);
		return null;
	}
	return jsonObject(tree, root, name, section, findings, 2);
}

/** The one object of a JSON document, looked for inside of so many names and lists around it. */
function jsonObject(
	tree: Tree,
	node: number,
	name: string,
	section: string,
	findings: Findings,
	around: number
): number | null {
	if (kindOf(tree, node) === 'object') {
		const inner = childNamed(tree, node, name);
		if (inner === null || around === 0 || !['object', 'array'].includes(kindOf(tree, inner))) {
			return node;
		}
		const words = () =>
			`What should be the answer itself stands inside “${name}”; JSON drops the outer name.`;
		findings.add('wrapper', name, section, inner, words);
		return jsonObject(tree, inner, name, section, findings, around - 1);
	}
	const words = () => 'The answer should be one object in braces.';
	findings.add('json-shape', '', section, node, words);
	const [only, ...others] = childrenOf(tree, node);
	return only !== undefined && others.length === 0 && kindOf(tree, only) === 'object'
		? jsonObject(tree, only, name, section, findings, around)
		: null;
}
