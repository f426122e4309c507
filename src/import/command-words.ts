// What a command line is taken apart into, whichever shell it was written for.
import { isDash, isTypographic, isTypographicQuote } from './typography';

/** One word of a command, as the program would get it. */
export interface Word {
	text: string;
	/** What the shell would have filled in when it runs, as it is written: `$HOME`, `%PATH%`. */
	unknown: readonly string[];
	/** The entries of a PowerShell hashtable; its `text` is then as written. */
	table?: readonly (readonly [Word, Word])[];
}

/** The commands of a text, each a list of words; or, in words, why it cannot be taken apart. */
export type Split =
	| {
			kind: 'commands';
			commands: readonly (readonly Word[])[];
			notes: readonly string[];
			/** Where a word processor has put its own characters in place of the shell's, in order. */
			replaced: readonly number[];
	  }
	| { kind: 'problem'; words: string };

/** The warning about an unquoted `&` in an address: a shell would have ended the command there. */
export const BARE_AMPERSAND =
	'The address is taken whole. In a shell, put it between quotes: an & outside of them ends the command.';

/** Where in a text something stands, as people count: from 1. */
export function placeIn(text: string, at: number): string {
	const before = text.slice(0, at).split('\n');
	return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The problem of a quote that is never closed. */
export const unclosed = (what: string, text: string, at: number): Split => ({
	kind: 'problem',
	words: `The ${what} at ${placeIn(text, at)} is never closed. Close it, or paste the command again from its beginning.`
});

/** Collects characters into words, and words into commands. */
export class Commands {
	readonly #commands: Word[][] = [];
	readonly #notes = new Set<string>();
	readonly #replaced: number[] = [];
	#words: Word[] = [];
	#text: string | null = null;
	/** Its first characters; testing the growing text itself would copy all of it each time. */
	#beginning = '';
	/** What was added last, of more than no characters. */
	#last = '';
	#unknown: string[] = [];
	#skipsNext = false;

	/** Whether the word at hand has begun; a pair of quotes begins one without adding to it. */
	get inWord(): boolean {
		return this.#text !== null;
	}

	/** Whether the word at hand looks like an address so far. */
	get inAddress(): boolean {
		return this.inWord && /^https?:\/\//i.test(this.#beginning);
	}

	add(text: string) {
		if (this.#text === null) this.#beginning = '';
		if (this.#beginning.length < 'https://'.length) this.#beginning += text.slice(0, 8);
		this.#text = (this.#text ?? '') + text;
		this.#last = text || this.#last;
	}

	/**
	 * Adds a character that stands outside of quotes, and remembers one that a word processor made of
	 * a quote, a blank or the hyphen before an option. An apostrophe within a word is meant.
	 */
	addBare(text: string, at: number, place = at) {
		const character = text.charAt(at);
		if (isTypographic(character)) {
			const isApostrophe =
				isTypographicQuote(character) &&
				this.inWord &&
				/\p{L}$/u.test(this.#last.slice(-2)) &&
				/^\p{L}/u.test(text.slice(at + 1, at + 3));
			const isWithin = isDash(character) && this.inWord;
			if (!isApostrophe && !isWithin) this.#replaced.push(place);
		}
		this.add(character);
	}

	/** Adds what only the shell knows. */
	addUnknown(text: string) {
		this.add(text);
		this.#unknown.push(text);
	}

	addTable(text: string, table: readonly (readonly [Word, Word])[]) {
		this.endWord();
		this.#words.push({ text, unknown: [], table });
	}

	note(words: string) {
		this.#notes.add(words);
	}

	endWord() {
		if (this.#text === null) return;
		if (!this.#skipsNext) this.#words.push({ text: this.#text, unknown: this.#unknown });
		this.#skipsNext = false;
		this.#text = null;
		this.#unknown = [];
	}

	/** Leaves out where output goes or input comes from: the number before `>` and the word after. */
	redirect() {
		if (/^\d*$/.test(this.#text ?? '')) this.#text = null;
		this.endWord();
		this.#skipsNext = true;
	}

	endCommand() {
		this.endWord();
		this.#skipsNext = false;
		if (this.#words.length > 0) this.#commands.push(this.#words);
		this.#words = [];
	}

	end(): Split {
		this.endCommand();
		return {
			kind: 'commands',
			commands: this.#commands,
			notes: [...this.#notes],
			replaced: this.#replaced
		};
	}
}

/**
 * A rule of a shell: what it matches (a sticky pattern) and what becomes of that. One that answers
 * false leaves its place to the rules after it.
 */
export type WordRule = readonly [
	pattern: RegExp,
	act: (match: RegExpExecArray, commands: Commands) => boolean | void
];

/** Letters mean nothing of their own to any shell: they are taken together. */
export const LETTERS: WordRule = [/[A-Za-z]{2,}/y, ([whole], commands) => commands.add(whole)];

/** Where the text goes on after the first rule that holds, or null. */
function goOn(rules: readonly WordRule[], text: string, at: number, commands: Commands) {
	for (const [pattern, act] of rules) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match && act(match, commands) !== false) return at + match[0].length;
	}
	return null;
}

/**
 * Runs through a text by the first rule that holds at each place. A character that none takes stands
 * for itself, unless it is in `quotes`: the place of such a one is the answer, else null.
 */
export function runRules(
	rules: readonly WordRule[],
	text: string,
	commands: Commands,
	quotes: Readonly<Record<string, string>> = {}
): number | null {
	let at = 0;
	while (at < text.length) {
		const next = goOn(rules, text, at, commands);
		if (next === null) {
			if (quotes[text.charAt(at)]) return at;
			commands.addBare(text, at);
		}
		at = next ?? at + 1;
	}
	return null;
}

/** Takes a text apart by rules; `quotes` names the characters that must be closed. */
export function splitBy(
	rules: readonly WordRule[],
	quotes: Readonly<Record<string, string>>,
	text: string
): Split {
	const commands = new Commands();
	const open = runRules(rules, text, commands, quotes);
	return open === null
		? commands.end()
		: unclosed(quotes[text.charAt(open)] ?? 'quote', text, open);
}
