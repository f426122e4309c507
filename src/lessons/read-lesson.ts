// From the text of a lesson file to the lesson, or to what is wrong with it.
import { readJsonTree } from '../document/json-tree';
import { lineAndColumn } from '../document/tree';
import type { Claim, ValuePattern, Wanted } from '../cases/expectation';
import type { Draft } from '../georeport/request';
import { LESSON_SHAPE } from './format/lesson-shape';
import { itemOf, shapeProblems } from './format/problems';
import { isObject } from './format/shape';
import { readPattern } from './pattern';
import { ruleProblems, type Placed } from './lesson-rules';
import type { StepCheck, Closing, Lesson, LessonPart, LessonStep, StepValue } from './lesson';

/** The longest file that is read, in characters. */
const LONGEST = 1_000_000;

// The types of a file that has its shape: what differs from the lesson made of it.

type FileValue = Exclude<StepValue, { like: unknown }> | { like: string; words?: string };
type FileValues = Readonly<Record<string, FileValue>>;
type FileClaim =
	| Exclude<Claim, { fields: unknown } | { values: unknown }>
	| { claim: 'some' | 'none' | 'every'; fields: FileValues }
	| { claim: 'list'; field: string; values: readonly FileValue[] };

interface FileCheck extends Pick<StepCheck, 'method' | 'format' | 'selected'> {
	values?: FileValues;
	expect: { status: number; headers?: FileValues; claims?: readonly FileClaim[] };
}

interface FileStep
	extends
		Pick<LessonStep, 'title' | 'goal' | 'hint' | 'look'>,
		Partial<Pick<LessonStep, 'lines' | 'learn' | 'dialect'>> {
	code?: readonly string[];
	open?: Pick<Draft, 'method' | 'headers'> & Partial<Draft>;
	check: FileCheck;
}

interface FilePart {
	title: string;
	minutes?: number;
	steps: readonly FileStep[];
}

interface LessonFile {
	title: string;
	dialect?: LessonStep['dialect'];
	steps?: readonly FileStep[];
	parts?: readonly FilePart[];
	closing?: Omit<Closing, 'next'> & Partial<Closing>;
}

/** The pattern of a file whose patterns were found to be good. */
function patternOf(source: string): ValuePattern {
	const read = readPattern(source);
	return 'pattern' in read ? read.pattern : /(?!)/;
}

const valueOf = (value: FileValue): StepValue =>
	typeof value === 'object' && value !== null && 'like' in value
		? { ...value, like: patternOf(value.like) }
		: value;

const valuesOf = (values: FileValues): Readonly<Record<string, StepValue & Wanted>> =>
	Object.fromEntries(Object.entries(values).map(([name, each]) => [name, valueOf(each)]));

function claimOf(claim: FileClaim): Claim {
	if ('fields' in claim) return { ...claim, fields: valuesOf(claim.fields) };
	if ('values' in claim) return { ...claim, values: claim.values.map(valueOf) };
	return claim;
}

const checkOf = ({ values = {}, expect, ...others }: FileCheck): StepCheck => ({
	...others,
	values: valuesOf(values),
	expect: {
		status: expect.status,
		headers: valuesOf(expect.headers ?? {}),
		claims: (expect.claims ?? []).map(claimOf)
	}
});

function stepOf(step: FileStep, dialect: LessonStep['dialect']): LessonStep {
	const { lines = [], learn = [], code, open, check, ...words } = step;
	return {
		...words,
		lines,
		learn,
		dialect: step.dialect ?? dialect,
		...(code ? { code: code.join('\n') } : {}),
		...(open ? { open: { format: 'xml', values: {}, ...open } } : {}),
		check: checkOf(check)
	};
}

function lessonOf({ title, dialect = null, steps = [], parts, closing }: LessonFile): Lesson {
	const made = (parts ?? [{ title: '', steps }]).map((part): LessonPart => ({
		title: part.title,
		minutes: part.minutes ?? null,
		steps: part.steps.map((step) => stepOf(step, dialect))
	}));
	return {
		title,
		parts: made,
		steps: made.flatMap((part) => part.steps),
		closing: closing ? { next: [], ...closing } : null
	};
}

/** The steps of a file with their places, as far as it has any. */
function placedSteps(file: Readonly<Record<string, unknown>>): Placed[] {
	const inList = (list: unknown, place: string): Placed[] =>
		(Array.isArray(list) ? list : []).map((step, at) => ({ step, place: itemOf(place, at) }));
	const inParts = (Array.isArray(file.parts) ? file.parts : []).flatMap((part, at) =>
		inList(part.steps, `${itemOf('parts', at)}.steps`)
	);
	return [...inList(file.steps, 'steps'), ...inParts];
}

/**
 * Reads a lesson file. What is wrong with it comes as sentences for its author, in the order of the
 * file, each with its place: `steps[3].check.values.servce_code`. Never throws.
 */
export function readLesson(source: string): { lesson: Lesson } | { problems: string[] } {
	if (source.length > LONGEST) {
		return { problems: [`The file has more than ${LONGEST.toLocaleString('en-CA')} characters.`] };
	}
	const { malformed } = readJsonTree(source);
	if (malformed) {
		const { line, column } = lineAndColumn(source, malformed.at);
		return {
			problems: [`The file is not JSON: line ${line}, column ${column}. ${malformed.message}`]
		};
	}
	const file: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
	const problems = shapeProblems(file, LESSON_SHAPE);
	if (problems.length > 0 || !isObject(file)) return { problems };
	const broken = ruleProblems(placedSteps(file));
	return broken.length > 0
		? { problems: broken }
		: { lesson: lessonOf(file as unknown as LessonFile) };
}
