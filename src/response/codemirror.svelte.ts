// The one creator of editor views: https://codemirror.net/docs/ref/
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import {
	codeFolding,
	foldGutter,
	foldKeymap,
	HighlightStyle,
	syntaxHighlighting
} from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import {
	Compartment,
	EditorSelection,
	EditorState,
	StateEffect,
	StateField
} from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Attachment } from 'svelte/attachments';
import type { Format } from '../georeport/types';
import { hangingIndent } from './hanging-indent';
import type { Place } from './places';
import { theme } from './theme';

/** What a view shows and tells; getters, so that it is built once and then kept in step. */
export interface EditorOptions {
	label: string;
	text: () => string;
	/** The language to colour, or null for plain text. */
	format: () => Format | null;
	/** The stretch to mark and bring into view. */
	marked: () => Place | null;
	/** Called with the position in the text that was clicked. */
	onpick: (position: number) => void;
}

const highlighting = HighlightStyle.define([
	{ tag: [tags.tagName, tags.propertyName, tags.attributeName], color: 'var(--syntax-name)' },
	{ tag: [tags.string, tags.attributeValue], color: 'var(--syntax-string)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--syntax-number)' },
	{
		tag: [tags.angleBracket, tags.punctuation, tags.comment, tags.processingInstruction],
		color: 'var(--syntax-quiet)'
	}
]);

const mark = StateEffect.define<Place | null>();

const chosen = Decoration.line({ class: 'cm-chosen' });

/** Whole lines are marked: a record in pretty XML or JSON fills them. */
const marking = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(decorations, { effects, docChanged, state }) {
		for (const effect of effects) {
			if (!effect.is(mark)) continue;
			if (!effect.value) return Decoration.none;
			const lines = [];
			for (let at = effect.value.from; at <= effect.value.to;) {
				const line = state.doc.lineAt(at);
				lines.push(chosen.range(line.from));
				at = line.to + 1;
			}
			return Decoration.set(lines);
		}
		return docChanged ? Decoration.none : decorations;
	},
	provide: (field) => EditorView.decorations.from(field)
});

/** A line too long to be wrapped without long work. */
const LONG = 10_000;

const languageOf = (format: Format | null) =>
	format === 'xml' ? xml() : format === 'json' ? json() : [];

/**
 * A read-only view of a text, to be reached and searched by keyboard. It lives in a shadow root,
 * where its styles are adopted style sheets: a policy without unsafe-inline lets those through.
 */
export function codemirror(options: EditorOptions): Attachment<HTMLElement> {
	return (element) => {
		const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		let picking = false;
		const [language, wrapping] = [new Compartment(), new Compartment()];
		const view = new EditorView({
			root,
			parent: root,
			extensions: [
				lineNumbers(),
				codeFolding(),
				foldGutter({ openText: '▾', closedText: '▸' }),
				search({ top: true }),
				keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
				EditorState.readOnly.of(true),
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
						options.onpick(position);
					}
				}),
				syntaxHighlighting(highlighting),
				language.of([]),
				wrapping.of([]),
				marking,
				hangingIndent,
				theme
			]
		});
		$effect(() => {
			const text = options.text();
			const isLong = text.length > LONG && text.split('\n').some(({ length }) => length > LONG);
			view.dispatch({
				changes: { from: 0, to: view.state.doc.length, insert: text },
				selection: { anchor: 0 },
				effects: [
					language.reconfigure(languageOf(options.format())),
					wrapping.reconfigure(isLong ? [] : EditorView.lineWrapping),
					EditorView.scrollIntoView(0)
				]
			});
		});
		$effect(() => {
			const place = options.marked();
			const fits = place !== null && place.to <= view.state.doc.length;
			// What was chosen in this very text is in view already.
			const scroll =
				fits && !picking
					? [
							EditorView.scrollIntoView(EditorSelection.range(place.to, place.from), {
								yMargin: 24
							})
						]
					: [];
			picking = false;
			view.dispatch({ effects: [mark.of(fits ? place : null), ...scroll] });
		});
		return () => view.destroy();
	};
}
