import { on } from 'svelte/events';

/**
 * Shows a `<dialog>` as modal when attached, and calls `onclose` after it has closed. The browser fires
 * that event in a later task; if another dialog has replaced this one by then, `onclose` is not called.
 */
export const modal = (onclose: () => void) => (dialog: HTMLDialogElement) => {
	dialog.showModal();
	return on(dialog, 'close', onclose);
};
