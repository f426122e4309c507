/**
 * Returns whether a URL is answered with acceptable headers, without reading the body. Rejects if
 * there is no answer.
 */
export async function isAnswered(
	url: URL,
	willDo: (headers: Headers) => boolean,
	signal: AbortSignal
): Promise<boolean> {
	const response = await fetch(url, { method: 'HEAD', cache: 'no-store', signal });
	return willDo(response.headers);
}
