// Whether an answer keeps to GeoReport v2, https://wiki.open311.org/GeoReport_v2/.
import * as fields from './fields';
import { Findings, type Finding } from './findings';
import { RecordCheck, type ReadField } from './record';
import { isErrors, LISTS, recordsOf, xmlRecords, jsonRecords } from './shape';
import { methodOf, type MethodName } from '../georeport/methods';
import { kindOf, nameOf, rootOf, valueOf, type Tree } from '../document/tree';
import type { Format } from '../georeport/types';

/** An answer to check, and what it answers. */
export interface CheckedAnswer {
	method: MethodName;
	/** Null where the request did not ask for one of the two. */
	asked: Format | null;
	status: number;
	headers: readonly (readonly [name: string, value: string])[];
	/** The body as text. */
	text: string;
	/** Null where the body is neither XML nor JSON. */
	tree: Tree | null;
}

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
	xml: 'text/xml',
	json: 'application/json'
};

/** The one namespace the specification lets an answer have. */
const NAMESPACE = 'http://wiki.open311.org/GeoReport_v2';

/** How many records are checked before others may have their turn. */
const SLICE = 200;

function checkContentType({ headers, tree }: CheckedAnswer, findings: Findings) {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	if (!tree) return;
	const wanted = CONTENT_TYPES[tree.format];
	if (value === undefined) {
		findings.breaks(
			'content-type',
			'',
			'Formats',
			null,
			() => `There is no Content-Type; it should be ${wanted}; charset=utf-8.`
		);
		return;
	}
	const [type = '', ...parameters] = value
		.toLowerCase()
		.split(';')
		.map((part) => part.trim());
	if (type !== wanted) {
		findings.breaks(
			'content-type',
			'',
			'Formats',
			null,
			() => `The Content-Type is ${type}; this answer should have ${wanted}.`
		);
	}
	const charset = parameters
		.find((part) => part.startsWith('charset='))
		?.slice(8)
		.replaceAll('"', '');
	if (charset !== 'utf-8') {
		findings.breaks('charset', '', 'Formats', null, () =>
			charset === undefined
				? 'The Content-Type names no charset; it should say charset=utf-8.'
				: `The charset is ${charset}; it should be utf-8.`
		);
	}
}

function checkBody({ text, tree, asked }: CheckedAnswer, findings: Findings) {
	if (text.trim() === '') {
		findings.breaks(
			'empty-body',
			'',
			'Formats',
			null,
			() => 'The body is empty; every answer has a document.'
		);
	} else if (!tree) {
		findings.breaks(
			'neither-format',
			'',
			'Formats',
			null,
			() => 'The body is neither XML nor JSON.'
		);
	} else if (tree.malformed) {
		const { message } = tree.malformed;
		findings.breaks(
			'malformed',
			'',
			'Formats',
			tree.size > 0 ? tree.size - 1 : null,
			() => `The document is not well-formed: ${message}`
		);
	} else if (asked && asked !== tree.format) {
		findings.breaks(
			'other-format',
			'',
			'Formats',
			rootOf(tree),
			() => `${asked.toUpperCase()} was asked for and ${tree.format.toUpperCase()} came.`
		);
	}
}

/** "XML": a declaration with the encoding, no attributes, at most the one namespace. */
function checkXml(tree: Tree, findings: Findings) {
	if (!/^<\?xml[^>]*\sencoding\s*=\s*["']utf-8["']/i.test(tree.text)) {
		findings.breaks(
			'xml-declaration',
			'',
			'Formats',
			null,
			() => 'The XML should begin with a declaration that says encoding="utf-8".'
		);
	}
	for (let node = 0; node < tree.size; node++) {
		if (kindOf(tree, node) !== 'attribute') continue;
		const name = nameOf(tree, node) ?? '';
		if (name === 'xmlns' && valueOf(tree, node) === NAMESPACE) continue;
		findings.breaks(
			'xml-attribute',
			name,
			'Formats',
			node,
			() => `The attribute ${name} stands on an element; GeoReport v2 has none.`
		);
	}
}

/** Notices a value that should differ from record to record. */
function checkUnique(
	name: string,
	seen: Set<string>,
	field: ReadField | undefined,
	section: string,
	findings: Findings
) {
	const value = field?.value;
	if (!field || value === null || value === undefined) return;
	if (seen.has(value)) {
		findings.breaks(
			'not-unique',
			name,
			section,
			field.node,
			() => `${name} “${value}” stands in more than one record.`
		);
	}
	seen.add(value);
}

const hasValue = (record: Map<string, ReadField>, name: string) =>
	(record.get(name)?.value ?? null) !== null;

/** The nodes of a list inside a record: `attributes` with each `attribute` in it. */
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

function checkDefinition(tree: Tree, root: number, section: string, findings: Findings) {
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

function checkDiscovery(tree: Tree, root: number, section: string, findings: Findings) {
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

function checkRoot(
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
	const written = nameOf(tree, root) ?? '';
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

function checkErrors(tree: Tree, root: number, status: number, findings: Findings) {
	const records = recordsOf(tree, root, { list: 'errors', record: 'error' }, 'Errors', findings);
	const check = new RecordCheck(tree, findings, fields.ERROR, 'Errors');
	for (const node of records ?? []) {
		const code = check.check(node).get('code');
		// A code may say more than the status does; one that is a status must be the same.
		if (code?.value && /^[45]\d\d$/.test(code.value) && code.value !== String(status)) {
			findings.breaks(
				'error-code',
				'code',
				'Errors',
				code.node,
				() => `code is ${code.value}, but the HTTP status is ${status}.`
			);
		}
	}
	if (records?.length === 0) {
		findings.breaks('missing-field', 'error', 'Errors', root, () => 'The list of errors is empty.');
	}
}

const RECORD_FIELDS = {
	services: fields.SERVICE,
	submit: fields.SUBMITTED,
	token: fields.RESOLVED,
	requests: fields.SERVICE_REQUEST,
	request: fields.SERVICE_REQUEST
} as const;

/** What no field can tell alone. */
function checkTogether(
	method: MethodName,
	node: number,
	record: Map<string, ReadField>,
	section: string,
	findings: Findings
) {
	if (method === 'submit' && hasValue(record, 'service_request_id') && hasValue(record, 'token')) {
		findings.breaks(
			'id-and-token',
			'token',
			section,
			record.get('token')?.node ?? node,
			() => 'service_request_id and token come together; a report gets one of them.'
		);
	}
	if (hasValue(record, 'lat') !== hasValue(record, 'long')) {
		const [given, missing] = hasValue(record, 'lat') ? ['lat', 'long'] : ['long', 'lat'];
		findings.breaks(
			'location-pair',
			missing,
			section,
			record.get(given)?.node ?? node,
			() => `${given} is given without ${missing}.`
		);
	}
}

function* checkList(
	tree: Tree,
	root: number,
	method: keyof typeof RECORD_FIELDS,
	section: string,
	findings: Findings
) {
	const names = LISTS[method];
	const records = names && recordsOf(tree, root, names, section, findings);
	if (!records) return;
	const check = new RecordCheck(tree, findings, RECORD_FIELDS[method], section);
	const unique = method === 'services' ? 'service_code' : 'service_request_id';
	const seen = new Set<string>();
	for (const [at, node] of records.entries()) {
		const record = check.check(node);
		checkUnique(unique, seen, record.get(unique), section, findings);
		checkTogether(method, node, record, section, findings);
		if (at % SLICE === SLICE - 1) yield;
	}
	const single = method !== 'services' && method !== 'requests';
	if (single && records.length !== 1) {
		findings.breaks(
			'record-count',
			'',
			section,
			root,
			() => `The answer has ${records.length} records; it should have one.`
		);
	}
}

/** Checks an answer slice by slice; a long one can so give way to other work. */
export function* checking(answer: CheckedAnswer): Generator<void, Finding[]> {
	const findings = new Findings();
	const { tree, status, method } = answer;
	checkContentType(answer, findings);
	checkBody(answer, findings);
	const root = tree && !tree.malformed ? rootOf(tree) : null;
	const { section } = methodOf(method);
	const failed = status >= 400;
	if (tree && root !== null) {
		if (tree.format === 'xml') checkXml(tree, findings);
		yield;
		if (isErrors(tree)) {
			if (!failed) {
				findings.breaks(
					'error-status',
					'',
					'Errors',
					root,
					() => `Errors come with HTTP status ${status}; it should be 400, 403 or 404.`
				);
			}
			checkErrors(tree, root, status, findings);
		} else if (failed) {
			findings.breaks(
				'error-body',
				'',
				'Errors',
				root,
				() => `HTTP status ${status} comes without a list of errors.`
			);
		} else if (method === 'definition') {
			if (checkRoot(tree, root, 'service_definition', section, findings))
				checkDefinition(tree, root, section, findings);
		} else if (method === 'discovery') {
			if (checkRoot(tree, root, 'discovery', section, findings))
				checkDiscovery(tree, root, section, findings);
		} else yield* checkList(tree, root, method, section, findings);
	}
	return findings.list;
}

/** All that is found in an answer, what breaks the specification first. Never throws. */
export function findingsOf(answer: CheckedAnswer): Finding[] {
	const steps = checking(answer);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
