import { go as literal, perLine } from './literals';
import { lawful, remarkOn, type WireRequest } from './wire';

/** Go encodes `*` and `~` differently from browsers; `url.Values` would sort the names. */
const ENCODED_ALIKE = /^(?!.*(\*|%7E))/;

const failing = ['if err != nil {', '\tpanic(err)', '}'];

/** Returns a complete program, to start with `go run open311.go`. */
export function goSample({ method, url, headers, body, fields }: WireRequest): string {
	const listed = fields && ENCODED_ALIKE.test(body ?? '') ? fields : null;
	const written = listed
		? [
				'fields := [][2]string{',
				...listed.map(([name, value]) => `\t{${literal(name)}, ${literal(value)}},`),
				'}',
				'var pairs []string',
				'for _, field := range fields {',
				'\tpairs = append(pairs, url.QueryEscape(field[0])+"="+url.QueryEscape(field[1]))',
				'}',
				'body := strings.Join(pairs, "&")'
			]
		: body === null
			? []
			: [`body := ${perLine(body, literal).join(' +\n\t\t')}`];
	const reader = body === null ? 'nil' : 'strings.NewReader(body)';
	return [
		'package main',
		'',
		'import (',
		'\t"fmt"',
		'\t"io"',
		'\t"net/http"',
		...(listed ? ['\t"net/url"'] : []),
		...(body === null ? [] : ['\t"strings"']),
		')',
		'',
		'func main() {',
		...[
			...written,
			...remarkOn(url, '//'),
			`request, err := http.NewRequest(${literal(method)}, ${literal(lawful(url))}, ${reader})`,
			...failing,
			...headers.map(([name, value]) => `request.Header.Set(${literal(name)}, ${literal(value)})`),
			'response, err := http.DefaultClient.Do(request)',
			...failing,
			'defer response.Body.Close()',
			'answer, err := io.ReadAll(response.Body)',
			...failing,
			'fmt.Println(response.Status)',
			'fmt.Println(string(answer))'
		].map((line) => `\t${line}`),
		'}',
		''
	].join('\n');
}
