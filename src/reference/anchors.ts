// How the parts of the reference are addressed, on its own page and in the playground.
import { createContext } from 'svelte';

/** How parts are addressed by their names: `requests.start_date`. */
export interface Anchors {
	/** The id of a part in the document. */
	id(name: string): string;
	/** The link to a part. */
	href(name: string): string;
}

/** On the reference's own page, where names are the ids. */
export const ON_ITS_PAGE: Anchors = { id: (name) => name, href: (name) => `#${name}` };

/** What the ids begin with where other parts of the page have ids too. */
const PREFIX = 'reference:';

/** In the playground: the links lead to the reference's own page, unless somebody catches them. */
export const IN_PLAYGROUND: Anchors = {
	id: (name) => PREFIX + name,
	href: (name) => `reference.html#${name}`
};

/** The name that a link of `IN_PLAYGROUND` leads to; null for any other link. */
export const nameIn = (href: string): string | null =>
	/^reference\.html#(.+)$/.exec(href)?.[1] ?? null;

/** How the parts of the reference one is in are addressed. */
export const [getAnchors, setAnchors] = createContext<Anchors>();
