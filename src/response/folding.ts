// Hides what a record or a list holds, so that the next one comes nearer:
// https://codemirror.net/docs/ref/#view.Decoration^replace
import {
	Facet,
	StateEffect,
	StateField,
	type EditorState,
	type Extension
} from '@codemirror/state';
import {
	Decoration,
	EditorView,
	gutter,
	GutterMarker,
	WidgetType,
	type DecorationSet,
	type KeyBinding
} from '@codemirror/view';
import type { TextPlace } from './place';

type FoldOf = (line: TextPlace) => TextPlace | null;

/** Says what is hidden when a line is folded; null for nothing. Without one no line can be folded. */
export const foldOf = Facet.define<FoldOf, FoldOf>({ combine: ([first]) => first ?? (() => null) });

const setFolded = StateEffect.define<TextPlace & { isFolded: boolean }>();

/** Stands for what is hidden, and shows it when it is pressed. */
class Hidden extends WidgetType {
	override toDOM(view: EditorView) {
		const element = document.createElement('span');
		element.className = 'cm-foldPlaceholder';
		element.textContent = '…';
		element.title = 'unfold';
		element.setAttribute('aria-label', 'folded code');
		element.addEventListener('click', (event) => {
			event.preventDefault();
			const folded = foldedIn(view.state, view.lineBlockAt(view.posAtDOM(element)));
			setFolds(view, folded.slice(0, 1), false);
		});
		return element;
	}
}

const hidden = Decoration.replace({ widget: new Hidden() });

function placesIn(folds: DecorationSet, from: number, to: number): TextPlace[] {
	const places: TextPlace[] = [];
	folds.between(from, to, (from, to) => void places.push({ from, to }));
	return places;
}

const folds = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(current, { changes, effects, selection }) {
		let next = current.map(changes);
		for (const effect of effects) {
			if (!effect.is(setFolded)) continue;
			const { from, to, isFolded } = effect.value;
			next = next.update(
				isFolded
					? { add: [hidden.range(from, to)] }
					: { filterFrom: from, filterTo: to, filter: (start, end) => start !== from || end !== to }
			);
		}
		// What is found or gone to is not hidden.
		const head = selection?.main.head ?? -1;
		const isOver = (from: number, to: number) => from < head && head < to;
		return placesIn(next, head, head).some(({ from, to }) => isOver(from, to))
			? next.update({ filter: (from, to) => !isOver(from, to) })
			: next;
	},
	provide: (field) => EditorView.decorations.from(field)
});

/** What is hidden between two positions, in its order. */
const foldedIn = (state: EditorState, { from, to }: TextPlace) =>
	placesIn(state.field(folds), from, to);

/** What could be hidden of a line that hides nothing yet, once all of it is in the editor. */
function foldable(state: EditorState, line: TextPlace): TextPlace | null {
	const fold = state.facet(foldOf)({ from: line.from, to: line.to });
	return fold && fold.to <= state.doc.length && foldedIn(state, line).length === 0 ? fold : null;
}

/** Hides or shows places; false for none. */
function setFolds(view: EditorView, places: readonly TextPlace[], isFolded: boolean): boolean {
	const { doc } = view.state;
	const effects = places.flatMap((place) => {
		const [first, last] = [doc.lineAt(place.from).number, doc.lineAt(place.to).number];
		const words = `${isFolded ? 'Folded' : 'Unfolded'} lines ${first} to ${last}.`;
		return [setFolded.of({ ...place, isFolded }), EditorView.announce.of(words)];
	});
	if (effects.length > 0) view.dispatch({ effects });
	return effects.length > 0;
}

/** Folds a line; false if there is nothing to hide. */
export function foldLine(view: EditorView, line: TextPlace): boolean {
	const place = foldable(view.state, line);
	return place !== null && setFolds(view, [place], true);
}

const unfoldLine = (view: EditorView, line: TextPlace) =>
	setFolds(view, foldedIn(view.state, line).slice(0, 1), false);

function foldAll(view: EditorView): boolean {
	const places: TextPlace[] = [];
	for (let at = 0; at <= view.state.doc.length;) {
		const line = view.lineBlockAt(at);
		const place = foldable(view.state, line);
		if (place) places.push(place);
		at = (place ? view.lineBlockAt(place.to) : line).to + 1;
	}
	return setFolds(view, places, true);
}

const lineAtCursor = (view: EditorView) => view.lineBlockAt(view.state.selection.main.head);

/** Folds and unfolds the line with the cursor (Ctrl Shift [ and ]), or all (Ctrl Alt [ and ]). */
export const FOLD_KEYS: readonly KeyBinding[] = [
	{ key: 'Ctrl-Shift-[', mac: 'Cmd-Alt-[', run: (view) => foldLine(view, lineAtCursor(view)) },
	{ key: 'Ctrl-Shift-]', mac: 'Cmd-Alt-]', run: (view) => unfoldLine(view, lineAtCursor(view)) },
	{ key: 'Ctrl-Alt-[', run: foldAll },
	{
		key: 'Ctrl-Alt-]',
		run: (view) =>
			setFolds(view, foldedIn(view.state, { from: 0, to: view.state.doc.length }), false)
	}
];

class FoldSign extends GutterMarker {
	constructor(
		readonly sign: string,
		readonly words: string
	) {
		super();
	}

	override toDOM() {
		const element = document.createElement('span');
		element.textContent = this.sign;
		element.title = this.words;
		return element;
	}
}

const [CAN_FOLD, CAN_UNFOLD] = [new FoldSign('▾', 'Fold line'), new FoldSign('▸', 'Unfold line')];

/** A gutter with a sign beside each line that can be folded or unfolded, which does so. */
export const foldGutter: Extension = [
	folds,
	gutter({
		class: 'cm-foldGutter',
		initialSpacer: () => CAN_UNFOLD,
		lineMarker: ({ state }, line) => {
			if (foldedIn(state, line).length > 0) return CAN_UNFOLD;
			return foldable(state, line) && CAN_FOLD;
		},
		lineMarkerChange: ({ startState, state }) =>
			startState.field(folds) !== state.field(folds) ||
			startState.facet(foldOf) !== state.facet(foldOf),
		domEventHandlers: { click: (view, line) => unfoldLine(view, line) || foldLine(view, line) }
	}),
	EditorView.theme({
		'.cm-foldGutter .cm-gutterElement': {
			width: '0.75rem',
			textAlign: 'center',
			cursor: 'pointer'
		},
		'.cm-foldGutter span': { padding: '0 1px' },
		// Only what is folded, or about to be.
		'.cm-foldGutter [title="Fold line"]': { opacity: '0' },
		'.cm-gutters:hover .cm-foldGutter [title="Fold line"]': { opacity: '1' },
		'.cm-foldPlaceholder': {
			margin: '0 1px',
			padding: '0 0.5ch',
			border: '1px solid var(--line)',
			borderRadius: '0.2em',
			color: 'var(--muted)',
			backgroundColor: 'var(--sunk)',
			cursor: 'pointer'
		}
	})
];
