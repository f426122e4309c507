import type { Map, MapSourceDataEvent, MapStyleDataEvent } from 'maplibre-gl';

/** A piece of an attribution: text, with where it leads if it is a link. */
export interface Credit {
	text: string;
	href: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	copy: '©',
	gt: '>',
	lt: '<',
	nbsp: '\u00A0',
	quot: '"'
};

const LINK = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)<\/a\s*>/gis;

const fromPoint = (point: number) =>
	point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';

/** The text of a piece of HTML: tags left out, the usual entities read, anything else as it stands. */
const textOf = (html: string) =>
	html
		.replace(/<[^>]*>/g, '')
		.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
			if (hex) return fromPoint(parseInt(hex, 16));
			if (decimal) return fromPoint(Number(decimal));
			return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
		})
		.replace(/\s+/g, ' ');

/**
 * What an attribution says, read from the HTML that map sources write theirs in, without making
 * HTML of it: only text and its links to http and https addresses are left.
 */
export function creditsIn(html: string): Credit[] {
	const credits: Credit[] = [];
	const add = (part: string, href: string | null) => {
		const text = textOf(part);
		if (text.trim()) credits.push({ text, href });
	};
	let end = 0;
	for (const { 0: whole, 1: double, 2: single, 3: inner = '', index } of html.matchAll(LINK)) {
		add(html.slice(end, index), null);
		const address = textOf(double ?? single ?? '').trim();
		const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address);
		add(inner, isWeb ? address : null);
		end = index + whole.length;
	}
	add(html.slice(end), null);
	return credits;
}

/** What the sources of the map say of where they come from, each once. */
function attributionsOf(map: Map): string[] {
	const said = Object.keys(map.getStyle()?.sources ?? {}).flatMap((id) => {
		const { attribution } = (map.getSource(id) ?? {}) as { attribution?: unknown };
		return typeof attribution === 'string' && attribution.trim() ? [attribution] : [];
	});
	return [...new Set(said)];
}

/**
 * Tells the page what the sources of the map say of where they come from, now and whenever that
 * changes. MapLibre's own control makes HTML of what others sent.
 */
export function tellCredits(map: Map, oncredits: (credits: readonly Credit[]) => void) {
	let told = '';
	const tell = (event: MapStyleDataEvent | MapSourceDataEvent) => {
		// Tiles and data come often and change nothing about where they are from.
		if ('sourceDataType' in event && event.sourceDataType !== 'metadata') return;
		const attributions = attributionsOf(map);
		if (attributions.join('\n') === told) return;
		told = attributions.join('\n');
		oncredits(
			attributions.flatMap((html, at) => [
				...(at > 0 ? [{ text: ' | ', href: null }] : []),
				...creditsIn(html)
			])
		);
	};
	map.on('styledata', tell);
	map.on('sourcedata', tell);
}
