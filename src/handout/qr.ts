import { encode } from 'uqr';

/** The longest text that phones still scan well from paper, in bytes. */
const LONGEST = 900;

/** A QR code for SVG: the path of its dark modules, and the side of its square in modules. */
export interface QrCode {
	path: string;
	size: number;
}

/**
 * Returns the QR code of a text, with a quiet zone of four modules; null if the text is too long.
 */
export function qrOf(text: string): QrCode | null {
	if (new TextEncoder().encode(text).length > LONGEST) return null;
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const squares = data.flatMap((row, y) =>
		row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))
	);
	return { path: squares.join(''), size };
}
