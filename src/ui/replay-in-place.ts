import { replay, takeEarly } from './replay-early';

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

/** Replays the events on a stand-in, on the part that has taken its place in that column. */
export function replayEarlyIn(standIn: Element, column: Element) {
	for (const early of takeEarly((target) => standIn.contains(target))) {
		const successor = successorOf(early.target, standIn, column);
		if (successor) replay(early, successor);
	}
}
