import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Longer documents are not read a second time. */
const LONGEST = 1_000_000;

/** As most clients make it: texts stay texts, as identifiers in digits need it. */
const PARSER = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

/**
 * Reads well-formed XML as a client does that uses fast-xml-parser, which has limits that XML has not.
 * Returns why it refuses the document, in its own words; null if it reads it, or if the document is too
 * long to be tried. Yields `next` before each of its two steps, which cannot be divided.
 */
export function* refusalByOtherParser<Step>(
	text: string,
	next: Step
): Generator<Step, string | null> {
	if (text.length > LONGEST) return null;
	try {
		yield next;
		const valid = XMLValidator.validate(text);
		if (valid !== true) return `${valid.err.msg}:${valid.err.line}:${valid.err.col}`;
		yield next;
		PARSER.parse(text);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
