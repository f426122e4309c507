// Parses the messages between an embed and its parent page, which are untrusted data.
import type { Open311FrameMessage, Open311HostMessage, Open311Theme } from './api';

/** The version of the messages in this build. */
export const MESSAGE_VERSION = 1;

/** The themes that a parent page can choose. */
export const EMBED_THEMES: readonly Open311Theme[] = ['system', 'light', 'dark'];

/** The longest permalink accepted, in characters: `embedLink` in `georeport/bounds.ts`. */
export const LONGEST_LINK = 20_000;

/** The greatest height that an embed can ask for, in CSS pixels: `embedHeight` in `georeport/bounds.ts`. */
export const HIGHEST = 4_000;

/** The least height, in CSS pixels. */
const LOWEST = 120;

/** A message for the embed that is invalid. */
export interface RejectedMessage {
	type: 'rejected';
	id: number | null;
	/** Why it is invalid, as a sentence. */
	reason: string;
}

/** Returns an own property of a value, ignoring inherited ones. */
const own = (value: object, name: string): unknown =>
	Object.getOwnPropertyDescriptor(value, name)?.value;

const isId = (value: unknown): value is number => Number.isSafeInteger(value);

/** Whether a value is a message for the playground, of any version. */
const isOurs = (data: unknown): data is object =>
	typeof data === 'object' && data !== null && Object.hasOwn(data, 'open311Playground');

/** Returns why a link cannot be opened; null if it can be tried. */
function linkProblem(link: unknown): string | null {
	if (typeof link !== 'string') return 'A link is a text.';
	if (link.length > LONGEST_LINK) {
		return 'A link has at most 20,000 characters. Shorten the request.';
	}
	return link === '' || link.startsWith('#') ? null : 'A link begins with #.';
}

/**
 * Parses a message of the parent page. Returns null if it is not for the embed, because pages have
 * other frames and scripts; a `RejectedMessage` if it is invalid. The result is a new object with
 * known fields only.
 */
export function readHostMessage(data: unknown): Open311HostMessage | RejectedMessage | null {
	if (!isOurs(data)) return null;
	const [version, type, id, link, theme] = ['open311Playground', 'type', 'id', 'link', 'theme'].map(
		(name) => own(data, name)
	);
	const reject = (reason: string): RejectedMessage => ({
		type: 'rejected',
		id: isId(id) ? id : null,
		reason
	});
	if (version !== MESSAGE_VERSION)
		return reject(`This embed speaks version ${MESSAGE_VERSION} alone.`);
	if (type !== 'set' && type !== 'run') return reject('The type is one of set and run.');
	if (id !== undefined && !isId(id)) return reject('An id is a whole number.');
	const problem = link === undefined ? null : linkProblem(link);
	if (problem) return reject(problem);
	const asked = typeof link === 'string' ? { link } : {};
	if (type === 'run') {
		if (id === undefined) return reject('A run needs an id.');
		return { open311Playground: MESSAGE_VERSION, type, id, ...asked };
	}
	const wanted = EMBED_THEMES.find((name) => name === theme);
	if (theme !== undefined && !wanted) {
		return reject(`A theme is one of ${EMBED_THEMES.join(', ')}.`);
	}
	return {
		open311Playground: MESSAGE_VERSION,
		type,
		...(id === undefined ? {} : { id }),
		...asked,
		...(wanted ? { theme: wanted } : {})
	};
}

/** Parses a message of the embed; null for anything else. Clamps a height to the bounds. */
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

/**
 * Returns the text if it is exactly an origin, or `null` for a page without one; empty for anything
 * else.
 */
export function originIn(text: string | null): string {
	if (text === 'null') return text;
	return text !== null && URL.canParse(text) && new URL(text).origin === text ? text : '';
}
