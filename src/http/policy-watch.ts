import { parseUrl } from '../georeport/parse-url';

/** Tells whether the page's own policy refused a URL, while it watches. */
export interface PolicyWatch {
	/** Asked once the fetch has failed; takes a moment when the answer is no. */
	refused(): Promise<boolean>;
	stop(): void;
}

/** Milliseconds by which the event may come after the fetch has failed. */
const DELAY = 50;

/**
 * Watches for the page's Content-Security-Policy refusing a URL: fetch itself does not tell.
 * Without a page (in Node) nothing is ever refused.
 */
export function watchPolicy(url: string): PolicyWatch {
	const page = typeof document === 'undefined' ? null : document;
	const asked = parseUrl(url);
	let blocked = false;
	const note = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
		// After a redirect to another origin the browser names no more than an origin.
		const isIt = blockedURI === asked?.origin || blockedURI === asked?.href.split('#')[0];
		if (disposition === 'enforce' && isIt) blocked = true;
	};
	page?.addEventListener('securitypolicyviolation', note);
	return {
		refused: async () => {
			if (page && !blocked) await new Promise((resolve) => setTimeout(resolve, DELAY));
			return blocked;
		},
		stop: () => page?.removeEventListener('securitypolicyviolation', note)
	};
}
