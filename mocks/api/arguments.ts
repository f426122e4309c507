// Reads the arguments of a call: https://wiki.open311.org/GeoReport_v2/, "General" and
// "POST Service Request".
import { bad, clip, type ApiError } from './answers';
import { BODY_BYTES, BODY_TOO_LARGE, FORM_PAIRS, TOO_MANY_PAIRS } from './bounds';
import { readMultipart } from './multipart';

/** Arguments by wire name, in the order sent. An empty argument counts as not sent ("General"). */
export interface Arguments {
	/** Returns the first value of an argument, trimmed; null if it was not sent. */
	one(name: string): string | null;
	/** Returns every value of an argument, trimmed. */
	all(name: string): string[];
	/** Returns the entries of a comma-separated list, over repeated arguments too; null for none. */
	list(name: string): string[] | null;
	/** Returns the values of `attribute[CODE]`, in any of its four spellings, by code. */
	attributes(): Map<string, string[]>;
	/** The names of the form fields that had a file with content. */
	files: readonly string[];
}

type Pair = readonly [string, string];

/** `attribute[C]`, `attribute[C][]` and `attribute[C][0]`; each can be repeated. */
const ATTRIBUTE = /^attribute\[([^\]]*)\](?:\[\d*\])?$/;

/** Makes arguments of pairs of name and value. */
export function toArguments(pairs: readonly Pair[], files: readonly string[] = []): Arguments {
	const sent = pairs
		.map(([name, value]): Pair => [name, value.trim()])
		.filter(([, value]) => value !== '');
	const all = (name: string) =>
		sent.filter(([sentName]) => sentName === name).map(([, value]) => value);
	return {
		all,
		one: (name) => all(name)[0] ?? null,
		list(name) {
			const entries = all(name).flatMap((value) => value.split(',').map((entry) => entry.trim()));
			const named = entries.filter((entry) => entry !== '');
			return named.length > 0 ? named : null;
		},
		attributes() {
			const values = new Map<string, string[]>();
			for (const [name, value] of sent) {
				const code = ATTRIBUTE.exec(name)?.[1];
				if (code === undefined) continue;
				const all = values.get(code);
				if (all) all.push(value);
				else values.set(code, [value]);
			}
			return values;
		},
		files
	};
}

/** Whether a form has more pairs than the bound; counts no further than that. */
function hasTooManyPairs(form: string): boolean {
	let at = 0;
	for (let count = 0; count < FORM_PAIRS; count++) {
		at = form.indexOf('&', at) + 1;
		if (at === 0) return false;
	}
	return true;
}

/** Returns an error if the query of a URL has too many arguments to be read; null otherwise. */
export const queryProblem = (url: string): ApiError | null =>
	hasTooManyPairs(new URL(url).search) ? bad(TOO_MANY_PAIRS) : null;

/** Reads the arguments in the query of a URL. An unescaped `+` is a space, as in forms. */
export const queryArguments = (url: string): Arguments =>
	toArguments([...new URL(url).searchParams]);

const isMultipart = (type: string) => /^multipart\/form-data/i.test(type);

/** The value of a hexadecimal digit; NaN for any other byte. */
function digit(byte = 0): number {
	const letter = byte | 0x20;
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : NaN;
}

/**
 * Decodes a name or a value of a form, byte by byte: `URLSearchParams` takes seconds for millions of
 * blanks. A percent sign without two digits is taken literally. Null for what is no UTF-8.
 */
function decoded(bytes: Uint8Array): string | null {
	const plain = new Uint8Array(bytes.length);
	let length = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		const code = byte === 0x25 ? 16 * digit(bytes[at + 1]) + digit(bytes[at + 2]) : NaN;
		if (code >= 0) at += 2;
		plain[length++] = code >= 0 ? code : byte === 0x2b ? 0x20 : byte;
	}
	try {
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		return decoder.decode(plain.subarray(0, length));
	} catch {
		return null;
	}
}

/** The pairs of a form, and the first name that has something else than UTF-8. */
function formPairs(bytes: Uint8Array): Pair[] | { wrong: string } {
	const pairs: Pair[] = [];
	const isMarked = [0xef, 0xbb, 0xbf].every((byte, at) => bytes[at] === byte);
	for (let from = isMarked ? 3 : 0; from < bytes.length;) {
		const and = bytes.indexOf(0x26, from);
		const pair = bytes.subarray(from, and < 0 ? undefined : and);
		from += pair.length + 1;
		if (pair.length === 0) continue;
		const equals = pair.indexOf(0x3d);
		const written = equals < 0 ? pair : pair.subarray(0, equals);
		const name = decoded(written);
		const value = equals < 0 ? '' : decoded(pair.subarray(equals + 1));
		if (name === null || value === null) return { wrong: new TextDecoder().decode(written) };
		pairs.push([name, value]);
	}
	return pairs;
}

function formArguments(source: BufferSource): Pair[] | string {
	const advice = 'Encode the form as UTF-8 before sending it.';
	const bytes = ArrayBuffer.isView(source)
		? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
		: new Uint8Array(source);
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (hasTooManyPairs(text)) return TOO_MANY_PAIRS;
	} catch {
		return `The body is not UTF-8. ${advice}`;
	}
	const pairs = formPairs(bytes);
	return 'wrong' in pairs ? `${clip(pairs.wrong)} is not UTF-8. ${advice}` : pairs;
}

/**
 * Reads the arguments of a form, form-urlencoded or multipart, given its bytes and its
 * Content-Type, and after them `others`. Returns an error if the form is wrong.
 */
export function formOf(
	bytes: BufferSource,
	type: string,
	others: readonly Pair[] = []
): Arguments | ApiError {
	if (isMultipart(type)) {
		// Files are not stored, so their bytes need not be text; those of the fields must be.
		const form = readMultipart(new TextDecoder().decode(bytes), type);
		if (typeof form === 'string') return bad(form);
		const broken = form.values.find(([, value]) => value.includes('\ufffd'));
		return broken
			? bad(`${clip(broken[0])} is not UTF-8. Encode the form as UTF-8 before sending it.`)
			: toArguments([...form.values, ...others], form.files);
	}
	if (type !== '' && !/^(application\/x-www-form-urlencoded|text\/plain)\b/i.test(type)) {
		return bad(
			`A body of type ${clip(type)} is not understood. Send application/x-www-form-urlencoded, or multipart/form-data.`
		);
	}
	const pairs = formArguments(bytes);
	return typeof pairs === 'string' ? bad(pairs) : toArguments([...pairs, ...others]);
}

/**
 * Reads the arguments of a POST body, and after them those that real clients send in the query
 * (`jurisdiction_id`, `api_key`). Returns an error if the body is wrong or larger than the bound.
 */
export async function bodyArguments(request: Request): Promise<Arguments | ApiError> {
	const query = queryArguments(request.url);
	const fromQuery = ['jurisdiction_id', 'api_key'].flatMap((name) =>
		query.all(name).map((value): Pair => [name, value])
	);
	const bytes = await request.arrayBuffer();
	if (bytes.byteLength > BODY_BYTES) return { status: 413, description: BODY_TOO_LARGE };
	return formOf(bytes, request.headers.get('Content-Type') ?? '', fromQuery);
}

/** Parses a number in decimal digits, such as `-79.38`; NaN for any other spelling. */
export const decimal = (text: string | null): number =>
	text !== null && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
