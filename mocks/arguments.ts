// What a call was asked with: https://wiki.open311.org/GeoReport_v2/, "General" and "POST Service Request".
import { readMultipart } from './multipart';

/** Arguments by wire name, in the order sent. An empty one counts as not sent ("General"). */
export interface Arguments {
	/** The first value of an argument, without white space around it; null if not sent. */
	one(name: string): string | null;
	/** A comma list: trimmed, empty entries dropped; null if not sent. */
	list(name: string): string[] | null;
	/** Values of `attribute[CODE]` in its four spellings, by code. */
	attributes(): Map<string, string[]>;
	/** Names of the form fields that carried a file with content. */
	files: readonly string[];
}

type Pair = readonly [string, string];

/** `attribute[C]`, `attribute[C][]` and `attribute[C][0]`, each possibly repeated. */
const ATTRIBUTE = /^attribute\[([^\]]*)\](?:\[\d*\])?$/;

/** Arguments made of name and value pairs. */
export function toArguments(pairs: readonly Pair[], files: readonly string[] = []): Arguments {
	const sent = pairs.filter(([, value]) => value.trim() !== '');
	const one = (name: string) => sent.find(([sentName]) => sentName === name)?.[1].trim() ?? null;
	return {
		one,
		list(name) {
			const entries = one(name)
				?.split(',')
				.map((entry) => entry.trim());
			return entries?.filter((entry) => entry !== '') ?? null;
		},
		attributes() {
			const values = new Map<string, string[]>();
			for (const [name, value] of sent) {
				const code = ATTRIBUTE.exec(name)?.[1];
				if (code === undefined) continue;
				values.set(code, [...(values.get(code) ?? []), value]);
			}
			return values;
		},
		files
	};
}

/** The arguments of a URL's query. An unescaped `+` reads as a space, as forms send it. */
export const queryArguments = (url: string): Arguments =>
	toArguments([...new URL(url).searchParams]);

/**
 * The arguments of a POST body, form-urlencoded or multipart, joined by those that real clients
 * send in the query (`jurisdiction_id`, `api_key`). A text tells what is wrong with the body.
 */
export async function bodyArguments(request: Request): Promise<Arguments | string> {
	const query = queryArguments(request.url);
	const fromQuery = ['jurisdiction_id', 'api_key'].flatMap((name): Pair[] => {
		const value = query.one(name);
		return value === null ? [] : [[name, value]];
	});
	const type = request.headers.get('Content-Type') ?? '';
	const text = new TextDecoder().decode(await request.arrayBuffer());
	if (/^multipart\/form-data/i.test(type)) {
		const form = readMultipart(text, type);
		return typeof form === 'string'
			? form
			: toArguments([...form.values, ...fromQuery], form.files);
	}
	if (type !== '' && !/^(application\/x-www-form-urlencoded|text\/plain)\b/i.test(type)) {
		return `A body of type ${type} is not understood. Send application/x-www-form-urlencoded, or multipart/form-data.`;
	}
	const pairs = [...new URLSearchParams(text)];
	const replaced = pairs.find((pair) => pair.some((part) => part.includes('\ufffd')));
	if (replaced && !/%EF%BF%BD|\ufffd/i.test(text)) {
		return `${replaced[0]} is not UTF-8. Percent-encode the form’s text as UTF-8 before sending it.`;
	}
	return toArguments([...pairs, ...fromQuery]);
}
