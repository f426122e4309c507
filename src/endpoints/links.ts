/** A piece of plain text, with where it leads if it is a web address. */
export interface Piece {
	text: string;
	href: string | null;
}

/** Splits free text at its http and https addresses; a full stop or bracket after one is not part of it. */
export const linksIn = (text: string): Piece[] =>
	text
		.split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/i)
		.filter((piece) => piece !== '')
		.map((piece) => ({
			text: piece,
			href: /^https?:\/\//i.test(piece) && URL.canParse(piece) ? piece : null
		}));
