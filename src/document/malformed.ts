// How the readers of XML and JSON stop where a document breaks.
import { spellUnseen } from '../georeport/unseen-characters';
import type { Malformed } from './tree';

/** The longest sentence, in UTF-16 units: names in it can be of any length. */
const LONGEST = 300;

class Break extends Error {
	constructor(readonly malformed: Malformed) {
		super(malformed.message);
	}
}

/** Stops reading at this position; what cannot be seen of the document is spelled by its number. */
export function fail(message: string, at: number): never {
	const short = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
	throw new Break({ message: spellUnseen(short), at });
}

/** The character at a position for a sentence; null at the end. */
export const characterAt = (text: string, at: number): string | null => {
	const code = text.codePointAt(at);
	return code === undefined ? null : `“${String.fromCodePoint(code)}”`;
};

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
