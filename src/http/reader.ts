import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import type { Answer } from '../answer/parse';
import type { Reading } from '../answer/reading';
import type { Tree } from '../document/tree';
import { readHere } from './read-here';

/** Reads an answer, here or elsewhere. Never throws. */
export type Read = (answer: Answer) => Reading | Promise<Reading>;

/** An answer on its way to the worker. */
export interface ToRead {
	id: number;
	answer: Answer;
}

/** A question on its way to the worker: what is wrong with the answer it read under this id. */
export interface ToCheck {
	id: number;
	check: Omit<CheckedAnswer, 'text' | 'tree'>;
}

/** A reading on its way back; the text of its tree is the answer's, so it stays where it is. */
interface WasRead {
	id: number;
	reading: Omit<Reading, 'tree'> & { tree: Omit<Tree, 'text'> | null };
}

/** What was found on its way back; null for an answer that is not the last one read. */
export interface WasChecked {
	id: number;
	findings: Finding[] | null;
}

/** The length of text, in UTF-16 units, from which reading it would make the page wait. */
export const LARGE = 200_000;

/**
 * Reads and checks large answers in a worker, so that the page goes on answering meanwhile; small
 * ones, and all where there can be no worker, in the page.
 */
export function createReader(start: () => Worker): Read {
	const waiting = new Map<number, { answer: Answer; done: (reading: Reading) => void }>();
	const checks = new Map<number, (findings: Finding[] | null) => void>();
	let worker: Worker | null = null;
	let works = true;
	let asked = 0;

	function giveUp() {
		works = false;
		worker?.terminate();
		worker = null;
		for (const { answer, done } of waiting.values()) void readHere(answer).then(done);
		waiting.clear();
		for (const done of checks.values()) done(null);
		checks.clear();
	}

	const checkIn =
		(id: number): NonNullable<Reading['check']> =>
		(check) => {
			if (!worker) return Promise.resolve(null);
			worker.postMessage({ id, check } satisfies ToCheck);
			return new Promise((done) => checks.set(id, done));
		};

	function open(): Worker | null {
		try {
			const opened = start();
			opened.addEventListener('error', giveUp);
			opened.addEventListener('messageerror', giveUp);
			opened.addEventListener('message', ({ data }: MessageEvent<WasRead | WasChecked>) => {
				if ('findings' in data) {
					checks.get(data.id)?.(data.findings);
					checks.delete(data.id);
					return;
				}
				const { answer, done } = waiting.get(data.id) ?? {};
				waiting.delete(data.id);
				const { tree } = data.reading;
				if (answer && done) {
					const reading = {
						...data.reading,
						tree: tree && { ...tree, text: answer.text },
						check: checkIn(data.id)
					};
					// Unpacking it took a while; what is done with it is work of its own.
					setTimeout(() => done(reading));
				}
			});
			return opened;
		} catch {
			return null;
		}
	}

	return (answer) => {
		if (answer.text.length < LARGE || !works) return readHere(answer);
		worker ??= open();
		if (!worker) {
			works = false;
			return readHere(answer);
		}
		const id = ++asked;
		worker.postMessage({ id, answer } satisfies ToRead);
		return new Promise((done) => waiting.set(id, { answer, done }));
	};
}
