import type { RequestChange } from '../explorer/staleness';

/** A piece of a sentence; names as they go over the wire are set in the wire's letters. */
export interface SentencePart {
	text: string;
	isWire: boolean;
}

/** As many as are named one by one. */
const MOST = 3;

const text = (text: string): SentencePart => ({ text, isWire: false });

/** What the parts of a request are called that are no arguments. */
const WORDS: Readonly<Record<string, string>> = {
	endpoint: 'the endpoint',
	method: 'the method',
	verb: 'the verb',
	path: 'the path',
	body: 'the body',
	request: 'the request'
};

const partOf = (name: string): SentencePart => {
	const header = /^header (.*)/.exec(name)?.[1];
	const words = header === undefined ? WORDS[name] : `the header ${header}`;
	return words === undefined ? { text: name, isWire: true } : text(words);
};

/**
 * Returns the beginning of a sentence that says what differs: "status and start_date differ". Empty
 * where nothing does.
 */
export function changedNames(changes: readonly RequestChange[]): SentencePart[] {
	const [first, ...others] = changes.map(({ name }) => partOf(name));
	if (!first) return [];
	if (others.length === 0) return [first, text(' differs')];
	if (others.length >= MOST) return [text(`${changes.length} arguments differ`)];
	const last = others.length - 1;
	return [
		first,
		...others.flatMap((other, at) => [text(at === last ? ' and ' : ', '), other]),
		text(' differ')
	];
}
