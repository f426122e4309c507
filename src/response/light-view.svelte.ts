// Shows a small text without an editor: lines in the page itself, so that they can be selected, copied
// and found like any other text of it.
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { DrawnLines } from './drawn-lines';
import type { LineLink, Note } from './notes';
import type { TextPlace } from './place';
import { LEFT_AT, leftAt } from './scroll-memory';
import type { TextLines } from './text-lines';

/** What a view shows and tells; getters, so that it is built once and then kept in step. */
export interface LightViewOptions {
	lines: () => TextLines;
	/** The stretch to mark: the whole of what is chosen. */
	marked: () => TextPlace | null;
	/** The part of it to bring into view and underline; null for none. */
	pointed: () => TextPlace | null;
	/** What is said of lines beside them, by position. */
	notes: () => readonly Note[];
	/** Buttons behind the text of lines. */
	links: () => readonly LineLink[];
	/** Where it is kept how far the text is scrolled, in CSS pixels. */
	scroll: () => { scrollTop: number };
	/** Called with the position in the text that was clicked. */
	onpick: (position: number) => void;
	/** Called with the name of a link that was followed. */
	onlink: (name: string) => void;
	/** Called with the line, from 0, whose sign for folding was clicked. */
	onfold: (line: number) => void;
}

/** The position in a line at a point of the page, in UTF-16 units from its beginning. */
function offsetAt(line: Element, { clientX, clientY }: MouseEvent): number {
	const range = document.createRange();
	range.setStart(line, 0);
	if ('caretPositionFromPoint' in document) {
		const caret = document.caretPositionFromPoint(clientX, clientY);
		if (!caret || !line.contains(caret.offsetNode)) return 0;
		range.setEnd(caret.offsetNode, caret.offset);
	} else {
		const caret = (document as Document).caretRangeFromPoint(clientX, clientY);
		if (!caret || !line.contains(caret.startContainer)) return 0;
		range.setEnd(caret.startContainer, caret.startOffset);
	}
	return range.toString().length;
}

/** A read-only view of a small text in the element it is attached to. */
export function lightView(options: LightViewOptions): Attachment<HTMLElement> {
	return (box) => {
		let picking = false;
		/** Whether the text was scrolled to where it was left, and from where on what is chosen then. */
		let [isRestored, settledAt]: [boolean, number | null] = [false, null];
		const drawn = $derived(new DrawnLines(box, options.lines()));
		const keepScroll = () => {
			const kept = options.scroll();
			kept.scrollTop = box.scrollTop;
			LEFT_AT.set(kept, drawn.leftAt);
		};
		const pick = (event: MouseEvent) => {
			const target = event.target instanceof Element ? event.target : null;
			const element = target?.closest<HTMLElement>('[data-line]');
			// Who drags to copy does not mean to choose.
			if (!element || target?.closest('button') || getSelection()?.isCollapsed === false) return;
			const line = Number(element.dataset.line) - 1;
			if (target?.closest('.fold')) return options.onfold(line);
			const note = target?.closest('.note') && drawn.noteAt(line);
			if (note) return options.onpick(note.at);
			picking = true;
			const lines = options.lines();
			const [start, end] = [lines.startOf(line), lines.endOf(line)];
			const position = start + offsetAt(element, event);
			// A click beside a line's text means the text.
			options.onpick(Math.max(start + lines.indentOf(line), Math.min(position, end - 1)));
		};
		box.addEventListener('scroll', keepScroll, { passive: true });
		box.addEventListener('click', pick);
		$effect(() => {
			const current = drawn;
			untrack(() => {
				const left = leftAt(options.scroll());
				[isRestored, settledAt] = [left !== null, null];
				current.restore(left);
			});
			return () => current.stop();
		});
		$effect(() => {
			const [place, pointed] = [options.marked(), options.pointed()];
			drawn.mark(place, pointed);
			const shown = pointed ?? place;
			// What was chosen when the text was left is where it was left.
			if (isRestored && shown) [isRestored, settledAt] = [false, shown.from];
			// What was chosen in this very text is in view already, and nothing moves without reason.
			if (shown && shown.from !== settledAt && !picking && !drawn.isInView(shown)) {
				drawn.bring(shown, pointed ? 'middle' : 'top');
			}
			picking = false;
		});
		$effect(() => drawn.annotate(options.notes(), options.links(), options.onlink));
		return () => {
			box.removeEventListener('scroll', keepScroll);
			box.removeEventListener('click', pick);
		};
	};
}
