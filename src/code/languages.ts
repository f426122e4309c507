import type { HttpRequest } from '../georeport/request';
import { csharpSample } from './csharp';
import { curlSample } from './curl';
import { goSample } from './go';
import { fetchSample } from './javascript';
import { javaSample, kotlinSample } from './jvm';
import { phpSample } from './php';
import { requestsSample, urllibSample } from './python';
import { rubySample } from './ruby';
import { swiftSample } from './swift';
import { httpieSample, wgetSample } from './unix-tools';
import { cmdSample, powershellSample } from './windows';
import { onTheWire, type WireRequest } from './wire';

/** A language or tool that a request can be written for. */
export interface Language {
	id: string;
	/** The label in the list. */
	words: string;
	/** The file extension, which selects the syntax highlighting. */
	syntax: string;
	group: 'Command line' | 'Web' | 'Program';
	sample: (request: WireRequest) => string;
}

/** Every language, in the order of the list. */
export const LANGUAGES = [
	{
		id: 'curl',
		words: 'curl: bash, zsh',
		syntax: 'sh',
		group: 'Command line',
		sample: curlSample
	},
	{
		id: 'curl-cmd',
		words: 'curl: Windows command prompt',
		syntax: 'bat',
		group: 'Command line',
		sample: cmdSample
	},
	{
		id: 'curl-powershell',
		words: 'curl: Windows PowerShell',
		syntax: 'ps1',
		group: 'Command line',
		sample: powershellSample
	},
	{ id: 'httpie', words: 'HTTPie', syntax: 'sh', group: 'Command line', sample: httpieSample },
	{ id: 'wget', words: 'wget', syntax: 'sh', group: 'Command line', sample: wgetSample },
	{
		id: 'javascript',
		words: 'JavaScript: fetch',
		syntax: 'mjs',
		group: 'Web',
		sample: fetchSample
	},
	{
		id: 'python-requests',
		words: 'Python: requests',
		syntax: 'py',
		group: 'Program',
		sample: requestsSample
	},
	{
		id: 'python-urllib',
		words: 'Python: standard library',
		syntax: 'py',
		group: 'Program',
		sample: urllibSample
	},
	{ id: 'ruby', words: 'Ruby: net/http', syntax: 'rb', group: 'Program', sample: rubySample },
	{ id: 'php', words: 'PHP: curl', syntax: 'php', group: 'Program', sample: phpSample },
	{
		id: 'java',
		words: 'Java: java.net.http',
		syntax: 'java',
		group: 'Program',
		sample: javaSample
	},
	{ id: 'csharp', words: 'C#: HttpClient', syntax: 'cs', group: 'Program', sample: csharpSample },
	{ id: 'go', words: 'Go', syntax: 'go', group: 'Program', sample: goSample },
	{
		id: 'swift',
		words: 'Swift: URLSession',
		syntax: 'swift',
		group: 'Program',
		sample: swiftSample
	},
	{ id: 'kotlin', words: 'Kotlin: OkHttp', syntax: 'kt', group: 'Program', sample: kotlinSample }
] as const satisfies readonly Language[];

/** The `id` of a language. */
export type LanguageId = (typeof LANGUAGES)[number]['id'];

/**
 * Returns code that sends the request and prints the status and body, whatever the status. It sends
 * the same verb, URL, headers and bytes as a browser, except that curl in bash encodes spaces in
 * forms as `%20`, which form decoders read alike.
 */
export function codeFor(languageId: LanguageId, request: HttpRequest): string {
	const language = LANGUAGES.find(({ id }) => id === languageId) ?? LANGUAGES[0];
	return language.sample(onTheWire(request));
}
