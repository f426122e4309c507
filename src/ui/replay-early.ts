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

/** Has a person's event happen again, on the element that stands there now. */
export function replay({ type, value, checked, init }: Early, target: HTMLElement) {
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

/** Replays the events on the page, or on a part of it. Those on what is yet to come wait for that. */
export function replayEarly(part: HTMLElement) {
	const isReady = (target: Element) => part.contains(target) && !target.closest('[data-built]');
	const { activeElement } = document;
	if (activeElement && isReady(activeElement)) {
		activeElement.dispatchEvent(new FocusEvent('focus'));
		activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
	}
	const noted = (window.early ?? []).splice(0);
	window.early?.push(...noted.filter(({ target }) => !isReady(target)));
	for (const early of noted) if (isReady(early.target)) replay(early, early.target);
}
