// A lesson as its author writes it, in one JSON file; `public/lessons.json` is one.
import type { Claim, Expectation, Wanted } from '../cases/expectation';
import { METHODS, type MethodName } from '../georeport/methods';
import type { Draft } from '../georeport/request';
import type { Format } from '../georeport/types';

/** What must hold of an exchange for a step to be done. `$token` stands for what an answer gave. */
export interface Check {
	/** The method that must have been asked; any if absent. */
	method?: MethodName;
	format?: Format;
	/** What arguments must have been sent. */
	values?: Readonly<Record<string, Wanted>>;
	expect: Expectation;
	/** The id of the service request that must be chosen; none if absent. */
	selected?: string;
}

/** One step: what to reach, help on the way, a request to start from, and the check. */
export interface LessonStep {
	title: string;
	goal: string;
	hint: string;
	/** The request that does it, for those who want to see it; absent for none. */
	open?: Draft;
	check: Check;
}

/** Steps in their order. */
export interface Lesson {
	title: string;
	steps: readonly LessonStep[];
}

/** What is wrong with a file, and where in it. */
class Wrong extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function object(value: unknown, where: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Wrong(`${where} must be an object.`);
	}
	return value as Fields;
}

function text(value: unknown, where: string): string {
	if (typeof value !== 'string' || value === '') throw new Wrong(`${where} must be a text.`);
	return value;
}

function list(value: unknown, where: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new Wrong(`${where} must be a list.`);
	return value;
}

function count(value: unknown, where: string): number {
	if (!Number.isInteger(value)) throw new Wrong(`${where} must be a whole number.`);
	return value as number;
}

function oneOf<Name extends string>(value: unknown, names: readonly Name[], where: string): Name {
	const name = names.find((each) => each === value);
	if (name === undefined) throw new Wrong(`${where} must be one of ${names.join(', ')}.`);
	return name;
}

const METHOD_NAMES = METHODS.map(({ name }) => name);
const FORMATS: readonly Format[] = ['xml', 'json'];
const KINDS = [
	'discovery',
	'services',
	'definition',
	'serviceRequests',
	'errors',
	'unreadable'
] as const;

function wanted(value: unknown, where: string): Wanted {
	if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
		return value as string | number | boolean | null;
	}
	const { contains, like } = object(value, where);
	if (contains !== undefined) return { contains: text(contains, `${where}.contains`) };
	const pattern = text(like, `${where}.like`);
	try {
		return { like: new RegExp(pattern, 'u') };
	} catch {
		throw new Wrong(`${where}.like is no regular expression.`);
	}
}

const wantedFields = (value: unknown, where: string) =>
	Object.fromEntries(
		Object.entries(object(value, where)).map(([name, each]) => [
			name,
			wanted(each, `${where}.${name}`)
		])
	);

function claim(value: unknown, where: string): Claim {
	const fields = object(value, where);
	const of = (name: string) => [fields[name], `${where}.${name}`] as const;
	switch (fields.claim) {
		case 'kind':
			return { claim: 'kind', kind: oneOf(fields.kind, KINDS, `${where}.kind`) };
		case 'count':
			return { claim: 'count', is: count(...of('is')) };
		case 'atLeast':
			return { claim: 'atLeast', count: count(...of('count')) };
		case 'some':
		case 'none':
		case 'every':
			return { claim: fields.claim, fields: wantedFields(...of('fields')) };
		case 'descending':
			return { claim: 'descending', field: text(...of('field')) };
		case 'list':
			return {
				claim: 'list',
				field: text(...of('field')),
				values: list(...of('values')).map((each) => wanted(each, `${where}.values`))
			};
		case 'text':
			return {
				claim: 'text',
				format: oneOf(fields.format, FORMATS, `${where}.format`),
				contains: text(...of('contains'))
			};
		default:
			throw new Wrong(
				`${where}.claim must be one of kind, count, atLeast, some, none, every, descending, list, text.`
			);
	}
}

function texts(value: unknown, where: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(object(value, where)).map(([name, each]) => [
			name,
			text(each, `${where}.${name}`)
		])
	);
}

function draft(value: unknown, where: string): Draft {
	const { method, format = 'xml', values = {}, headers } = object(value, where);
	return {
		method: oneOf(method, METHOD_NAMES, `${where}.method`),
		format: oneOf(format, FORMATS, `${where}.format`),
		values: texts(values, `${where}.values`),
		...(headers === undefined ? {} : { headers: texts(headers, `${where}.headers`) })
	};
}

function check(value: unknown, where: string): Check {
	const { method, format, values, expect, selected } = object(value, where);
	const { status, claims = [] } = object(expect, `${where}.expect`);
	return {
		...(method === undefined ? {} : { method: oneOf(method, METHOD_NAMES, `${where}.method`) }),
		...(format === undefined ? {} : { format: oneOf(format, FORMATS, `${where}.format`) }),
		...(values === undefined ? {} : { values: wantedFields(values, `${where}.values`) }),
		...(selected === undefined ? {} : { selected: text(selected, `${where}.selected`) }),
		expect: {
			status: count(status, `${where}.expect.status`),
			claims: list(claims, `${where}.expect.claims`).map((each, at) =>
				claim(each, `${where}.expect.claims[${at}]`)
			)
		}
	};
}

function step(value: unknown, where: string): LessonStep {
	const { title, goal, hint, open, check: checked } = object(value, where);
	return {
		title: text(title, `${where}.title`),
		goal: text(goal, `${where}.goal`),
		hint: text(hint, `${where}.hint`),
		...(open === undefined ? {} : { open: draft(open, `${where}.open`) }),
		check: check(checked, `${where}.check`)
	};
}

/** Reads a lesson file; what is wrong with it is said with the place, for its author. */
export function readLesson(source: string): { lesson: Lesson } | { problem: string } {
	try {
		const { title, steps } = object(JSON.parse(source), 'The file');
		const read = list(steps, 'steps').map((each, at) => step(each, `steps[${at}]`));
		if (read.length === 0) throw new Wrong('steps must have at least one.');
		return { lesson: { title: text(title, 'title'), steps: read } };
	} catch (error) {
		if (error instanceof Wrong) return { problem: error.message };
		const why = error instanceof Error ? error.message : String(error);
		return { problem: `The file is no JSON: ${why}` };
	}
}
