import { isPlainClick } from '../ui/plain-click';

/** The link that opens the page with the client check, relative to the page. */
export const CHECK_LINK = './?check';

/** An attachment to what holds links: that to the client check calls `go` and leaves the page as it is. */
export const catchCheckLink = (go: () => void) => (element: HTMLElement) => {
	const onclick = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (link?.getAttribute('href') !== CHECK_LINK || !isPlainClick(event)) return;
		event.preventDefault();
		go();
	};
	element.addEventListener('click', onclick);
	return () => element.removeEventListener('click', onclick);
};

/** Has the page's address no longer ask for the client check, so that links to what comes do not. */
export function dropCheckLink(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has('check')) return;
	url.searchParams.delete('check');
	try {
		history.replaceState(history.state, '', url);
	} catch {
		// Some frames have no history of their own.
	}
}
