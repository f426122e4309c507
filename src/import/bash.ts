// Words as bash and zsh read them: https://www.gnu.org/software/bash/manual/bash.html#Quoting.
import {
	BARE_AMPERSAND,
	LETTERS,
	runRules,
	splitBy,
	type Commands,
	type WordRule,
	type Split
} from './command-words';

const NAMED: Readonly<Record<string, number>> = {
	a: 7,
	b: 8,
	e: 27,
	E: 27,
	f: 12,
	n: 10,
	r: 13,
	t: 9,
	v: 11
};

const ESCAPE =
	/\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([^])|([^]))/g;

/** What one escape stands for, as bytes of UTF-8; an unknown one stands for itself. */
function bytesOf([whole, octal, hex, short, long, control, other = '']: RegExpExecArray) {
	const utf8 = (text: string) => [...new TextEncoder().encode(text)];
	if (octal) return [parseInt(octal, 8) & 0xff];
	if (hex) return [parseInt(hex, 16)];
	const point = short ?? long;
	if (point) {
		const value = parseInt(point, 16);
		return utf8(value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd');
	}
	if (control) return [control.charCodeAt(0) & 0x1f];
	if (/[\\'"?]/.test(other)) return utf8(other);
	return NAMED[other] === undefined ? utf8(whole) : [NAMED[other]];
}

/** The text of `$'…'`: escapes stand for bytes, which together are UTF-8; a NUL ends it. */
function ansiText(inner: string): string {
	if (!inner.includes('\\')) return inner;
	const bytes: number[] = [];
	const push = (some: Iterable<number>) => {
		for (const byte of some) bytes.push(byte);
	};
	let end = 0;
	for (const match of inner.matchAll(ESCAPE)) {
		push(new TextEncoder().encode(inner.slice(end, match.index)));
		push(bytesOf(match));
		end = match.index + match[0].length;
	}
	push(new TextEncoder().encode(inner.slice(end)));
	const nul = bytes.indexOf(0);
	const kept = Uint8Array.from(nul < 0 ? bytes : bytes.slice(0, nul));
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept);
}

const EXPANSION = /\$(?:[A-Za-z_]\w*|\{[^}]*\}?|\([^)]*\)?|[\d@*#?$!-])|`[^`]*`/y;

const INSIDE_DOUBLE: readonly WordRule[] = [
	[/\\\r?\n/y, () => {}],
	[/\\([$`"\\])/y, ([, character = ''], commands) => commands.add(character)],
	[EXPANSION, ([whole], commands) => commands.addUnknown(whole)],
	[/[^\\$`]+/y, ([whole], commands) => commands.add(whole)]
];

/** Adds the text between double quotes, where `$` and backticks keep their meaning. */
function addDouble(inner: string, commands: Commands) {
	commands.add('');
	runRules(INSIDE_DOUBLE, inner, commands);
}

const RULES: readonly WordRule[] = [
	LETTERS,
	[/\\\r?\n/y, () => {}],
	[/\r?\n/y, (_, commands) => commands.endCommand()],
	[/[ \t\r]+/y, (_, commands) => commands.endWord()],
	[/'([^']*)'/y, ([, inner = ''], commands) => commands.add(inner)],
	[/\$'([^'\\]*(?:\\[^][^'\\]*)*)'/y, ([, inner = ''], commands) => commands.add(ansiText(inner))],
	[/\$?"([^"\\]*(?:\\[^][^"\\]*)*)"/y, ([, inner = ''], commands) => addDouble(inner, commands)],
	[/\\([^])/y, ([, character = ''], commands) => commands.add(character)],
	[/\\$/y, () => {}],
	[EXPANSION, ([whole], commands) => commands.addUnknown(whole)],
	[/\$(?!['"])/y, (_, commands) => commands.add('$')],
	[/#/y, (_, commands) => (commands.inWord ? commands.add('#') : false)],
	[/#[^\n]*/y, () => {}],
	[
		/&(?=[^\s&;|<>])/y,
		(_, commands) => {
			if (!commands.inAddress) return false;
			commands.note(BARE_AMPERSAND);
			commands.add('&');
			return true;
		}
	],
	[/[;&|]+/y, (_, commands) => commands.endCommand()],
	[/[<>]+[&|]?/y, (_, commands) => commands.redirect()]
];

/** Takes a text apart as bash does, without filling in variables or running commands in it. */
export const splitBash = (text: string): Split =>
	splitBy(
		RULES,
		{ "'": 'single quote', '"': 'double quote', '`': 'backtick', $: 'quote after $' },
		text
	);
