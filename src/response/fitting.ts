import type { Attachment } from 'svelte/attachments';

/**
 * Drops parts of a line until the rest has room: sets `data-drop` from 0 up to `most`, and the style
 * sheet hides by it. Measures again when the line, its parts or its fonts change.
 */
export const fitting =
	(most: number): Attachment<HTMLElement> =>
	(element) => {
		const fit = () => {
			for (let level = 0; level <= most; level++) {
				element.dataset.drop = String(level);
				if (element.scrollWidth <= element.clientWidth) return;
			}
		};
		const sizes = new ResizeObserver(fit);
		const observe = () => {
			sizes.disconnect();
			sizes.observe(element);
			for (const child of element.children) sizes.observe(child);
		};
		const content = new MutationObserver(() => {
			observe();
			fit();
		});
		content.observe(element, { childList: true, subtree: true, characterData: true });
		observe();
		return () => {
			sizes.disconnect();
			content.disconnect();
		};
	};
