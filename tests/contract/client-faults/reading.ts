// Mistakes in what the example client makes of answers, and in how it ends.
import { fault, type ClientFault } from './fault';

const ID = 'service_request_id: text(request.service_request_id),';
const NUMBER = 'const number = (value) => (text(value) === null ? null : Number(value));';
const FOUND = 'for (const row of rows.map(summaryOf)) found.set(row.service_request_id, row);';
const RESULT = 'return { requests: [...found.values()] };';
const ENTITY = 'if (name) return ENTITIES.get(name) ?? reference;';
const REFUSED = 'return { refused: error.errors.map(errorOf) };';

/** Where a mistake in reading any request shows too. */
const LISTS = { 'list-open': 'reads-records', 'broken-answer': 'reads-records' };

/** Mistakes in what a client makes of answers. */
export const READING_FAULTS: readonly ClientFault[] = [
	fault(
		'reads-services',
		'takes every text for true',
		['services'],
		["text(value)?.toLowerCase() === 'true'", 'text(value) !== null']
	),
	fault(
		'reads-services',
		'loses the last service',
		['services'],
		['return { services };', 'return { services: services.slice(0, -1) };']
	),
	fault(
		'uses-id',
		'takes the token for the id',
		['follow-token', 'follow-slow'],
		['if (id) return id;', 'if (id) return token;']
	),
	fault(
		'reads-status',
		'does not look at the status',
		['follow-token'],
		['status: request.status };', "status: 'closed' };"]
	),
	fault(
		'reads-records',
		'reads coordinates the wrong way round',
		['list-open', 'broken-answer'],
		['lat: number(request.lat)', 'lat: number(request.long)']
	),
	fault(
		'reads-records',
		'reads the time of the update',
		['list-open', 'broken-answer'],
		['requested: text(request.requested_datetime)', 'requested: text(request.updated_datetime)']
	),
	fault(
		'reads-records',
		'stops at ten requests',
		['broken-answer'],
		[RESULT, 'return { requests: [...found.values()].slice(0, 10) };'],
		{ also: { 'list-year': 'complete-list' } }
	),
	fault(
		'complete-list',
		'keeps the last span alone',
		['list-year'],
		['query.start_date =', 'found.clear(); query.start_date =']
	),
	fault(
		'complete-list',
		'lists each request twice',
		['list-year'],
		[
			FOUND,
			'for (const row of rows.map(summaryOf)) found.set({}, row).set(row.service_request_id, row);'
		],
		{ also: { ...LISTS, 'list-odd': 'reads-ids', 'list-one': 'reads-one' } }
	),
	fault(
		'reads-null-place',
		'reads no place as 0, 0',
		['list-odd'],
		[NUMBER, 'const number = (value) => Number(value ?? 0);'],
		{ also: LISTS }
	),
	fault(
		'reads-ids',
		'passes over what has no place',
		['list-odd'],
		[
			FOUND,
			FOUND.replace('rows.map(summaryOf)', 'rows.map(summaryOf).filter(({ lat }) => lat !== null)')
		],
		{ also: { ...LISTS, 'list-year': 'complete-list' } }
	),
	fault(
		'reads-ids',
		'reads ids as numbers',
		['list-odd'],
		[ID, 'service_request_id: Number(request.service_request_id),'],
		{ also: LISTS }
	),
	fault(
		'reads-text',
		'leaves entities as they are',
		['list-odd'],
		[ENTITY, 'if (name) return reference;'],
		{ format: 'xml', also: LISTS }
	),
	fault(
		'reads-text',
		'reads entities twice',
		['list-odd'],
		[
			'description: text(request.description)\n});',
			"description: text(request.description)?.replaceAll('&amp;', '&').replaceAll('&lt;', '<') ?? null\n});"
		]
	),
	fault(
		'reads-text',
		'knows no CDATA',
		['list-odd'],
		[
			'if (cdata ?? plain) parent.content += cdata ?? unescape(plain);',
			"if (cdata ?? plain) parent.content += unescape(plain ?? '');"
		],
		{ format: 'xml' }
	),
	fault(
		'reads-text',
		'reads UTF-8 as Latin-1',
		['list-odd'],
		[
			'body = await response.text();',
			"body = unescapeLatin(await response.text()); function unescapeLatin(read) { return Buffer.from(read).toString('latin1'); }"
		]
	),
	fault(
		'ignores-unknown',
		'stops at a field that it does not know',
		['list-odd'],
		[
			'const summaryOf = (request) => ({',
			"const summaryOf = (request) => 'ward' in request ? JSON.parse('unknown field: ward') : ({"
		]
	),
	fault(
		'reads-empty',
		'reads nothing as one empty request',
		['list-none'],
		[
			RESULT,
			"if (found.size === 0) found.set('', summaryOf({}));\n\t\treturn { requests: [...found.values()] };"
		]
	),
	fault(
		'reads-one',
		'takes a list of one for none',
		['list-one'],
		[FOUND, `if (rows.length !== 1) ${FOUND}`]
	),
	fault('ends-well', 'gives up at once', ['busy'], ['const TRIES = 4', 'const TRIES = 1']),
	fault(
		'ends-well',
		'crashes at an answer that it cannot read',
		['broken-answer'],
		['throw new (ok ? Unanswered : Error)(', 'throw new Refused(']
	),
	fault(
		'ends-in-order',
		'fails when it has finished',
		['services', 'gone'],
		['const result = JSON.stringify(', 'const result = stringify(']
	),
	fault(
		'tells-every-error',
		'tells the first error alone',
		['refused'],
		[REFUSED, 'return { refused: error.errors.map(errorOf).slice(0, 1) };']
	),
	fault(
		'tells-every-error',
		'tells only the status',
		['refused', 'gone', 'needs-key'],
		['description: text(each.description) });', 'description: null });']
	),
	fault(
		'tells-every-error',
		'takes a refusal for nothing',
		['refused', 'needs-key'],
		[REFUSED, 'return { refused: [] };']
	)
];
