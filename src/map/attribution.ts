import type { IControl, Map, MapSourceDataEvent, MapStyleDataEvent } from 'maplibre-gl';

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

function toNode({ text, href }: Credit): Node {
	if (!href) return document.createTextNode(text);
	const link = document.createElement('a');
	Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer', textContent: text });
	return link;
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
 * The attribution of the map's sources, folded behind a button. Stands in for MapLibre's own, which
 * makes HTML of what others sent and so needs what `require-trusted-types-for` takes away.
 */
export class Attribution implements IControl {
	#map: Map | null = null;
	#shown = '';
	readonly #element = document.createElement('details');
	readonly #words = document.createElement('div');

	/** `label` names the button. */
	constructor(label: string) {
		const button = document.createElement('summary');
		button.className = 'maplibregl-ctrl-attrib-button';
		button.title = label;
		button.ariaLabel = label;
		this.#words.className = 'maplibregl-ctrl-attrib-inner';
		this.#element.className = 'maplibregl-ctrl maplibregl-ctrl-attrib maplibregl-compact';
		this.#element.append(button, this.#words);
		this.#element.addEventListener('toggle', () =>
			this.#element.classList.toggle('maplibregl-compact-show', this.#element.open)
		);
	}

	onAdd(map: Map): HTMLElement {
		this.#map = map;
		map.on('styledata', this.#update);
		map.on('sourcedata', this.#update);
		return this.#element;
	}

	onRemove(): void {
		this.#map?.off('styledata', this.#update);
		this.#map?.off('sourcedata', this.#update);
		this.#map = null;
		this.#element.remove();
	}

	readonly #update = (event: MapStyleDataEvent | MapSourceDataEvent) => {
		// Tiles and data come often and change nothing about where they are from.
		const isOther = 'sourceDataType' in event && event.sourceDataType !== 'metadata';
		if (!this.#map || isOther) return;
		const attributions = attributionsOf(this.#map);
		if (attributions.join('\n') === this.#shown) return;
		this.#shown = attributions.join('\n');
		const nodes = attributions.flatMap((html, at) => [
			...(at > 0 ? [document.createTextNode(' | ')] : []),
			...creditsIn(html).map(toNode)
		]);
		this.#words.replaceChildren(...nodes);
	};
}
