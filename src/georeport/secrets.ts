// What a server may repeat of a request's private part, found again in every spelling.
import { carriedFields, isKeyName, isKeyOf, PERSONAL, secretHeaders } from './privacy';
import type { Draft, HttpRequest } from './request';

/** A text that must not be given away. */
export interface Secret {
	text: string;
	/** Hidden in the midst of other text as well; else only where it is a whole value. */
	isAnywhere: boolean;
}

/** Shorter texts also stand in the midst of other words: to hide them there would tear holes. */
const SHORTEST = 6;

/** What stands in the place of a secret. */
const HIDDEN = '[left out]';

const base64 = (text: string) =>
	btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** User and password of a Basic scheme (RFC 7617), of which the password is the secret. */
function basicOf(value: string): string[] {
	const [, encoded] = /^Basic\s+([\w+/=-]+)$/i.exec(value) ?? [];
	if (!encoded) return [];
	try {
		const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
		const pair = new TextDecoder().decode(bytes);
		return [pair, pair.slice(pair.indexOf(':') + 1)];
	} catch {
		return [];
	}
}

/** The texts of an exchange that no export may hold. */
export function secretsOf(
	{ draft, request }: { draft: Draft; request: HttpRequest },
	options: { personal: boolean; apiKey?: string }
): Secret[] {
	const fields = [
		...Object.entries(draft.values).flatMap(([name, value]) =>
			[value].flat().map((text) => [name, text] as const)
		),
		...carriedFields(request)
	];
	const of = (isWanted: (name: string) => boolean) =>
		fields.filter(([name]) => isWanted(name)).map(([, text]) => text);

	const inHeaders = secretHeaders(request).flatMap(([name, value]) => [
		value,
		...value.split(/[\s,;]+/).filter((word) => !/^(?:basic|bearer|token|key)$/i.test(word)),
		...value.split(/[\s,;]+/).map((word) => word.slice(word.indexOf('=') + 1)),
		...(isKeyName(name) ? basicOf(value) : [])
	]);
	const keys = [options.apiKey ?? '', ...of((name) => isKeyOf(draft, name)), ...inHeaders];
	const personal = options.personal ? [] : of((name) => name === 'email' || name === 'phone');
	const names = options.personal
		? []
		: of((name) => PERSONAL.includes(name) && name.endsWith('_name'));

	return toSecrets([...personal, ...keys], names, keys);
}

/** Keys as secrets, wherever they came from. */
export const keySecrets = (keys: readonly string[]): Secret[] => toSecrets(keys, [], keys);

/** The forms of texts that are secret, longest first; `whole` only where they are a whole value. */
function toSecrets(texts: readonly string[], whole: readonly string[], keys: readonly string[]) {
	const secrets = new Map<string, Secret>();
	const add = (text: string, mayBeAnywhere: boolean) => {
		for (const form of [text, text.trim(), text.normalize('NFC'), text.normalize('NFD')]) {
			if (form.trim() === '') continue;
			const isAnywhere = mayBeAnywhere && [...form.trim()].length >= SHORTEST;
			secrets.set(form, { text: form, isAnywhere });
		}
	};
	whole.forEach((text) => add(text, false));
	texts.forEach((text) => add(text, true));
	for (const key of keys) if (key.length >= SHORTEST) add(base64(key).replace(/=+$/, ''), true);
	return [...secrets.values()].toSorted((a, b) => b.text.length - a.text.length);
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Hexadecimal digits in either case, after any zeros if there is no fixed number of them. */
const hex = (value: number, digits = 0) =>
	value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const ENTITIES: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
	'\u00a0': 'nbsp'
};

const CONTROLS: Readonly<Record<string, string>> = {
	'\b': 'b',
	'\f': 'f',
	'\n': 'n',
	'\r': 'r',
	'\t': 't'
};

/**
 * Backslashes as one text inside another, and that in a third, makes them. Without an end to their
 * number, a long row of them would be searched to its end from each.
 */
const BACKSLASHES = String.raw`\\{1,8}`;

/** An ampersand, itself escaped any number of times over. */
const AMPERSAND = String.raw`(?:&|%(?:25)*26|${BACKSLASHES}u0026)(?:amp;)*`;

/** The ways to write one character in XML, JSON, URLs, and in one of them inside another. */
function spellingsOf(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
	const named = Object.hasOwn(ENTITIES, character) ? `|${ENTITIES[character]}` : '';
	const control = CONTROLS[character];
	const ways = [
		[...new TextEncoder().encode(character)].map((byte) => `%(?:25)*${hex(byte, 2)}`).join(''),
		`${AMPERSAND}(?:#0*${point}|#[xX]0*${hex(point)}${named})(?:;|%3[bB])`,
		units.map((unit) => `${BACKSLASHES}u${hex(unit, 4)}`).join(''),
		...(point < 256 ? [`${BACKSLASHES}x${hex(point, 2)}`] : []),
		...(character === '\\' ? ['\\\\{2,8}'] : []),
		...(character === ' ' ? ['[\\s+]'] : []),
		...(control === undefined ? [] : [`${BACKSLASHES}${control}`]),
		// Last, for it may begin another way. Quotes and slashes may have backslashes before them.
		/["'/]/.test(character) ? `\\\\{0,8}${literal(character)}` : literal(character)
	];
	return `(?:${ways.join('|')})`;
}

/** A text of so many characters is known by its beginning alone: a pattern of all would be too large. */
const LONGEST = 32;

const spelled = (text: string): string => {
	const characters = [...text];
	const all = characters.slice(0, LONGEST).map(spellingsOf).join('');
	return characters.length > LONGEST ? `${all}[^\\s"'<>&]*` : all;
};

const EQUALS = String.raw`(?:=|%(?:25)*3[dD]|${BACKSLASHES}u003[dD]|&#61;|&#[xX]3[dD];)`;

/** Where a whole value begins and ends: in an element, in quotes, in a pair, alone. */
const WHOLE: readonly (readonly [before: string, after: string])[] = [
	[String.raw`>\s*`, String.raw`\s*<`],
	[String.raw`<!\[CDATA\[\s*`, String.raw`\s*\]\]>`],
	['"', String.raw`\\*"(?!\s*:)`],
	["'", String.raw`\\*'`],
	['(?:&quot;|&#34;)', '(?:&quot;|&#34;)'],
	[String.raw`[\w.\]-]${EQUALS}`, String.raw`(?:$|[&;#\s"'<,)\]}\\]|%26)`],
	[String.raw`^\s*`, String.raw`\s*$`]
];

/** A number or word of JSON as a value. */
const JSON_VALUE = [String.raw`[:[,]\s*`, String.raw`\s*[,}\]]`] as const;

/** A word of a header. */
const HEADER_WORD = [String.raw`(?:^|[\s,;=:])`, String.raw`(?:$|[\s,;])`] as const;

/** Looks for the text first: what may stand before it is of any length. */
const between = ([before, after]: readonly [string, string], text: string) =>
	`(?=${text})(?<=${before})${text}(?=${after})`;

/** What replaces every secret in a text, in whatever spelling; in a header single words count too. */
export function hiding(
	secrets: readonly Secret[],
	where: 'body' | 'header' = 'body'
): (text: string) => string {
	const steps: [pattern: RegExp, replacement: string][] = secrets
		.filter(({ isAnywhere }) => isAnywhere)
		.map(({ text }) => [new RegExp(spelled(text), 'giu'), HIDDEN]);
	const short = secrets.filter(({ isAnywhere }) => !isAnywhere).map(({ text }) => text);
	const places = where === 'header' ? [...WHOLE, HEADER_WORD] : WHOLE;
	for (const text of short) {
		const any = places.map((place) => between(place, spelled(text))).join('|');
		steps.push([new RegExp(any, 'gu'), HIDDEN]);
		if (!/^(?:-?\d[\d.eE+-]*|true|false|null)$/.test(text)) continue;
		steps.push([new RegExp(between(JSON_VALUE, literal(text)), 'gu'), `"${HIDDEN}"`]);
	}
	return (text) =>
		steps.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

/** A text with every secret in it replaced. */
export const hide = (text: string, secrets: readonly Secret[], where?: 'body' | 'header') =>
	hiding(secrets, where)(text);

/** Whether a text holds a secret. */
export const holdsSecret = (text: string, secrets: readonly Secret[]): boolean =>
	hide(text, secrets) !== text;

/** A copy of plain data with the secrets in its texts replaced. */
export function hideIn<Data>(data: Data, secrets: readonly Secret[]): Data {
	if (secrets.length === 0) return data;
	const hideText = hiding(secrets, 'header');
	const strip = (value: unknown): unknown => {
		if (typeof value === 'string') return hideText(value);
		if (Array.isArray(value)) return value.map(strip);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strip(inner)]));
	};
	return strip(data) as Data;
}
