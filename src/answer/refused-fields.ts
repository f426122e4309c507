import { methodOf, type MethodName } from '../georeport/methods';
import type { GeoReportError } from '../georeport/types';

const escaped = (text: string) => text.replace(/[[\]]/g, '\\$&');

/** The beginning of a description: what is wrong, before the advice that follows. */
const headOf = (description: string) => description.split(/[.;:](?:\s|$)/)[0] ?? '';

/** Quoted values are the reader's own words, not names. */
const unquoted = (description: string) => description.replace(/(^|\s)'[^']*'/g, "$1''");

/**
 * The arguments of a method that its errors name ("Errors": the description is for people to read, so
 * this is a guess), answers to questions as `attribute[CODE]`, each once, in the order of the errors.
 * A description that names none in what it says is wrong is searched as a whole. Often empty.
 */
export function fieldsNamed(errors: readonly GeoReportError[], method: MethodName): string[] {
	const names = methodOf(method).arguments.map(({ name }) => escaped(name));
	// "Too long" speaks of a length, not of a longitude.
	const pattern = new RegExp(
		String.raw`(?<![\w-]|\b(?:too|how|as) )(?:attribute\[[^\]\s]{1,100}\]|(?:${names.join('|')})(?![\w-]))`,
		'g'
	);
	const namesIn = (text: string) => text.match(pattern) ?? [];
	const found = errors.flatMap(({ description }) => {
		const text = unquoted(description);
		const first = namesIn(headOf(text));
		return first.length > 0 ? first : namesIn(text);
	});
	return [...new Set(found)];
}
