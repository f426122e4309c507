// Indents an answer for the eye. White space between elements or tokens is all that changes.
import type { Format } from '../georeport/types';

/** Deeper levels are not indented any further, so that nesting cannot multiply the text. */
const DEEPEST = 40;
const indent = (depth: number) => `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;

const XML_TOKEN =
	/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>|<\/?[^\s<>/!?"'](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<]+/gy;

const isBlank = (token: string) => /^[ \t\r\n]*$/.test(token);
const isOpening = (token: string) => /^<[^/!?]/.test(token) && !token.endsWith('/>');
const nameOf = (tag: string) => /^<\/?([^\s/>]+)/.exec(tag)?.[1];
const isText = (token: string) => !token.startsWith('<') || token.startsWith('<![CDATA[');

/** An element that is open while tokens are read. */
interface Opened {
	at: number;
	name: string | undefined;
	/** Whether its text matters: white space in it is then content. */
	mixed: boolean;
	hasElements: boolean;
}

/**
 * For each opening tag the place of its closing tag, where everything between them must stay as
 * it is; null where tags do not match.
 */
function keptSpans(tokens: readonly string[]): Map<number, number> | null {
	const kept = new Map<number, number>();
	const opened: Opened[] = [];
	for (const [at, token] of tokens.entries()) {
		const parent = opened.at(-1);
		if (isText(token)) {
			if (!parent && !isBlank(token)) return null;
			if (parent && !isBlank(token)) parent.mixed = true;
		} else if (token.startsWith('</')) {
			const element = opened.pop();
			if (!element || element.name !== nameOf(token)) return null;
			if (element.mixed || !element.hasElements) kept.set(element.at, at);
		} else {
			if (parent) parent.hasElements = true;
			if (isOpening(token)) {
				const mixed = /\sxml:space\s*=\s*["']preserve/.test(token);
				opened.push({ at, name: nameOf(token), mixed, hasElements: false });
			}
		}
	}
	return opened.length === 0 ? kept : null;
}

function prettyXml(text: string): string {
	const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
	const source = text.slice(mark.length);
	const tokens = source.match(XML_TOKEN) ?? [];
	// A sticky match stops at what it does not know; then the tokens are shorter than the text.
	if (tokens.reduce((length, token) => length + token.length, 0) !== source.length) return text;
	const kept = keptSpans(tokens);
	if (!kept) return text;

	const lines: string[] = [];
	let depth = 0;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at] ?? '';
		if (isBlank(token)) continue;
		if (token.startsWith('</')) depth--;
		const end = kept.get(at);
		lines.push(indent(depth), end === undefined ? token : tokens.slice(at, end + 1).join(''));
		if (end !== undefined) at = end;
		else if (isOpening(token)) depth++;
	}
	return mark + lines.join('').slice(1);
}

const JSON_TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

function prettyJson(text: string): string {
	try {
		JSON.parse(text);
	} catch {
		return text;
	}
	const tokens = text.match(JSON_TOKEN) ?? [];
	const parts: string[] = [];
	let depth = 0;
	for (const [at, token] of tokens.entries()) {
		const closes = token === '}' || token === ']';
		const opener = closes && /^[[{]$/.test(tokens[at - 1] ?? '');
		if (closes) {
			depth--;
			if (!opener) parts.push(indent(depth));
		}
		parts.push(token);
		const next = tokens[at + 1];
		if (token === '{' || token === '[') {
			depth++;
			if (next !== '}' && next !== ']') parts.push(indent(depth));
		} else if (token === ',') parts.push(indent(depth));
		else if (token === ':') parts.push(' ');
	}
	return parts.join('');
}

/**
 * The text with line breaks and indentation for reading. Nothing but white space between elements
 * (XML) or tokens (JSON) is altered; a text that is not well-formed comes back as it was.
 */
export function pretty(text: string, format: Format): string {
	return format === 'xml' ? prettyXml(text) : prettyJson(text);
}
