/** What the editor does first when it takes over: fold at a line, from 0, or what a key asks for. */
export type EditorAction = { fold: number } | { key: KeyboardEvent };

/** Whether a key asks for the editor: to search (Ctrl F, Ctrl G, F3), or to fold (Ctrl Shift [ or ]). */
export const isEditorKey = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
	key === 'F3' ||
	((ctrlKey || metaKey) &&
		(/^[fg]$/i.test(key) || (/^Bracket(?:Left|Right)$/.test(code) && (altKey || shiftKey))));
