/** Whether a click means only what it points at: any other opens a tab or a window of its own. */
export const isPlainClick = ({
	button,
	ctrlKey,
	metaKey,
	shiftKey,
	altKey
}: Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): boolean =>
	button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
