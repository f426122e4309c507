import { parseUrl } from '../georeport/parse-url';

/** Detects whether the page's own policy refused a URL. Call `stop` when done. */
export interface PolicyWatch {
	/** Resolves to whether the URL was refused. Call it once fetch has failed; a no takes 50 ms. */
	refused(): Promise<boolean>;
	stop(): void;
}

/** How long after fetch the event can come, in milliseconds. */
const DELAY = 50;

/**
 * Watches for the page's Content-Security-Policy refusing a URL, which fetch does not report.
 * Without a page, as in Node, nothing is refused.
 */
export function watchPolicy(url: string): PolicyWatch {
	const page = typeof document === 'undefined' ? null : document;
	const asked = parseUrl(url);
	let blocked = false;
	const note = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
		// After a redirect to another origin the event names only that origin.
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
