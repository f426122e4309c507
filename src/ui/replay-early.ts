// Replays the clicks, keys and typing that start.js recorded before the page could handle them.

/** An event that a person caused, and the value that the field had then. */
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

/** Replays the events on the page itself. Those on a stand-in wait until its part has come. */
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

/** Replays the events on a stand-in, on the part that has taken its place in that column. */
export function replayEarlyIn(standIn: Element, column: Element) {
	const all = (window.early ?? []).splice(0);
	const own = all.filter(({ target }) => standIn.contains(target));
	window.early?.push(...all.filter((early) => !own.includes(early)));
	for (const early of own) {
		const successor = successorOf(early.target, standIn, column);
		if (successor) replay(early, successor);
	}
}
