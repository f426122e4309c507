// Checks of the answers that are lists: services, service requests and errors.
import type { Tree } from '../document/tree';
import type { MethodName } from '../georeport/methods';
import * as fields from './fields';
import type { Findings } from './findings';
import { RecordCheck, type ReadField } from './record';
import { listRecords, LISTS } from './shape';
import { checkUnique } from './unique';

/** How many records are checked in one slice. */
const SLICE = 200;

const RECORD_FIELDS = {
	services: fields.SERVICE,
	submit: fields.SUBMITTED,
	token: fields.RESOLVED,
	requests: fields.SERVICE_REQUEST,
	request: fields.SERVICE_REQUEST
} as const;

const hasValue = (record: Map<string, ReadField>, name: string) =>
	(record.get(name)?.value ?? null) !== null;

/** Checks an errors body, and that the HTTP status says the same. */
export function checkErrors(tree: Tree, root: number, status: number, findings: Findings) {
	if (status < 400) {
		findings.breaks(
			'error-status',
			'',
			'Errors',
			root,
			() => `Errors come with HTTP status ${status}; it should be 400, 403 or 404.`
		);
	}
	const records = listRecords(tree, root, { list: 'errors', record: 'error' }, 'Errors', findings);
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

/** Checks the fields of a record that depend on each other. */
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

/** Checks a list of services or service requests, in slices. */
export function* checkList(
	tree: Tree,
	root: number,
	method: keyof typeof RECORD_FIELDS,
	section: string,
	findings: Findings
) {
	const names = LISTS[method];
	const records = names && listRecords(tree, root, names, section, findings);
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
