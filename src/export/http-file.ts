import type { HttpRequest } from '../georeport/request';

/** A request, and its title in a file of several. */
export interface TitledRequest {
	request: HttpRequest;
	title: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Encodes what editors interpret: `{{name}}` is a variable, and the first space ends a URL. */
const address = (url: string) => url.replace(/[{}\s]/gu, encodeURIComponent);

/** Returns remarks on what editors would interpret, so that it would not be sent as it is. */
function remarks({ headers, body }: HttpRequest): string[] {
	const texts = [...Object.values(headers), body ?? ''];
	return [
		...(texts.some((text) => text.includes('{{'))
			? ['# Mind the double braces: the editor takes what is between them for a variable.']
			: []),
		...(/^(?:###|[<>] )/m.test(body ?? '')
			? ['# Mind the lines that begin with ###, < or >: the editor does not send them as they are.']
			: [])
	];
}

/**
 * Writes a request as a `.http` file for VS Code's REST Client and JetBrains' HTTP Client: title,
 * request line, headers, an empty line, and the body as it is.
 */
export function toHttpFile(request: HttpRequest, title: string): string {
	const { method, url, headers, body } = request;
	return [
		`### ${oneLine(title)}`,
		...remarks(request),
		`${method} ${address(url)}`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${oneLine(value)}`),
		'',
		...(body ? [body, ''] : [])
	].join('\n');
}

/** Writes several requests to one `.http` file, in order. */
export const toHttpFiles = (requests: readonly TitledRequest[]): string =>
	requests.map(({ request, title }) => toHttpFile(request, title)).join('\n');
