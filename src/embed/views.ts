/** What an embed can show below the address line, in the order in which it offers them. */
const VIEWS = ['answer', 'form', 'code', 'map'] as const;

/** One of the views of an embed. */
export type EmbedView = (typeof VIEWS)[number];

/** What the views are called. */
export const WORDS: Record<EmbedView, string> = {
	answer: 'Answer',
	form: 'Form',
	code: 'Code',
	map: 'Map'
};

/**
 * The views that a list with commas asks for, in its order and each once; the first is the one that
 * opens. Names of no view are passed over; if none is left, or nothing was asked, it is all of them.
 */
export function viewsOf(list: string | null): readonly [EmbedView, ...EmbedView[]] {
	const names = (list ?? '').split(',').map((name) => name.trim());
	const [first, ...others] = [...new Set(names)].flatMap(
		(name) => VIEWS.find((view) => view === name) ?? []
	);
	return first ? [first, ...others] : VIEWS;
}
