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

/** Repeats a recorded event on an element. */
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

/** Takes the recorded events on the elements that `isOwn` accepts; the others stay recorded. */
export function takeEarly(isOwn: (target: HTMLElement) => boolean): Early[] {
	const all = (window.early ?? []).splice(0);
	const own = all.filter(({ target }) => isOwn(target));
	window.early?.push(...all.filter((early) => !own.includes(early)));
	return own;
}

/** Replays the events on the page, or on a part of it. Those on a part that is not ready yet stay recorded. */
export function replayEarly(part: HTMLElement) {
	const isReady = (target: Element) => part.contains(target) && !target.closest('[data-built]');
	const { activeElement } = document;
	if (activeElement && isReady(activeElement)) {
		activeElement.dispatchEvent(new FocusEvent('focus'));
		activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
	}
	for (const early of takeEarly(isReady)) replay(early, early.target);
}
