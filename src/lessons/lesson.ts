// A lesson as the page plays it; `read-lesson` makes it of a file.
import type { Claim, Expectation, ValuePattern, Wanted } from '../cases/expectation';
import type { DialectName } from '../georeport/dialect';
import type { MethodName } from '../georeport/methods';
import type { Draft } from '../georeport/request';
import type { Format } from '../georeport/types';

/** A value that is wanted. `words` says for people what a pattern stands for: "an id of 12 digits". */
export type StepValue =
	| Exclude<Wanted, object>
	| { contains: string; words?: string }
	| { like: ValuePattern; words?: string };

/** What an earlier answer can give to later steps, by its wire name. */
export type LearntName = 'token' | 'service_request_id';

/** What the answer must be: as a test case has it, and its headers besides. */
export interface StepExpectation extends Expectation {
	claims: readonly Claim[];
	headers: Readonly<Record<string, StepValue>>;
}

/** What must hold of an exchange for a step to be done. `$token` stands for what an answer gave. */
export interface StepCheck {
	/** The method that must have been sent; any if absent. */
	method?: MethodName;
	/** The format that must have been asked for; any if absent. */
	format?: Format;
	/** What arguments must have been sent; null for one that must be left out. */
	values: Readonly<Record<string, StepValue>>;
	expect: StepExpectation;
	/** The id of the service request that must be chosen in the page; none if absent. */
	selected?: string;
}

/** One step: what to reach, help on the way, a request to start from, and the check. */
export interface LessonStep {
	/** Unique in the lesson: what is done is remembered by it. */
	title: string;
	goal: string;
	hint: string;
	/** What to look at in the answer: a sentence or two; absent for nothing in particular. */
	look?: string;
	/** The fields of the answer to light up. */
	lines: readonly string[];
	/** A program to show with the step; absent for none. */
	code?: string;
	/** The dialect of the mock-up it is written for; null for any endpoint. */
	dialect: DialectName | null;
	/** The request that does it, for those who want to see it; absent for none. */
	open?: Draft;
	/** What later steps take from the answer that meets the check. */
	learn: readonly LearntName[];
	check: StepCheck;
}

/** Some steps under a heading of their own. */
export interface LessonPart {
	/** Empty for the only part of a lesson without parts. */
	title: string;
	/** How long it takes in a workshop; null where the author does not say. */
	minutes: number | null;
	steps: readonly LessonStep[];
}

/** What is shown after the last step. */
export interface Closing {
	title: string;
	/** What was learnt, a sentence each. */
	learnt: readonly string[];
	/** Where to go on; `link` is a file of the site, a part of the page or an https URL. */
	next: readonly { words: string; link?: string }[];
}

/** Parts in their order, of steps in theirs. */
export interface Lesson {
	title: string;
	parts: readonly LessonPart[];
	/** The steps of all parts. */
	steps: readonly LessonStep[];
	/** Null for a lesson that just ends. */
	closing: Closing | null;
}
