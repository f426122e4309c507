import type { Endpoint } from '../explorer/endpoint';

/** Describes each kind of endpoint: what it is and who can reach it. */
export const ENDPOINT_WORDS: Readonly<Record<Endpoint['kind'], string>> = {
	'mock-up':
		'The mock-up inside this page: only this browser can reach it, also without a network.',
	local:
		'The mock-up that npm run mock serves: programs on this computer can reach it while it runs.',
	added:
		'Another server: this page can reach it only if the server lets web pages read its answers (CORS).'
};

/** A piece of text, with its URL if it is a web address. */
export interface Piece {
	text: string;
	href: string | null;
}

/**
 * Splits free text at its http and https URLs; a final full stop or bracket is not part of a URL.
 */
export const linksIn = (text: string): Piece[] =>
	text
		.split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/i)
		.filter((piece) => piece !== '')
		.map((piece) => ({
			text: piece,
			href: /^https?:\/\//i.test(piece) && URL.canParse(piece) ? piece : null
		}));
