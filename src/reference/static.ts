// Renders the reference as a page without JavaScript, when the site is built.
import { render } from 'svelte/server';
import type { Check } from '../../mocks/check/checks';
import type { Scene } from '../../mocks/check/scene';
import type { TestCase } from '../cases/expectation';
import { METHODS, type MethodName } from '../georeport/methods';
import { firstLines } from '../handout/trim';
import { examplesOf } from './examples';
import ReferencePage from './ReferencePage.svelte';

/** What the page is made from, passed in by the build. */
export interface ReferenceSource {
	cases: readonly TestCase[];
	/** The scenes of the client check, in their order. */
	scenes: readonly Scene[];
	/** The checks of every scene, then those of single ones. */
	checks: readonly Check[];
	/** Answers as the mock-up does. */
	answer: (request: Request) => Promise<Response>;
}

/** How many lines of a sample answer are shown. */
const LINES = 26;

async function sampleOf(
	name: MethodName,
	{ cases, answer }: Pick<ReferenceSource, 'cases' | 'answer'>
): Promise<string> {
	const [example] = examplesOf(name, cases);
	if (!example) return '';
	const { url, ...request } = example.request;
	const response = await answer(new Request(url, request));
	const { text, lines } = firstLines(await response.text(), LINES);
	return lines > 0 ? `${text}\n… ${lines.toLocaleString('en')} more lines` : text;
}

/** Resolves to the HTML for the page's body, which has no scripts or styles of its own. */
export async function referenceHtml(source: ReferenceSource): Promise<string> {
	const { cases, scenes, checks } = source;
	const samples = await Promise.all(
		METHODS.map(async ({ name }) => [name, await sampleOf(name, source)] as const)
	);
	const { body } = render(ReferencePage, {
		props: { cases, scenes, checks, samples: Object.fromEntries(samples) }
	});
	// Removes hydration markers, because there is no script to use them.
	return body.replace(/<!--[\s\S]*?-->/g, '');
}
