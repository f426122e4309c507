import type { Lesson } from './lesson';
import { readLesson } from './read-lesson';
import { lessonUrl } from './source';

/** Milliseconds after which a lesson file that does not come is given up. */
const TIMEOUT = 30_000;

/** How many of a file's problems are told at once. */
const MOST_TOLD = 3;

/** What is wrong with a file in one text: the first few problems, and how many more there are. */
function toldOf(source: string, problems: readonly string[]): string {
	const more = problems.length - MOST_TOLD;
	const told = problems.slice(0, MOST_TOLD).join(' ');
	return `${source} is not a lesson yet. ${told}${more > 0 ? ` And ${more} more.` : ''}`;
}

/** Loads a lesson of this site; another site is asked nothing. A problem is a sentence or more. */
export async function loadLesson(
	source: string
): Promise<{ lesson: Lesson } | { problem: string }> {
	const url = lessonUrl(source);
	if (!url) {
		return {
			problem: `${source} is not on this site. Put the file beside the page and give its name.`
		};
	}
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
		if (!response.ok) throw new Error(`it gives ${response.status}`);
		const read = readLesson(await response.text());
		return 'problems' in read ? { problem: toldOf(source, read.problems) } : read;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { problem: `${source} could not be read: ${why}.` };
	}
}
