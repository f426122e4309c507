// How the readers of XML and JSON stop where a document breaks.
import type { Malformed } from './tree';

class Break extends Error {
	constructor(readonly malformed: Malformed) {
		super(malformed.message);
	}
}

/** Stops reading at this position. */
export function fail(message: string, at: number): never {
	throw new Break({ message, at });
}

/**
 * Runs a reader to its end or to where it fails; returns where and why, or null for a whole
 * document.
 */
export function malformedIn(read: () => void): Malformed | null {
	try {
		read();
		return null;
	} catch (error) {
		if (!(error instanceof Break)) throw error;
		return error.malformed;
	}
}
