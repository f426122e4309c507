// What stands on the left third of the stage, the same beside every scene.
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import { methodOf } from '../georeport/methods';
import { PURPOSES } from '../georeport/purposes';
import { contentsOf, statusOf } from '../http/summary';
import type { LessonRun } from '../lessons/lessons.svelte';

/** Where one is in a lesson: step `at` of `of`, from 1. */
interface Place {
	at: number;
	of: number;
}

/** The words of the left third. */
export interface SideWords {
	/** Null without a lesson, and on its closing page. */
	place: Place | null;
	name: string;
	goal: string;
	/** What came of it; `good` only where the step is done or the answer is not refused. */
	result: { words: string; tone: 'good' | 'bad' | 'waiting' };
	/** What to look at in the answer; empty for nothing in particular. */
	look: string;
	/** The fields of the answer to light up; none unless the exchange on the page does the step. */
	lit: readonly string[];
}

const CHANGED = 'The request was changed. Send it to see what comes.';

/** What came of an exchange, for those who follow no lesson. */
function outcomeOf(view: ExchangeView): SideWords['result'] {
	if (!view.response) return { words: 'No answer came.', tone: 'bad' };
	const contents = view.parsed ? `, ${contentsOf(view.parsed)}` : '';
	return {
		words: `${statusOf(view.response)}${contents}`,
		tone: view.response.status < 400 ? 'good' : 'bad'
	};
}

/** The words of the exchange on the page, or before the first one those of its method. */
function wordsOfExchange({ view, isStale, method, sending }: Explorer): SideWords {
	const { name, title } = view ? methodOf(view.exchange.draft.method) : method;
	const result: SideWords['result'] = isStale
		? { words: CHANGED, tone: 'waiting' }
		: view
			? outcomeOf(view)
			: { words: sending ? 'Sending…' : 'No answer yet.', tone: 'waiting' };
	return {
		place: null,
		name: title,
		goal: PURPOSES[name],
		result,
		look: (!isStale && view?.testCase?.shows) || '',
		lit: []
	};
}

/** Whether the step is done, and if not, what is missing; nothing of that while a draft is open. */
function resultOf(run: LessonRun, isStale: boolean): SideWords['result'] {
	const { isDone, result } = run;
	if (result?.done && !isStale) return { words: result.words, tone: 'good' };
	if (isDone) return { words: 'Done.', tone: 'good' };
	if (isStale && result) return { words: CHANGED, tone: 'waiting' };
	return { words: result?.words ?? 'Send a request.', tone: 'waiting' };
}

/** Returns the words of a lesson's step; without a lesson (null) those of the exchange on the page. */
export function sideWords(explorer: Explorer, run: LessonRun | null): SideWords {
	if (!run) return wordsOfExchange(explorer);
	const { lesson, step, closing } = run;
	const none = { place: null, look: '', lit: [] };
	if (closing) {
		const result = { words: `${run.doneCount} of ${lesson?.steps.length ?? 0} steps are done.` };
		return { ...none, name: closing.title, goal: '', result: { ...result, tone: 'good' } };
	}
	if (!lesson || !step) {
		const words = run.problem || 'The lesson is loading…';
		return { ...none, name: 'Lesson', goal: '', result: { words, tone: 'waiting' } };
	}
	const { isStale } = explorer;
	return {
		place: { at: run.at + 1, of: lesson.steps.length },
		name: step.title,
		goal: step.goal,
		result: resultOf(run, isStale),
		look: (run.isDone && step.look) || '',
		lit: run.result?.done && !isStale ? step.lines : []
	};
}
