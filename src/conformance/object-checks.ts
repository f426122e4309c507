// Checks of the answers that are one object: a service definition and a discovery document.
import { kindOf, nodeName, type Tree } from '../document/tree';
import * as fields from './fields';
import type { Findings } from './findings';
import { RecordCheck, type ReadField } from './record';
import { jsonRecords, xmlRecords } from './shape';
import { checkUnique } from './unique';

/** Returns the nodes of a list inside a record, such as each `attribute` in `attributes`. */
function inside(
	tree: Tree,
	field: ReadField | undefined,
	name: string,
	record: string,
	section: string,
	findings: Findings
): number[] {
	if (!field) return [];
	if (tree.format === 'xml') return xmlRecords(tree, field.node, record, section, findings);
	if (kindOf(tree, field.node) === 'array') return jsonRecords(tree, field.node, section, findings);
	findings.breaks(
		'json-shape',
		name,
		section,
		field.node,
		() => `${name} should be a list in brackets.`
	);
	return [];
}

/** Checks a service definition, each question in it and each choice of a question. */
export function checkDefinition(tree: Tree, root: number, section: string, findings: Findings) {
	if (!isObject(tree, root, 'service_definition', section, findings)) return;
	const definition = new RecordCheck(tree, findings, fields.DEFINITION, section).check(root);
	if (!definition.has('attributes')) {
		findings.breaks(
			'missing-field',
			'attributes',
			section,
			root,
			() => 'attributes is missing; each question stands inside it.'
		);
	}
	const attributes = new RecordCheck(tree, findings, fields.ATTRIBUTE, section);
	const values = new RecordCheck(tree, findings, fields.VALUE, section);
	const [codes, orders] = [new Set<string>(), new Set<string>()];
	for (const node of inside(
		tree,
		definition.get('attributes'),
		'attributes',
		'attribute',
		section,
		findings
	)) {
		const attribute = attributes.check(node);
		checkUnique('code', codes, attribute.get('code'), section, findings);
		checkUnique('order', orders, attribute.get('order'), section, findings);
		const given = attribute.get('values');
		const isNull = given && kindOf(tree, given.node) === 'literal';
		const choices = isNull ? [] : inside(tree, given, 'values', 'value', section, findings);
		for (const choice of choices) values.check(choice);
		const datatype = attribute.get('datatype')?.value ?? '';
		if (datatype.endsWith('valuelist') && choices.length === 0) {
			findings.breaks(
				'missing-field',
				'values',
				section,
				node,
				() => `A ${datatype} has no values to choose from.`
			);
		}
	}
}

/** Checks a discovery document and each endpoint in it. */
export function checkDiscovery(tree: Tree, root: number, section: string, findings: Findings) {
	if (!isObject(tree, root, 'discovery', section, findings)) return;
	const discovery = new RecordCheck(tree, findings, fields.DISCOVERY, section).check(root);
	const endpoints = new RecordCheck(tree, findings, fields.ENDPOINT, section);
	for (const node of inside(
		tree,
		discovery.get('endpoints'),
		'endpoints',
		'endpoint',
		section,
		findings
	)) {
		endpoints.check(node);
	}
}

/** Whether the root is what the answer should be: an element of this name, or an object of JSON. */
function isObject(
	tree: Tree,
	root: number,
	name: string,
	section: string,
	findings: Findings
): boolean {
	if (tree.format === 'json') {
		if (kindOf(tree, root) === 'object') return true;
		findings.breaks(
			'json-shape',
			'',
			section,
			root,
			() => 'The answer should be one object in braces.'
		);
		return false;
	}
	const written = nodeName(tree, root) ?? '';
	if (written === name) return true;
	findings.breaks(
		'xml-name',
		written,
		section,
		root,
		() => `The document is a <${written}>; it should be <${name}>.`
	);
	return false;
}
