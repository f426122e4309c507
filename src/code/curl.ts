import { bash } from './literals';
import { formEncoded, type Field, type WireRequest } from './wire';

/** Returns a header for `-H`. curl drops an empty one written as `Name:`, but sends `Name;`. */
export const curlHeader = ([name, value]: Field): string =>
	value === '' ? `${name};` : `${name}: ${value}`;

/**
 * Returns curl's options for the verb, with `-i` to print the status and headers above the body.
 */
export function curlVerb(method: string, hasBody: boolean): string {
	if (method === 'HEAD') return '--head';
	return method === (hasBody ? 'POST' : 'GET') ? '-i' : `-i -X ${method}`;
}

/** Returns the option that stops curl from reading brackets and braces in a URL as a pattern. */
export const curlGlob = (url: string): string => (/[[\]{}]/.test(url) ? ' --globoff' : '');

/**
 * Returns one form field as an option. `--data-urlencode` takes the value unencoded, so that people
 * can read and change it. curl then encodes a space as %20, where browsers write `+`, and encodes
 * `*` but not `~`; form decoders read both alike. The name is sent as it is.
 */
function field(pair: Field): string {
	const [name = '', value = ''] = pair;
	const encodedName = formEncoded([name, '']);
	return name === '' || value.includes('\0')
		? `--data-raw ${bash(formEncoded(pair))}`
		: `--data-urlencode ${bash(encodedName + value)}`;
}

/**
 * Returns a body without NUL, which an argument cannot contain, and a remark if one was removed.
 */
export function inShell(body: string): { remarks: string[]; body: string } {
	return body.includes('\0')
		? {
				remarks: ['# The body holds NUL characters; no argument can, so they are left out here.'],
				body: body.replaceAll('\0', '')
			}
		: { remarks: [], body };
}

/** Returns a command with one argument a line, joined by the shell's line continuation. */
export const command = (parts: readonly string[], continued: string): string =>
	parts.join(` ${continued}\n  `);

/** Returns a command for curl 7.43 and later, in bash, zsh and similar shells. */
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
