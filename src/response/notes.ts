// What the editor says of lines, in its gutter and behind their text:
// https://codemirror.net/docs/ref/#view.gutter
import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
	Decoration,
	EditorView,
	gutter,
	GutterMarker,
	WidgetType,
	type DecorationSet
} from '@codemirror/view';

/** Something to say of a line: a sign, its words and where in the text. */
export interface Note {
	/** The position the note is about. */
	at: number;
	/** One character that tells kinds of notes apart. */
	sign: string;
	/** A class name for its colour. */
	kind: string;
	words: string;
}

/** A way from a line of the text to another part of the page. */
export interface LineLink {
	/** The position after which it stands. */
	at: number;
	/** What is told when it is followed. */
	name: string;
	words: string;
}

/** Replaces all notes. */
export const setNotes = StateEffect.define<readonly Note[]>();

/** Replaces all links. */
export const setLinks = StateEffect.define<readonly LineLink[]>();

class NoteMarker extends GutterMarker {
	constructor(readonly note: Note) {
		super();
	}

	override eq(other: NoteMarker) {
		return other.note.sign === this.note.sign && other.note.words === this.note.words;
	}

	override toDOM() {
		const element = document.createElement('span');
		element.className = `cm-note cm-note-${this.note.kind}`;
		element.textContent = this.note.sign;
		element.title = this.note.words;
		return element;
	}
}

const notes = StateField.define<RangeSet<NoteMarker>>({
	create: () => RangeSet.empty,
	update(current, { changes, docChanged, effects, state }) {
		let next = docChanged ? current.map(changes) : current;
		for (const effect of effects) {
			if (!effect.is(setNotes)) continue;
			const byLine = new Map<number, Note>();
			for (const note of effect.value) {
				const { from } = state.doc.lineAt(Math.min(note.at, state.doc.length));
				const there = byLine.get(from);
				const words = there ? `${there.words}\n${note.words}` : note.words;
				byLine.set(from, { ...(there ?? note), words });
			}
			const ranges = [...byLine].map(([from, note]) => new NoteMarker(note).range(from));
			next = RangeSet.of(ranges, true);
		}
		return next;
	}
});

/** A gutter that shows what there is to say of lines; a click tells the position it is about. */
export const notesGutter = (onpick: (at: number) => void): Extension => [
	notes,
	gutter({
		class: 'cm-notes',
		markers: (view) => view.state.field(notes),
		domEventHandlers: {
			click(view, line) {
				const marker = view.state.field(notes).iter(line.from).value;
				if (marker) onpick(marker.note.at);
				return marker !== null;
			}
		}
	}),
	EditorView.theme({
		// In the column of the fold signs, which show only under the pointer.
		'.cm-notes': { position: 'relative', zIndex: '1', minWidth: '0.75rem', pointerEvents: 'none' },
		'.cm-notes + .cm-foldGutter': { marginInlineStart: '-0.75rem' },
		'.cm-note': {
			cursor: 'pointer',
			pointerEvents: 'auto',
			paddingLeft: '2px',
			fontFamily: 'var(--sans)',
			fontWeight: '600'
		},
		'.cm-note-breaks': { color: 'var(--bad)' },
		'.cm-note-known-deviation': { color: 'var(--warn)' },
		'.cm-note-advice': { color: 'var(--muted)' },
		'.cm-note-extension': { color: 'var(--muted)' }
	})
];

class LinkWidget extends WidgetType {
	constructor(
		readonly link: LineLink,
		readonly onfollow: (name: string) => void
	) {
		super();
	}

	override eq(other: LinkWidget) {
		return other.link.name === this.link.name && other.link.words === this.link.words;
	}

	override toDOM() {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'cm-line-link';
		button.textContent = this.link.words;
		button.addEventListener('click', () => this.onfollow(this.link.name));
		return button;
	}

	override ignoreEvent() {
		return true;
	}
}

/** Buttons behind the text of lines; one that is pressed tells its name. */
export function lineLinks(onfollow: (name: string) => void): Extension {
	const links = StateField.define<DecorationSet>({
		create: () => Decoration.none,
		update(current, { changes, docChanged, effects, state }) {
			let next = docChanged ? current.map(changes) : current;
			for (const effect of effects) {
				if (!effect.is(setLinks)) continue;
				const ranges = effect.value.map((link) => {
					const { to } = state.doc.lineAt(Math.min(link.at, state.doc.length));
					return Decoration.widget({ widget: new LinkWidget(link, onfollow), side: 1 }).range(to);
				});
				next = Decoration.set(ranges, true);
			}
			return next;
		},
		provide: (field) => EditorView.decorations.from(field)
	});
	return [
		links,
		EditorView.theme({
			'.cm-line-link': {
				marginInlineStart: '1ch',
				padding: '0',
				border: '0',
				background: 'none',
				color: 'var(--accent)',
				font: 'var(--type-ui) var(--sans)',
				minHeight: '24px',
				marginBlock: '-2px',
				textDecoration: 'underline',
				textIndent: '0',
				cursor: 'pointer'
			},
			'.cm-line-link:focus-visible': {
				outline: '2px solid var(--accent)',
				outlineOffset: '2px'
			},
			'@media (max-width: 56.24rem)': { '.cm-line-link': { minHeight: '44px' } }
		})
	];
}
