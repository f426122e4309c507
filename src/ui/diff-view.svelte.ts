// Creates views that compare texts: https://codemirror.net/docs/ref/#merge
import {
	Change,
	goToNextChunk,
	goToPreviousChunk,
	MergeView,
	unifiedMergeView
} from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, showPanel } from '@codemirror/view';
import type { Attachment } from 'svelte/attachments';
import { LONG_LINE, longestLine } from './long-lines';
import { READING_KEYS } from './reading-keys';

/** A text and its accessible name. */
export interface MergeSide {
	label: string;
	text: string;
}

/** What a view compares. The functions are reactive, and a change rebuilds the view. */
export interface MergeOptions {
	first: () => MergeSide;
	second: () => MergeSide;
	/** Shows one text below the other instead of side by side. */
	unified: () => boolean;
	/** Hides long stretches without a difference. */
	collapsed: () => boolean;
}

/** Texts that take longer to compare have their differences shown by line, not by letter. */
const FINE = { scanLimit: 2_000, timeout: 500 };

/**
 * From the first to the last character that differs. The library's own comparison of a long line takes
 * most of a minute, whatever its time limit.
 */
function wholeDifference(a: string, b: string): Change[] {
	const shorter = Math.min(a.length, b.length);
	let [from, same] = [0, 0];
	while (from < shorter && a[from] === b[from]) from++;
	while (same < shorter - from && a.at(-same - 1) === b.at(-same - 1)) same++;
	const [toA, toB] = [a.length - same, b.length - same];
	return from < Math.max(toA, toB) ? [new Change(from, toA, from, toB)] : [];
}

/** Says above a text with a very long line what is left out for its sake. */
const leftOut = showPanel.of(() => {
	const dom = document.createElement('p');
	dom.textContent =
		'A line is very long: lines are not wrapped, and all that differs is marked as one stretch.';
	return { dom, top: true };
});

/**
 * The page's design tokens. Differences have an underline and a mark in the margin, not only
 * colour.
 */
const theme = EditorView.theme({
	'&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: 'var(--small)' },
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
	// On a narrow screen lines break anywhere, so that none breaks right after its indentation.
	'@media (max-width: 68.74rem)': { '.cm-lineWrapping': { wordBreak: 'break-all' } },
	'.cm-gutters': {
		color: 'var(--ink-muted)',
		backgroundColor: 'var(--paper)',
		border: '0'
	},
	'&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--bad-soft)' },
	'&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--good-soft)' },
	'&.cm-merge-a .cm-changedText, & .cm-deletedChunk .cm-deletedText': {
		background: 'none',
		textDecoration: 'underline var(--bad) 1px',
		textUnderlineOffset: '0.2em'
	},
	'&.cm-merge-b .cm-changedText': {
		background: 'none',
		textDecoration: 'underline var(--good) 1px',
		textUnderlineOffset: '0.2em'
	},
	'&.cm-merge-a .cm-changedLineGutter, & .cm-deletedLineGutter': { background: 'var(--bad)' },
	'&.cm-merge-b .cm-changedLineGutter': { background: 'var(--good)' },
	'& .cm-collapsedLines': {
		color: 'var(--ink-muted)',
		background: 'var(--paper-sunk)',
		fontFamily: 'var(--sans)'
	},
	// Few fonts have the library's own sign.
	'& .cm-collapsedLines:before, & .cm-collapsedLines:after': { content: '"…"' }
});

const readOnly = (label: string, isLong: boolean): Extension => [
	lineNumbers(),
	isLong ? leftOut : EditorView.lineWrapping,
	keymap.of([
		{ key: 'F7', run: goToNextChunk, shift: goToPreviousChunk, preventDefault: true },
		...READING_KEYS
	]),
	EditorState.readOnly.of(true),
	EditorView.editable.of(false),
	EditorView.contentAttributes.of({
		'aria-label': label,
		'aria-readonly': 'true',
		tabindex: '0'
	}),
	theme
];

/**
 * Returns an attachment with a read-only view of the differences between two texts. It is in a
 * shadow root, where its styles are adopted style sheets, which a policy without unsafe-inline
 * permits.
 */
export function merge(options: MergeOptions): Attachment<HTMLElement> {
	return (element) => {
		const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		const [first, second] = [options.first(), options.second()];
		const isLong = Math.max(longestLine(first.text), longestLine(second.text)) > LONG_LINE;
		const shared = {
			gutter: true,
			syntaxHighlightDeletions: false,
			diffConfig: isLong ? { override: wholeDifference } : FINE,
			...(options.collapsed() ? { collapseUnchanged: { margin: 3, minSize: 6 } } : {})
		};
		const view = options.unified()
			? new EditorView({
					root,
					parent: root,
					doc: second.text,
					extensions: [
						readOnly(`${second.label}, compared with ${first.label}`, isLong),
						unifiedMergeView({ ...shared, original: first.text, mergeControls: false })
					]
				})
			: new MergeView({
					...shared,
					root,
					parent: root,
					a: { doc: first.text, extensions: readOnly(first.label, isLong) },
					b: { doc: second.text, extensions: readOnly(second.label, isLong) }
				});
		return () => view.destroy();
	};
}
