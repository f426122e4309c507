// Shows in a text what cannot be seen in it; apart from the names, since the first screen needs only those.
import { codePointOf, nameOfCharacter, UNSEEN } from './odd-characters';

/**
 * Unseen characters where writing needs them: in emoji, after the letter whose form they choose, and
 * between letters of scripts that join.
 */
const AT_HOME = [
	/\u{1F3F4}[\u{E0030}-\u{E007A}]+\u{E007F}/u,
	/[#*0-9]\uFE0F\u20E3/u,
	/\p{ExtPict}[\uFE0F\p{EMod}]?(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]?)*/u,
	/(?!\p{Script=Latin})[\p{L}\p{M}\p{S}][\u180B-\u180D\uFE00-\uFE0F\u{E0100}-\u{E01EF}](?!\p{VS})/u,
	/(?!\p{Script=Latin})[\p{L}\p{M}][\u200C\u200D](?=(?!\p{Script=Latin})[\p{L}\p{M}])/u
]
	.map(({ source }) => source)
	.join('|');

const PIECES = new RegExp(`(?:${AT_HOME})|(${UNSEEN.source})`, 'gu');

/** A stretch of a text, or one character of it that cannot be seen. */
export interface TextPiece {
	text: string;
	/** The number of the unseen character and its name where it has a common one; null for a stretch. */
	unseen: { code: string; name: string } | null;
}

/**
 * Divides a text at the characters that cannot be seen, have no sign or turn its direction, so that a view can mark
 * each; the pieces joined are the text. Those that emoji and joined scripts need are left in their
 * stretch, and so are typed blanks, tabs and line breaks.
 */
export function splitAtUnseen(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let from = 0;
	for (const { index, 1: character } of text.matchAll(PIECES)) {
		if (character === undefined) continue;
		if (index > from) pieces.push({ text: text.slice(from, index), unseen: null });
		const unseen = { code: codePointOf(character), name: nameOfCharacter(character) };
		pieces.push({ text: character, unseen });
		from = index + character.length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), unseen: null });
	return pieces;
}

/** Returns a text for a sentence, with the number of each unseen character in its place: `a[U+200B]b`. */
export const spellUnseen = (text: string): string =>
	splitAtUnseen(text)
		.map(({ text, unseen }) => (unseen ? `[${unseen.code}]` : text))
		.join('');
