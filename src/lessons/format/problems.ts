// What is wrong with a JSON file, in words and with the place of each.
import { didYouMean } from './did-you-mean';
import { isObject, taggedKeys, type Names, type ObjectShape, type FileShape } from './shape';

/** The place of a member: `values.status`, or `values["attribute[POTLOC]"]`. */
export const memberOf = (place: string, name: string) =>
	name.length <= 60 && /^[\w$-]+$/.test(name)
		? `${place}${place === '' ? '' : '.'}${name}`
		: `${place}[${JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name)}]`;

/** The place of an item of a list, which counts from 0. */
export const itemOf = (place: string, at: number) => `${place}[${at}]`;

/** A place as the subject of a sentence; the file itself has no path. */
const named = (place: string) => (place === '' ? 'The file' : place);

const quote = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** What to write instead of a name that is not known. */
function advice(text: string, { known }: Names): string {
	const meant = didYouMean(text, known);
	if (meant !== null) return `Did you mean ${meant}?`;
	if (known.length === 0) return 'It takes none.';
	return `Use ${known.length === 1 ? '' : 'one of '}${known.join(', ')}.`;
}

const isKnown = (name: string, { known, pattern }: Names) =>
	known.includes(name) || (pattern !== undefined && new RegExp(pattern, 'u').test(name));

function textProblem(value: unknown, shape: FileShape & { kind: 'text' }): string | null {
	if (typeof value !== 'string') return 'must be a text.';
	if (value === '' && !shape.mayBeEmpty) return 'must not be empty.';
	if ([...value].length > shape.atMost) {
		return `must have at most ${shape.atMost} characters; it has ${[...value].length}.`;
	}
	const { pattern } = shape;
	if (pattern && !new RegExp(pattern.source, 'u').test(value)) return `must be ${pattern.words}.`;
	return null;
}

const isScalar = (value: unknown) => value === null || typeof value !== 'object';

function scalarProblem(value: unknown, { atMost }: { atMost: number }): string | null {
	if (!isScalar(value)) return 'must be a text, a number, true, false or null.';
	return typeof value === 'string' && [...value].length > atMost
		? `must have at most ${atMost} characters; it has ${[...value].length}.`
		: null;
}

function wholeProblem(value: unknown, { least, most }: { least: number; most: number }) {
	const fits = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
	return fits ? null : `must be a whole number from ${least} to ${most}.`;
}

function nameProblem(value: unknown, names: Names): string | null {
	if (typeof value !== 'string') return `must be one of ${names.known.join(', ')}.`;
	return isKnown(value, names)
		? null
		: `is ${quote(value)}, which is not ${names.called}. ${advice(value, names)}`;
}

function listProblems(
	value: unknown,
	shape: FileShape & { kind: 'list' },
	place: string
): string[] {
	if (!Array.isArray(value)) return [`${named(place)} must be a list.`];
	if (value.length < shape.least) return [`${named(place)} must have at least ${shape.least}.`];
	if (value.length > shape.most) return [`${named(place)} must have at most ${shape.most}.`];
	return value.flatMap((item, at) => shapeProblems(item, shape.of, itemOf(place, at)));
}

function mapProblems(
	value: unknown,
	{ names, of, most }: FileShape & { kind: 'map' },
	place: string
): string[] {
	if (!isObject(value)) return [`${named(place)} must be an object.`];
	const entries = Object.entries(value);
	if (entries.length > most) return [`${named(place)} must have at most ${most} names.`];
	return entries.flatMap(([name, each]) => {
		const at = memberOf(place, name);
		return isKnown(name, names)
			? shapeProblems(each, of, at)
			: [`${at} is not ${names.called}. ${advice(name, names)}`];
	});
}

/** The shape of a key; what its map may hold can hang on another key of the same object. */
function shapeAt({ keys, narrowed }: ObjectShape, name: string, value: Record<string, unknown>) {
	const shape = keys[name]?.shape;
	const by = narrowed?.of === name ? value[narrowed.by] : undefined;
	const names =
		typeof by === 'string' && Object.hasOwn(narrowed?.names ?? {}, by) && narrowed?.names[by];
	return names && shape?.kind === 'map' ? { ...shape, names } : shape;
}

function objectProblems(value: unknown, shape: ObjectShape, place: string): string[] {
	if (!isObject(value)) return [`${named(place)} must be an object.`];
	const problems: string[] = [];
	const names: Names = { called: `a key of ${shape.called}`, known: Object.keys(shape.keys) };
	for (const name of Object.keys(value)) {
		const at = memberOf(place, name);
		const known = Object.hasOwn(shape.keys, name) ? shapeAt(shape, name, value) : undefined;
		if (known) problems.push(...shapeProblems(value[name], known, at));
		else problems.push(`${at} is not ${names.called}. ${advice(name, names)}`);
	}
	for (const [name, { required }] of Object.entries(shape.keys)) {
		if (required && !Object.hasOwn(value, name))
			problems.push(`${memberOf(place, name)} is missing.`);
	}
	if (shape.oneOf) {
		const [one, other] = shape.oneOf;
		const has = [one, other].filter((name) => Object.hasOwn(value, name)).length;
		if (has === 0) problems.push(`${named(place)} has neither ${one} nor ${other}. Give it one.`);
		if (has === 2) problems.push(`${named(place)} has both ${one} and ${other}. Take one out.`);
	}
	return problems;
}

function taggedProblems(
	value: unknown,
	{ tag, called, of }: FileShape & { kind: 'tagged' },
	place: string
): string[] {
	if (!isObject(value)) return [`${named(place)} must be an object.`];
	const at = memberOf(place, tag);
	if (!Object.hasOwn(value, tag)) return [`${at} is missing.`];
	const name = value[tag];
	const known = Object.keys(of);
	const problem = nameProblem(name, { called, known });
	const shape = typeof name === 'string' && problem === null ? of[name] : undefined;
	if (!shape) return [`${at} ${problem}`];
	const keys = taggedKeys(tag, String(name), shape);
	return objectProblems(value, { ...shape, keys }, place);
}

/**
 * What is wrong with a value, a sentence for each with the place in the file (`steps[3].check`), in
 * the order of the file; empty where it has the shape. Goes no deeper than the shape does.
 */
export function shapeProblems(value: unknown, shape: FileShape, place = ''): string[] {
	const at = (problem: string | null) => (problem === null ? [] : [`${named(place)} ${problem}`]);
	switch (shape.kind) {
		case 'text':
			return at(textProblem(value, shape));
		case 'whole':
			return at(wholeProblem(value, shape));
		case 'name':
			return at(nameProblem(value, shape.names));
		case 'scalar':
			return at(scalarProblem(value, shape));
		case 'list':
			return listProblems(value, shape, place);
		case 'map':
			return mapProblems(value, shape, place);
		case 'object':
			return objectProblems(value, shape, place);
		case 'choice': {
			const meant = shape.of[shape.meant(value)];
			return meant ? shapeProblems(value, meant, place) : [];
		}
		case 'tagged':
			return taggedProblems(value, shape, place);
		default:
			return shape satisfies never;
	}
}
