import {
	closeSearchPanel,
	findNext,
	findPrevious,
	gotoLine,
	openSearchPanel
} from '@codemirror/search';
import type { KeyBinding } from '@codemirror/view';

/** The keys of CodeMirror's search but those that select in several places at once. */
export const SEARCH_KEYS: readonly KeyBinding[] = [
	...['F3', 'Mod-g'].map((key) => ({
		key,
		run: findNext,
		shift: findPrevious,
		scope: 'editor search-panel',
		preventDefault: true
	})),
	{ key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel' },
	{ key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
	{ key: 'Mod-Alt-g', run: gotoLine }
];
