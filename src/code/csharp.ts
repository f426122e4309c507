import { csharp as literal, perLine } from './literals';
import { remarkOn, type WireRequest } from './wire';

/** The headers that .NET sets on the content, not on the request. */
const CONTENT_HEADER = /^(allow|content-.+|expires|last-modified)$/i;

/** .NET encodes `*` and `~` differently from browsers, and everything else the same. */
const ENCODED_ALIKE = /^(?!.*(\*|%7E))/;

/** Returns a complete program of top-level statements for .NET 6 and later. */
export function csharpSample({ method, url, headers, body, fields }: WireRequest): string {
	const listed = fields && ENCODED_ALIKE.test(body ?? '') ? fields : null;
	const ofContent = headers.filter(([name]) => CONTENT_HEADER.test(name));
	const hasContent = body !== null || ofContent.length > 0;
	const content = listed
		? [
				'request.Content = new FormUrlEncodedContent(new KeyValuePair<string, string>[]',
				'{',
				...listed.map(([name, value]) => `    new(${literal(name)}, ${literal(value)}),`),
				'});',
				'request.Content.Headers.Clear();'
			]
		: hasContent
			? [
					'request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(',
					`    ${perLine(body ?? '', literal).join(' +\n    ')}));`
				]
			: [];
	// Without validation, so that an invalid value is sent as typed.
	const add = (where: string, [name, value]: readonly [string, string]) =>
		`${where}.TryAddWithoutValidation(${literal(name)}, ${literal(value)});`;
	return [
		'using System;',
		...(listed ? ['using System.Collections.Generic;'] : []),
		'using System.Net.Http;',
		...(hasContent && !listed ? ['using System.Text;'] : []),
		'',
		...remarkOn(url, '//'),
		'using var client = new HttpClient();',
		`using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${literal(url)});`,
		...content,
		...headers.map((header) =>
			add(CONTENT_HEADER.test(header[0]) ? 'request.Content.Headers' : 'request.Headers', header)
		),
		'using var response = await client.SendAsync(request);',
		'Console.WriteLine((int)response.StatusCode + " " + response.ReasonPhrase);',
		'Console.WriteLine(await response.Content.ReadAsStringAsync());',
		''
	].join('\n');
}
