// The one creator of editor views: https://codemirror.net/docs/ref/
import { search } from '@codemirror/search';
import {
	Compartment,
	EditorState,
	RangeSet,
	StateEffect,
	StateField,
	type Line,
	type Range
} from '@codemirror/state';
import {
	Decoration,
	EditorView,
	gutterLineClass,
	GutterMarker,
	keymap,
	lineNumbers,
	showPanel,
	type DecorationSet
} from '@codemirror/view';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { LONG_LINE, longestLine } from '../ui/long-lines';
import { READING_KEYS } from '../ui/reading-keys';
import { perform } from './editor-action';
import type { EditorAction } from './editor-keys';
import { lineLinks, notesGutter, setLinks, setNotes, type LineLink, type Note } from './notes';
import { fillEditor } from './feed-editor';
import { FOLD_KEYS, foldGutter } from './folding';
import type { TextPlace } from './place';
import { LEFT_AT, leftAt } from './scroll-memory';
import { SEARCH_KEYS } from './search-keys';
import type { Syntax } from './syntax';
import { syntaxInView } from './syntax-in-view';
import { theme } from './theme';
import { unseenMarks } from './unseen-marks';
import { wrapping } from './wrapping';

/** What a view shows and tells; getters, so that it is built once and then kept in step. */
export interface EditorOptions {
	label: string;
	text: () => string;
	/** What is coloured and can be folded; null for plain text. */
	syntax: () => Syntax | null;
	/** The stretch to mark: the whole of what is chosen. */
	marked: () => TextPlace | null;
	/** The part of it to bring into view and underline; null for none. */
	pointed: () => TextPlace | null;
	/** What the gutter says of lines, by position. */
	notes: () => readonly Note[];
	/** Buttons behind the text of lines. */
	links: () => readonly LineLink[];
	/** Where it is kept how far the text is scrolled, in CSS pixels. */
	scroll: () => { scrollTop: number };
	/** What to do once the text is there. */
	action: EditorAction | null;
	/** Called with the position in the text that was clicked. */
	onpick: (position: number) => void;
	/** Called with the name of a link that was followed. */
	onlink: (name: string) => void;
}

/** What is chosen: a stretch, and in it the part that is meant. */
interface Marked {
	place: TextPlace | null;
	pointed: TextPlace | null;
}

const mark = StateEffect.define<Marked>();

const chosen = Decoration.line({ class: 'cm-chosen' });
const pointedAt = Decoration.mark({ class: 'cm-pointed' });

/** Marks the gutter beside what is chosen. */
const chosenGutter = new (class extends GutterMarker {
	override elementClass = 'cm-chosen-gutter';
})();

/** Whole lines are marked: a record in pretty XML or JSON fills them. */
const marking = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(decorations, { effects, changes, docChanged, state }) {
		let current = docChanged ? decorations.map(changes) : decorations;
		for (const effect of effects) {
			if (!effect.is(mark)) continue;
			const { place, pointed } = effect.value;
			const ranges = [];
			for (let at = place?.from ?? Infinity; place && at <= place.to;) {
				const line = state.doc.lineAt(at);
				ranges.push(chosen.range(line.from));
				at = line.to + 1;
			}
			if (pointed && pointed.from < pointed.to) {
				ranges.push(pointedAt.range(pointed.from, pointed.to));
			}
			current = Decoration.set(ranges, true);
		}
		return current;
	},
	provide: (field) => [
		EditorView.decorations.from(field),
		gutterLineClass.from(field, (decorations) => {
			const lines: Range<GutterMarker>[] = [];
			decorations.between(0, Infinity, (from, _to, { spec }) => {
				if (spec === chosen.spec) lines.push(chosenGutter.range(from));
			});
			return RangeSet.of(lines);
		})
	]
});

/** A click beside a line's text means the text. */
function insideLine({ from, to, text }: Line, position: number): number {
	const indent = text.length - text.trimStart().length;
	return Math.max(from + indent, Math.min(position, to - 1));
}

function isInView(view: EditorView, { from, to }: TextPlace): boolean {
	const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)];
	const { top, bottom } = view.scrollDOM.getBoundingClientRect();
	return start !== null && end !== null && start.top >= top && end.bottom <= bottom;
}

/** What is left out for the sake of a long line, said above the text. */
const leftOut = showPanel.of(() => {
	const dom = document.createElement('p');
	dom.className = 'cm-left-out';
	dom.textContent = 'A line of this text is very long, so that lines are not wrapped.';
	return { dom, top: true };
});

/**
 * A read-only view of a text, to be reached and searched by keyboard. It lives in a shadow root,
 * where its styles are adopted style sheets: a policy without unsafe-inline lets those through.
 */
export function codemirror(options: EditorOptions): Attachment<HTMLElement> {
	return (element) => {
		const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		let picking = false;
		let { action } = options;
		const [colouring, lines] = [new Compartment(), new Compartment()];
		const view = new EditorView({
			root,
			parent: root,
			extensions: [
				notesGutter((at) => options.onpick(at)),
				foldGutter,
				lineNumbers(),
				search({ top: true }),
				keymap.of([...SEARCH_KEYS, ...FOLD_KEYS, ...READING_KEYS]),
				EditorState.readOnly.of(true),
				// Else a carriage return would vanish, and every position after it be wrong.
				EditorState.lineSeparator.of('\n'),
				EditorView.editable.of(false),
				EditorView.contentAttributes.of({
					'aria-label': options.label,
					'aria-readonly': 'true',
					tabindex: '0'
				}),
				EditorView.domEventHandlers({
					click: (event, view) => {
						const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
						// Who drags to copy does not mean to choose.
						if (position === null || !view.state.selection.main.empty) return;
						picking = true;
						options.onpick(insideLine(view.state.doc.lineAt(position), position));
					}
				}),
				colouring.of([]),
				lines.of([]),
				marking,
				wrapping,
				unseenMarks,
				lineLinks((name) => options.onlink(name)),
				theme
			]
		});
		/** How much of the text is in the editor by now. */
		let loaded = $state(0);
		/** Whether the text was scrolled to where it was left, and from where on what is chosen then. */
		let [isRestored, settledAt]: [boolean, number | null] = [false, null];
		const keepScroll = () => {
			const kept = options.scroll();
			const top = (kept.scrollTop = view.scrollDOM.scrollTop);
			const { from, top: lineTop } = view.lineBlockAtHeight(top - view.documentPadding.top);
			const line = view.state.doc.lineAt(from).number - 1;
			LEFT_AT.set(kept, { line, above: top - view.documentPadding.top - lineTop });
		};
		const restoreScroll = () => {
			const left = leftAt(options.scroll());
			// Nothing moves where the editor takes the place of another view.
			[isRestored, settledAt] = [left !== null || action !== null, null];
			if (!left) return view.scrollDOM.scrollTo(0, 0);
			const { doc } = view.state;
			const { from } = doc.line(Math.min(left.line + 1, doc.lines));
			view.dispatch({
				effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: -left.above })
			});
		};
		view.scrollDOM.addEventListener('scroll', keepScroll, { passive: true });
		/** The same text has, in the same format, the same syntax. */
		const format = $derived(options.syntax()?.format);
		$effect(() => {
			const text = options.text();
			const syntax = format && untrack(options.syntax);
			const effects = [
				mark.of({ place: null, pointed: null }),
				colouring.reconfigure(syntax ? syntaxInView(syntax) : []),
				lines.reconfigure(longestLine(text) > LONG_LINE ? leftOut : EditorView.lineWrapping)
			];
			return fillEditor(
				view,
				text,
				effects,
				() =>
					untrack(() => {
						restoreScroll();
						if (action) perform(view, action);
						action = null;
					}),
				(length) => (loaded = length)
			);
		});
		$effect(() => {
			const within = (place: TextPlace | null) => (place && place.to <= loaded ? place : null);
			const place = within(options.marked());
			const pointed = within(options.pointed());
			const shown = pointed ?? place;
			// What was chosen when the text was left is where it was left.
			if (isRestored && shown) [isRestored, settledAt] = [false, shown.from];
			// What was chosen in this very text is in view already, and nothing moves without reason.
			const scroll =
				shown && shown.from !== settledAt && !picking && !isInView(view, shown)
					? [
							EditorView.scrollIntoView(shown.from, {
								y: pointed ? 'center' : 'start',
								yMargin: 24
							})
						]
					: [];
			picking = false;
			view.dispatch({ effects: [mark.of({ place, pointed }), ...scroll] });
		});
		$effect(() => {
			const notes = options.notes();
			const links = options.links();
			view.dispatch({
				effects: [
					setNotes.of(notes.filter(({ at }) => at < loaded)),
					setLinks.of(links.filter(({ at }) => at <= loaded))
				]
			});
		});
		return () => view.destroy();
	};
}
