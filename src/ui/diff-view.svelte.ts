// The one creator of comparing views: https://codemirror.net/docs/ref/#merge
import { defaultKeymap } from '@codemirror/commands';
import { goToNextChunk, goToPreviousChunk, MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Attachment } from 'svelte/attachments';

/** A text and what a screen reader calls it. */
export interface MergeSide {
	label: string;
	text: string;
}

/** What a view compares; getters, and a change of any builds the view anew. */
export interface MergeOptions {
	first: () => MergeSide;
	second: () => MergeSide;
	/** One below the other instead of side by side. */
	unified: () => boolean;
	/** Hides long stretches without a difference. */
	collapsed: () => boolean;
}

/** Beyond this much work the differences are shown line by line instead of letter by letter. */
const diffConfig = { scanLimit: 2_000, timeout: 500 };

/** The page's tokens; differences have an underline and a mark beside the line, not colour alone. */
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
	// The library's own sign is in few fonts.
	'& .cm-collapsedLines:before, & .cm-collapsedLines:after': { content: '"…"' }
});

const readOnly = (label: string): Extension => [
	lineNumbers(),
	EditorView.lineWrapping,
	keymap.of([
		{ key: 'F7', run: goToNextChunk, shift: goToPreviousChunk, preventDefault: true },
		...defaultKeymap
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
 * A read-only view of what differs between two texts. It lives in a shadow root, where its styles
 * are adopted style sheets: a policy without unsafe-inline lets those through.
 */
export function merge(options: MergeOptions): Attachment<HTMLElement> {
	return (element) => {
		const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		const [first, second] = [options.first(), options.second()];
		const shared = {
			gutter: true,
			diffConfig,
			...(options.collapsed() ? { collapseUnchanged: { margin: 3, minSize: 6 } } : {})
		};
		const view = options.unified()
			? new EditorView({
					root,
					parent: root,
					doc: second.text,
					extensions: [
						readOnly(`${second.label}, compared with ${first.label}`),
						unifiedMergeView({ ...shared, original: first.text, mergeControls: false })
					]
				})
			: new MergeView({
					...shared,
					root,
					parent: root,
					a: { doc: first.text, extensions: readOnly(first.label) },
					b: { doc: second.text, extensions: readOnly(second.label) }
				});
		return () => view.destroy();
	};
}
