// Checks of the answers that are lists: services, service requests and errors.
import type { Tree } from '../document/tree';
import type { MethodName } from '../georeport/methods';
import * as fields from './fields';
import type { Findings } from './findings';
import { RecordCheck, type ReadField } from './record';
import { listRecords, LIST_NAMES, type ListKind } from './shape';
import { checkUnique } from './unique';

/** How many records are checked in one slice. */
const SLICE = 200;

const RECORD_FIELDS = {
	services: fields.SERVICE,
	submit: fields.SUBMITTED,
	token: fields.RESOLVED,
	requests: fields.SERVICE_REQUEST,
	request: fields.SERVICE_REQUEST,
	errors: fields.ERROR
} as const;

const hasValue = (record: Map<string, ReadField>, name: string) =>
	(record.get(name)?.value ?? null) !== null;

/** The list that a method answers with, or that of errors. */
function listOf(of: keyof typeof RECORD_FIELDS, section: string): ListKind | null {
	const names = LIST_NAMES[of];
	return names ? { ...names, section, isField: (name) => name in RECORD_FIELDS[of] } : null;
}

/** Checks an errors body, and that the HTTP status says the same. */
export function checkErrors(tree: Tree, root: number, status: number, findings: Findings) {
	if (status < 400) {
		const words = () => `Errors come with HTTP status ${status}; it should be 400, 403 or 404.`;
		findings.add('error-status', '', 'Errors', root, words);
	}
	const list = listOf('errors', 'Errors');
	const records = list && listRecords(tree, root, list, findings);
	const check = new RecordCheck(tree, findings, { fields: fields.ERROR, section: 'Errors' });
	for (const node of records ?? []) {
		const code = check.check(node).get('code');
		// A code may say more than the status does; one that is a status should be the same.
		if (
			status >= 400 &&
			code?.value &&
			/^[45]\d\d$/.test(code.value) &&
			code.value !== String(status)
		) {
			const words = () => `code is ${code.value}, but the HTTP status is ${status}.`;
			findings.add('error-code', 'code', 'Errors', code.node, words);
		}
	}
	if (records?.length === 0) {
		const words = () => 'The list of errors is empty; an error says what went wrong.';
		findings.add('missing-field', 'error', 'Errors', root, words);
	}
}

/** Checks the fields of a record that depend on each other. */
function checkTogether(
	method: MethodName,
	node: number,
	record: Map<string, ReadField>,
	misnamed: ReadonlyMap<string, string>,
	section: string,
	findings: Findings
) {
	if (method === 'submit' && hasValue(record, 'service_request_id') && hasValue(record, 'token')) {
		findings.add(
			'id-and-token',
			'token',
			section,
			record.get('token')?.node ?? node,
			() => 'service_request_id and token come together; a report gets one of them.'
		);
	}
	if (hasValue(record, 'lat') !== hasValue(record, 'long')) {
		const [given, missing] = hasValue(record, 'lat') ? ['lat', 'long'] : ['long', 'lat'];
		const written = misnamed.get(missing);
		if (written !== undefined) return findings.follows('field-name', written);
		findings.add(
			'location-pair',
			missing,
			section,
			record.get(given)?.node ?? node,
			() => `${given} is given without ${missing}; a place needs both.`
		);
	}
}

/** Checks a list of services or service requests, in slices. */
export function* checkList(
	tree: Tree,
	root: number,
	method: Exclude<keyof typeof RECORD_FIELDS, 'errors'>,
	section: string,
	findings: Findings
) {
	const list = listOf(method, section);
	const records = list && listRecords(tree, root, list, findings);
	if (!records) return;
	const isPublic = method !== 'services';
	const check = new RecordCheck(tree, findings, {
		fields: RECORD_FIELDS[method],
		section,
		isPublic
	});
	const unique = method === 'services' ? 'service_code' : 'service_request_id';
	const seen = new Set<string>();
	for (const [at, node] of records.entries()) {
		const record = check.check(node);
		checkUnique(unique, seen, record.get(unique), section, findings);
		checkTogether(method, node, record, check.misnamed, section, findings);
		if (at % SLICE === SLICE - 1) yield;
	}
	const single = method !== 'services' && method !== 'requests';
	// A blackbox service gives neither id nor token, and nothing says what its answer holds instead.
	const isNothing = method === 'submit' && records.length === 0;
	if (single && records.length !== 1 && !isNothing) {
		const words = () => `The answer has ${records.length} records; it should have one.`;
		findings.add('record-count', '', section, root, words);
	}
}
