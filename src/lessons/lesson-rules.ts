// What no schema can say of a lesson file: what hangs together over several of its places.
import { isObject } from './format/shape';
import { itemOf, memberOf } from './format/problems';
import { readPattern } from './pattern';
import { referenceIn } from './reference';

/** A step as written, and its place in the file. */
export interface Placed {
	step: Readonly<Record<string, unknown>>;
	place: string;
}

/** Every text and pattern inside a value, with its place. */
function* textsOf(value: unknown, place: string): Generator<[text: string, place: string]> {
	if (typeof value === 'string') yield [value, place];
	else if (Array.isArray(value)) {
		for (const [at, item] of value.entries()) yield* textsOf(item, itemOf(place, at));
	} else if (isObject(value)) {
		for (const [name, each] of Object.entries(value)) yield* textsOf(each, memberOf(place, name));
	}
}

/** The places of a step in which `$token` stands for what was learnt. */
function* filledTexts({ step, place }: Placed) {
	const { open, check } = step;
	if (isObject(open)) yield* textsOf(open.values, `${place}.open.values`);
	if (!isObject(check)) return;
	yield* textsOf(check.values, `${place}.check.values`);
	yield* textsOf(check.selected, `${place}.check.selected`);
}

/**
 * What is wrong with the steps of a file that has the shape of a lesson, each with its place: titles
 * that are there twice, patterns that are none, and names that no step before has learnt.
 */
export function ruleProblems(steps: readonly Placed[]): string[] {
	const problems: string[] = [];
	const titles = new Map<unknown, string>();
	const learnt = new Set<unknown>();
	for (const placed of steps) {
		const { step, place } = placed;
		const first = titles.get(step.title);
		if (first === undefined) titles.set(step.title, place);
		else problems.push(`${place}.title is that of ${first} too. Give each step its own.`);
		for (const [text, at] of filledTexts(placed)) {
			const name = referenceIn(text);
			if (name === null || learnt.has(name)) continue;
			problems.push(
				`${at} is $${name}, which no step before learns. Give one of them "learn": ["${name}"].`
			);
		}
		for (const [text, at] of textsOf(step.check, `${place}.check`)) {
			const read = at.endsWith('.like') ? readPattern(text) : null;
			if (read && 'problem' in read) problems.push(`${at} ${read.problem}`);
		}
		for (const name of Array.isArray(step.learn) ? step.learn : []) learnt.add(name);
	}
	return problems;
}
