// The characters, names, references and declaration of XML 1.0 (fifth edition), https://www.w3.org/TR/xml/.
import { fail } from './malformed';
import { ENTITIES, type Malformed } from './tree';

const NAME_START =
	':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** A name: section 2.3. */
export const NAME = new RegExp(
	// Combining characters are meant one by one, as the specification lists them.
	// eslint-disable-next-line no-misleading-character-class
	`[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`,
	'uy'
);
/** White space: section 2.3. */
export const SPACE = /[ \t\r\n]*/y;
/** Any character but those that section 2.2 allows. */
const FORBIDDEN =
	// eslint-disable-next-line no-control-regex
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Returns the first character that XML forbids; null if there is none. */
export function findForbidden(text: string): Malformed | null {
	const found = FORBIDDEN.exec(text);
	if (!found) return null;
	const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return { message: `The character U+${code} is forbidden in XML.`, at: found.index };
}

/**
 * Fails unless each `&` of a stretch begins a reference: section 4.1. An entity that XML does not
 * know may be one that the document declares, if it has a document type.
 */
export function checkReferences(text: string, from: number, to: number, hasDoctype: boolean): void {
	// A search of the whole text would run to its end for each stretch.
	const written = text.slice(from, to);
	for (let found = written.indexOf('&'); found >= 0; found = written.indexOf('&', found + 1)) {
		const at = from + found;
		const end = written.indexOf(';', found);
		const body = end < 0 ? '' : written.slice(found + 1, end);
		const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
		if (code) {
			const number = code[1] ? parseInt(code[1], 16) : parseInt(code[2] ?? '', 10);
			const allowed = number <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(number));
			if (!allowed) fail(`“&${body};” stands for a character that XML forbids.`, at);
		} else if (body === '' || /[\s&<]/.test(body)) {
			fail('A lone “&” stands in the text; write “&amp;”.', at);
		} else if (!ENTITIES.has(body) && !hasDoctype) {
			fail(`The entity “&${body};” is not one that XML knows and is nowhere declared.`, at);
		}
	}
}

/** What follows “<?xml”: section 2.8. */
const DECLARATION =
	/^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*$/;

/** Fails unless this is what follows “<?” in an XML declaration: its name, and the rest. */
export function checkDeclaration(name: string, rest: string, from: number): void {
	if (name !== 'xml') fail(`The XML declaration begins with “<?${name}”, not “<?xml”.`, from);
	if (DECLARATION.test(rest)) return;
	fail(
		/^\s+version\s*=\s*(["'])1\.\d+\1/.test(rest)
			? 'The XML declaration holds more than a version, an encoding and standalone, in this order, in quotes and with blanks between.'
			: 'The XML declaration names no version such as 1.0.',
		from
	);
}
