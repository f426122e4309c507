import { perLine, php as literal } from './literals';
import { formEncoded, type Field, type WireRequest } from './wire';

const line = (indent: number, text: string) => ' '.repeat(indent) + text;

/** PHP encodes `*` differently from browsers, and http_build_query would number repeated names. */
function postFields(fields: readonly Field[]): string[] {
	if (fields.some((field) => formEncoded(field).includes('*'))) return [];
	return [
		'$fields = [',
		...fields.map(([name, value]) => line(4, `[${literal(name)}, ${literal(value)}],`)),
		'];',
		"$body = implode('&', array_map(",
		"    fn($field) => urlencode($field[0]) . '=' . urlencode($field[1]),",
		'    $fields',
		'));'
	];
}

/** Returns code for PHP 7.4 and later with its curl extension. */
export function phpSample({ method, url, headers, body, fields }: WireRequest): string {
	const listed = fields ? postFields(fields) : [];
	const written =
		listed.length > 0 || body === null
			? listed
			: [`$body = ${perLine(body, literal).join(' .\n    ')};`];
	const header = ([name, value]: Field) => literal(value === '' ? `${name};` : `${name}: ${value}`);
	return [
		'<?php',
		...written,
		`$curl = curl_init(${literal(url)});`,
		'curl_setopt_array($curl, [',
		line(4, `CURLOPT_CUSTOMREQUEST => ${literal(method)},`),
		...(method === 'HEAD' ? [line(4, 'CURLOPT_NOBODY => true,')] : []),
		...(headers.length === 0
			? []
			: [
					line(4, 'CURLOPT_HTTPHEADER => ['),
					...headers.map((field) => line(8, `${header(field)},`)),
					line(4, '],')
				]),
		...(body === null ? [] : [line(4, 'CURLOPT_POSTFIELDS => $body,')]),
		line(4, 'CURLOPT_RETURNTRANSFER => true,'),
		']);',
		'$answer = curl_exec($curl);',
		'if ($answer === false) {',
		'    exit(curl_error($curl) . "\\n");',
		'}',
		'echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n", $answer, "\\n";',
		''
	].join('\n');
}
