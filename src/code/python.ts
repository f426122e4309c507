import { perLine, python as literal } from './literals';
import { remarkOn, type Field, type WireRequest } from './wire';

const INDENT = '    ';

/** Returns the lines of a list of pairs or a dict, with one entry a line. */
const entries = (pairs: readonly Field[], entry: (pair: Field) => string, indent: string) =>
	`\n${pairs.map((pair) => `${indent}${INDENT}${entry(pair)},\n`).join('')}${indent}`;

const dict = (pairs: readonly Field[], indent: string) =>
	`{${entries(pairs, ([name, value]) => `${literal(name)}: ${literal(value)}`, indent)}}`;

const tuples = (pairs: readonly Field[], indent: string) =>
	`[${entries(pairs, ([name, value]) => `(${literal(name)}, ${literal(value)})`, indent)}]`;

/** Writes bytes, because a `str` would be sent as Latin-1. */
function bytes(body: string, indent: string): string {
	const lines = perLine(body, literal);
	if (lines.length === 1) return `${lines[0]}.encode()`;
	return `(\n${lines.map((line) => `${indent}${INDENT}${line}\n`).join('')}${indent}).encode()`;
}

/** Python encodes `*` and `~` differently from browsers, and everything else the same. */
const shownFields = ({ fields, body }: WireRequest) =>
	fields && !/\*|%7E/.test(body ?? '') ? fields : null;

/** Returns code for the requests library. */
export function requestsSample(request: WireRequest): string {
	const { method, url, headers, body } = request;
	const fields = shownFields(request);
	const options = [
		...(headers.length === 0 ? [] : [`headers=${dict(headers, INDENT)},`]),
		...(fields ? [`data=${tuples(fields, INDENT)},`] : []),
		...(fields || body === null ? [] : [`data=${bytes(body, INDENT)},`])
	];
	return [
		'import requests',
		'',
		...remarkOn(url, '#'),
		'response = requests.request(',
		...[`${literal(method)},`, `${literal(url)},`, ...options].map((line) => INDENT + line),
		')',
		"response.encoding = 'utf-8'",
		'print(response.status_code, response.reason)',
		'print(response.text)',
		''
	].join('\n');
}

/** Returns code for Python 3.9 and later that needs no package. */
export function urllibSample(request: WireRequest): string {
	const { method, url, headers, body } = request;
	const fields = shownFields(request);
	const options = [
		`${literal(url)},`,
		`method=${literal(method)},`,
		...(headers.length === 0 ? [] : [`headers=${dict(headers, INDENT)},`]),
		...(fields ? ['data=urllib.parse.urlencode(fields).encode(),'] : []),
		...(fields || body === null ? [] : [`data=${bytes(body, INDENT)},`])
	];
	return [
		'import urllib.error',
		...(fields ? ['import urllib.parse'] : []),
		'import urllib.request',
		'',
		...(fields ? [`fields = ${tuples(fields, '')}`] : []),
		'request = urllib.request.Request(',
		...options.map((line) => INDENT + line),
		')',
		'try:',
		'    response = urllib.request.urlopen(request)',
		'except urllib.error.HTTPError as error:',
		'    response = error  # an answer all the same',
		'with response:',
		'    print(response.status, response.reason)',
		"    print(response.read().decode('utf-8', 'replace'))",
		''
	].join('\n');
}
