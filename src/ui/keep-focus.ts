/** An element and all that is around it, from the inside out. */
function chainOf(element: Element): HTMLElement[] {
	const chain: HTMLElement[] = [];
	for (let at: Element | null = element; at; at = at.parentElement) {
		if (at instanceof HTMLElement) chain.push(at);
	}
	return chain;
}

const isShown = (element: Element) => element.isConnected && element.checkVisibility();

/**
 * Returns an attachment that does not let the focus fall out of an element: when what has it is taken
 * away or hidden, the nearest part around it that can have it (`tabindex="-1"`) gets it, else what
 * `fallback` finds.
 */
export const keepFocus =
	(fallback: () => HTMLElement | null) =>
	(root: HTMLElement): (() => void) => {
		/** What had the focus last, and all around it; empty where a person left it. */
		let chain: HTMLElement[] = [];

		function onfocusin({ target }: FocusEvent) {
			chain = target instanceof Element ? chainOf(target) : [];
		}

		function onfocusout() {
			queueMicrotask(() => {
				const isLeft = document.activeElement === document.body;
				if (isLeft && chain[0] && isShown(chain[0])) chain = [];
			});
		}

		function look(changes: readonly MutationRecord[]) {
			const [last] = chain;
			const active = document.activeElement;
			const mayBeGone = changes.some(
				({ type, removedNodes }) => type === 'attributes' || removedNodes.length > 0
			);
			// What was hidden just now has the focus until the next frame.
			if (!last || !mayBeGone || (active !== document.body && active !== last)) return;
			if (isShown(last)) return;
			const around = chain.find(
				(part) => part.tabIndex === -1 && part.hasAttribute('tabindex') && isShown(part)
			);
			(around ?? fallback())?.focus({ preventScroll: true });
		}

		const observer = new MutationObserver(look);
		root.addEventListener('focusin', onfocusin);
		root.addEventListener('focusout', onfocusout);
		observer.observe(root, {
			childList: true,
			subtree: true,
			attributes: true,
			attributeFilter: ['hidden']
		});
		return () => {
			root.removeEventListener('focusin', onfocusin);
			root.removeEventListener('focusout', onfocusout);
			observer.disconnect();
		};
	};
