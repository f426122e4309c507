import { answerFieldsOf } from '../openapi/answer-fields';
import { METHODS, type ApiMethod, type MethodName } from '../georeport/methods';

/** A part of the reference that the list of contents leads to. */
export interface Part {
	/** What it is addressed by: `requests.answer`. */
	name: string;
	words: string;
	/** The method it is about; null for none. */
	method: MethodName | null;
	/** Whether it is a part of another one. */
	isInner: boolean;
}

const part = (name: string, words: string, method: MethodName | null = null): Part => ({
	name,
	words,
	method,
	isInner: false
});
const inner = (name: string, words: string, method: MethodName | null = null): Part => ({
	...part(name, words, method),
	isInner: true
});

function methodParts({ name, title }: ApiMethod): Part[] {
	const { length } = answerFieldsOf(name).fields;
	return [
		part(name, title, name),
		inner(`${name}.arguments`, 'Arguments', name),
		inner(`${name}.answer`, `Answer: ${length} fields`, name),
		inner(`${name}.errors`, 'Errors', name),
		inner(`${name}.deviations`, 'How Toronto differs', name)
	];
}

/** The parts of the reference, in its order. */
export const PARTS: readonly Part[] = [
	part('every-call', 'Every call'),
	inner('values', 'Values'),
	inner('errors', 'Errors'),
	...METHODS.flatMap(methodParts),
	part('rules', 'What is checked')
];

/** How far below the top of the window a heading counts as passed, in CSS pixels. */
export const LINE = 96;

/**
 * The place of the heading last passed, among those of a text in its order, each with its distance
 * from the top of the window in CSS pixels; the first where none is passed yet.
 */
export function lastPassed(tops: readonly number[], line = LINE): number {
	return Math.max(
		0,
		tops.findLastIndex((top) => top <= line)
	);
}
