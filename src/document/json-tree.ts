// Reads JSON as RFC 8259 defines it, and keeps the position and the spelling of every value.
import { characterAt, fail, malformedIn } from './malformed';
import type { Tree } from './tree';
import { TreeBuilder } from './tree-builder';

const SPACE = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /(?:true|false|null)(?![\w$])/y;

/** What can come next. */
type Due = 'value' | 'value or ]' | 'name' | 'name or }' | 'comma or end' | 'nothing';

/** Reads one document without recursion, so that deep nesting cannot exhaust the stack. */
class JsonReader {
	readonly builder = new TreeBuilder();
	#at = 0;
	#due: Due = 'value';
	/** The name of the next value. */
	#name: { from: number; to: number } | null = null;

	constructor(readonly text: string) {}

	read(): void {
		const { text } = this;
		if (text.startsWith('\uFEFF')) this.#at = 1;
		for (;;) {
			this.#match(SPACE);
			const char = text[this.#at];
			if (char === undefined) break;
			switch (this.#due) {
				case 'nothing':
					fail(`After the end of the document stands ${this.#next}.`, this.#at);
					break;
				case 'name':
				case 'name or }':
					if (char === '}' && this.#due === 'name or }') this.#close();
					else this.#readName();
					break;
				case 'comma or end':
					this.#readSeparator(char);
					break;
				default:
					if (char === ']' && this.#due === 'value or ]') this.#close();
					else this.#readValue(char);
			}
		}
		if (this.#due !== 'nothing') {
			const { depth, current } = this.builder;
			const missing = this.builder.kindOf(current) === 'array' ? 'an array' : 'an object';
			fail(
				depth > 0 ? `The document is cut off: ${missing} is not closed.` : 'The document is empty.',
				text.length
			);
		}
	}

	/** What comes next, for a sentence. */
	get #next(): string {
		return characterAt(this.text, this.#at) ?? 'its end';
	}

	/** Goes to the end of what a pattern finds here; false for nothing. */
	#match(pattern: RegExp): boolean {
		pattern.lastIndex = this.#at;
		if (!pattern.test(this.text)) return false;
		const isMore = pattern.lastIndex > this.#at;
		this.#at = pattern.lastIndex;
		return isMore;
	}

	/** Reads in pieces: a single expression would run out of stack in a string of some megabytes. */
	#readString(): { from: number; to: number } {
		const from = ++this.#at;
		for (;;) {
			this.#match(PLAIN);
			if (this.text[this.#at] === '"') return { from, to: this.#at++ };
			if (!this.#match(ESCAPE)) this.#failInString();
		}
	}

	/** Fails with what is wrong here in a string, or with the fact that the string never ends. */
	#failInString(): never {
		const { text } = this;
		const at = this.#at;
		let end = at;
		while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
		if (end >= text.length) fail('The document is cut off in a string.', text.length);
		fail(
			text[at] === '\\'
				? `“\\${String.fromCodePoint(text.codePointAt(at + 1) ?? 0)}” is no escape that JSON knows.`
				: 'A control character or line break stands unescaped in a string.',
			at
		);
	}

	#readName() {
		const { text } = this;
		if (text[this.#at] !== '"') {
			fail(
				text[this.#at] === '}'
					? 'A comma stands before “}”, where JSON allows none.'
					: `A name in double quotes is expected, not ${this.#next}.`,
				this.#at
			);
		}
		this.#name = this.#readString();
		this.#match(SPACE);
		if (text[this.#at] !== ':') {
			const { from, to } = this.#name;
			const written = text.slice(from, Math.min(to, from + 60));
			fail(
				this.#at < text.length
					? `After the name “${written}” a colon is expected, not ${this.#next}.`
					: 'The document is cut off after a name.',
				this.#at
			);
		}
		this.#at++;
		this.#due = 'value';
	}

	#readSeparator(char: string) {
		const inObject = this.builder.kindOf(this.builder.current) === 'object';
		if (char === (inObject ? '}' : ']')) return this.#close();
		if (char !== ',') {
			fail(`A comma or “${inObject ? '}' : ']'}” is expected, not ${this.#next}.`, this.#at);
		}
		this.#at++;
		this.#due = inObject ? 'name' : 'value';
	}

	#readValue(char: string) {
		const { builder } = this;
		const at = this.#at;
		const name = this.#name;
		this.#name = null;
		const named = {
			from: name ? name.from - 1 : at,
			nameFrom: name?.from ?? -1,
			nameTo: name?.to ?? -1
		};
		if (char === '{' || char === '[') {
			builder.open({ kind: char === '{' ? 'object' : 'array', ...named });
			builder.begin(++this.#at);
			this.#due = char === '{' ? 'name or }' : 'value or ]';
			return;
		}
		if (char === '"') {
			const { from, to } = this.#readString();
			builder.add({ kind: 'string', ...named, to: to + 1, valueFrom: from, valueTo: to });
		} else if (this.#match(LITERAL)) {
			builder.add({ kind: 'literal', ...named, to: this.#at, valueFrom: at, valueTo: this.#at });
		} else if (this.#match(NUMBER)) {
			if (/^-?0\d/.test(this.text.slice(at, at + 3))) {
				fail('Numbers in JSON cannot have leading zeros.', at);
			}
			builder.add({ kind: 'number', ...named, to: this.#at, valueFrom: at, valueTo: this.#at });
		} else {
			fail(
				char === ']'
					? 'A comma stands before “]”, where JSON allows none.'
					: `A value is expected, not ${this.#next}.`,
				at
			);
		}
		this.#due = builder.depth > 0 ? 'comma or end' : 'nothing';
	}

	#close() {
		this.builder.close(this.#at, this.#at + 1);
		this.#at++;
		this.#due = this.builder.depth > 0 ? 'comma or end' : 'nothing';
	}
}

/**
 * Reads a JSON document into a tree. Throws nothing: if the text is not JSON, the tree holds what
 * comes before the break, and `malformed` says in words what breaks it.
 */
export function readJsonTree(text: string): Tree {
	const reader = new JsonReader(text);
	const malformed = malformedIn(() => reader.read());
	return reader.builder.build('json', text, malformed);
}
