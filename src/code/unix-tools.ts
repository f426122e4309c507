import { command, inShell } from './curl';
import { bash } from './literals';
import { remarkOn, type Field, type WireRequest } from './wire';

/**
 * Returns a command for wget 1.15 and later, which exits with 8 on 4xx, after printing the answer.
 */
export function wgetSample({ method, url, headers, body }: WireRequest): string {
	const held = inShell(body ?? '');
	const parts = [
		`wget -qSO- --content-on-error${method === 'GET' ? '' : ` --method=${method}`}`,
		...headers.map(([name, value]) => `--header=${bash(`${name}: ${value}`.trimEnd())}`),
		...(body === null ? [] : [`--body-data=${bash(held.body)}`]),
		bash(url)
	];
	return [...remarkOn(url, '#'), ...held.remarks, command(parts, '\\'), ''].join('\n');
}

/** Escapes a value whose first character would be read as part of the separator before it. */
const value = (text: string) => (/^[@=]/.test(text) ? `\\${text}` : text);

/**
 * Whether HTTPie's items send the same bytes. HTTPie groups equal names, encodes `*` and `~`
 * differently from browsers, and reads `\:` as `:`.
 */
function canBeItems(fields: readonly Field[], body: string): boolean {
	const isApart = fields.some(
		([name], at) =>
			at > 0 && fields[at - 1]?.[0] !== name && fields.findIndex((f) => f[0] === name) < at
	);
	const isOdd = fields.some(
		([name, text]) => /^-|^$|[\\\0]/.test(name) || /\\[:=@;]|\\$|\0/.test(text)
	);
	return !isApart && !isOdd && !/\*|%7E/.test(body);
}

/** Returns a command for HTTPie 3 and later. */
export function httpieSample({ method, url, headers, body, fields }: WireRequest): string {
	const held = inShell(body ?? '');
	const items = fields && canBeItems(fields, body ?? '') ? fields : null;
	const parts = [
		`http --ignore-stdin${body === null ? '' : ' --form'} --print=hb ${method} ${bash(url)}`,
		...headers.map(([name, text]) => bash(text === '' ? `${name};` : `${name}:${value(text)}`)),
		...(items ?? []).map(([name, text]) =>
			bash(`${name.replace(/[:=@;]/g, '\\$&')}=${value(text)}`)
		),
		...(items || body === null ? [] : [`--raw ${bash(held.body)}`])
	];
	return [...remarkOn(url, '#'), ...(items ? [] : held.remarks), command(parts, '\\'), ''].join(
		'\n'
	);
}
