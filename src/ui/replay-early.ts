// What a person did before the page could do it, as start.js has noted it: done again once it can.

/** Something a person did to an element, and how its field stood then. */
export interface Early {
	type: 'click' | 'input' | 'change' | 'keydown';
	target: HTMLElement;
	value?: string;
	checked?: boolean;
	/** For keys. */
	init?: KeyboardEventInit;
}

declare global {
	interface Window {
		/** Notes more while something of the page stands in for a part that is yet to come. */
		early?: Early[];
	}
}

/** What an element is called, to find the one that has taken its place. */
const nameOf = (element: Element) =>
	[element.tagName, element.getAttribute('aria-label') ?? element.textContent].join();

/** The element that has taken the place of one that stood in, in the same column of the page. */
function successorOf(target: HTMLElement, standIn: Element, column: Element): HTMLElement | null {
	const alike = (within: Element) =>
		[...within.querySelectorAll<HTMLElement>(target.tagName)].filter(
			(element) => nameOf(element) === nameOf(target)
		);
	return alike(column)[alike(standIn).indexOf(target)] ?? null;
}

function replay({ type, value, checked, init }: Early, target: HTMLElement) {
	if (type === 'click') return target.click();
	if (type === 'keydown') {
		target.dispatchEvent(new KeyboardEvent(type, { ...init, bubbles: true, cancelable: true }));
		return;
	}
	if (target instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(target.type)) {
		if (type !== 'change') return;
		if (target.checked !== checked) return target.click();
	} else if ('value' in target && value !== undefined) target.value = value;
	target.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Does again what was done to the page itself, now that it can; what stands in for a part has to wait. */
export function replayEarly(page: HTMLElement) {
	const { activeElement } = document;
	if (activeElement instanceof HTMLElement && page.contains(activeElement)) {
		activeElement.dispatchEvent(new FocusEvent('focus'));
		activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
	}
	const noted = (window.early ?? []).splice(0);
	const later = noted.filter(({ target }) => target.closest('[data-built]'));
	window.early?.push(...later);
	for (const early of noted) if (!later.includes(early)) replay(early, early.target);
}

/** Does again what was done to a part that stood in, now that its successor is in that column. */
export function replayEarlyIn(standIn: Element, column: Element) {
	const all = (window.early ?? []).splice(0);
	const own = all.filter(({ target }) => standIn.contains(target));
	window.early?.push(...all.filter((early) => !own.includes(early)));
	for (const early of own) {
		const successor = successorOf(early.target, standIn, column);
		if (successor) replay(early, successor);
	}
}
