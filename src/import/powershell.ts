// Words as PowerShell reads them: about_Quoting_Rules, about_Parsing, about_Hash_Tables. It takes
// typographic quotes for quotes, and a no-break space for a blank.
import {
	BARE_AMPERSAND,
	Commands,
	LETTERS,
	runRules,
	unclosed,
	type WordRule,
	type Split,
	type Word
} from './command-words';

const NAMED: Readonly<Record<string, string>> = {
	0: '\0',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v'
};

function character(point: string, radix: number): string {
	const value = parseInt(point, radix);
	return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}

const CONTINUATION: WordRule = [/`\r?\n/y, () => {}];
const CODE_POINT: WordRule = [
	/`u\{([\da-f]{1,6})\}/iy,
	([, point = ''], commands) => commands.add(character(point, 16))
];
const ESCAPED: WordRule = [
	/`([^])/y,
	([, escaped = ''], commands) => commands.add(NAMED[escaped] ?? escaped)
];
/** How our own samples write what no literal can hold, and browsers all beyond ASCII. */
const CHARACTER: WordRule = [
	/\$\(\[char\](?:0x([\da-f]{1,4})|(\d{1,5}))\)/iy,
	([, hex, decimal = ''], commands) =>
		commands.add(hex ? character(hex, 16) : character(decimal, 10))
];
const EXPANSION: WordRule = [
	/\$(?:\([^)]*\)?|\{[^}]*\}?|[\w:?^$]+)/y,
	([whole], commands) => commands.addUnknown(whole)
];

const INSIDE_DOUBLE: readonly WordRule[] = [
	CODE_POINT,
	ESCAPED,
	[/(["\u201c-\u201e])\1/y, ([, quote = ''], commands) => commands.add(quote)],
	CHARACTER,
	EXPANSION,
	[/[^`$"\u201c-\u201e]+/y, ([whole], commands) => commands.add(whole)]
];

const addDouble = (inner: string, commands: Commands) => {
	commands.add('');
	runRules(INSIDE_DOUBLE, inner, commands);
};

/** What words are made of, inside hashtables as well. */
const TEXTS: readonly WordRule[] = [
	CONTINUATION,
	[/@'[ \t]*\r?\n([^]*?)\r?\n'@/y, ([, inner = ''], commands) => commands.add(inner)],
	[/@"[ \t]*\r?\n([^]*?)\r?\n"@/y, ([, inner = ''], commands) => addDouble(inner, commands)],
	[
		/['\u2018-\u201b]([^'\u2018-\u201b]*(?:['\u2018-\u201b]{2}[^'\u2018-\u201b]*)*)['\u2018-\u201b]/y,
		([, inner = ''], commands) =>
			commands.add(inner.replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, '$1'))
	],
	[
		/["\u201c-\u201e]([^"`\u201c-\u201e]*(?:(?:`[^]|["\u201c-\u201e]{2})[^"`\u201c-\u201e]*)*)["\u201c-\u201e]/y,
		([, inner = ''], commands) => addDouble(inner, commands)
	],
	CODE_POINT,
	ESCAPED,
	CHARACTER,
	EXPANSION,
	[/#/y, (_, commands) => (commands.inWord ? commands.add('#') : false)],
	[/#[^\n]*/y, () => {}],
	[/[ \t\r\u0085\u00a0]+/y, (_, commands) => commands.endWord()]
];

const IN_TABLE: readonly WordRule[] = [
	LETTERS,
	...TEXTS,
	[/[\n;]+/y, (_, commands) => commands.endCommand()],
	[/@?\([^)\n]*\)?/y, ([whole], commands) => commands.addUnknown(whole)],
	[
		/=/y,
		(_, commands) => {
			commands.endWord();
			commands.add('=');
			commands.endWord();
		}
	]
];

/** The entries of what stands between `@{` and `}`. */
function entriesOf(inner: string): [Word, Word][] {
	const commands = new Commands();
	runRules(IN_TABLE, inner, commands);
	const split = commands.end();
	return split.kind === 'commands'
		? split.commands.flatMap(([key, sign, value, ...more]): [Word, Word][] =>
				key && value && sign?.text === '=' ? [[key, whole(value, more)]] : []
			)
		: [];
}

/** A value; followed by more words it is an expression, which only PowerShell can evaluate. */
const whole = (value: Word, more: readonly Word[]): Word =>
	more.length === 0
		? value
		: { ...value, unknown: [[value, ...more].map(({ text }) => text).join(' ')] };

/** A hashtable without another inside; its texts may hold braces. */
const TABLE =
	/@\{((?:[^'"`{}\u2018-\u201e]|`[^]|'[^']*'|"(?:[^"`]|`[^])*"|[\u2018-\u201b][^\u2018-\u201b]*[\u2018-\u201b]|[\u201c-\u201e][^\u201c-\u201e]*[\u201c-\u201e])*)\}/y;

/** `([System.Text.Encoding]::UTF8.GetBytes("…"))`: the bytes of a text are that text to us. */
const BYTES_OF = /\(\[(?:System\.)?Text\.Encoding\]::UTF8\.GetBytes\((?=["'])/iy;

function rules(): readonly WordRule[] {
	let openBytes = 0;
	return [
		LETTERS,
		[TABLE, ([whole, inner = ''], commands) => commands.addTable(whole, entriesOf(inner))],
		[/@\{/y, ([whole], commands) => commands.addUnknown(whole)],
		[BYTES_OF, () => void (openBytes = 2)],
		[
			/\)/y,
			() => {
				openBytes -= 1;
				return openBytes >= 0;
			}
		],
		[
			/\([^)\n]*\)?/y,
			([whole], commands) => (commands.inWord ? false : commands.addUnknown(whole))
		],
		...TEXTS,
		[/\n+/y, (_, commands) => commands.endCommand()],
		[
			/&(?=[^\s&;|])/y,
			(_, commands) => {
				if (!commands.inAddress) return false;
				commands.note(BARE_AMPERSAND);
				commands.add('&');
				return true;
			}
		],
		[/[;|&]+/y, (_, commands) => commands.endCommand()],
		[/\d?>+(?:&\d)?/y, (_, commands) => (commands.inWord ? false : commands.redirect())]
	];
}

const QUOTES: Readonly<Record<string, string>> = Object.fromEntries([
	...[..."'\u2018\u2019\u201a\u201b"].map((quote) => [quote, 'single quote']),
	...[...'"\u201c\u201d\u201e'].map((quote) => [quote, 'double quote'])
]);

/** Takes a text apart as PowerShell does, without filling in variables or running commands in it. */
export function splitPowershell(text: string): Split {
	const commands = new Commands();
	const open = runRules(rules(), text, commands, QUOTES);
	return open === null
		? commands.end()
		: unclosed(QUOTES[text.charAt(open)] ?? 'quote', text, open);
}

/**
 * An argument as curl.exe gets it: Windows PowerShell hands double quotes on as they are, so those
 * that are meant have a backslash, which the program takes off. PowerShell 7 needs none.
 */
export const asArgument = (text: string): string =>
	/(?<!\\)(?:\\\\)*"/.test(text)
		? text
		: text.replace(/(\\*)\\"/g, (_, slashes: string) => `${slashes.slice(0, slashes.length / 2)}"`);
