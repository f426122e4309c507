import type { EditorView } from '@codemirror/view';

/** How much text the editor takes at once without making the page wait, in UTF-16 units. */
const AT_ONCE = 150_000;

/** Where to stop: after a line, for a line that grows is worked on anew each time. */
function endOfChunk(text: string, from: number): number {
	if (text.length - from <= AT_ONCE) return text.length;
	const end = text.indexOf('\n', from + AT_ONCE);
	return end < 0 ? text.length : end + 1;
}

/**
 * Replaces the text of an editor. Of a long one the beginning is there at once and the rest comes
 * piece by piece, so that the page can be used meanwhile; `onloaded` is told how much there is.
 * Returns what stops it.
 */
export function feed(
	view: EditorView,
	text: string,
	onloaded: (length: number) => void
): () => void {
	let loaded = endOfChunk(text, 0);
	let timer = 0;
	view.dispatch({
		changes: { from: 0, to: view.state.doc.length, insert: text.slice(0, loaded) },
		selection: { anchor: 0 }
	});
	view.scrollDOM.scrollTo(0, 0);
	onloaded(loaded);
	const more = () => {
		const end = endOfChunk(text, loaded);
		view.dispatch({ changes: { from: view.state.doc.length, insert: text.slice(loaded, end) } });
		loaded = end;
		if (loaded < text.length) timer = window.setTimeout(more);
		onloaded(loaded);
	};
	if (loaded < text.length) timer = window.setTimeout(more);
	return () => clearTimeout(timer);
}
