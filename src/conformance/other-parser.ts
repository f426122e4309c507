import { XMLParser } from 'fast-xml-parser';

/** Longer documents are not read a second time. */
const LONGEST = 1_000_000;

/** As most clients make it: texts stay texts, as identifiers in digits need it. */
const PARSER = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

/**
 * Reads well-formed XML as a client does that uses fast-xml-parser, which has limits that XML has not.
 * Returns why it refuses the document, in its own words; null if it reads it, or if the document is too
 * long to be tried.
 */
export function refusalByOtherParser(text: string): string | null {
	if (text.length > LONGEST) return null;
	try {
		PARSER.parse(text, true);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
