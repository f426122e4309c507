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
