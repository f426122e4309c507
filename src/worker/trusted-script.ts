// https://w3c.github.io/trusted-types/dist/spec/
import { TRUSTED_TYPES } from './policies.ts';

/** The part of Trusted Types that is used here; some browsers do not have it. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): string };
}

/**
 * Returns the absolute URL if it is in `folder`, which must end in a slash. Throws a TypeError for
 * any other or invalid URL.
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
 * Returns the URL of a script in the page's folder, for starting a worker under
 * `require-trusted-types-for`. Typed as a string, because the DOM's types accept nothing else.
 * Throws a TypeError for any other URL, also in browsers without Trusted Types.
 */
export const trustedScript = (url: string | URL): string => policy.createScriptURL(String(url));
