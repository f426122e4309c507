// What clients may do in another way than the example client: none of it is a mistake.
import type { SceneId } from '../../../mocks/check/scene';
import type { ClientFault } from './fault';

/** One other way, and the scenes in which it makes a difference. */
export interface ClientVariant {
	does: string;
	change: ClientFault['change'];
	scenes: readonly SceneId[];
}

const REPORTS: readonly SceneId[] = [
	'report-simple',
	'report-questions',
	'report-address',
	'report-private',
	'follow-slow',
	'lost-answer',
	'refused'
];
const LISTS: readonly SceneId[] = ['list-open', 'list-year', 'list-odd', 'list-none', 'list-one'];

const BODY = "const request = { method: form ? 'POST' : 'GET', headers, body: form };";
const FORM = 'const form = new URLSearchParams({ service_code, ...fields });';
const SEND = "return (await send('service_requests', urlOf('requests'), form))[0];";
const START = 'query.start_date = new Date(start).toISOString();';
const END = 'query.end_date = new Date(Math.min(start + LONGEST_SPAN, last)).toISOString();';
const RESULT = 'return { requests: [...found.values()] };';

const variant = (
	does: string,
	scenes: readonly SceneId[],
	change: ClientFault['change']
): ClientVariant => ({ does, scenes, change });

const results = (change: string) => `return { requests: [...found.values()]${change} };`;

/** Other ways that are right too. */
export const VARIANTS: readonly ClientVariant[] = [
	variant('sends a form with parts', REPORTS, [
		BODY,
		`${BODY} if (form) { request.body = new FormData(); for (const [name, value] of form) request.body.append(name, value); }`
	]),
	variant('sends %20 for a blank', REPORTS, [
		BODY,
		`${BODY} if (form) { headers['Content-Type'] = 'application/x-www-form-urlencoded'; request.body = form.toString().replaceAll('+', '%20'); }`
	]),
	variant(
		'sends line breaks as forms of browsers do',
		['report-simple'],
		[FORM, `${FORM} form.set('description', fields.description.replaceAll('\\n', '\\r\\n'));`]
	),
	variant('sends five decimals', REPORTS, [
		FORM,
		`${FORM} for (const name of ['lat', 'long']) if (name in fields) form.set(name, fields[name].toFixed(5));`
	]),
	variant('sends empty arguments', REPORTS, [
		FORM,
		`${FORM} form.set('phone', ''); form.set('device_id', ''); form.set('api_key', '');`
	]),
	variant('names the jurisdiction in the URL of a report', REPORTS, [
		SEND,
		"const to = urlOf('requests'); to.searchParams.set('jurisdiction_id', form.get('jurisdiction_id')); form.delete('jurisdiction_id'); return (await send('service_requests', to, form))[0];"
	]),
	variant(
		'repeats attribute[CODE]',
		['report-questions'],
		[
			"datatype === 'multivaluelist' ? `attribute[${text(code)}][]`",
			"datatype === 'multivaluelist' ? `attribute[${text(code)}]`"
		]
	),
	variant(
		'numbers several values',
		['report-questions'],
		[
			'form.append(name, value',
			"form.append(name.replace('[]', `[${given.indexOf(answer)}]`), value"
		]
	),
	variant('asks for whole seconds with an offset', LISTS, [
		START,
		"query.start_date = new Date(start).toISOString().replace('.000Z', '+0000');"
	]),
	variant(
		'asks for a second less',
		['list-year'],
		[END, 'query.end_date = new Date(Math.min(start + LONGEST_SPAN - 1000, last)).toISOString();']
	),
	variant(
		'asks for spans that overlap',
		['list-year'],
		['start += LONGEST_SPAN) {', 'start += LONGEST_SPAN - 86_400_000) {']
	),
	variant('asks for thirty days at a time', LISTS, [
		'const LONGEST_SPAN = 90',
		'const LONGEST_SPAN = 30'
	]),
	variant(
		'doubles a slash',
		['services', 'report-simple', 'gone', 'list-open'],
		["if (!endpoint.endsWith('/')) endpoint += '/';", "endpoint = endpoint.replace(/\\/*$/, '//');"]
	),
	variant(
		'finds the request of a token by a list of ids',
		['follow-token'],
		[
			"await get('service_requests', urlOf('requests', service_request_id))",
			"await get('service_requests', urlOf('requests'), { service_request_id })"
		]
	),
	variant(
		'needs no discovery',
		['services', 'report-simple', 'list-open', 'gone'],
		[
			'env.OPEN311_DISCOVERY ? await discover(env.OPEN311_DISCOVERY) : env.OPEN311_ENDPOINT',
			'env.OPEN311_ENDPOINT'
		]
	),
	variant('turns the list round', LISTS, [RESULT, results('.reverse()')]),
	variant('writes coordinates as text', LISTS, [
		RESULT,
		results('.map((row) => ({ ...row, lat: row.lat?.toFixed(9), long: row.long?.toFixed(9) }))')
	]),
	variant('leaves out what is not there', LISTS, [
		RESULT,
		results(
			'.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))'
		)
	]),
	variant('writes empty texts for what is not there', LISTS, [
		RESULT,
		results(
			".map((row) => ({ ...row, lat: row.lat ?? '', long: row.long ?? '', description: row.description ?? '' }))"
		)
	]),
	variant('writes times in UTC, and more than is asked', LISTS, [
		RESULT,
		results('.map((row) => ({ ...row, requested: new Date(row.requested), seen: true }))')
	]),
	variant(
		'gives up when the answer to a report is lost',
		['lost-answer'],
		[
			'const query = { service_code:',
			"throw new Error('The answer was lost.', { cause: error }); const query = { service_code:"
		]
	),
	variant(
		'sends nothing again, and says so',
		['busy', 'broken-answer', 'silence'],
		['const TRIES = 4', 'const TRIES = 1']
	),
	variant(
		'exits with 0 and writes nothing',
		['services', 'report-simple', 'list-open', 'gone'],
		[
			'if (env.OPEN311_RESULT) await writeFile(env.OPEN311_RESULT, result);',
			'if (env.OPEN311_RESULT) void result;'
		]
	)
];
