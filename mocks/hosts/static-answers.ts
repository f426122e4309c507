// The fixed answers as files, for curl and phones that read from a static host.
import { REQUESTS } from '../data/requests';
import { SERVICES } from '../data/services';
import { DIALECTS } from '../api/dialect';
import { createMockUp } from './mock-up';

/** A file of the site: its path relative to the root, and its content. */
export interface StaticAnswer {
	path: string;
	text: string;
}

const RESOURCES: readonly string[] = [
	'services',
	...SERVICES.map(({ service_code }) => `services/${service_code}`),
	'requests',
	...REQUESTS.map(({ service_request_id }) => `requests/${service_request_id}`),
	...REQUESTS.flatMap(({ token }) => (token === null ? [] : `tokens/${token}`))
];

/** What a file of XML says of itself, below its declaration; JSON has no comments. */
const ABOUT = `<!-- A fixed answer of the Toronto Open311 Playground, unofficial. This is a file: filters, pages and
     all other arguments do not apply to it. For answers to your own requests, run the mock-up
     (npm run mock). -->
`;

const withComment = (xml: string) =>
	xml.replace(/^<\?xml[^>]*\?>\n?/, (declaration) => declaration.trimEnd() + `\n${ABOUT}`);

/**
 * Returns the answers to every GET of fixed rows that needs no argument but `jurisdiction_id`, in
 * both dialects and formats, at the API's own paths. XML has a comment that no filter applies.
 * Discovery is left out: it names the host, which is not known when the files are written.
 */
export async function staticAnswers(): Promise<StaticAnswer[]> {
	const mockUp = createMockUp();
	const answers: StaticAnswer[] = [];
	for (const { path: base } of DIALECTS) {
		for (const resource of RESOURCES) {
			for (const format of ['xml', 'json']) {
				const path = `${base}${resource}.${format}`;
				const url = `http://localhost/${path}?jurisdiction_id=toronto.ca`;
				const answer = await mockUp.answer(new Request(url));
				if (answer.status !== 200) continue;
				const text = await answer.text();
				answers.push({ path, text: format === 'xml' ? withComment(text) : text });
			}
		}
	}
	return answers;
}
