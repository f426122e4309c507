// The trouble that a request asks of the mock-up, as its Prefer header (RFC 7240) and back.

/** What may be chosen; empty texts for what is not. */
export interface Wish {
	/** The HTTP status of an error, in digits. */
	code: string;
	fault: string;
	/** Milliseconds, a span of them such as 200-800, or `never`. */
	delay: string;
}

/** The statuses of errors that the mock-up gives on request. */
export const CODES = ['400', '403', '404', '500', '503'] as const;

/** The ways in which an answer can go wrong, and what each is called. */
export const FAULTS: readonly (readonly [name: string, words: string])[] = [
	['drop', 'the connection is lost'],
	['truncate', 'the body is cut off'],
	['malformed', 'the body is not well-formed'],
	['type', 'the Content-Type is wrong'],
	['html', 'an HTML error page']
];

/** Whether a text is a delay that the mock-up understands. */
export const isDelay = (text: string): boolean => /^(never|\d+(-\d+)?)$/.test(text);

/** What a Prefer header asks for; null where there is none. */
export function readWish(header: string | null): Wish {
	const named = (name: string) =>
		new RegExp(`(?:^|[,;\\s])${name}="?([\\w-]+)`).exec(header ?? '')?.[1] ?? '';
	return { code: named('code'), fault: named('fault'), delay: named('delay') };
}

/** The Prefer header for a wish; empty where nothing is wished for. */
export const writeWish = (wish: Wish): string =>
	(['code', 'fault', 'delay'] as const)
		.flatMap((name) => (wish[name] ? `${name}=${wish[name]}` : []))
		.join(', ');
