import { EMBEDDED } from './embedded';

/** Keys contain the path of the site, because several sites can share an origin. */
const keyOf = (name: string) => `${new URL('.', document.baseURI).pathname}:${name}`;

/**
 * Returns the value stored under a name, or the fallback if there is none, it does not pass
 * `isWanted`, or the page is an embed.
 */
export function recall<T>(name: string, isWanted: (value: unknown) => value is T, fallback: T): T {
	if (EMBEDDED) return fallback;
	try {
		const value: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
		return isWanted(value) ? value : fallback;
	} catch {
		return fallback;
	}
}

/**
 * Stores a value for the next visit. Does nothing in an embed, or if the browser denies storage.
 */
export function remember(name: string, value: unknown) {
	if (EMBEDDED) return;
	try {
		localStorage.setItem(keyOf(name), JSON.stringify(value));
	} catch {
		// Private windows and sandboxed frames may refuse storage; the page works without it.
	}
}
