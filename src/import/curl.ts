import { BOUNDS } from '../georeport/bounds';
import type { HttpRequest } from '../georeport/request';
import { splitBash } from './bash';
import { splitCmd } from './cmd';
import { readCurlCommand } from './curl-command';
import { placeIn, type Split, type Word } from './command-words';
import { byName } from './options';
import { asArgument, splitPowershell } from './powershell';
import { isDash, namesOf, plainAt, plainText, typographicIn } from './typography';
import { readWebRequest } from './web-request';

/**
 * A request read from a pasted command and what to know of it; or, in words, why there is none.
 * `none`: the text holds no command. `plain`: the text as it reads once the characters that a word
 * processor put into it are plain ones.
 */
export type ReadCurl =
	| { kind: 'request'; request: HttpRequest; notes: string[] }
	| { kind: 'problem'; words: string; plain?: string }
	| { kind: 'none'; words: string };

const NO_COMMAND = {
	kind: 'none',
	words: 'This is not a curl command. Paste one that begins with curl, or with Invoke-WebRequest.'
} as const;

type Shell = 'bash' | 'cmd' | 'powershell';

const SPLIT: Readonly<Record<Shell, (text: string) => Split>> = {
	bash: splitBash,
	cmd: splitCmd,
	powershell: splitPowershell
};

const NAMES: Readonly<Record<Shell, string>> = {
	bash: 'bash',
	cmd: 'the Windows command prompt',
	powershell: 'PowerShell'
};

const CURL = /(?:^|[\\/])curl(?:\.exe|:[\w.-]+)?$/i;
const WEB_REQUEST = /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)$/i;
/** What may stand before a command's name: variables of its own, and programs that start it. */
const BEFORE = /^(?:\w+=.*|sudo|time|command|exec|env|nohup|call|@)$/s;
/** The name of a program that is read here, as a word of its own. */
const COMMAND_NAME = /(?<!\w)(?:curl|invoke-webrequest|invoke-restmethod|iwr|irm)(?!\w)/i;
const ADDRESS = /^(?:[\w+.-]+:\/\/|--url$|-uri$)/i;

/** What of a line before a command's name is a prompt: `$ `, `PS C:\>`, `me@host ~ % `. */
const PROMPT =
	/^(?!\s*#)[^'"]*[$%>❯➜](?:[ \t]+~)?(?=[ \t]*(?:(?:sudo|time|exec|\w+=\S*) )*(?:[\w./\\:-]*[\\/])?$)/;
/** The prompt of root, if it is no remark. */
const ROOT_PROMPT = /^[^'"]*#(?=[ \t]*(?:[\w./-]*\/)?$)/;
/** What shells show before the lines that go on with a command. */
const GOES_ON = /^(?:>>?|More\?)[ \t]?/;
/** A command inside another: `$(curl …)`, `(iwr …).Content`. */
const INSIDE =
	/\([ \t]*(?=(?:[\w./-]{0,100}\/)?(?:curl|iwr|irm|Invoke-(?:WebRequest|RestMethod))\b)/i;
/** How far into a line a prompt goes. */
const LONGEST_PROMPT = 200;

/** A text without what is round a command in a document: the marks of a code block, signs of a mail. */
function withoutFrame(text: string): string {
	const lines = text
		.replace(/^\ufeff/, '')
		.split('\n')
		.filter((line) => !/^\s*(?:```|~~~)[\w-]*\s*$/.test(line));
	const [first = '', ...others] = lines;
	const goesOn =
		others.length > 0 && others.every((line) => GOES_ON.test(line) || line.trim() === '');
	const joined = goesOn ? [first, ...others.map((line) => line.replace(GOES_ON, ''))] : lines;
	return joined.join('\n').replace(/^\s*`([^`]*)`\s*$/, '$1');
}

const blanked = (match: string) => ' '.repeat(match.length);

/** A text with blanks for what a prompt has left of each line that has a command's name. */
const withoutPrompts = (text: string, prompt: RegExp): string =>
	text
		.split('\n')
		.map((line) => {
			const at = line.slice(0, LONGEST_PROMPT).search(COMMAND_NAME);
			return at < 0 ? line : line.slice(0, at).replace(prompt, blanked) + line.slice(at);
		})
		.join('\n');

/** The readings of a text, the likeliest first: a later one counts where none before has a command. */
function* attempts(text: string): Generator<string> {
	const framed = withoutFrame(text);
	const prompted = withoutPrompts(framed, PROMPT);
	yield prompted;
	yield withoutPrompts(prompted, ROOT_PROMPT);
	const inside = INSIDE.exec(prompted);
	if (inside) {
		const end = prompted.lastIndexOf(')');
		yield prompted.slice(inside.index + 1, end > inside.index ? end : undefined);
	}
}

/** The shells a text may be written for, the likeliest first; one alone is certain. */
function shellsOf(text: string): [Shell, ...Shell[]] {
	const lines = text.split('\n');
	const lineEnd = lines
		.slice(0, -1)
		.filter((line) => COMMAND_NAME.test(line))
		.map((line) => line.trimEnd().at(-1) ?? '')
		.find((sign) => /[\\^`]/.test(sign));
	if (lineEnd) return [lineEnd === '\\' ? 'bash' : lineEnd === '^' ? 'cmd' : 'powershell'];
	if (/\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b|^\s*PS [^>\n]*>/i.test(text))
		return ['powershell'];
	if (/(?:^|\s)\^"|^[^\S\n]*(?:rem\s|[A-Za-z]:\\[^\n>]*>)/im.test(text)) return ['cmd'];
	// The prompt has no single quotes, so a word in them is for another shell.
	if (/\^["%&]/.test(text)) return /(?:^|\s)\$?'/.test(text) ? ['bash', 'cmd'] : ['cmd'];
	if (/\$['"]|'\\''/.test(text)) return ['bash'];
	if (/\bcurl\.exe\b/i.test(text)) {
		return text.includes("'") ? ['powershell'] : ['powershell', 'cmd', 'bash'];
	}
	return text.includes("'") ? ['bash', 'powershell'] : ['bash', 'cmd', 'powershell'];
}

/** A command that is curl or the like: what stands before its name and after it, and which it is. */
interface Found {
	isCurl: boolean;
	before: readonly Word[];
	rest: readonly Word[];
}

const isNamed = ({ text }: Word) => CURL.test(text) || WEB_REQUEST.test(text);

function foundAt(words: readonly Word[], at: number): Found {
	const [before, rest] = [words.slice(0, at), words.slice(at + 1)];
	// In Windows PowerShell, `curl` alone is another name of Invoke-WebRequest.
	const isCurl =
		CURL.test(words[at]?.text ?? '') &&
		!rest.some(({ text }) =>
			/^[-\u2013-\u2015](?:Uri|Method|Headers|Body|ContentType)$/i.test(text)
		);
	return { isCurl, before, rest };
}

/** The first command that is curl or the like; failing that, the first that starts it with an address. */
function find(commands: readonly (readonly Word[])[]): Found | null {
	for (const words of commands) {
		const at = words.findIndex(({ text }) => !BEFORE.test(text));
		const name = words[at];
		if (name && isNamed(name)) return { ...foundAt(words, at), before: [] };
	}
	for (const words of commands) {
		const address = words.findLastIndex(({ text }) => ADDRESS.test(text));
		const at = words.slice(0, Math.max(0, address)).findIndex(isNamed);
		if (at >= 0) return foundAt(words, at);
	}
	return null;
}

const wrappedWords = (words: readonly Word[]) =>
	`“${words
		.map(({ text }) => text)
		.join(' ')
		.slice(0, 60)}” before the command was left out.`;

/** Said of a text with typographic characters where a shell needs plain ones. */
function replacedWords(text: string, places: readonly number[]): string {
	const [first = 0] = places;
	const names = namesOf([...new Set(places.map((at) => text.charAt(at)))]);
	return (
		`The command has ${names} where a shell needs plain characters, first at ${placeIn(text, first)}. ` +
		'A word processor or a chat program puts them there. Read them as plain ones, or correct the command.'
	);
}

const isLong = (name: string) => byName(name) !== null;

/** Reads what one shell took apart; `replaced` are the places that stand in the way. */
function readSplit(shell: Shell, split: Extract<Split, { kind: 'commands' }>, text: string) {
	const { commands, notes } = split;
	const found = find(commands);
	// PowerShell takes long dashes for hyphens, and so reads its own parameters all the same.
	const replaced = split.replaced.filter(
		(at) => found?.isCurl !== false || !isDash(text.charAt(at))
	);
	if (!found) return { read: NO_COMMAND, replaced };
	const { isCurl, before, rest } = found;
	const words =
		isCurl && shell === 'powershell'
			? rest.map((word) => ({ ...word, text: asArgument(word.text) }))
			: rest;
	const read = isCurl ? readCurlCommand(words) : readWebRequest(words);
	if (read.kind === 'problem') return { read, replaced };
	const started = before.length > 0 ? [wrappedWords(before)] : [];
	return { read: { ...read, notes: [...notes, ...started, ...read.notes] }, replaced };
}

const assumed = (shell: Shell) =>
	`Read as a command for ${NAMES[shell]}; other shells read some of its characters in another way.`;

/** Reads one attempt as the shells in question do; what the first of them says counts. */
function readAs(
	shells: readonly Shell[],
	pasted: string
): ReadCurl & { replaced?: readonly number[] } {
	const splits = shells.map((shell) => ({ shell, split: SPLIT[shell](pasted) }));
	const readings = splits.flatMap(({ shell, split }) =>
		split.kind === 'problem' ? [] : [{ shell, ...readSplit(shell, split, pasted) }]
	);
	const [first, ...others] = readings;
	if (!first) {
		const [likeliest] = splits;
		return likeliest?.split.kind === 'problem' ? likeliest.split : NO_COMMAND;
	}
	const { read, replaced } = first;
	if (replaced.length > 0 && COMMAND_NAME.test(pasted)) {
		return { kind: 'problem', words: replacedWords(pasted, replaced), replaced };
	}
	if (read.kind !== 'request') return read;
	const request = JSON.stringify(read.request);
	const isAmbiguous =
		readings.length < splits.length ||
		others.some(({ read }) => read.kind === 'request' && JSON.stringify(read.request) !== request);
	return isAmbiguous ? { ...read, notes: [assumed(first.shell), ...read.notes] } : read;
}

/** The first attempt that has a command, and what came of it. */
function readAttempts(text: string) {
	const shells = shellsOf(text);
	for (const pasted of new Set(attempts(text))) {
		const { replaced = [], ...read } = readAs(shells, pasted);
		if (read.kind !== 'none') return { read, pasted, replaced };
	}
	return { read: NO_COMMAND, pasted: text, replaced: [] };
}

/** A text with plain characters where that makes a command of it: as few as possible are replaced. */
function inPlain(pasted: string, replaced: readonly number[]): string | null {
	const texts = [plainAt(pasted, replaced, isLong), plainText(pasted, isLong)];
	return (
		texts.find((text) => text !== pasted && readAttempts(text).read.kind === 'request') ?? null
	);
}

/**
 * Reads a pasted curl command as bash, the Windows command prompt or PowerShell would, and also
 * PowerShell's Invoke-WebRequest; prompts, remarks and other commands around it do not count. The
 * request is what the command would send; what it does besides, and what a page cannot do, is in
 * `notes`. Never throws: what cannot be read is a problem that says what it is, where, and what to do.
 */
export function readCurl(text: string): ReadCurl {
	const { value, words } = BOUNDS.pastedLength;
	if (text.length > value) return { kind: 'problem', words };
	if (!COMMAND_NAME.test(text)) return NO_COMMAND;
	const { read, pasted, replaced } = readAttempts(text);
	if (read.kind !== 'problem') return read;
	const plain = typographicIn(pasted).length > 0 ? inPlain(pasted, replaced) : null;
	return plain === null ? read : { ...read, plain };
}
