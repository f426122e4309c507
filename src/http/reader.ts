import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import type { Answer } from '../answer/parse';
import type { Reading } from '../answer/reading';
import type { Tree } from '../document/tree';
import { readHere } from './read-here';

/** Parses an answer, in the page or elsewhere. Never throws or rejects. */
export type Read = (answer: Answer) => Reading | Promise<Reading>;

/** A message to the worker: parse this answer. */
export interface ToRead {
	id: number;
	answer: Answer;
}

/** A message to the worker: check the answer with this id against GeoReport v2. */
export interface ToCheck {
	id: number;
	check: Omit<CheckedAnswer, 'text' | 'tree'>;
}

/**
 * The worker's reply to `ToRead`. The text of the tree is that of the answer, so it is not sent
 * back.
 */
interface WasRead {
	id: number;
	reading: Omit<Reading, 'tree'> & { tree: Omit<Tree, 'text'> | null };
}

/** The worker's reply to `ToCheck`; null if the answer is not the last one it parsed. */
export interface WasChecked {
	id: number;
	findings: Finding[] | null;
}

/** The text length from which parsing would block the page noticeably, in UTF-16 code units. */
export const LARGE = 200_000;

/**
 * Returns a reader that parses and checks large answers in a worker, so that the page stays
 * responsive. Small answers, and all if a worker cannot start, are parsed in the page.
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
					// Unpacking the message took a while, so the rest is a task of its own.
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
