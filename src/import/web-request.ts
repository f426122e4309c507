// Invoke-WebRequest and Invoke-RestMethod:
// https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest.
import { Assembly, type Assembled } from './assembly';
import type { FormPart } from './parts';
import type { Word } from './command-words';

/** Parameters that matter to the request, in the order of precedence among shortened names. */
const MEANT = ['uri', 'method', 'headers', 'body', 'contenttype', 'useragent', 'form'] as const;
type Meant = (typeof MEANT)[number];

/** Parameters that take a value and do not change what is sent, or cannot be done by a page. */
const VALUED =
	/^(websession|sessionvariable|outfile|timeoutsec|.*timeoutseconds|proxy|proxycredential|credential|certificate.*|maximum.*|retryintervalsec|httpversion|sslprotocol|authentication|token|transferencoding|infile|custommethod)$/;

/** Parameters that stand alone. */
const SWITCHES =
	/^(usebasicparsing|usedefaultcredentials|disablekeepalive|skip.*|resume|passthru|allow.*|preserve.*|noproxy|followrellink|proxyusedefaultcredentials)$/;

const encoded = (table: NonNullable<Word['table']>) =>
	new URLSearchParams(table.map(([name, value]) => [name.text, value.text])).toString();

/** Whether a word is a parameter's name, also behind a long dash; texts such as `-1` are none. */
const nameOf = ({ text, table }: Word) =>
	table ? null : /^[-\u2013-\u2015]([a-z]\w*):?$/i.exec(text)?.[1]?.toLowerCase();

/** Splits words that join a parameter and its value, such as `-Method:Post`; the value of a switch is dropped. */
const divided = (words: readonly Word[]): Word[] =>
	words.flatMap((word) => {
		const [, name, value = ''] =
			(!word.table && /^([-\u2013-\u2015][a-z]\w*):(.+)$/is.exec(word.text)) || [];
		if (name === undefined) return word;
		const isSwitch = SWITCHES.test(name.slice(1).toLowerCase());
		return [{ text: name, unknown: [] }, ...(isSwitch ? [] : [{ ...word, text: value }])];
	});

type Taken = Partial<Record<Meant, Word>>;

/** Sorts words by the parameter they belong to; the first without one is the address. */
function take(words: readonly Word[], assembly: Assembly): Taken | { problem: string } {
	const taken: Taken = {};
	let at = 0;
	while (at < words.length) {
		const word = words[at] as Word;
		at += 1;
		const name = nameOf(word);
		if (!name) {
			taken.uri ??= word;
			continue;
		}
		const value = words[at];
		const meant =
			MEANT.find((each) => each === name) ?? MEANT.find((each) => each.startsWith(name));
		if (SWITCHES.test(name)) continue;
		const isValued = meant !== undefined || VALUED.test(name);
		const hasValue = value !== undefined && (isValued || !nameOf(value));
		if (isValued && !hasValue)
			return { problem: `The parameter ${word.text} wants a value after it. Add it.` };
		if (!isValued && hasValue) {
			return {
				problem: `The parameter ${word.text} is not known here, so it cannot be told whether “${value.text.slice(0, 40)}” belongs to it. Take it out and paste the command again.`
			};
		}
		if (hasValue) at += 1;
		if (name === 'custommethod' && value) taken.method = value;
		else if (name === 'infile' && value) {
			return {
				problem: `-InFile takes the body from the file ${value.text}, which a page cannot read. Put the text after -Body instead.`
			};
		} else if (meant && value) taken[meant] = value;
		else assembly.note(`${word.text} was left out.`);
	}
	return taken;
}

/** The request that Invoke-WebRequest would send for these words, which follow its name. */
export function readWebRequest(words: readonly Word[]): Assembled {
	const assembly = new Assembly();
	const taken = take(divided(words), assembly);
	if ('problem' in taken) return { kind: 'problem', words: String(taken.problem) };
	const { uri, method, headers, body, contenttype, useragent, form } = taken as Taken;
	if (!uri) return { kind: 'problem', words: 'The command has no address. Add -Uri and the URL.' };
	for (const word of [uri, method, headers, body, contenttype, useragent, form]) {
		if (word) assembly.use(word);
		for (const pair of word?.table ?? []) pair.forEach((each) => assembly.use(each));
	}
	if (headers && !headers.table) {
		return {
			kind: 'problem',
			words: `The headers are “${headers.text.slice(0, 40)}”, which only PowerShell knows. Write them out as @{ "Name" = "value" }.`
		};
	}
	for (const [name, value] of headers?.table ?? []) {
		// Browsers copy the pseudo-headers of HTTP/2 along.
		const isPseudo = /^:?(method|authority|scheme|path)$/i.test(name.text);
		const problem = isPseudo ? null : assembly.setHeader(name.text, value.text);
		if (problem) return { kind: 'problem', words: problem };
	}
	if (contenttype) assembly.setHeader('Content-Type', contenttype.text);
	if (useragent) assembly.setHeader('User-Agent', useragent.text);

	const verb = (method?.text ?? (form ? 'POST' : 'GET')).toUpperCase();
	let url = uri.text;
	if (form) {
		const parts = (form.table ?? []).map(([name, value]): FormPart => ({
			name: name.text,
			text: value.text,
			filename: null,
			type: null
		}));
		assembly.multipart(parts);
	} else if (body?.table && verb === 'GET') {
		url += (url.includes('?') ? '&' : '?') + encoded(body.table);
	} else if (body) {
		assembly.body = body.table ? encoded(body.table) : body.text;
		if (body.table || verb === 'POST') {
			assembly.defaultHeader('Content-Type', 'application/x-www-form-urlencoded');
		}
	}
	return assembly.finish(verb, url);
}
