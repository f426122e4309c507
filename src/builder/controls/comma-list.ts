// A list with commas between ("GET Service Requests", service_request_id, service_code, status).

/** The entries without the space around them; none for an empty text. */
export const itemsOf = (text: string): string[] =>
	text === '' ? [] : text.split(',').map((entry) => entry.trim());

/** Whether a text is a list that can be shown as entries: none of them empty. */
export const isList = (text: string): boolean => itemsOf(text).every((entry) => entry !== '');

/** The text without one entry; the others stay exactly as they were typed. */
export function withoutEntry(text: string, at: number): string {
	const rest = text.split(',').filter((_, index) => index !== at);
	return at === 0 ? rest.join(',').trimStart() : rest.join(',');
}

/** The text with one more entry at its end; an empty entry changes nothing. */
export function withEntry(text: string, entry: string): string {
	return [text, entry].filter((part) => part !== '').join(',');
}

/** A text being typed in two: the entries that are finished, and the one still in the input. */
export interface Typing {
	finished: string;
	typed: string;
}

/**
 * Takes the entry being typed off the end of a text. If the text does not end in it, it was changed
 * elsewhere: then all of it is finished.
 */
export function splitTyping(text: string, typed: string): Typing {
	if (typed === '') return { finished: text, typed };
	if (text === typed) return { finished: '', typed };
	return text.endsWith(`,${typed}`)
		? { finished: text.slice(0, -typed.length - 1), typed }
		: { finished: text, typed: '' };
}

/** What was typed or pasted, cut at its last comma: all before is finished, empty entries dropped. */
export function finish(finished: string, typed: string): Typing {
	const entries = typed.split(',').map((entry) => entry.trim());
	const last = entries.pop() ?? '';
	return { finished: entries.reduce(withEntry, finished), typed: last };
}
