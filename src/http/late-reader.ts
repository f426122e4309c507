import type { Answer } from '../answer/parse';
import type { Reading } from '../answer/reading';
import { LARGE, readHere, type Read } from './read-here';

const pause = () => new Promise((resume) => setTimeout(resume));

/** Parses an answer in tasks of its own; otherwise it is parsed while the page shows it. */
async function readAhead(answer: Answer): Promise<Reading> {
	const reading = await readHere(answer);
	void reading.tree;
	await pause();
	void reading.parsed;
	await pause();
	return reading;
}

/**
 * Returns a reader that parses small answers in the page, and large ones with `createReader`, which is
 * loaded for the first of them.
 */
export function readerOf(start: () => Worker): Read {
	let forLarge: Promise<Read> | null = null;
	return async (answer, signal) => {
		if (answer.text.length < LARGE) return readAhead(answer);
		forLarge ??= import('./reader').then(({ createReader }) => createReader(start));
		const read = await forLarge.catch(() => readHere);
		if (read === readHere) forLarge = null;
		return read(answer, signal);
	};
}
