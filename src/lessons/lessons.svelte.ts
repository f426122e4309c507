import type { Explorer } from '../explorer/explorer.svelte';
import { interpolateValues, type Captured } from '../cases/interpolate';
import type { Verdict } from '../cases/judge';
import type { Draft } from '../georeport/request';
import { recall, remember } from '../ui/local-storage';
import { capture, checked } from './check-step';
import { readLesson, type Lesson, type LessonStep } from './lesson';
import { lessonUrl, OWN_LESSON } from './source';

/** How far somebody has come on this device. */
interface Progress {
	at: number;
	/** The titles of the steps that are done. */
	done: readonly string[];
	known: Captured;
}

const isProgress = (value: unknown): value is Progress =>
	typeof value === 'object' &&
	value !== null &&
	'at' in value &&
	Number.isInteger(value.at) &&
	'done' in value &&
	Array.isArray(value.done) &&
	'known' in value &&
	typeof value.known === 'object';

const NO_PROGRESS: Progress = { at: 0, done: [], known: {} };

/** A lesson under way: its steps, where one is, and what is done. */
export class LessonRun {
	readonly #explorer: Explorer;
	/** Where the lesson was read from, relative to the page. */
	source = $state(OWN_LESSON);
	lesson: Lesson | null = $state.raw(null);
	/** Why there is no lesson; empty while there is one, or none was asked for. */
	problem = $state('');
	progress: Progress = $state.raw(NO_PROGRESS);

	/** When this step was begun: an answer from before does not count. */
	#since = $state(0);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	// Not derived: a derivation ends with the component that was there first, the lesson does not.

	get step(): LessonStep | null {
		return this.lesson?.steps[this.progress.at] ?? null;
	}

	/** What holds of the exchange shown, for this step; empty where nothing has been sent. */
	get verdicts(): Verdict[] {
		const { view } = this.#explorer;
		if (!this.step || !view || view.exchange.startedAt < this.#since) return [];
		const id = view.selected?.serviceRequest.service_request_id ?? null;
		return checked(this.step.check, view.exchange, id, this.progress.known);
	}

	get isDone(): boolean {
		return this.step !== null && this.progress.done.includes(this.step.title);
	}

	/** Loads a lesson of this site; another site is asked nothing. */
	load = async (source: string) => {
		this.source = source;
		this.problem = '';
		const url = lessonUrl(source);
		if (!url) {
			this.problem = `${source} is not on this site. Put the file beside the page and give its name.`;
			return;
		}
		try {
			const response = await fetch(url);
			if (!response.ok) throw new Error(`it gives ${response.status}`);
			const read = readLesson(await response.text());
			if ('problem' in read) {
				this.problem = `${source} is no lesson yet: ${read.problem}`;
				return;
			}
			const progress = recall(this.#name, isProgress, NO_PROGRESS);
			this.progress = progress.at < read.lesson.steps.length ? progress : NO_PROGRESS;
			this.lesson = read.lesson;
			this.#since = Date.now();
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			this.problem = `${source} could not be read: ${why}.`;
		}
	};

	get #name() {
		return `lesson ${this.source}`;
	}

	#keep(progress: Progress) {
		this.progress = progress;
		remember(this.#name, progress);
	}

	/** Looks at the exchange shown; a step whose check holds is done, and what it gave is known. */
	look = () => {
		const { view } = this.#explorer;
		const { step, verdicts, progress } = this;
		if (!step || !view || this.isDone || verdicts.length === 0) return;
		if (!verdicts.every(({ passed }) => passed)) return;
		this.#keep({
			...progress,
			done: [...progress.done, step.title],
			known: capture(view.exchange, progress.known)
		});
	};

	/** Goes to another step; nothing happens beyond the first and last. */
	go = (to: number) => {
		if (!this.lesson?.steps[to]) return;
		this.#since = Date.now();
		this.#keep({ ...this.progress, at: to });
	};

	/** Puts the request of the step into the builder; nothing is sent. */
	fillIn = () => {
		const open = this.step?.open;
		if (open) this.#explorer.openDraft(this.request(open));
	};

	/** A request of the lesson with what is known by now. */
	request = (draft: Draft): Draft => ({
		...draft,
		values: interpolateValues(draft.values, this.progress.known)
	});

	/** Begins anew. */
	restart = () => this.#keep(NO_PROGRESS);
}

const runs = new WeakMap<Explorer, LessonRun>();

/** The lesson under way in a page; there is one. */
export function lessonRunOf(explorer: Explorer): LessonRun {
	const run = runs.get(explorer) ?? new LessonRun(explorer);
	runs.set(explorer, run);
	return run;
}
