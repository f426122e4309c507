import type { Page } from './page.svelte';
import { PANE_TITLES } from './panes';

/** What the page is about, for the window's title: the part a phone shows, and the request. */
export function windowTitle({ explorer, layout, onStage, pane, reading }: Page): string {
	return [
		...(onStage ? ['Stage'] : reading ? ['Reference'] : []),
		...(layout.name === 'tabs' && !reading ? [PANE_TITLES[pane]] : []),
		explorer.caseChanges.length === 0 && explorer.shownCase
			? explorer.shownCase.title
			: explorer.method.title
	].join(': ');
}
