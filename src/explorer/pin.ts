import type { MethodName } from '../georeport/methods';
import { valuesOf, type Draft } from '../georeport/request';
import type { Point } from './gazetteer';

/** The point that a request names, and the radius of a search around it. */
export interface Pin extends Point {
	/** Metres; null where the request names none. */
	radius: number | null;
}

/** The radius of a search around a point where none was given, in metres. */
const RADIUS = '1000';

/** Whether a method has a place for a point: the spot of a report, the centre of a search. */
export const takesPin = (method: MethodName): boolean =>
	method === 'submit' || method === 'requests';

const numberIn = ({ values }: Draft, name: string): number | null => {
	const [text = ''] = valuesOf(values, name);
	const number = Number(text);
	return text.trim() === '' || !Number.isFinite(number) ? null : number;
};

/** The pin of a draft; null where its method takes none, or lat and long are no point on earth. */
export function pinOf(draft: Draft): Pin | null {
	if (!takesPin(draft.method)) return null;
	const [lat, long] = [numberIn(draft, 'lat'), numberIn(draft, 'long')];
	if (lat === null || long === null || Math.abs(lat) > 90 || Math.abs(long) > 180) return null;
	const radius = draft.method === 'requests' ? numberIn(draft, 'radius') : null;
	return { lat, long, radius: radius !== null && radius > 0 ? radius : null };
}

/** The values that put a pin into a draft; a search without a radius gets one of 1,000 m. */
export function pinValues(draft: Draft, { lat, long }: Point): Record<string, string> {
	const point = { lat: String(Number(lat.toFixed(5))), long: String(Number(long.toFixed(5))) };
	const needsRadius =
		draft.method === 'requests' && valuesOf(draft.values, 'radius').every((text) => text === '');
	return needsRadius ? { ...point, radius: RADIUS } : point;
}
