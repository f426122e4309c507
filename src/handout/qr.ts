import { encode } from 'uqr';

/** The longest text a phone still reads well from paper, in bytes. */
const LONGEST = 900;

/** A QR code as SVG: the path of its dark squares, and the side of the whole in squares. */
export interface QrCode {
	path: string;
	size: number;
}

/** The QR code of a text, with the quiet zone of four squares; null where the text is too long. */
export function qrOf(text: string): QrCode | null {
	if (new TextEncoder().encode(text).length > LONGEST) return null;
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const squares = data.flatMap((row, y) =>
		row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))
	);
	return { path: squares.join(''), size };
}
