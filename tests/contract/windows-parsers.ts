// How Windows parses commands, written from its documentation and not from our writers: cmd
// ("Command shell overview" and "Parsing C command-line arguments") and PowerShell
// (about_Quoting_Rules, about_Special_Characters, about_Parsing).

/**
 * Returns the arguments that a C program gets from a command line, by the rules since 2008:
 * backslashes are special only before a double quote, and `""` inside quotes is one quote.
 */
export function splitArguments(line: string): string[] {
	const found: string[] = [];
	let current: string | null = null;
	let quoted = false;
	for (let at = 0; at < line.length;) {
		const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
		const next = line[at + slashes];
		if (slashes > 0) {
			const literal = next === '"' ? Math.floor(slashes / 2) : slashes;
			current = (current ?? '') + '\\'.repeat(literal);
			at += slashes;
			if (next === '"' && slashes % 2 === 1) {
				current += '"';
				at += 1;
			}
		} else if (next === '"') {
			if (quoted && line[at + 1] === '"') {
				current += '"';
				at += 2;
			} else {
				quoted = !quoted;
				current ??= '';
				at += 1;
			}
		} else if (!quoted && (next === ' ' || next === '\t')) {
			if (current !== null) found.push(current);
			current = null;
			at += 1;
		} else {
			current = (current ?? '') + next;
			at += 1;
		}
	}
	return current === null ? found : [...found, current];
}

/** Variables that are set at the prompt, with names that occur in the corpus. */
const VARIABLES: Readonly<Record<string, string>> = { path: 'C:\\Windows', h: 'H', os: 'NT' };

/** At the prompt an unknown name between percent signs stays unchanged. */
const expandAtPrompt = (text: string): string => {
	const [, before = '', name = '', after = ''] = /^([^%]*%)([^%]+)(%[^]*)$/.exec(text) ?? [];
	if (!name) return text;
	const value = VARIABLES[name.toLowerCase()];
	return value === undefined
		? before + name + expandAtPrompt(after)
		: before.slice(0, -1) + value + expandAtPrompt(after.slice(1));
};

/** In a batch file `%%` is a percent sign, `%1` an argument, and an unknown variable empty. */
const expandInBatch = (text: string) =>
	text.replace(/%%|%[\d*]|%([^%]+)%/g, (found, name?: string) =>
		found === '%%' ? '%' : name === undefined ? '' : (VARIABLES[name.toLowerCase()] ?? '')
	);

/**
 * Returns the arguments of the commands that cmd starts; throws if a special character would act.
 */
export function readCmd(text: string, where: 'prompt' | 'batch'): string[][] {
	const expand = where === 'prompt' ? expandAtPrompt : expandInBatch;
	const lines = text.replace(/\^\n/g, '').split('\n');
	return lines
		.filter((line) => line !== '' && !line.startsWith('rem '))
		.map((line) => {
			if (line.length > 8191) throw new Error('cmd takes 8,191 characters.');
			let handed = '';
			let quoted = false;
			const expanded = expand(line);
			for (let at = 0; at < expanded.length; at += 1) {
				const mark = expanded[at] ?? '';
				if (mark === '"') quoted = !quoted;
				if (!quoted && mark === '^') {
					at += 1;
					handed += expanded[at] ?? '';
				} else if (!quoted && /[&|<>]/.test(mark)) {
					throw new Error(`cmd would act on ${mark} in ${line}`);
				} else handed += mark;
			}
			return splitArguments(handed);
		});
}

/** Returns the length and the value of the string or bare word at the start of a text. */
function readPowershellWord(text: string, variables: Record<string, string>): [number, string] {
	const isSingle = (mark = '') => /['\u2018-\u201b]/.test(mark);
	const isDouble = (mark = '') => /["\u201c-\u201e]/.test(mark);
	let value = '';
	let at = 1;
	if (isSingle(text[0])) {
		for (; at < text.length; at += 1) {
			if (isSingle(text[at])) {
				if (!isSingle(text[at + 1])) return [at + 1, value];
				at += 1;
			}
			value += text[at];
		}
	} else if (isDouble(text[0])) {
		const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
		for (; at < text.length; at += 1) {
			const mark = text[at] ?? '';
			const rest = text.slice(at);
			const code = /^\$\(\[char\]0x([0-9a-f]+)\)/.exec(rest);
			const variable = /^\$((?:env:)?\w+)/.exec(rest);
			if (isDouble(mark)) return [at + 1, value];
			if (mark === '`') {
				at += 1;
				value += named[text[at] ?? ''] ?? text[at];
			} else if (code) {
				value += String.fromCharCode(Number.parseInt(code[1] ?? '', 16));
				at += code[0].length - 1;
			} else if (variable) {
				value += variables[variable[1] ?? ''] ?? '';
				at += variable[0].length - 1;
			} else if (mark === '$' && text[at + 1] === '(') throw new Error('A subexpression runs.');
			else value += mark;
		}
	} else {
		const word = /^[\w.:-]+/.exec(text)?.[0];
		if (!word) throw new Error(`PowerShell would act on ${text.slice(0, 20)}`);
		return [word.length, word];
	}
	throw new Error('A string has no end.');
}

/** The processes that a PowerShell script starts and the files it writes. */
export interface PowershellRun {
	argv: string[];
	files: Record<string, string>;
}

/**
 * Runs the statements that the samples use. Version 5.1 puts quotes around arguments with a space,
 * changes nothing else, and loses empty ones; 7.3 quotes them so that they arrive unchanged, unless
 * set to do as 5.1.
 */
export function runPowershell(text: string, version: '5.1' | '7.3'): PowershellRun {
	const variables: Record<string, string> = { 'env:TEMP': 'C:\\Users\\A B\\Temp' };
	const files: Record<string, string> = {};
	const words: string[] = [];
	let rest = text;
	let legacy = version === '5.1';
	const take = (pattern: RegExp) => {
		const found = pattern.exec(rest);
		if (found) rest = rest.slice(found[0].length);
		return found;
	};
	const word = () => {
		const [length, value] = readPowershellWord(rest, variables);
		rest = rest.slice(length);
		return value;
	};
	while (!rest.startsWith('curl.exe')) {
		const assigned = take(/^\$(\w+) = /);
		if (assigned) {
			const value = word();
			variables[assigned[1] ?? ''] = value;
			if (assigned[1] === 'PSNativeCommandArgumentPassing') legacy = value === 'Legacy';
			take(/^ +#[^\n]*/);
		} else if (take(/^\[IO\.File\]::WriteAllText\(\$body, /)) {
			let written = word();
			while (take(/^ \+\s+/)) written += word();
			files[variables['body'] ?? ''] = written;
			if (!take(/^\)/)) throw new Error(`Not closed: ${rest.slice(0, 40)}`);
		} else throw new Error(`Not understood: ${rest.slice(0, 40)}`);
		if (!take(/^\n/)) throw new Error(`Not ended: ${rest.slice(0, 40)}`);
	}
	while (rest !== '\n') {
		words.push(word());
		take(/^ `\n +| +/);
	}
	const handedOn = words
		.filter((each) => each !== '')
		.map((each) => (/\s/.test(each) ? `"${each}"` : each));
	return { argv: legacy ? splitArguments(handedOn.join(' ')) : words, files };
}
