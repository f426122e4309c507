import type { Format } from '../georeport/types';

/** A stretch of a text: where it starts and where the next begins. */
export interface Place {
	from: number;
	to: number;
}

/** Where each service request stands in an answer's text, in its order. */
export function placesOf(text: string, format: Format): Place[] {
	return format === 'xml' ? inXml(text) : inJson(text);
}

function inXml(text: string): Place[] {
	const places: Place[] = [];
	let from = -1;
	for (const token of text.matchAll(
		/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)request(?=[\s>])[^>]*>/g
	)) {
		if (token[1] === '') from = token.index;
		else if (token[1] === '/' && from >= 0) {
			places.push({ from, to: token.index + token[0].length });
			from = -1;
		}
	}
	return places;
}

/** Service requests are the objects inside the outermost array. */
function inJson(text: string): Place[] {
	const places: Place[] = [];
	const opened: { sign: string; at: number }[] = [];
	for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
		const sign = token[0];
		if (sign === '{' || sign === '[') opened.push({ sign, at: token.index });
		else if (sign === '}' || sign === ']') {
			const { at = 0 } = opened.pop() ?? {};
			const arrays = opened.filter(({ sign }) => sign === '[').length;
			if (sign === '}' && arrays === 1 && opened.at(-1)?.sign === '[') {
				places.push({ from: at, to: token.index + 1 });
			}
		}
	}
	return places;
}
