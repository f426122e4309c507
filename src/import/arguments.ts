// The words after `curl` as options and addresses: https://curl.se/docs/manpage.html#OPTIONS.
import { byLetter, byName, type Flag, type Option, type Valued } from './options';
import type { Word } from './command-words';

/** One thing a command line says, in order; `name` is the option as it is written. */
export type ParsedOption =
	{ name: string; does: Valued; word: Word } | { name: string; does: Flag; word: null };

/** All that a command line says, and what is to be told of it; or what is wrong with it. */
export type ParsedOptions = { given: ParsedOption[]; notes: string[] } | { problem: string };

const isOption = (text: string) => text.startsWith('-') && text !== '-';

const unknownWithValue = (name: string, value: string) =>
	`The option ${name} is not known here, so it cannot be told whether “${value.slice(0, 40)}” belongs to it. Take the option out and paste the command again.`;

/** Reads the words after the program's name. Stops at `--next`: what follows is another request. */
export function readArguments(words: readonly Word[]): ParsedOptions {
	const given: ParsedOption[] = [];
	const notes: string[] = [];
	let at = 0;
	let onlyAddresses = false;

	/** Notes an option; with a value joined to it, or else the next word. Null: the value is missing. */
	const take = (option: Option, name: string, joined: Word | null): string | null => {
		if ('flag' in option.does) {
			given.push({ name, does: option.does.flag, word: null });
			return null;
		}
		const word = joined ?? words[at];
		if (!word) return `The option ${name} wants a value after it. Add it, or take the option out.`;
		if (!joined) at += 1;
		given.push({ name, does: option.does.valued, word });
		return null;
	};

	/** An option that is not in the table: told, if it cannot have a value. */
	const unknown = (name: string): string | null => {
		const [, long] = /^--([\w-]+)=/.exec(name) ?? [];
		if (long !== undefined && byName(long)) {
			return `curl has no option ${name.slice(0, 40)}. Put a space between --${long} and its value.`;
		}
		const next = words[at];
		const mayBeAddress = next && /^https?:\/\//i.test(next.text);
		if (next && !isOption(next.text) && !mayBeAddress) return unknownWithValue(name, next.text);
		notes.push(`The option ${name} is not known here and was left out.`);
		return null;
	};

	/** Short options, of which several may share a dash and the last may be joined to its value. */
	const letters = ({ text, unknown: variables }: Word): string | null => {
		for (let index = 1; index < text.length; index += 1) {
			const letter = text.charAt(index);
			const option = byLetter(letter);
			if (!option) {
				return index + 1 < text.length
					? unknownWithValue(`-${letter}`, text.slice(index + 1))
					: unknown(`-${letter}`);
			}
			const rest = text.slice(index + 1);
			const takesRest = 'valued' in option.does && rest !== '';
			const problem = take(
				option,
				`-${letter}`,
				takesRest ? { text: rest, unknown: variables } : null
			);
			if (problem || takesRest) return problem;
		}
		return null;
	};

	while (at < words.length) {
		const word = words[at] as Word;
		at += 1;
		let problem: string | null = null;
		if (onlyAddresses || !isOption(word.text)) {
			given.push({ name: '', does: 'url', word });
		} else if (word.text === '--') {
			onlyAddresses = true;
		} else if (word.text.startsWith('--')) {
			const option = byName(word.text.slice(2));
			problem = option ? take(option, word.text, null) : unknown(word.text);
		} else {
			problem = letters(word);
		}
		if (problem !== null) return { problem };
		if (given.at(-1)?.does === 'next') {
			notes.push('Only the first of several requests is read: what follows --next was left out.');
			break;
		}
	}
	return { given, notes };
}
