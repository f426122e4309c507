import { CARRIED, linksFrom, type LinkName, type MethodLink } from '../georeport/links';
import { methodOf, type MethodName } from '../georeport/methods';
import { valuesOf, type Draft, type Values } from '../georeport/request';
import type { Parsed } from './parse';
import { fieldsNamed } from './refused-fields';

/** A request that can follow an answer. */
export interface NextDraft {
	name: LinkName;
	draft: Draft;
	/** The arguments that the errors of a refusal name; empty for every other link. */
	fields: readonly string[];
}

/** An answer as it was read, in either dialect and format. */
export interface ParsedAnswer {
	/** The HTTP status. */
	status: number;
	parsed: Parsed;
}

/** What the answer itself does not say. */
export interface NextOptions {
	/** The chosen record of a list, counted from 0; null for none. Left out: the one there is. */
	record?: number | null;
	/** The jurisdiction_id to go on with where the request had none; empty for none. */
	jurisdiction?: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The record that links start from; null where none is chosen, or none is there. */
function recordOf(parsed: Parsed, record: number | null | undefined): Row | null {
	if (parsed.kind === 'definition') return { ...parsed.definition };
	const rows: readonly object[] =
		parsed.kind === 'services'
			? parsed.services
			: parsed.kind === 'serviceRequests'
				? parsed.serviceRequests
				: [];
	const at = record === undefined && rows.length === 1 ? 0 : record;
	const row = typeof at === 'number' ? rows[at] : undefined;
	return row ? { ...row } : null;
}

/** A field as text; empty where it has no value, also for false. */
function textOf(row: Row, name: string): string {
	const value = Object.hasOwn(row, name) ? row[name] : null;
	return typeof value === 'string' || typeof value === 'number' || value === true
		? String(value)
		: '';
}

/** The values of a link to a method, in the order of its arguments; null where one is missing. */
function valuesFor(
	{ values, keeps }: MethodLink,
	to: MethodName,
	sent: Draft,
	row: Row,
	jurisdiction: string
): Values | null {
	const filled: Record<string, string | readonly string[]> = keeps ? { ...sent.values } : {};
	const [carried = jurisdiction] = valuesOf(sent.values, CARRIED);
	if (carried !== '') filled[CARRIED] = carried;
	for (const [name, value] of Object.entries(values)) {
		const text =
			'field' in value
				? textOf(row, value.field)
				: 'argument' in value
					? (valuesOf(sent.values, value.argument)[0] ?? '')
					: value.constant;
		if (text === '') return null;
		filled[name] = text;
	}
	const order = methodOf(to).arguments.map(({ name }) => name);
	const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	return Object.fromEntries(Object.entries(filled).sort(([a], [b]) => rank(a) - rank(b)));
}

const sameValues = (a: Values, b: Values) =>
	Object.keys({ ...a, ...b }).every((name) => String(a[name]) === String(b[name]));

/** Whether an answer, and the record chosen of it, is one that a link starts from. */
const isMet = ({ from }: MethodLink, status: number, row: Row) =>
	(from.status === undefined || from.status === status) &&
	(from.with === undefined || textOf(row, from.with) !== '') &&
	(from.without === undefined || textOf(row, from.without) === '');

/**
 * The requests that can follow an answer, by the table of links; the likeliest first. A new report
 * carries neither the reporter's details nor a key; `fields` leads back to the request as it was sent.
 * An answer that cannot be read has none. Never throws.
 */
export function nextDrafts(
	sent: Draft,
	{ status, parsed }: ParsedAnswer,
	{ record, jurisdiction = '' }: NextOptions = {}
): NextDraft[] {
	if (parsed.kind === 'unreadable') return [];
	const isRefusal = parsed.kind === 'errors';
	const fields = isRefusal ? fieldsNamed(parsed.errors, sent.method) : [];
	const chosen = recordOf(parsed, record);
	const row = chosen ?? {};
	const links = isRefusal
		? linksFrom(sent.method, 'refusal')
		: [...linksFrom(sent.method, 'answer'), ...(chosen ? linksFrom(sent.method, 'record') : [])];
	return links.flatMap((link): NextDraft[] => {
		const { name, to, keeps } = link;
		if (!isMet(link, status, row)) return [];
		if (to === 'same') return fields.length > 0 ? [{ name, draft: sent, fields }] : [];
		const values = valuesFor(link, to, sent, row, jurisdiction);
		if (!values || (keeps && sameValues(values, sent.values))) return [];
		return [{ name, draft: { method: to, format: sent.format, values }, fields: [] }];
	});
}
