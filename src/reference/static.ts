// The reference as a page without JavaScript, written when the site is built.
import { render } from 'svelte/server';
import type { TestCase } from '../cases/expectation';
import { METHODS, type MethodName } from '../georeport/methods';
import { trimmed } from '../handout/trim';
import { examplesOf } from './examples';
import ReferencePage from './ReferencePage.svelte';

/** What the page is made of, handed down by the build. */
export interface ReferenceSource {
	cases: readonly TestCase[];
	/** Answers as the mock-up does. */
	answer: (request: Request) => Promise<Response>;
}

/** How many lines of an answer tell what it looks like. */
const LINES = 26;

async function sampleOf(name: MethodName, { cases, answer }: ReferenceSource): Promise<string> {
	const [example] = examplesOf(name, cases);
	if (!example) return '';
	const { url, ...request } = example.request;
	const response = await answer(new Request(url, request));
	const { text, lines } = trimmed(await response.text(), LINES);
	return lines > 0 ? `${text}\n… ${lines.toLocaleString('en')} more lines` : text;
}

/** The inside of the page's body: HTML that needs neither script nor style of its own. */
export async function referenceHtml(source: ReferenceSource): Promise<string> {
	const samples = await Promise.all(
		METHODS.map(async ({ name }) => [name, await sampleOf(name, source)] as const)
	);
	const { body } = render(ReferencePage, {
		props: { cases: source.cases, samples: Object.fromEntries(samples) }
	});
	// Marks for a script to go on from; there is none.
	return body.replace(/<!--[\s\S]*?-->/g, '');
}
