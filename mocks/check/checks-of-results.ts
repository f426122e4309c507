// The checks of what a client understood: its result against the rows of the scene.
import type { MethodName } from '../../src/georeport/methods';
import { quote } from '../api/answers';
import { valuesIn } from './answer-text';
import { zonedDates } from './checks-of-calls';
import { filtersOnServer, splitsWindow } from './checks-of-lists';
import { fieldFinding, idTrouble, numberFinding, pairsOf, type IdTrouble } from './compare-rows';
import { callsOf, got, type Evidence } from './evidence';
import { quantity, failed, notReached, passed, type Finder, type CheckFinding } from './finding';
import { isRefusal, rowsIn, resultText, type ResultMembers, type ResultRow } from './result';

/** Returns the members of a result that can be compared, or why there are none. */
function readable(
	evidence: Evidence,
	method: MethodName
): { members: ResultMembers } | { finding: CheckFinding } {
	const { result } = evidence;
	if (result.kind === 'none') return { finding: notReached('The client wrote no result.') };
	if (result.kind === 'error') {
		return { finding: notReached(`The client gave up: ${quote(result.words)}.`) };
	}
	const calls = callsOf(evidence, method);
	if (!calls.some((call) => got(call, 200))) {
		return { finding: notReached('No answer that could be read reached the client.', ...calls) };
	}
	if (isRefusal(result.members)) return { finding: notReached('The result is a refusal.') };
	return { members: result.members };
}

/** Hands the rows of the result to a check, or says why there are none. */
function withRows(
	evidence: Evidence,
	check: (rows: readonly ResultRow[]) => CheckFinding,
	without: () => CheckFinding = () => notReached('The result has no list of requests.')
): CheckFinding {
	const read = readable(evidence, 'requests');
	if ('finding' in read) return read.finding;
	const rows = rowsIn(read.members, 'requests', 'service_request_id');
	return rows === null ? without() : check(rows);
}

const noList = () =>
	failed(
		'The result has no list of requests.',
		'Write {"requests":[…]}, with an empty list where there is none.'
	);

/** Returns why wrong ids are the matter of another check that failed; null if they are not. */
function causeElsewhere(
	evidence: Evidence,
	trouble: Pick<IdTrouble, 'unknown' | 'missing'>
): CheckFinding | null {
	if (zonedDates(evidence).verdict === 'failed') {
		return notReached('The dates of the call did not arrive as they were meant.');
	}
	const { own } = evidence.scene;
	if (own.includes('splits-window') && splitsWindow(evidence).verdict === 'failed') {
		return notReached('The calls did not ask for the whole time.');
	}
	const listed = new Set(
		callsOf(evidence, 'requests').flatMap(({ answer }) => valuesIn(answer, 'service_request_id'))
	);
	return own.includes('filters-on-server') &&
		filtersOnServer(evidence).verdict === 'failed' &&
		trouble.missing.length === 0 &&
		trouble.unknown.every((id) => listed.has(id))
		? notReached('The call did not ask for what the task asks for.')
		: null;
}

/** Compares the ids of a result; null if nothing is wrong with them. */
function idFinding(evidence: Evidence, rows: readonly ResultRow[]): CheckFinding | null {
	const expected = evidence.scene.rows.map((row) => row.service_request_id);
	const trouble = idTrouble(expected, rows);
	if (trouble === null) return null;
	return (
		causeElsewhere(evidence, trouble) ??
		failed(
			`The result ${trouble.message}: it has ${quantity(rows.length, 'request')}, and ${expected.length} match.`,
			'Read every request of every answer once, by its service_request_id.'
		)
	);
}

/** Every request is read, with each of its values. */
export const readsRecords: Finder = (evidence) =>
	withRows(
		evidence,
		(rows) =>
			idFinding(evidence, rows) ??
			numberFinding(rows) ??
			fieldFinding(
				pairsOf(evidence, rows),
				['status', 'requested', 'lat', 'long', 'description'],
				'Read each field by its name, and leave out what is empty, null or not there.'
			) ??
			passed(`${quantity(rows.length, 'request')}, each read with its values.`),
		noList
	);

/** Every id is read, as text. */
export const readsIds: Finder = (evidence) =>
	withRows(
		evidence,
		(rows) =>
			idFinding(evidence, rows) ??
			numberFinding(rows) ??
			passed(`${quantity(rows.length, 'id')}, each read as text.`),
		noList
	);

/** A request without a place has none. */
export const readsNullPlace: Finder = (evidence) =>
	withRows(evidence, (rows) => {
		const pairs = pairsOf(evidence, rows).filter(({ expected }) => expected.lat === null);
		if (pairs.length === 0) return notReached('The result has no request without a place.');
		return (
			fieldFinding(pairs, ['lat', 'long'], 'Write null where lat and long are empty or null.') ??
			passed(`${quantity(pairs.length, 'request')} without a place, each read without one.`)
		);
	});

/** Every text is read to the character. */
export const readsText: Finder = (evidence) =>
	withRows(evidence, (rows) => {
		const pairs = pairsOf(evidence, rows);
		if (pairs.length === 0) return notReached('The result has no request of this scene.');
		return (
			fieldFinding(
				pairs,
				['description'],
				'Decode entities once, read CDATA as text, and decode the bytes as UTF-8.'
			) ?? passed(`${quantity(pairs.length, 'request')}, each read with its text.`)
		);
	});

/** An empty list is read as one. */
export const readsEmpty: Finder = (evidence) =>
	withRows(
		evidence,
		(rows) =>
			rows.length === 0
				? passed('The empty list was read as an empty list.')
				: (causeElsewhere(evidence, { unknown: [], missing: [] }) ??
					failed(
						`The result has ${quantity(rows.length, 'request')}, and none matches.`,
						'Read a list without entries as an empty list.'
					)),
		noList
	);

/** A list of one is read as one. */
export const readsOne: Finder = (evidence) =>
	withRows(
		evidence,
		(rows) =>
			idFinding(evidence, rows) ?? passed('The list of one request was read as a list of one.'),
		noList
	);

/** The list that the client joined from several answers is complete. */
export const completeList: Finder = (evidence) =>
	withRows(
		evidence,
		(rows) =>
			idFinding(evidence, rows) ?? passed(`${quantity(rows.length, 'request')}, each there once.`),
		noList
	);

/** Every service is read. */
export const readsServices: Finder = (evidence) => {
	const read = readable(evidence, 'services');
	if ('finding' in read) return read.finding;
	const rows = rowsIn(read.members, 'services', 'service_code');
	const advice =
		'Write each service with service_code and service_name as text, and metadata as true or false.';
	if (rows === null) return failed('The result has no list of services.', advice);
	const { services } = evidence.scene;
	const trouble = idTrouble(
		services.map(({ service_code }) => service_code),
		rows
	);
	if (trouble) return failed(`The result ${trouble.message}.`, advice);
	const number = rows.find(({ isNumber }) => isNumber);
	if (number) {
		return failed(`The result has the service_code ${number.id ?? ''} as a number.`, advice);
	}
	for (const { service_code, service_name, metadata } of services) {
		const members = rows.find(({ id }) => id === service_code)?.members ?? {};
		const name = resultText(members.service_name);
		if (name !== service_name) {
			return failed(
				`Service ${service_code} has ${name === null ? 'no name' : `the name ${quote(name)}`} in the result; it is ${quote(service_name)}.`,
				advice
			);
		}
		if (members.metadata !== metadata) {
			return failed(
				`Service ${service_code} has metadata ${quote(resultText(members.metadata) ?? 'none')} in the result; it is ${metadata}.`,
				advice
			);
		}
	}
	return passed(`${quantity(rows.length, 'service')}, each read with its code, name and metadata.`);
};
