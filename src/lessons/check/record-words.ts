// Records of an answer in words: what they are, how many came, and what is wrong with some of them.
import type { Parsed } from '../../answer/parse';
import { recordsOf } from '../../answer/records';
import type { ExpectedFields, Row } from '../../cases/expectation';
import { isWanted } from '../../cases/judge';
import { markOf, serviceKindOf } from '../../explorer/service-kinds';
import { fieldAskedFor, isNothing, listed, shortened } from './value-words';

/** What records are called. */
export interface Noun {
	one: string;
	many: string;
}

/** The records of an answer and what to call them. */
export interface Records {
	rows: readonly Row[];
	noun: Noun;
}

const noun = (one: string, many = `${one}s`): Noun => ({ one, many });
const POTHOLE = noun('pothole');

const NOUNS: Readonly<Record<Parsed['kind'], Noun>> = {
	discovery: noun('endpoint'),
	services: noun('service'),
	definition: noun('attribute'),
	serviceRequests: noun('request'),
	errors: noun('error'),
	unreadable: noun('record')
};

/** The records of an answer; potholes and graffiti are called so where all of them are. */
export function namedRecords(parsed: Parsed): Records {
	const rows = recordsOf(parsed);
	if (parsed.kind !== 'serviceRequests') return { rows, noun: NOUNS[parsed.kind] };
	const families = new Set(parsed.serviceRequests.map((each) => serviceKindOf(markOf(each))));
	const only = families.size === 1 ? [...families][0] : undefined;
	if (only === 'pothole') return { rows, noun: POTHOLE };
	if (only === 'graffiti') return { rows, noun: noun('graffiti report') };
	return { rows, noun: NOUNS.serviceRequests };
}

/** A number with what is counted: “1 pothole”, “32 potholes”, “no potholes”. */
export const counted = (count: number, { one, many }: Noun) =>
	`${count === 0 ? 'no' : count.toLocaleString('en-CA')} ${count === 1 ? one : many}`;

/** “32 potholes came”; “No potholes came”. */
export const cameWords = ({ rows, noun }: Records) =>
	`${counted(rows.length, noun).replace(/^n/, 'N')} came`;

/** Whether a field says that something is a pothole. */
const saysPothole = (name: string, wanted: ExpectedFields[string]) =>
	name === 'service_code' &&
	typeof wanted === 'string' &&
	markOf({ service_code: wanted, service_name: null }) === 'pothole';

/** What fields say: of the status, of potholes, and in words of all else; patterns say nothing. */
function saidBy(fields: ExpectedFields) {
	const said = { status: '', isPothole: false, others: [] as string[] };
	for (const [name, wanted] of Object.entries(fields)) {
		const words = fieldAskedFor(name, wanted);
		if (name === 'status' && typeof wanted === 'string') said.status = wanted;
		else if (saysPothole(name, wanted)) said.isPothole = true;
		else if (words !== null) said.others.push(words);
	}
	return said;
}

const withArticle = (words: string) => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

/** What fields ask for: “open potholes”, “an open one”, “code A and order 1”; empty for patterns. */
export function askedWords(fields: ExpectedFields, isOne: boolean): string {
	const { status, isPothole, others } = saidBy(fields);
	if (status === '' && !isPothole) return listed(others);
	const things = isPothole ? POTHOLE : noun('one');
	const words = [status, isOne ? things.one : things.many].filter(Boolean).join(' ');
	const rest = others.length > 0 ? ` with ${listed(others)}` : '';
	return `${isOne ? withArticle(words) : words}${rest}`;
}

/** “is open”, “has a and b”, or both: a verb with each of two lists, either of which may be empty. */
function predicate(are: readonly string[], has: readonly string[], isOne: boolean): string {
	return listed([
		...(are.length > 0 ? [`${isOne ? 'is' : 'are'} ${listed(are)}`] : []),
		...(has.length > 0 ? [`${isOne ? 'has' : 'have'} ${listed(has)}`] : [])
	]);
}

/** What holds of records that have these fields: “is an open pothole”, “are closed and have code A”. */
export function haveWords(fields: ExpectedFields, isOne: boolean): string {
	const { status, isPothole, others } = saidBy(fields);
	const thing = isPothole ? (isOne ? POTHOLE.one : POTHOLE.many) : '';
	const what = [status, thing].filter(Boolean).join(' ');
	const are = what === '' ? [] : [isPothole && isOne ? withArticle(what) : what];
	return predicate(are, others, isOne) || `${isOne ? 'is' : 'are'} as the step asks`;
}

/** What is otherwise with records that all lack one wanted field: “closed”, or “no token”. */
function lackOf(
	name: string,
	wanted: ExpectedFields[string],
	rows: readonly Row[],
	isOne: boolean
) {
	if (saysPothole(name, wanted)) return { is: isOne ? 'not a pothole' : 'not potholes' };
	const values = new Set(rows.map((row) => row[name]));
	const [value] = values;
	if (values.size > 1) return { has: `another ${name}` };
	if (isNothing(value)) return { has: `no ${name}` };
	const said = shortened(String(value));
	return name === 'status' ? { is: said } : { has: `${name} ${said}` };
}

/**
 * What keeps records from having all of these fields, and the fields it is about: “22 are closed”.
 * One record by itself is “it”, all of several are “all”.
 */
export function lacksOf(
	fields: ExpectedFields,
	rows: readonly Row[]
): { words: string[]; lacking: ExpectedFields } {
	const lacking: Record<string, ExpectedFields[string]> = {};
	const byNumber = new Map<number, { are: string[]; has: string[] }>();
	for (const [name, wanted] of Object.entries(fields)) {
		const failing = rows.filter((row) => !isWanted(row[name], wanted));
		if (failing.length === 0) continue;
		lacking[name] = wanted;
		const { is, has } = lackOf(name, wanted, failing, failing.length === 1);
		const lists = byNumber.get(failing.length) ?? { are: [], has: [] };
		if (is !== undefined) lists.are.push(is);
		if (has !== undefined) lists.has.push(has);
		byNumber.set(failing.length, lists);
	}
	const whoOf = (number: number) => {
		if (rows.length === 1) return 'it';
		return number === rows.length ? 'all' : number.toLocaleString('en-CA');
	};
	const words = [...byNumber].map(
		([number, { are, has }]) => `${whoOf(number)} ${predicate(are, has, number === 1)}`
	);
	return { words, lacking };
}
