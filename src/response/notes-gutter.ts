// https://codemirror.net/docs/ref/#view.gutter
import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';

/** Something to say of a line: a sign, its words and where in the text. */
export interface GutterNote {
	/** The position the note is about. */
	at: number;
	/** One character that tells kinds of notes apart. */
	sign: string;
	/** A class name for its colour. */
	kind: string;
	words: string;
}

/** Replaces all notes. */
export const setNotes = StateEffect.define<readonly GutterNote[]>();

class NoteMarker extends GutterMarker {
	constructor(readonly note: GutterNote) {
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
			const byLine = new Map<number, GutterNote>();
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
		'.cm-notes': { minWidth: '1ch', cursor: 'pointer' },
		'.cm-note': { fontFamily: 'var(--sans)', fontWeight: '600' },
		'.cm-note-breaks': { color: 'var(--bad)' },
		'.cm-note-known-deviation': { color: 'var(--accent)' },
		'.cm-note-advice': { color: 'var(--accent)' },
		'.cm-note-extension': { color: 'var(--ink-muted)' }
	})
];
