import { EditorView } from '@codemirror/view';

/** The page's tokens as the editor wears them; custom properties reach into its shadow root. */
export const theme = EditorView.theme({
	'&': {
		height: '100%',
		color: 'var(--syntax-text)',
		backgroundColor: 'var(--paper)',
		fontSize: 'var(--small)',
		containerType: 'inline-size'
	},
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', scrollbarWidth: 'thin' },
	'.cm-content': { padding: '0.5rem 0' },
	'.cm-gutters': {
		color: 'var(--syntax-quiet)',
		backgroundColor: 'var(--paper)',
		border: '0'
	},
	'.cm-lineNumbers .cm-gutterElement': { padding: '0 0.25rem 0 1rem', minWidth: '2.5rem' },
	// Where it is narrow lines break anywhere, so that none breaks right after its indentation.
	'@container (max-width: 40rem)': {
		'.cm-lineWrapping': { wordBreak: 'break-all' },
		'.cm-lineNumbers .cm-gutterElement': { paddingLeft: '0.25rem', minWidth: '1.5rem' }
	},
	'.cm-foldGutter .cm-gutterElement': { width: '1.25rem', textAlign: 'center', cursor: 'pointer' },
	'.cm-foldPlaceholder': {
		padding: '0 0.5ch',
		border: '1px solid var(--line)',
		color: 'var(--ink-muted)',
		backgroundColor: 'var(--paper-sunk)'
	},
	'.cm-chosen': {
		backgroundColor: 'var(--accent-soft)',
		boxShadow: 'inset 3px 0 var(--accent)'
	},
	'.cm-pointed': {
		textDecoration: 'underline var(--accent) 2px',
		textUnderlineOffset: '0.25em'
	},
	'.cm-searchMatch': {
		backgroundColor: 'transparent',
		outline: '1px solid var(--accent)'
	},
	'.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outlineWidth: '2px' },
	'.cm-panels': {
		color: 'var(--ink)',
		backgroundColor: 'var(--paper-sunk)',
		fontFamily: 'var(--sans)',
		fontSize: 'var(--small)'
	},
	'.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
	'.cm-left-out': { margin: '0', padding: '0.25rem 1rem' },
	'.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 1rem' },
	'.cm-panel.cm-search label': { fontSize: 'var(--small)' },
	'.cm-panel.cm-search [name=close]': { fontSize: '1.25rem', padding: '0 0.5rem' },
	'.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)' },
	'.cm-textfield, .cm-button': {
		minHeight: '2rem',
		padding: '0 0.5rem',
		border: '1px solid var(--line-field)',
		borderRadius: '0.25rem',
		color: 'var(--ink)',
		backgroundColor: 'var(--paper)',
		backgroundImage: 'none',
		fontFamily: 'var(--sans)',
		fontSize: 'var(--small)'
	}
});
