import { EMBEDDED } from './embedded';

/** Keys carry the path of the site, since several sites may share one origin. */
const keyOf = (name: string) => `${new URL('.', document.baseURI).pathname}:${name}`;

/**
 * What was remembered under a name, if it is of the wanted kind; else the fallback, as always in an
 * embed.
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

/** Keeps a value for the next visit, where the browser allows it; an embed keeps nothing. */
export function remember(name: string, value: unknown) {
	if (EMBEDDED) return;
	try {
		localStorage.setItem(keyOf(name), JSON.stringify(value));
	} catch {
		// Private windows and sandboxed frames keep nothing; the page works all the same.
	}
}
