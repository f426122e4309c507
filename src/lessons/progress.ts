// How far somebody has come in a lesson, as it is kept on this device.
import { recall, remember } from '../ui/local-storage';
import type { Known } from './reference';

/** How far somebody has come. */
export interface LessonProgress {
	/** The step one is at, counted from 0; the closing page comes after the last. */
	at: number;
	/** The titles of the steps that are done. */
	done: readonly string[];
	known: Known;
}

/** Where everybody begins. */
export const NO_PROGRESS: LessonProgress = { at: 0, done: [], known: {} };

/** The form of what is kept. Whoever changes LessonProgress gives it the next number. */
const FORM = 2;

const isTexts = (values: readonly unknown[]) => values.every((each) => typeof each === 'string');

const isKept = (value: unknown): value is LessonProgress & { form: typeof FORM } =>
	typeof value === 'object' &&
	value !== null &&
	'form' in value &&
	value.form === FORM &&
	'at' in value &&
	Number.isInteger(value.at) &&
	'done' in value &&
	Array.isArray(value.done) &&
	isTexts(value.done) &&
	'known' in value &&
	typeof value.known === 'object' &&
	value.known !== null &&
	isTexts(Object.values(value.known));

const nameOf = (source: string) => `lesson ${source}`;

/** How far somebody has come in the lesson of a file; `last` is the last place it has. */
export function recallProgress(source: string, last: number): LessonProgress {
	const { at, done, known } = recall(nameOf(source), isKept, { form: FORM, ...NO_PROGRESS });
	return { at: at >= 0 && at <= last ? at : 0, done, known };
}

/** Keeps how far somebody has come in the lesson of a file. */
export function rememberProgress(source: string, progress: LessonProgress) {
	remember(nameOf(source), { form: FORM, ...progress });
}
