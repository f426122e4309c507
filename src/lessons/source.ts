/** The lesson that comes with the page, relative to it. */
export const OWN_LESSON = 'lessons.json';

/** The URL of a lesson file, relative to the page; null for one of another site. */
export function lessonUrl(source: string, base = document.baseURI): URL | null {
	if (!URL.canParse(source, base)) return null;
	const url = new URL(source, base);
	return url.origin === new URL(base).origin ? url : null;
}

/** The part of the page's address that opens a lesson. */
export const lessonQuery = (source: string) => `?lessons=${encodeURIComponent(source)}`;

/** Whether the page's address asks for a lesson: then it opens on any device. */
export const isLessonLinked = (query = globalThis.location?.search ?? ''): boolean =>
	new URLSearchParams(query).has('lessons');

/** The lesson that the page's address asks for, else the page's own. */
export const linkedLesson = (query = globalThis.location?.search ?? ''): string =>
	new URLSearchParams(query).get('lessons') || OWN_LESSON;

/**
 * Has the page's address ask for a lesson; null for none. An entry of the browser's history is
 * changed, not begun.
 */
export function nameLesson(source: string | null): void {
	const url = new URL(location.href);
	if (source === null || source === OWN_LESSON) url.searchParams.delete('lessons');
	else url.searchParams.set('lessons', source);
	if (url.href === location.href) return;
	try {
		history.replaceState(history.state, '', url);
	} catch {
		// Some frames have no history of their own.
	}
}
