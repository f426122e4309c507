import { EditorView } from '@codemirror/view';

/** The page's tokens as the editor wears them; custom properties reach into its shadow root. */
export const theme = EditorView.theme({
	'&': {
		height: '100%',
		color: 'var(--syntax-text)',
		fontSize: '0.875rem'
	},
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
	'.cm-scroller': {
		fontFamily: 'var(--mono)',
		lineHeight: '1.25rem',
		scrollbarWidth: 'thin'
	},
	'.cm-content': { padding: '0.375rem 0' },
	// Without a ground, so that what lies behind an answer of another request shows.
	'.cm-gutters': {
		color: 'var(--syntax-quiet)',
		backgroundColor: 'transparent',
		border: '0'
	},
	// What is not wrapped is scrolled sideways, behind the gutter.
	'.cm-scroller:not(:has(.cm-lineWrapping)) .cm-gutters': { backgroundColor: 'var(--paper)' },
	'.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 0', minWidth: '1.5rem' },
	'.cm-line': { padding: '0 2px 0 4px' },
	'.cm-chosen': {
		backgroundColor: 'var(--soft)'
	},
	'.cm-chosen-gutter': { backgroundColor: 'var(--soft)' },
	'.cm-notes .cm-chosen-gutter': { boxShadow: 'inset 3px 0 var(--accent)' },
	'.cm-pointed': {
		textDecoration: 'underline var(--accent) 2px',
		textUnderlineOffset: '0.25em'
	},
	'.cm-searchMatch': {
		backgroundColor: 'transparent',
		outline: '1px solid var(--accent)'
	},
	'.cm-searchMatch-selected': { backgroundColor: 'var(--soft)', outlineWidth: '2px' },
	'.cm-panels': {
		color: 'var(--ink)',
		backgroundColor: 'var(--sunk)',
		fontFamily: 'var(--sans)'
	},
	'.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
	'.cm-left-out': { margin: '0', padding: '0.25rem 1rem' },
	'.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 1rem', font: 'var(--type-ui) var(--sans)' },
	'.cm-panel.cm-search label': { fontSize: '0.875rem' },
	// Nothing could stop a regular expression that takes for ever, such as (a+)+b; paths and words search too.
	'.cm-panel.cm-search label:has([name=re])': { display: 'none' },
	'.cm-panel.cm-search [name=close]': {
		minWidth: '24px',
		minHeight: '24px',
		fontSize: '1.25rem',
		padding: '0 0.5rem'
	},
	'.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)' },
	'.cm-textfield, .cm-button': {
		minHeight: '2rem',
		padding: '0 0.5rem',
		border: '1px solid var(--field)',
		borderRadius: 'var(--radius-control)',
		color: 'var(--ink)',
		backgroundColor: 'var(--paper)',
		backgroundImage: 'none',
		fontFamily: 'var(--sans)',
		fontSize: '0.875rem'
	},
	// Shadows are gone there, and grounds are the system's.
	'@media (forced-colors: active)': {
		'.cm-notes .cm-chosen-gutter': { borderInlineStart: '3px solid Highlight' }
	}
});
