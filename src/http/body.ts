import { BOUNDS } from '../georeport/bounds';

/** The bounds that can end the body of a response before its server does. */
export type BodyBound = 'answerSize' | 'answerTime';

/** The bytes of a body that were read, and the bound that ended it; null for a whole one. */
export interface Body {
	bytes: Uint8Array<ArrayBuffer>;
	cutBy: BodyBound | null;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		const part = chunk.subarray(0, length - at);
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/**
 * Reads the body of a response, decompressed, up to 100 MB or until `isOver` says that its time has
 * passed: what came until then is kept. Rejects if the connection breaks off, or the time passes
 * before the first byte.
 */
export async function readBody(
	{ body }: Response,
	isOver: () => boolean,
	limit: number = BOUNDS.answerSize.value
): Promise<Body> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = body?.getReader();
	try {
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			chunks.push(part.value);
			length += part.value.length;
			if (length > limit) {
				// A server that never ends may not end this either.
				reader?.cancel().catch(() => {});
				return { bytes: joined(chunks, limit), cutBy: 'answerSize' };
			}
		}
	} catch (error) {
		if (length === 0 || !isOver()) throw error;
		return { bytes: joined(chunks, length), cutBy: 'answerTime' };
	}
	return { bytes: joined(chunks, length), cutBy: null };
}
