// What the page as a whole is made with, and the names of what it shows.
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { Theme } from '../ui/theme.svelte';
import type { Layout } from './layout.svelte';

/** What the navigation shows: the methods and cases to start from, or what takes their place. */
export type NavName = 'methods' | 'history' | 'console' | 'lessons';

/** The dialogs of the page, of which at most one is open. */
export type DialogName =
	| 'palette'
	| 'shortcuts'
	| 'endpoint'
	| 'runner'
	| 'production'
	| 'about'
	| 'export'
	| 'embed'
	| 'check';

/** A link to the page as it is, and the names of what it leaves out. */
export interface PageLink {
	url: string;
	leftOut: string[];
}

/** What came of an action, said while this view is on the page; one that `stays` wants to be read. */
export interface Notice {
	words: string;
	stays: boolean;
	view: ExchangeView | null;
}

/** What the page needs from outside. */
export interface PageOptions {
	explorer: Explorer;
	theme: Pick<Theme, 'choose' | 'dark' | 'name'>;
	/** The link to the page as it is, with or without who reports. */
	link: (personal: boolean) => PageLink;
	/** The link to an exchange, or to the draft for null, without contact details and stage. */
	exchangeLink: (view: ExchangeView | null) => string;
	/** How the page lies in the window. */
	layout: Pick<Layout, 'name' | 'isWide'>;
	/** Whether an answer that was made when the site was built stands in for the first one. */
	isBuilt?: () => boolean;
}
