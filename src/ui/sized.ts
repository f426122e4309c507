import type { Attachment } from 'svelte/attachments';

/**
 * Calls `tell` with the inner size of an element in CSS pixels, at first and whenever it changes. The call
 * comes after the browser's own layout, so measuring the element then costs no other one.
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
