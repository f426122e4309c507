// The messages between an embed and the page around it, read as what they are: text of strangers.
import type { Open311FrameMessage, Open311HostMessage, Open311Theme } from './api';

/** The version of the messages that this build speaks. */
export const MESSAGE_VERSION = 1;

/** The themes an embed may be asked for. */
export const EMBED_THEMES: readonly Open311Theme[] = ['system', 'light', 'dark'];

/** The longest permalink that is taken: `embedLink` in `georeport/bounds.ts`. */
export const LONGEST_LINK = 20_000;

/** The greatest height that an embed may ask for, in CSS pixels: `embedHeight` in `georeport/bounds.ts`. */
export const HIGHEST = 4_000;

/** The least. */
const LOWEST = 120;

/** A message that was one of ours, and cannot be followed. */
export interface Unfollowed {
	type: 'unfollowed';
	id: number | null;
	/** Why not, in words. */
	reason: string;
}

/** An own field of a value; what it inherits does not count. */
const own = (value: object, name: string): unknown =>
	Object.getOwnPropertyDescriptor(value, name)?.value;

const isId = (value: unknown): value is number => Number.isSafeInteger(value);

/** Whether a value is a message of ours, of whatever version. */
const isOurs = (data: unknown): data is object =>
	typeof data === 'object' && data !== null && Object.hasOwn(data, 'open311Playground');

/** A link that may be looked at; else why not. */
function linkProblem(link: unknown): string | null {
	if (typeof link !== 'string') return 'A link is a text.';
	if (link.length > LONGEST_LINK) {
		return 'A link has at most 20,000 characters. Shorten the request.';
	}
	return link === '' || link.startsWith('#') ? null : 'A link begins with #.';
}

/**
 * Reads what the page around an embed said. Null for what is not meant for it, as pages have other
 * frames and scripts of their own; what is, and cannot be followed, comes with the reason. The
 * message given back is a new object of known fields: nothing else of the data goes further.
 */
export function readHostMessage(data: unknown): Open311HostMessage | Unfollowed | null {
	if (!isOurs(data)) return null;
	const [version, type, id, link, theme] = ['open311Playground', 'type', 'id', 'link', 'theme'].map(
		(name) => own(data, name)
	);
	const unfollowed = (reason: string): Unfollowed => ({
		type: 'unfollowed',
		id: isId(id) ? id : null,
		reason
	});
	if (version !== MESSAGE_VERSION)
		return unfollowed(`This embed speaks version ${MESSAGE_VERSION} alone.`);
	if (type !== 'set' && type !== 'run') return unfollowed('The type is one of set and run.');
	if (id !== undefined && !isId(id)) return unfollowed('An id is a whole number.');
	const problem = link === undefined ? null : linkProblem(link);
	if (problem) return unfollowed(problem);
	const asked = typeof link === 'string' ? { link } : {};
	if (type === 'run') {
		if (id === undefined) return unfollowed('A run needs an id.');
		return { open311Playground: MESSAGE_VERSION, type, id, ...asked };
	}
	const wanted = EMBED_THEMES.find((name) => name === theme);
	if (theme !== undefined && !wanted) {
		return unfollowed(`A theme is one of ${EMBED_THEMES.join(', ')}.`);
	}
	return {
		open311Playground: MESSAGE_VERSION,
		type,
		...(id === undefined ? {} : { id }),
		...asked,
		...(wanted ? { theme: wanted } : {})
	};
}

/** Reads what an embed said; null for anything else. A height is brought within bounds. */
export function readFrameMessage(data: unknown): Open311FrameMessage | null {
	if (!isOurs(data) || own(data, 'open311Playground') !== MESSAGE_VERSION) return null;
	const message = data as Open311FrameMessage;
	if (message.type === 'ready') return message;
	if (message.type === 'size') {
		const { height } = message;
		if (!Number.isFinite(height)) return null;
		return { ...message, height: Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height))) };
	}
	return message.type === 'result' || message.type === 'refused' ? message : null;
}

/** The origin that a text names exactly, or `null` of a page without one; empty for anything else. */
export function originIn(text: string | null): string {
	if (text === 'null') return text;
	return text !== null && URL.canParse(text) && new URL(text).origin === text ? text : '';
}
