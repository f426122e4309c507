// Numbers and places as the specification means them: decimal degrees in WGS84.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a text is a number in decimal digits, as GeoReport v2 prints its coordinates. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Returns the number that a text says in decimal digits; null for any other and beyond all numbers. */
export function decimalOf(text: string): number | null {
	const number = isDecimal(text) ? Number(text) : NaN;
	return Number.isFinite(number) ? number : null;
}

/** A number in decimal digits with one spelling: its sign, its digits and a power of ten. */
function canonical(text: string): string {
	const [, sign = '', whole = '', fraction = '', power = '0'] =
		/^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
	const digits = (whole + fraction).replace(/^0+/, '');
	const significant = digits.replace(/(?<!0)0+$/, '');
	const exponent = Number(power) - fraction.length + digits.length - significant.length;
	return significant === '' ? '0' : `${sign === '-' ? '-' : ''}${significant}e${exponent}`;
}

/** Whether two texts are the same number, however many digits it has: 1.10 is 1.1, and 0 is -0. */
export const isSameNumber = (one: string, other: string): boolean =>
	isDecimal(one) && isDecimal(other) && canonical(one) === canonical(other);

/** The largest latitude and longitude, in degrees. */
export const LIMITS = { lat: 90, long: 180 } as const;

/** A place on the earth, in degrees. */
interface Location {
	lat: number;
	long: number;
}

/**
 * Returns a valid location; null where one of the two is missing, no number or beyond ±90 and ±180
 * degrees, as projected coordinates are.
 */
export function locationOf({
	lat,
	long
}: {
	lat: number | null;
	long: number | null;
}): Location | null {
	if (lat === null || long === null) return null;
	// So that NaN is none either.
	const isValid = Math.abs(lat) <= LIMITS.lat && Math.abs(long) <= LIMITS.long;
	return isValid ? { lat, long } : null;
}
