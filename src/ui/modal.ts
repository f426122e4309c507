import { on } from 'svelte/events';

/**
 * Shows a `<dialog>` as modal when attached, and calls `onclose` after it has closed. Browsers tell of
 * the closing later: a dialog that was taken away by then, say for another one, tells of nothing.
 */
export const modal = (onclose: () => void) => (dialog: HTMLDialogElement) => {
	dialog.showModal();
	return on(dialog, 'close', onclose);
};
