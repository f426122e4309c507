import { javascript as literal, perLine } from './literals';
import type { WireRequest } from './wire';

/** Returns a module for Node 20 and browsers, which also runs in a browser's console. */
export function fetchSample({ method, url, headers, body, fields }: WireRequest): string {
	const options = [
		...(method === 'GET' ? [] : [`method: ${literal(method)}`]),
		...(headers.length === 0 ? [] : [`headers: {\n${headers.map(header).join(',\n')}\n  }`]),
		...(fields ? [`body: new URLSearchParams([\n${fields.map(pair).join(',\n')}\n  ])`] : []),
		...(fields || body === null ? [] : [`body: ${perLine(body, literal).join(' +\n    ')}`])
	];
	const given = options.length === 0 ? '' : `, {\n  ${options.join(',\n  ')}\n}`;
	return `const response = await fetch(${literal(url)}${given});
console.log(response.status, response.statusText);
console.log(await response.text());
`;
}

const header = ([name, value]: readonly [string, string]) =>
	`    ${literal(name)}: ${literal(value)}`;

const pair = ([name, value]: readonly [string, string]) =>
	`    [${literal(name)}, ${literal(value)}]`;
