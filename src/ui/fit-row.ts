import type { Attachment } from 'svelte/attachments';

/**
 * Keeps the parts of a row in one line: while they do not fit, `data-drop` of the row counts from 0 up
 * to `most`, and its style sheet leaves out something more at each step. `ondrop` is told the count;
 * nothing that it does may change how wide the row's parts are, or the counting would have no end.
 */
export const fitRow =
	(most: number, ondrop: (count: number) => void = () => {}): Attachment<HTMLElement> =>
	(row) => {
		function measure() {
			let count = 0;
			if (row.dataset.drop !== '0') row.dataset.drop = '0';
			while (count < most && row.scrollWidth > row.clientWidth) {
				count += 1;
				row.dataset.drop = String(count);
			}
			ondrop(count);
		}
		// It measures at once after the next layout, and not before, for that would be one more.
		const sizes = new ResizeObserver(measure);
		const observe = () => {
			sizes.disconnect();
			sizes.observe(row);
			for (const child of row.children) sizes.observe(child);
		};
		const content = new MutationObserver(observe);
		content.observe(row, { childList: true, characterData: true, subtree: true });
		observe();
		return () => {
			sizes.disconnect();
			content.disconnect();
		};
	};
