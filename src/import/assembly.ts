// A request put together from what a command says, whichever program the command is for.
import { parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';
import { multipart, type FormPart } from './parts';
import type { Word } from './command-words';

/** A request and what is to be told of it; or, in words, why there is none. */
export type Assembled =
	{ kind: 'request'; request: HttpRequest; notes: string[] } | { kind: 'problem'; words: string };

/** RFC 9110, "token". */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/** What browsers set themselves and let no page set: https://fetch.spec.whatwg.org/#forbidden-request-header. */
const BROWSERS_OWN =
	/^(accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

const base64 = (text: string) =>
	btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Collects headers, body and notes; `finish` makes the request of them. */
export class Assembly {
	body: string | null = null;
	readonly #headers = new Map<string, [name: string, value: string]>();
	readonly #removed = new Set<string>();
	readonly #notes = new Set<string>();
	readonly #unknown = new Set<string>();

	note(words: string) {
		this.#notes.add(words);
	}

	/** Remembers what of a word only the shell knows: then there can be no request. */
	use(word: Word) {
		word.unknown.forEach((text) => this.#unknown.add(text));
	}

	hasHeader = (name: string) => this.#headers.has(name.toLowerCase());

	/**
	 * Sets a header in place of an earlier one, its value on one line and without blanks around it; why its
	 * name will not do, or null.
	 */
	setHeader(name: string, value: string): string | null {
		if (!TOKEN.test(name))
			return `“${name.slice(0, 40)}” cannot be the name of a header. Correct it.`;
		const line = value.replace(/[\r\n]+/g, ' ').trim();
		this.#headers.set(name.toLowerCase(), [name, line]);
		return null;
	}

	/** A line as curl takes it: `Name: value`, `Name;` for an empty one, `Name:` to send none. */
	headerLine(line: string): string | null {
		const [, empty] = /^\s*([^:;]*);\s*$/.exec(line) ?? [];
		if (empty !== undefined) return this.setHeader(empty.trim(), '');
		const colon = line.indexOf(':');
		if (colon < 0) {
			this.note(`The header “${line.slice(0, 40)}” has no colon and was left out, as curl does.`);
			return null;
		}
		const name = line.slice(0, colon).trim();
		const value = line.slice(colon + 1).trim();
		if (value === '') {
			this.#removed.add(name.toLowerCase());
			return null;
		}
		const earlier = this.#headers.get(name.toLowerCase());
		if (!earlier) return this.setHeader(name, value);
		this.note(`The header ${name} comes more than once; its values are joined by commas.`);
		return this.setHeader(earlier[0], `${earlier[1]}, ${value}`);
	}

	/** Sets a header unless the command has it, or has it taken out. */
	defaultHeader(name: string, value: string) {
		const isDecided = this.hasHeader(name) || this.#removed.has(name.toLowerCase());
		if (!isDecided) this.setHeader(name, value);
	}

	/** `name:password` as the Basic scheme has it (RFC 7617). */
	basic(credentials: string) {
		if (!credentials.includes(':')) {
			this.note('curl would ask for the password of -u; here it is empty.');
		}
		const pair = credentials.includes(':') ? credentials : `${credentials}:`;
		this.defaultHeader('Authorization', `Basic ${base64(pair)}`);
	}

	/** Makes the body of parts; a boundary that the command names gives way to the body's own. */
	multipart(parts: readonly FormPart[]) {
		const { type, body } = multipart(parts);
		const [, given] = this.#headers.get('content-type') ?? [];
		if (given === undefined || /^multipart\/form-data\b/i.test(given)) {
			this.setHeader('Content-Type', type);
		}
		this.body = body;
	}

	/** The address without the user in it, who goes into a header: browsers refuse such addresses. */
	#withoutUser(url: string): string {
		const { username, password } = new URL(url);
		if (username === '' && password === '') return url;
		this.basic([username, password].map(decoded).join(':'));
		// A backslash ends the host as a slash does: https://url.spec.whatwg.org/#authority-state.
		return url.replace(/^(https?:\/\/)[^/?#\\]*@/i, '$1');
	}

	/** The request, or what stands in its way. */
	finish(method: string, url: string): Assembled {
		const problem = (words: string): Assembled => ({ kind: 'problem', words });
		const [unknown] = this.#unknown;
		if (unknown !== undefined) {
			return problem(
				`The shell would fill in ${unknown.slice(0, 60)} when it runs the command; a page cannot. Put the value in its place and paste the command again.`
			);
		}
		const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
		const withScheme = (hasScheme ? url : `http://${url}`).trim();
		if (!hasScheme)
			this.note('The address has no scheme; http:// was put before it, as curl does.');
		if (!/^https?:/i.test(withScheme) || !parseUrl(withScheme)) {
			return problem(`“${url.slice(0, 80)}” is not an address of http or https. Correct it.`);
		}
		const address = this.#withoutUser(withScheme);
		if (!TOKEN.test(method))
			return problem(`“${method.slice(0, 40)}” cannot be a method. Correct -X.`);
		if (/\s/.test(withScheme)) {
			this.note('curl refuses an address with a blank in it; a browser encodes the blank.');
		}
		if (method !== method.toUpperCase() && /^(delete|get|head|options|post|put)$/i.test(method)) {
			this.note(`A browser sends ${method} as ${method.toUpperCase()}; curl sends it as written.`);
		}
		const headers = [...this.#headers.values()];
		const own = headers.map(([name]) => name).filter((name) => BROWSERS_OWN.test(name));
		if (own.length > 0) {
			this.note(`A page cannot set ${own.join(', ')}: the browser sends its own or none.`);
		}
		if (this.body !== null && /^(get|head)$/i.test(method)) {
			this.note(`A browser sends no body with ${method.toUpperCase()}.`);
		}
		return {
			kind: 'request',
			request: { method, url: address, headers: Object.fromEntries(headers), body: this.body },
			notes: [...this.#notes]
		};
	}
}
