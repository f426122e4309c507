import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import type { Answer } from '../answer/parse';
import type { Reading } from '../answer/reading';
import type { Tree } from '../document/tree';
import { BOUNDS } from '../georeport/bounds';
import { readHere, type Read } from './read-here';

/** A message to the worker: parse this answer. */
export interface ToRead {
	id: number;
	answer: Answer;
}

/** A message to the worker: check the answer it parsed last against GeoReport v2. */
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

/** The worker's reply to `ToCheck`. */
export interface WasChecked {
	id: number;
	findings: Finding[];
}

/** The time that work in the worker may take, in milliseconds. */
const LIMIT = BOUNDS.readingTime.value * 1_000;

const NEVER = new AbortController().signal;

/** Why work in the worker ended without a result. */
type Ended = 'cancelled' | 'late' | 'failed';

/** A worker that does one thing at a time, and is gone once that was stopped. */
class Helper {
	readonly #worker: Worker;
	isGone = false;
	isBusy = false;
	/** The answer it parsed last. */
	last = 0;

	/** Throws if there can be no worker. */
	constructor(start: () => Worker) {
		this.#worker = start();
	}

	end() {
		this.isGone = true;
		this.#worker.terminate();
	}

	/** Resolves to the reply; the worker is ended by `signal`, after `limit` ms, and if it fails. */
	do<Reply>(message: ToRead | ToCheck, signal: AbortSignal, limit: number): Promise<Reply | Ended> {
		this.isBusy = true;
		return new Promise((resolve) => {
			const worker = this.#worker;
			const settled = new AbortController();
			const settle = (result: Reply | Ended) => {
				settled.abort();
				clearTimeout(timer);
				this.isBusy = false;
				if (typeof result === 'string') this.end();
				resolve(result);
			};
			const timer = limit < Infinity ? setTimeout(() => settle('late'), limit) : undefined;
			const until = { signal: settled.signal };
			worker.addEventListener('error', () => settle('failed'), until);
			worker.addEventListener('messageerror', () => settle('failed'), until);
			worker.addEventListener(
				'message',
				({ data }: MessageEvent<Reply & { id: number }>) => {
					// Unpacking the message took a while, so the rest is a task of its own.
					if (data.id === message.id) setTimeout(() => settle(data));
				},
				until
			);
			signal.addEventListener('abort', () => settle('cancelled'), until);
			worker.postMessage(message);
		});
	}
}

const WORDS = {
	cancelled: 'Reading the answer was stopped. It is shown as it came.',
	late: BOUNDS.readingTime.words,
	alone: BOUNDS.readingHere.words
} as const;

/**
 * Returns a reader that parses and checks answers in a worker, so that the page stays responsive and
 * the work can be stopped; where no worker can start, in the page. No answer waits for another.
 */
export function createReader(start: () => Worker): Read {
	/** One that waits for work, with the answer it parsed last. */
	let spare: Helper | null = null;
	let works = true;
	let asked = 0;

	function helper(): Helper | null {
		const { isGone = true, isBusy = true } = spare ?? {};
		if (spare && !isGone && !isBusy) return spare;
		try {
			return new Helper(start);
		} catch {
			return null;
		}
	}

	/** Keeps a helper for the next answer, in place of the one before. */
	function keep(helper: Helper) {
		if (helper === spare || helper.isGone) return;
		if (spare && !spare.isBusy) spare.end();
		spare = helper;
	}

	/** Has an answer parsed again, where its helper is gone or has parsed another since. */
	async function parseAgain(answer: Answer, signal: AbortSignal): Promise<Helper | Ended> {
		const by = works ? helper() : null;
		if (!by) return 'failed';
		const id = ++asked;
		const reply = await by.do<WasRead>({ id, answer }, signal, LIMIT);
		if (typeof reply === 'string') return reply;
		by.last = id;
		keep(by);
		return by;
	}

	async function check(
		of: { by: Helper; id: number },
		answer: Answer,
		check: ToCheck['check'],
		signal: AbortSignal
	): Promise<Finding[] | 'stopped' | null> {
		const isReady = !of.by.isGone && !of.by.isBusy && of.by.last === of.id;
		const by = isReady ? of.by : await parseAgain(answer, signal);
		const reply =
			typeof by === 'string' ? by : await by.do<WasChecked>({ id: ++asked, check }, signal, LIMIT);
		if (typeof reply === 'object') return reply.findings;
		if (reply !== 'failed') return 'stopped';
		works = false;
		return null;
	}

	/** Reads in the page, which stands still meanwhile: what is very large only where a person wants it. */
	const readInPage = (answer: Answer, isWanted: boolean) =>
		isWanted || answer.text.length <= BOUNDS.readingHere.value
			? readHere(answer)
			: stopped(answer, 'alone');

	async function read(answer: Answer, signal: AbortSignal, limit: number): Promise<Reading> {
		if (signal.aborted) return stopped(answer, 'cancelled');
		const by = works ? helper() : null;
		const id = ++asked;
		const reply = by ? await by.do<WasRead>({ id, answer }, signal, limit) : 'failed';
		if (!by || reply === 'failed') {
			works = false;
			return readInPage(answer, limit === Infinity);
		}
		if (typeof reply === 'string') return stopped(answer, reply);
		by.last = id;
		keep(by);
		const { reading } = reply;
		return {
			...reading,
			tree: reading.tree && { ...reading.tree, text: answer.text },
			check: (asked, signal) => check({ by, id }, answer, asked, signal)
		};
	}

	const stopped = (answer: Answer, why: keyof typeof WORDS): Reading => ({
		parsed: { kind: 'unreadable', message: WORDS[why] },
		tree: null,
		pretty: null,
		records: [],
		readAnyway: (signal) => read(answer, signal, Infinity)
	});

	return (answer, signal = NEVER) => read(answer, signal, LIMIT);
}
