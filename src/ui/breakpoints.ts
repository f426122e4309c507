/**
 * The widths and heights at which the page changes, as media queries, for `MediaQuery` of
 * svelte/reactivity. tokens.css lists the same for style sheets, which cannot read these.
 */
export const BREAKPOINTS = {
	/** The wide columns and the long forms of chips. */
	wide: '(min-width: 87.5rem)',
	/** Navigation and map stand beside request and answer; below, a drawer and a rail. */
	mapBeside: '(min-width: 77.5rem)',
	/** Request, answer and map one at a time, or one below the other. */
	oneColumn: '(max-width: 56.24rem), (max-height: 34.99rem)',
	/** What is tried stands beside the text of the reference; below, under each method. */
	tryItBeside: '(min-width: 68.75rem) and (min-height: 35rem)',
	/** The contents stand beside the text of the reference; below, above it. */
	contentsBeside: '(min-width: 56.25rem) and (min-height: 35rem)',
	/** The page itself scrolls. */
	low: '(max-height: 34.99rem)',
	/** One column with tabs at the foot of the window; else the page itself scrolls. */
	footTabs: '(max-width: 56.24rem) and (min-height: 35rem)'
} as const;
