/** The views of an embed below the address line, in their default order. */
const VIEWS = ['answer', 'form', 'code', 'map'] as const;

/** The name of a view of an embed. */
export type EmbedView = (typeof VIEWS)[number];

/** The labels of the views. */
export const WORDS: Record<EmbedView, string> = {
	answer: 'Answer',
	form: 'Form',
	code: 'Code',
	map: 'Map'
};

/**
 * Returns the views in a comma-separated list, in its order and without repetitions; the first is
 * open at first. Ignores unknown names; returns all views if none is left or the list is null.
 */
export function viewsOf(list: string | null): readonly [EmbedView, ...EmbedView[]] {
	const names = (list ?? '').split(',').map((name) => name.trim());
	const [first, ...others] = [...new Set(names)].flatMap(
		(name) => VIEWS.find((view) => view === name) ?? []
	);
	return first ? [first, ...others] : VIEWS;
}
