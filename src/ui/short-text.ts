/** The most characters of a text in one row. */
const MOST = 200;

/** Returns as much of a text as any row has room for: laying out a very long one would stop the page. */
export const short = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST)}…` : text;
