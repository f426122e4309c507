// What curl would send: https://curl.se/docs/manpage.html.
import type { HttpRequest } from '../georeport/request';
import { readArguments, type ParsedOption } from './arguments';
import { Assembly, type Assembled } from './assembly';
import { encodedData, formPart, fromFile, type FormPart } from './parts';
import type { Word } from './command-words';

const FORM = 'application/x-www-form-urlencoded';

/** What the options say together, before it is put into a request. */
class Command {
	readonly assembly = new Assembly();
	readonly data: string[] = [];
	readonly parts: FormPart[] = [];
	readonly query: string[] = [];
	readonly jsons: string[] = [];
	readonly urls: string[] = [];
	method: string | null = null;
	isGet = false;
	isHead = false;
	globs = true;
	credentials: string | null = null;
	/** Headers that options of their own set; `-H` overrides them, and an empty value sends none. */
	readonly headers = new Map<string, string>();
	/** The option by which the credentials are only sent when the server asks for them. */
	challenge: string | null = null;

	/** Takes one option; why it cannot be taken, in words, or null. */
	take(one: ParsedOption): string | null {
		if (one.word === null) return this.#flag(one.name, one.does);
		const { name, does, word } = one;
		if (does === 'ignored') return null;
		if (does === 'told') {
			this.assembly.note(`${name} was left out: a page cannot do that.`);
			return null;
		}
		this.assembly.use(word);
		return this.#value(name, does, word);
	}

	#flag(name: string, does: ParsedOption['does']): null {
		if (does === 'get') this.isGet = true;
		if (does === 'head') this.isHead = true;
		if (does === 'no pattern') this.globs = false;
		if (does === 'challenge') this.challenge = name;
		if (does === 'told') this.assembly.note(`${name} was left out: a page cannot do that.`);
		if (does === 'certificate') {
			this.assembly.note('-k was left out: browsers always check certificates.');
		}
		return null;
	}

	#value(name: string, does: ParsedOption['does'], { text }: Word): string | null {
		switch (does) {
			case 'url':
				this.urls.push(text);
				return null;
			case 'method':
				this.method = text;
				return null;
			case 'header':
				return text.startsWith('@')
					? fromFile(name, text.slice(1))
					: this.assembly.headerLine(text);
			case 'data':
				if (text.startsWith('@')) return fromFile(name, text.slice(1));
				this.data.push(text);
				return null;
			case 'raw data':
				this.data.push(text);
				return null;
			case 'encoded data':
			case 'query':
				return this.#encoded(name, does, text);
			case 'json':
				if (text.startsWith('@')) return fromFile(name, text.slice(1));
				this.jsons.push(text);
				return null;
			case 'form':
			case 'form text':
				return this.#part(name, text, does === 'form text');
			case 'user':
				this.credentials = text;
				return null;
			case 'bearer':
				this.headers.set('Authorization', `Bearer ${text}`);
				return null;
			case 'user agent':
				this.headers.set('User-Agent', text);
				return null;
			case 'referer':
				this.headers.set('Referer', text.replace(/;auto$/, ''));
				return null;
			case 'range':
				this.headers.set('Range', `bytes=${text}`);
				return null;
			case 'cookie':
				if (text.includes('=')) {
					const earlier = this.headers.get('Cookie');
					this.headers.set('Cookie', earlier === undefined ? text : `${earlier};${text}`);
				} else
					this.assembly.note(
						`The cookies in the file ${text} were left out: a page cannot read it.`
					);
				return null;
			case 'file':
				return fromFile(name, text);
			default:
				return null;
		}
	}

	#encoded(name: string, does: 'encoded data' | 'query', text: string): string | null {
		// A leading + tells that the rest is encoded already.
		const isRaw = does === 'query' && text.startsWith('+');
		const encoded = isRaw ? { made: text.slice(1) } : encodedData(name, text);
		if ('problem' in encoded) return encoded.problem;
		(does === 'query' ? this.query : this.data).push(encoded.made);
		return null;
	}

	#part(name: string, text: string, isText: boolean): string | null {
		const read = formPart(text, isText);
		if (!read) return `${name} wants name=content; “${text.slice(0, 40)}” has no =. Add the name.`;
		if ('problem' in read) return read.problem;
		const { part, cut, unheeded } = read.made;
		if (!isText && /^[^=]*=[@<]/.test(text)) {
			this.assembly.note(
				`The content of the file ${part.filename ?? text.split('=<')[1] ?? ''} is not read: a page cannot do that. The part ${part.name} is empty.`
			);
		} else if (cut.length > 0) {
			this.assembly.note(cutWords(part, cut.join('; ')));
		}
		if (unheeded.length > 0) {
			this.assembly.note(
				`${unheeded.join(' and ')} of ${name} was left out: a page cannot do that.`
			);
		}
		this.parts.push(part);
		return null;
	}
}

/** Said where curl does not send all of a text, as it warns itself. */
const cutWords = ({ name, text }: FormPart, cut: string) =>
	`curl sends ${text === '' ? 'nothing' : `only “${text.slice(0, 40)}”`} for ${name}: it leaves out “${cut.slice(0, 40)}”. ` +
	`To send all of it, write --form-string '${name}=…', or put the value in double quotes inside -F.`;

/** Whether curl would read brackets or braces in an address as a pattern; those of an IPv6 host are not one. */
const hasPattern = (url: string): boolean =>
	[
		...url
			.replace(/^(\w+:\/\/(?:[^/?#@]*@)?)\[[\da-f:.%]+\]/i, '$1')
			.matchAll(/\[([^[\]]*)\]|\{[^{}]*\}/g)
	].some(([, inside]) => inside === undefined || /[-,\w]/.test(inside));

const withQuery = (url: string, query: string) => {
	if (!query) return url;
	const [address = '', ...fragment] = url.split('#');
	const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
	return [address + joint + query, ...fragment].join('#');
};

/** Why options do not go together, as curl would say, or null. */
function contradiction({ data, parts, jsons, isGet, isHead }: Command): string | null {
	const bodies = [data.length > 0, parts.length > 0, jsons.length > 0];
	if (bodies.filter(Boolean).length > 1) {
		return 'The command has more than one kind of body (-d, -F, --json). Keep one of them.';
	}
	const hasBody = parts.length > 0 || (!isGet && bodies.some(Boolean));
	return hasBody && isHead
		? 'The command asks for HEAD (-I) and has a body. Take one of them out, or add -G.'
		: null;
}

/** The request curl would send for these words, which follow the program's name. */
export function readCurlCommand(words: readonly Word[]): Assembled {
	const all = readArguments(words);
	if ('problem' in all) return { kind: 'problem', words: all.problem };
	const command = new Command();
	const { assembly } = command;
	all.notes.forEach((note) => assembly.note(note));
	for (const one of all.given) {
		const problem = command.take(one);
		if (problem !== null) return { kind: 'problem', words: problem };
	}
	const problem = contradiction(command);
	if (problem !== null) return { kind: 'problem', words: problem };

	const { data, parts, jsons, query, urls, isGet, isHead, credentials } = command;
	const [url] = urls;
	if (url === undefined) {
		return { kind: 'problem', words: 'The command has no address. Add the URL after curl.' };
	}
	if (urls.length > 1) {
		assembly.note(`The command has ${urls.length} addresses; only the first, ${url}, is read.`);
	}
	if (command.globs && hasPattern(url)) {
		assembly.note(
			'curl reads brackets and braces in an address as a pattern; here they stay as they are.'
		);
	}
	for (const [name, value] of command.headers) if (value) assembly.defaultHeader(name, value);
	if (command.challenge !== null) {
		assembly.note(
			`${command.challenge} was left out, and the user with it: curl waits until the server asks, which a page cannot do.`
		);
	} else if (credentials !== null) assembly.basic(credentials);
	const joined = data.length + jsons.length > 0 ? data.join('&') + jsons.join('') : null;
	const inQuery = isGet && joined !== null ? [...query, joined] : query;
	const hasBody = parts.length > 0 || (joined !== null && !isGet);
	if (hasBody) {
		if (parts.length > 0) assembly.multipart(parts);
		else assembly.body = joined;
		if (data.length > 0) assembly.defaultHeader('Content-Type', FORM);
	}
	if (jsons.length > 0) {
		assembly.defaultHeader('Content-Type', 'application/json');
		assembly.defaultHeader('Accept', 'application/json');
	}
	const method: HttpRequest['method'] =
		command.method ?? (isHead ? 'HEAD' : hasBody ? 'POST' : 'GET');
	return assembly.finish(method, withQuery(url, inQuery.filter(Boolean).join('&')));
}
