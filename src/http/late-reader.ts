import { LARGE, readHere, type Read } from './read-here';

/**
 * Returns a reader that parses small answers in the page, and large ones with `createReader`, which is
 * loaded for the first of them.
 */
export function readerOf(start: () => Worker): Read {
	let forLarge: Promise<Read> | null = null;
	return async (answer, signal) => {
		if (answer.text.length < LARGE) return readHere(answer);
		forLarge ??= import('./reader').then(({ createReader }) => createReader(start));
		const read = await forLarge.catch(() => readHere);
		if (read === readHere) forLarge = null;
		return read(answer, signal);
	};
}
