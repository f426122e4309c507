import type { HttpRequest } from '../georeport/request';
import { splitBash } from './bash';
import { splitCmd } from './cmd';
import { readCurlCommand } from './curl-command';
import { asArgument, splitPowershell } from './powershell';
import { readWebRequest } from './web-request';
import type { Split, Word } from './command-words';

/** A request read from a pasted command and what to know of it; or, in words, why there is none. */
export type ReadCurl =
	{ kind: 'request'; request: HttpRequest; notes: string[] } | { kind: 'problem'; words: string };

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

const CURL = /(?:^|[\\/])curl(?:\.exe)?$/i;
const WEB_REQUEST = /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)$/i;
/** What may stand before a command's name: variables of its own, and programs that start it. */
const BEFORE = /^(?:\w+=.*|sudo|time|command|exec|env|nohup|call|@)$/s;
/** What shells show before a command, as it is copied along. */
const PROMPT =
	/^(\s*(?:[$%❯#]|PS [^>\n]*>|[A-Za-z]:\\[^>\n]*>|[\w.-]+@[\w.-]+[: ][^\n$#%]*[$#%]))[ \t]*(?=\S)/;

/** The shells a text may be written for, the likeliest first; one alone is certain. */
function shellsOf(text: string): [Shell, ...Shell[]] {
	const [, lineEnd] =
		/^[^\n]*\b(?:curl|iwr|irm|Invoke-\w+)\b[^\n]*?([\\^`])[ \t]*\r?\n/im.exec(text) ?? [];
	if (lineEnd) return [lineEnd === '\\' ? 'bash' : lineEnd === '^' ? 'cmd' : 'powershell'];
	if (/\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b|^\s*PS [^>\n]*>/i.test(text))
		return ['powershell'];
	if (/\^["%&]|^\s*(?:rem\s|[A-Za-z]:\\[^\n>]*>)/im.test(text)) return ['cmd'];
	if (/\$['"]|'\\''/.test(text)) return ['bash'];
	if (/\bcurl\.exe\b/i.test(text)) {
		return text.includes("'") ? ['powershell'] : ['powershell', 'cmd', 'bash'];
	}
	return text.includes("'") ? ['bash', 'powershell'] : ['bash', 'cmd', 'powershell'];
}

/** The words after the name of the first command that is curl or the like, and which it is. */
function find(commands: readonly (readonly Word[])[]) {
	for (const words of commands) {
		const named = words.findIndex(({ text }) => !BEFORE.test(text));
		const name = words[named]?.text ?? '';
		const rest = words.slice(named + 1);
		if (WEB_REQUEST.test(name)) return { isCurl: false, rest };
		if (CURL.test(name)) {
			// In Windows PowerShell, `curl` alone is another name of Invoke-WebRequest.
			const isCurl = !rest.some(({ text }) =>
				/^-(?:Uri|Method|Headers|Body|ContentType)$/i.test(text)
			);
			return { isCurl, rest };
		}
	}
	return null;
}

/** Reads what one shell took apart. */
function readSplit(shell: Shell, { commands, notes }: Extract<Split, { kind: 'commands' }>) {
	const found = find(commands);
	if (!found) {
		const words =
			'This is no curl command. Paste one that begins with curl, or with Invoke-WebRequest.';
		return { kind: 'problem' as const, words };
	}
	const { isCurl, rest } = found;
	const words =
		isCurl && shell === 'powershell'
			? rest.map((word) => ({ ...word, text: asArgument(word.text) }))
			: rest;
	const read = isCurl ? readCurlCommand(words) : readWebRequest(words);
	return read.kind === 'problem' ? read : { ...read, notes: [...notes, ...read.notes] };
}

const assumed = (shell: Shell) =>
	`Read as a command for ${NAMES[shell]}; other shells read some of its characters in another way.`;

/**
 * Reads a pasted curl command as bash, the Windows command prompt or PowerShell would, and also
 * PowerShell's Invoke-WebRequest. The request is what the command would send; what it does besides,
 * and what a page cannot do, is in `notes`. Never throws: what cannot be read is a problem that
 * says what it is, where, and what to do.
 */
export function readCurl(text: string): ReadCurl {
	const pasted = text
		.replace(/^\ufeff/, ' ')
		.replace(PROMPT, (prompt) => ' '.repeat(prompt.length));
	const splits = shellsOf(text).map((shell) => ({ shell, split: SPLIT[shell](pasted) }));
	const readings = splits.flatMap(({ shell, split }) =>
		split.kind === 'problem' ? [] : [{ shell, read: readSplit(shell, split) }]
	);
	const [first, ...others] = readings;
	if (!first) {
		const [likeliest] = splits;
		return likeliest?.split.kind === 'problem'
			? likeliest.split
			: { kind: 'problem', words: 'There is nothing to read.' };
	}
	if (first.read.kind === 'problem') return first.read;
	const request = JSON.stringify(first.read.request);
	const isAmbiguous =
		readings.length < splits.length ||
		others.some(({ read }) => read.kind === 'request' && JSON.stringify(read.request) !== request);
	const notes = isAmbiguous ? [assumed(first.shell), ...first.read.notes] : first.read.notes;
	return { ...first.read, notes };
}
