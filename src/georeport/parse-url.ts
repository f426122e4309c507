/**
 * Parses a URL; null for a text that is none. To be preferred to `URL.canParse`, which in Node 20 and
 * 22 refuses letters such as ü once it was called a few thousand times.
 */
export function parseUrl(text: string, base?: string): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}

/** Whether a URL's host is the device that asks: localhost, 127.x.x.x or [::1]. */
export const isLoopback = (url: string): boolean =>
	/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(parseUrl(url)?.hostname ?? '');
