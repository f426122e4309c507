// What is put into a page before its own scripts: it notes when something is first seen, clicks as soon
// as there is something to click, and notes how long the main thread was held up.

/** A text, and a selector of where it must stand. */
export type Sight = readonly [text: string, where: string];

/** What to look for in a page, and what to click. */
export interface Watching {
	/** What is noted when it is first in view. */
	visible: Sight;
	/** Buttons and lines by what their text begins with, one after the other; none to leave the page alone. */
	clicks: readonly Sight[];
	/** The pattern of the URL that the last click asks for. */
	asks: string;
	/** What is seen only while the answer is awaited. */
	sending: readonly Sight[];
	/** What only an answer shows; a person may have scrolled to it. */
	answer: Sight;
}

/** What was noted, in milliseconds since the navigation. */
export interface Watched {
	/** Tasks of 50 ms or more. */
	tasks: { end: number; duration: number }[];
	/** The end of the first frame that shows `visible`. */
	visible: number | null;
	/** The end of the first frame that shows the answer to the last click. */
	works: number | null;
}

declare global {
	interface Window {
		watched: Watched;
	}
}

/** Put into a page as it is: it may use nothing from outside. */
export function watchPage({ visible, clicks, asks, sending, answer }: Watching): void {
	const watched: Watched = { tasks: [], visible: null, works: null };
	window.watched = watched;
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			watched.tasks.push({ end: startTime + duration, duration });
		}
	}).observe({ type: 'longtask', buffered: true });

	/** The editor has a shadow root, whose text is not in the text around it. */
	const has = (place: Node & ParentNode, text: string): boolean =>
		place.textContent?.includes(text) ||
		[...place.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && has(shadowRoot, text));
	const isShown = (place: Element) => place.checkVisibility({ visibilityProperty: true });
	const isInView = (place: Element) => {
		const { top, bottom, left, right } = place.getBoundingClientRect();
		return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
	};
	const placesOf = ([text, where]: Sight) =>
		[...document.querySelectorAll(where)].filter((place) => isShown(place) && has(place, text));
	const toClick = ([text, where]: Sight) =>
		[...document.querySelectorAll<HTMLElement>(where)].find(
			(place) =>
				isShown(place) &&
				!place.matches(':disabled') &&
				place.textContent?.trimStart().startsWith(text)
		);

	/** A frame is drawn after the callbacks: the next one stands for its end. */
	const note = (what: 'visible' | 'works') =>
		requestAnimationFrame(() => (watched[what] = performance.now()));
	const look = () => {
		if (placesOf(visible).some(isInView)) note('visible');
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	if (clicks.length === 0) return;

	let asked = -Infinity;
	const ask = (url: string, signal?: AbortSignal | null) => {
		if (new RegExp(asks).test(url) && !signal?.aborted) asked = performance.now();
	};
	const urlOf = (input: unknown) => (input instanceof Request ? input.url : String(input));
	window.fetch = new Proxy(fetch, {
		apply(target, self, [input, init]: [RequestInfo, RequestInit?]) {
			ask(urlOf(input), init?.signal ?? (input instanceof Request ? input.signal : null));
			return Reflect.apply(target, self, [input, init]);
		}
	});
	// The mock-up inside the page is handed a request and fetches nothing.
	window.Request = new Proxy(Request, {
		construct(target, [input, init]: [RequestInfo, RequestInit?], self) {
			ask(urlOf(input), init?.signal);
			return Reflect.construct(target, [input, init], self) as Request;
		}
	});

	/** Milliseconds and frames after which a click that led to nothing is made again. */
	const [PATIENCE, FRAMES] = [250, 5];
	let [step, clicked, frames] = [0, -Infinity, 0];
	const act = () => {
		frames++;
		const isLast = step === clicks.length - 1;
		const isAwaited = () => sending.some((sight) => placesOf(sight).length > 0);
		const next = clicks[step + 1];
		const led = isLast ? asked >= clicked || isAwaited() : next && toClick(next);
		const wasMade = clicked > -Infinity;
		if (wasMade && led && !isLast) [step, clicked] = [step + 1, -Infinity];
		if (wasMade && isLast && asked >= clicked && placesOf(answer).length > 0 && !isAwaited()) {
			return note('works');
		}
		const isLost = !led && performance.now() - clicked > PATIENCE && frames > FRAMES;
		// Only then: searching all buttons in every frame would slow down pages with many of them.
		const due = clicked === -Infinity || isLost ? clicks[step] : undefined;
		const target = due && toClick(due);
		if (target) {
			[clicked, frames] = [performance.now(), 0];
			target.click();
		}
		requestAnimationFrame(act);
	};
	requestAnimationFrame(act);
}
