import { bash } from './literals';
import { formEncoded, type Field, type WireRequest } from './wire';

/** curl drops a header that is given as `Name:`; a semicolon says that it is meant to be empty. */
export const curlHeader = ([name, value]: Field): string =>
	value === '' ? `${name};` : `${name}: ${value}`;

/** curl's options for the verb, `-i` included: prints status and headers above the body. */
export function curlVerb(method: string, hasBody: boolean): string {
	if (method === 'HEAD') return '--head';
	return method === (hasBody ? 'POST' : 'GET') ? '-i' : `-i -X ${method}`;
}

/** curl takes brackets and braces in a URL for a pattern, unless told not to. */
export const curlGlob = (url: string): string => (/[[\]{}]/.test(url) ? ' --globoff' : '');

/**
 * One field of a form. Readable before all: `--data-urlencode` takes the value as it is meant, so
 * that one can see and change it. curl then encodes a space as %20, where a browser writes `+`, and
 * keeps `~` but not `*`; every form decoder reads both alike. The name goes out as it stands.
 */
function field(pair: Field): string {
	const [name = '', value = ''] = pair;
	const encodedName = formEncoded([name, '']);
	return name === '' || value.includes('\0')
		? `--data-raw ${bash(formEncoded(pair))}`
		: `--data-urlencode ${bash(encodedName + value)}`;
}

/** What a shell's argument cannot hold is said, and left out. */
export function inShell(body: string): { remarks: string[]; body: string } {
	return body.includes('\0')
		? {
				remarks: ['# The body holds NUL characters; no argument can, so they are left out here.'],
				body: body.replaceAll('\0', '')
			}
		: { remarks: [], body };
}

/** A command of several arguments, one on each line, joined by the shell's mark of continuation. */
export const command = (parts: readonly string[], continued: string): string =>
	parts.join(` ${continued}\n  `);

/** curl 7.43 and later, for bash, zsh and their like. */
export function curlSample({ method, url, headers, body, fields }: WireRequest): string {
	const held = inShell(body ?? '');
	const data = fields ? fields.map(field) : body === null ? [] : [`--data-raw ${bash(held.body)}`];
	const parts = [
		`curl ${curlVerb(method, body !== null)}${curlGlob(url)} ${bash(url)}`,
		...headers.map((header) => `-H ${bash(curlHeader(header))}`),
		...data
	];
	return [...(fields ? [] : held.remarks), command(parts, '\\'), ''].join('\n');
}
