import type { Attachment } from 'svelte/attachments';

/**
 * Tells the inner size of an element in CSS pixels, at first and whenever it changes: after the browser
 * has laid the page out, and never by a layout of its own. The element is told too, for what else is to be
 * measured then.
 */
export function sized(
	tell: (size: { width: number; height: number }, element: Element) => void
): Attachment<Element> {
	return (element) => {
		const observer = new ResizeObserver(() =>
			tell({ width: element.clientWidth, height: element.clientHeight }, element)
		);
		observer.observe(element);
		return () => observer.disconnect();
	};
}
