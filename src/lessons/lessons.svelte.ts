import type { Endpoint } from '../explorer/endpoint';
import type { Explorer } from '../explorer/explorer.svelte';
import type { Draft } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import { announce } from '../ui/announcer.svelte';
import { checkStep, DIALECT_WORDS, learnt, type StepResult } from './check/check-step';
import { loadLesson } from './load-lesson';
import type { Closing, Lesson, LessonPart, LessonStep } from './lesson';
import { NO_PROGRESS, recallProgress, rememberProgress, type LessonProgress } from './progress';
import { filled, type Known } from './reference';
import { linkedLesson, OWN_LESSON } from './source';

/** What is said of a step that was done by an exchange before. */
const DONE: StepResult = { words: 'Done.', done: true, offender: null };

/** What is said while the request on the page is not the one that was sent. */
const CHANGED: StepResult = {
	words: 'Send the changed request to have it checked.',
	done: false,
	offender: null
};

/** A lesson in progress: its steps, the current one, and those that are done. */
export class LessonRun {
	readonly #explorer: Explorer;
	/** Where the lesson was read from, relative to the page. */
	source = $state(OWN_LESSON);
	lesson: Lesson | null = $state.raw(null);
	/** Why there is no lesson, or what went wrong with it; empty while all is well. */
	problem = $state('');
	progress: LessonProgress = $state.raw(NO_PROGRESS);

	/** When the lesson was begun here: an answer from before teaches nothing. */
	#begun = 0;
	/** When this step was begun: an answer from before does not count. */
	#since = $state(0);
	/** The exchange shown when one turned to this step; it may have begun in the same millisecond. */
	#before: Exchange | null = $state.raw(null);
	/** The number of the last load, so that the latest wins. */
	#load = 0;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	// Not derived: a derivation ends with the component that was there first, the lesson does not.

	/** Where one is, from 0: at the step that the page's state names, else where one was last. */
	get at(): number {
		const { lesson } = this.#explorer.settings;
		return lesson ? Math.min(lesson - 1, this.#last) : this.progress.at;
	}

	/** The step one is at; null on the closing page and without a lesson. */
	get step(): LessonStep | null {
		return this.lesson?.steps[this.at] ?? null;
	}

	/** The part one is in; null as above. */
	get part(): LessonPart | null {
		const { step } = this;
		return this.lesson?.parts.find(({ steps }) => step !== null && steps.includes(step)) ?? null;
	}

	/** The closing page, once one has come to it. */
	get closing(): Closing | null {
		const { lesson, at } = this;
		return lesson && at === lesson.steps.length ? lesson.closing : null;
	}

	/** Whether there is a step, or the closing page, after this one. */
	get hasNext(): boolean {
		return this.at < this.#last;
	}

	/** Why it is too early for the next step; empty if it is not. It can be skipped to all the same. */
	get blocked(): string {
		if (!this.step || this.isDone) return this.hasNext ? '' : 'The lesson ends here.';
		return `Step ${this.at + 1} is not done.`;
	}

	/** What one is at, as it is read out: “Step 2 of 23: List the services. Get the list …” */
	get heading(): string {
		const { lesson, step, closing } = this;
		if (!lesson) return '';
		return step
			? `Step ${this.at + 1} of ${lesson.steps.length}: ${step.title}. ${step.goal}`
			: (closing?.title ?? '');
	}

	get isDone(): boolean {
		return this.step !== null && this.progress.done.includes(this.step.title);
	}

	/** How many steps of the lesson are done. */
	get doneCount(): number {
		return this.lesson?.steps.filter(({ title }) => this.progress.done.includes(title)).length ?? 0;
	}

	/** How the exchange shown stands to this step; null where nothing has been sent for it. */
	get result(): StepResult | null {
		const exchange = this.#explorer.view?.exchange;
		if (!this.step || !exchange || exchange === this.#before) return null;
		if (exchange.startedAt < this.#since) return null;
		return this.#check(this.step, this.progress.known);
	}

	/**
	 * What is to be said of the step: its result, that it is done, or that a changed request has to be
	 * sent first; null before anything was sent for it.
	 */
	get verdict(): StepResult | null {
		const { result, isDone } = this;
		// What is done stays done when the next exchange does something else.
		if (isDone) return result?.done ? result : DONE;
		return result && this.#explorer.isStale ? CHANGED : result;
	}

	/**
	 * What is to be said where the endpoint in use does not speak the dialect that the step is written
	 * for, and the endpoint that does; null where it does.
	 */
	get otherDialect(): { words: string; endpoint: Endpoint | null } | null {
		const { endpoint, endpoints } = this.#explorer;
		const dialect = this.step?.dialect;
		if (!dialect || endpoint.dialect === dialect) return null;
		const words = `This step is written for ${DIALECT_WORDS[dialect]}. You are asking ${endpoint.name}.`;
		return { words, endpoint: this.#speaking(endpoints, dialect) };
	}

	#speaking = (endpoints: readonly Endpoint[], dialect: Endpoint['dialect']) =>
		endpoints.find((each) => each.kind === 'mock-up' && each.dialect === dialect) ?? null;

	/** The last place one can be at: the closing page if there is one. */
	get #last(): number {
		if (!this.lesson) return 0;
		return this.lesson.steps.length - (this.lesson.closing ? 0 : 1);
	}

	#check(step: LessonStep, known: Known): StepResult | null {
		const { view } = this.#explorer;
		if (!view) return null;
		return checkStep(step, view.exchange, {
			endpoint: view.endpoint,
			selected: view.selected?.serviceRequest.service_request_id ?? null,
			known,
			learntIn: (name) =>
				this.lesson?.steps.find(({ learn }) => learn.some((each) => each === name))?.title ?? null
		});
	}

	/** Loads the lesson that the page's address asks for, unless there is one. */
	open = () => {
		if (!this.lesson) void this.load(linkedLesson());
		else if (this.#explorer.settings.lesson === 0) this.#show(this.at);
	};

	/** Loads a lesson of this site; another site is asked nothing. The latest load wins. */
	load = async (source: string) => {
		const load = ++this.#load;
		this.problem = '';
		const loaded = await loadLesson(source);
		if (load !== this.#load) return;
		if ('problem' in loaded) {
			this.problem = loaded.problem;
			return;
		}
		// The step that the page's state names is one of the lesson before.
		if (this.lesson) this.#explorer.settings.showLesson(0);
		this.begin(loaded.lesson, source);
	};

	/**
	 * Begins the lesson of a file: at the step that the page's state names, else where it was left on
	 * this device, else at its first step.
	 */
	begin(lesson: Lesson, source: string) {
		this.lesson = lesson;
		this.source = source;
		const kept = recallProgress(source, this.#last);
		this.progress = kept;
		this.progress = { ...kept, at: this.at };
		this.#show(this.at);
		this.#begun = this.#since = Date.now();
	}

	#show(at: number) {
		this.#explorer.settings.showLesson(at + 1);
	}

	#keep(progress: LessonProgress) {
		this.progress = progress;
		rememberProgress(this.source, progress);
	}

	/**
	 * Looks at the exchange shown: a step whose check holds is done. What it teaches is taken from the
	 * latest answer, also for a step that was done before, so that sending again leads nowhere wrong.
	 */
	look = () => {
		const exchange = this.#explorer.view?.exchange;
		const { lesson, step, result, progress } = this;
		if (!lesson || !exchange || exchange.startedAt < this.#begun) return;
		const done =
			step && result?.done && !this.isDone ? [...progress.done, step.title] : progress.done;
		const known = lesson.steps
			.filter((each) => each.learn.length > 0 && this.#check(each, progress.known)?.done)
			.reduce((known, each) => learnt(each, exchange, known), progress.known);
		if (done !== progress.done || JSON.stringify(known) !== JSON.stringify(progress.known)) {
			this.#keep({ ...progress, done, known });
		}
	};

	/**
	 * Goes to another step or the closing page, which is read out; one can go back from it. Nothing
	 * happens beyond the first and last.
	 */
	go = (to: number) => {
		if (!this.lesson || to < 0 || to > this.#last) return;
		this.#since = Date.now();
		this.#before = this.#explorer.view?.exchange ?? null;
		this.#keep({ ...this.progress, at: to });
		this.#show(to);
		this.#explorer.step += 1;
		announce(this.heading);
	};

	/** Puts the request of the step into the builder; nothing is sent. */
	fillIn = () => {
		const open = this.step?.open;
		if (open) this.#explorer.openDraft(this.request(open));
	};

	/** A request of the lesson with what is known by now. */
	request = (draft: Draft): Draft => ({
		...draft,
		values: Object.fromEntries(
			Object.entries(draft.values).map(([name, value]) => [
				name,
				typeof value === 'string' ? filled(value, this.progress.known) : value
			])
		)
	});

	/** Where a step's request is sent to by those who only read it: where its dialect is spoken. */
	endpointOf = ({ dialect }: LessonStep): Endpoint => {
		const { endpoint, endpoints } = this.#explorer;
		if (!dialect || endpoint.dialect === dialect) return endpoint;
		return this.#speaking(endpoints, dialect) ?? endpoint;
	};

	/** Asks the endpoint that speaks the step's dialect from now on. */
	switchDialect = () => {
		const endpoint = this.otherDialect?.endpoint;
		if (endpoint) this.#explorer.chooseEndpoint(endpoint);
	};

	/** Chooses the record that keeps the step from being done, where it is one. */
	showOffender = () => {
		const offender = this.result?.offender;
		if (offender) this.#explorer.view?.selectOffender(offender);
	};

	/** Begins anew, if wanted with a mock-up that has forgotten what was reported. */
	restart = async (resetMockUp = false) => {
		this.problem = '';
		this.#begun = this.#since = Date.now();
		this.#keep(NO_PROGRESS);
		this.#show(0);
		if (!resetMockUp || (await this.#explorer.mockUp.reset())) return;
		this.problem =
			'The mock-up could not be reached, so it still has your reports. Reload the page and try again.';
	};
}

const runs = new WeakMap<Explorer, LessonRun>();

/** The lesson under way in a page; there is one. */
export function lessonRunOf(explorer: Explorer): LessonRun {
	const run = runs.get(explorer) ?? new LessonRun(explorer);
	runs.set(explorer, run);
	return run;
}
