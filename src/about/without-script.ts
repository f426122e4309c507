// What the page says where JavaScript is switched off, written when the site is built.
import { render } from 'svelte/server';
import { toHttpRequest, type Draft, type EndpointBase } from '../georeport/request';
import WithoutScript from './WithoutScript.svelte';

/** What it is made from, passed in by the build. */
export interface OpeningSource {
	/** The request that the page opens on. */
	draft: Draft;
	/** The endpoint that it is sent to, below `root`. */
	endpoint: EndpointBase;
	/** Where the site is while it is built. */
	root: string;
	/** Answers as the mock-up does. */
	answer: (request: Request) => Promise<Response>;
}

/** How many lines of the answer are shown. */
const LINES = 60;

/** Resolves to HTML that has no scripts or styles of its own, and links that are relative to the page. */
export async function withoutScriptHtml(source: OpeningSource): Promise<string> {
	const { draft, endpoint, root, answer } = source;
	const { url } = toHttpRequest(draft, endpoint);
	const response = await answer(new Request(url));
	const lines = (await response.text()).trimEnd().split('\n');
	const { body } = render(WithoutScript, {
		props: {
			url: url.slice(root.length),
			status: `${response.status} ${response.status === 200 ? 'OK' : response.statusText}`.trim(),
			text: lines.slice(0, LINES).join('\n'),
			lines: lines.length
		}
	});
	// Removes hydration markers, because there is no script to use them.
	return body.replace(/<!--[\s\S]*?-->/g, '');
}
