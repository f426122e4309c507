// What people type and paste into the address line: addresses, commands, texts in quotes, texts that
// a word processor has changed.
import type { Endpoint } from '../explorer/endpoint';
import { readCurl } from '../import/curl';
import { namesOf, plainText, typographicIn } from '../import/typography';
import { readAddress, readPasted, type AtHand, type TypedAddress } from './typed-address';

const PAIRS: Readonly<Record<string, string>> = {
	'<': '>',
	'(': ')',
	'[': ']',
	'"': '"',
	"'": "'",
	'`': '`'
};

/** An address without the pair of signs that mails and documents put round it; null without one. */
function unwrapped(text: string): string | null {
	const trimmed = text.trim();
	const end = PAIRS[trimmed.charAt(0)];
	const inner = trimmed.slice(1, -1);
	return end && trimmed.endsWith(end) && /^\s*https?:\/\//i.test(inner) ? inner : null;
}

/** An address with typographic characters: before its arguments they stand in the way. */
function readChanged(text: string, atHand: AtHand, endpoints: readonly Endpoint[]): TypedAddress {
	const [before = ''] = text.split('?');
	const plain = plainText(text, () => false);
	const named = `The address has ${namesOf(typographicIn(text))}`;
	const inWay = !/^\s*https?:/i.test(text) || typographicIn(before).length > 0;
	const read = inWay ? null : readAddress(text, atHand, endpoints);
	if (read?.kind === 'request') {
		const words = `${named}, sent as it is. If a word processor put it there, read it as plain characters.`;
		return { ...read, notes: [...read.notes, words], plain };
	}
	if (readText(plain, atHand, endpoints).kind !== 'request') {
		return readAddress(text, atHand, endpoints);
	}
	const words = `${named}, which a word processor puts in place of plain characters. Read them as plain ones, or correct the address.`;
	return { kind: 'problem', words, plain };
}

/**
 * Reads any text of the address line: a command as what it would send, else an address. Never
 * throws. What stands in the way is named; `plain` is then the text that can be read instead.
 */
export function readText(
	text: string,
	atHand: AtHand,
	endpoints: readonly Endpoint[]
): TypedAddress {
	const command = readCurl(text);
	if (command.kind === 'problem') return command;
	if (command.kind === 'request') {
		return readPasted(command.request, command.notes, atHand, endpoints);
	}
	if (typographicIn(text).length > 0) return readChanged(text, atHand, endpoints);
	const inner = unwrapped(text);
	if (inner === null) return readAddress(text, atHand, endpoints);
	const read = readAddress(inner, atHand, endpoints);
	return read.kind === 'request'
		? { ...read, notes: [...read.notes, 'The characters around the address were left out.'] }
		: read;
}
