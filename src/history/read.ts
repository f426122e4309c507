import type { Endpoint } from '../explorer/endpoint';
import type { AnsweredBy, HttpResponse } from '../http/exchange';
import { METHODS, type MethodName } from '../georeport/methods';
import { readingOf, type Reading } from '../answer/reading';
import type { Draft, FilePart, HttpRequest } from '../georeport/request';
import type { BodyLeftOut, Entry, StoredEntry, StoredResponse } from './entry';

/** Checks that a value has a type. */
type Is<T> = (value: unknown) => value is T;

const text: Is<string> = (value) => typeof value === 'string';
const flag: Is<boolean> = (value) => typeof value === 'boolean';
const number: Is<number> = (value): value is number =>
	typeof value === 'number' && Number.isFinite(value);
const bytes: Is<Uint8Array> = (value) => value instanceof Uint8Array;

const oneOf =
	<T extends string | null>(...allowed: readonly T[]): Is<T> =>
	(value): value is T =>
		(allowed as readonly unknown[]).includes(value);

const either =
	<A, B>(a: Is<A>, b: Is<B>): Is<A | B> =>
	(value): value is A | B =>
		a(value) || b(value);

const listOf =
	<T>(is: Is<T>): Is<T[]> =>
	(value): value is T[] =>
		Array.isArray(value) && value.every(is);

const isObject: Is<object> = (value): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const dictionaryOf =
	<T>(is: Is<T>): Is<Record<string, T>> =>
	(value): value is Record<string, T> =>
		isObject(value) && Object.values(value).every(is);

/** Returns a check for an object with every field of a type; `maybe` marks optional ones. */
const shape =
	<T extends object>(fields: { [Name in keyof T]-?: Is<unknown> }): Is<T> =>
	(value): value is T => {
		if (!isObject(value)) return false;
		const held = new Map(Object.entries(value));
		return Object.entries<Is<unknown>>(fields).every(([name, is]) => is(held.get(name)));
	};

const maybe =
	<T>(is: Is<T>): Is<T | undefined> =>
	(value): value is T | undefined =>
		value === undefined || is(value);

const none = oneOf<null>(null);
const textOrNone = either(text, none);
const pair: Is<[string, string]> = (value): value is [string, string] =>
	listOf(text)(value) && value.length === 2;

const draft = shape<Draft>({
	method: oneOf<MethodName>(...METHODS.map(({ name }) => name)),
	format: oneOf('xml', 'json'),
	values: dictionaryOf(either(text, listOf(text))),
	verb: maybe(text),
	path: maybe(text),
	headers: maybe(dictionaryOf(text)),
	files: maybe(listOf(shape<FilePart>({ name: text, filename: text, type: text, text }))),
	rawBody: maybe(shape<NonNullable<Draft['rawBody']>>({ type: text, text }))
});

const endpoint = shape<Endpoint>({
	id: text,
	name: text,
	kind: oneOf('mock-up', 'local', 'added'),
	dialect: oneOf('toronto', 'standard', null),
	rules: maybe(oneOf('toronto', 'standard')),
	jurisdiction: text,
	apiKey: oneOf(''),
	url: text,
	discoveryUrl: text
});

const response = shape<StoredResponse>({
	status: number,
	statusText: text,
	headers: listOf(pair),
	bytes,
	otherText: textOrNone,
	answeredBy: oneOf<AnsweredBy>('service worker', 'page', 'network')
});

const row = shape<StoredEntry & { id: number }>({
	id: number,
	name: textOrNone,
	pinned: flag,
	endpoint,
	testCase: textOrNone,
	leftOut: listOf(text),
	contents: text,
	bodyLeftOut: oneOf<BodyLeftOut | null>('large', 'key', null),
	exchange: shape<StoredEntry['exchange']>({
		draft,
		request: shape<HttpRequest>({
			method: text,
			url: text,
			headers: dictionaryOf(text),
			body: textOrNone
		}),
		startedAt: number,
		duration: number,
		outcome: either(
			shape<{ kind: 'response'; response: StoredResponse }>({ kind: oneOf('response'), response }),
			shape<{ kind: 'failure'; message: string }>({ kind: oneOf('failure'), message: text })
		)
	})
});

/** Explains why an answer has no body, and what to do. */
export const BODY_WORDS: Readonly<Record<BodyLeftOut, string>> = {
	large: 'The body of this answer was over 2 MB and is not kept. Send the request again to see it.',
	key: 'The body of this answer repeated your key and is not kept. Send the request again to see it.'
};

/** Returns an empty reading with a message why. */
const missing = (message: string): Reading => ({
	parsed: { kind: 'unreadable', message },
	tree: null,
	pretty: null,
	records: []
});

/** Restores an answer; its text is decoded and parsed when first used. */
function reread(stored: StoredResponse, of: Draft, without: BodyLeftOut | null): HttpResponse {
	const { status, statusText, headers, bytes, otherText, answeredBy } = stored;
	const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
	let text: string | undefined;
	let reading: Reading | undefined;
	return {
		status,
		statusText,
		headers,
		bytes,
		answeredBy,
		get text() {
			return (text ??= otherText ?? new TextDecoder().decode(bytes));
		},
		get reading() {
			return (reading ??= without
				? missing(BODY_WORDS[without])
				: readingOf({ method: of.method, status, contentType, text: this.text }));
		}
	};
}

/** Returns the entry for a stored row; null if it is broken, or of another version or program. */
export function readEntry(value: unknown): Entry | null {
	if (!row(value)) return null;
	const { outcome } = value.exchange;
	return {
		...value,
		exchange: {
			...value.exchange,
			outcome:
				outcome.kind === 'failure'
					? outcome
					: {
							kind: 'response',
							response: reread(outcome.response, value.exchange.draft, value.bodyLeftOut)
						}
		}
	};
}
