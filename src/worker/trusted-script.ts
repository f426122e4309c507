// https://w3c.github.io/trusted-types/dist/spec/
import { TRUSTED_TYPES } from './policies.ts';

/** What is used of a browser's Trusted Types; some browsers have none. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): string };
}

/**
 * The URL in full if it lies in `folder`, which ends in a slash; throws a TypeError if not, or if
 * it is none.
 */
export function ownScript(url: string, folder: string): string {
	const { href } = new URL(url, folder);
	if (!href.startsWith(folder)) throw new TypeError(`Not a script of this page: ${href}`);
	return href;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const rules = {
	createScriptURL: (url: string) => ownScript(url, new URL('./', document.baseURI).href)
};

const policy = trustedTypes?.createPolicy(TRUSTED_TYPES.script, rules) ?? rules;

/**
 * A script of the page's own folder, as a worker may be started from under `require-trusted-types-for`:
 * typed as the text it stands for, since that is what the DOM's types take. Throws a TypeError for
 * any other URL, also where the browser has no Trusted Types.
 */
export const trustedScript = (url: string | URL): string => policy.createScriptURL(String(url));
