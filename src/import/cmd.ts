// Words as the Windows command prompt reads them, in its two steps: cmd.exe looks for `^`, `%` and
// operators, and the program that is started then takes the quotes apart by Microsoft's rules for C.
import { BARE_AMPERSAND, Commands, unclosed, type Split } from './command-words';

/** A command line after cmd.exe. */
class Line {
	text = '';
	/** Where each character stood in what was pasted. */
	readonly places: number[] = [];
	/** The variables, by where they begin in `text`. */
	readonly variables = new Map<number, string>();

	take(text: string, place: number) {
		for (let index = 0; index < text.length; index += 1) this.places.push(place + index);
		this.text += text;
	}

	takeVariable(text: string, place: number) {
		this.variables.set(this.text.length, text);
		this.take(text, place);
	}

	get endsInAddress(): boolean {
		return /https?:\/\/[^\s"]*$/i.test(this.text.slice(-2000));
	}
}

const HEX_PAIR = /^[\da-f]{2}/i;

/** `%NAME%` at the beginning of a text, or null if its percent signs rather encode a URL. */
function variableOf(text: string): string | null {
	const [whole, name = ''] = /^%([A-Za-z_][\w()]*)(?::[^%\n]*)?%/.exec(text) ?? [];
	if (!whole) return null;
	return HEX_PAIR.test(name) && HEX_PAIR.test(text.slice(whole.length)) ? null : whole;
}

/** The first step: one line for each command, without the `^`s. */
function linesOf(text: string, note: (words: string) => void): Line[] {
	let line = new Line();
	const lines = [line];
	const begin = () => lines.push((line = new Line()));
	let quoted = false;
	let at = 0;
	/** Takes what begins at a place; answers how many characters that was. */
	const step = (): number => {
		const ahead = text.slice(at, at + 200);
		const character = ahead.charAt(0);
		if (ahead.startsWith('%%')) {
			line.take('%', at);
			return 2;
		}
		const variable = character === '%' ? variableOf(ahead) : null;
		if (variable) {
			line.takeVariable(variable, at);
			return variable.length;
		}
		if (character === '\n') {
			quoted = false;
			begin();
			return 1;
		}
		if (!quoted) {
			const [lineEnd, another] = /^\^\r?\n(\r?\n)?/.exec(ahead) ?? [];
			if (lineEnd) {
				if (another) line.take('\n', at);
				return lineEnd.length;
			}
			if (character === '^') {
				line.take(ahead.charAt(1), at + 1);
				return 2;
			}
			if (/^&[^\s&|]/.test(ahead) && line.endsInAddress) {
				note(BARE_AMPERSAND);
				line.take('&', at);
				return 1;
			}
			const [operator] = /^[&|]+/.exec(ahead) ?? [];
			if (operator) {
				begin();
				return operator.length;
			}
			const [redirection] = /^[<>]+&?[ \t]*[^\s&|<>]*/.exec(ahead) ?? [];
			if (redirection) {
				line.take(' ', at);
				return redirection.length;
			}
		}
		if (character === '"') quoted = !quoted;
		if (character !== '\r') line.take(character, at);
		return 1;
	};
	while (at < text.length) at += step();
	return lines;
}

/** The second step. Adds the words of a line; the place of a quote that is never closed, or null. */
function addWords({ text, variables, places }: Line, commands: Commands): number | null {
	let opened: number | null = null;
	let at = 0;
	const step = (): number => {
		const variable = variables.get(at);
		if (variable) {
			commands.addUnknown(variable);
			return variable.length;
		}
		const character = text.charAt(at);
		if (character === '\\') {
			const [whole = '', slashes = '', quote] = /^(\\+)("?)/.exec(text.slice(at)) ?? [];
			const isLiteral = slashes.length % 2 === 1;
			commands.add(quote ? slashes.slice(0, slashes.length >> 1) : slashes);
			if (quote && isLiteral) commands.add('"');
			return isLiteral ? whole.length : slashes.length;
		}
		if (character === '"') {
			if (opened !== null && text.charAt(at + 1) === '"') {
				commands.add('"');
				return 2;
			}
			commands.add('');
			opened = opened === null ? at : null;
		} else if (opened === null && /[ \t\n\v\f\r]/.test(character)) commands.endWord();
		else if (opened === null) commands.addBare(text, at, places[at]);
		else commands.add(character);
		return 1;
	};
	while (at < text.length) at += step();
	commands.endCommand();
	return opened;
}

/** Takes a text apart as the command prompt does, or a batch file as far as `%%` goes. */
export function splitCmd(text: string): Split {
	const commands = new Commands();
	const lines = linesOf(text, (words) => commands.note(words));
	for (const line of lines.filter(({ text }) => !/^\s*@?(rem\b|::)/i.test(text))) {
		const open = addWords(line, commands);
		if (open !== null) return unclosed('double quote', text, line.places[open] ?? 0);
	}
	return commands.end();
}
