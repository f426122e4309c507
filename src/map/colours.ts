const TOKENS = {
	outside: '--map-outside',
	land: '--map-land',
	water: '--map-water',
	park: '--map-park',
	street: '--map-street',
	streetCasing: '--map-street-casing',
	highway: '--map-highway',
	boundary: '--map-boundary',
	label: '--map-label',
	halo: '--map-halo',
	pothole: '--pothole',
	graffiti: '--graffiti',
	selection: '--accent',
	ink: '--ink',
	paper: '--paper'
};

/** The colours of the map, each one as MapLibre understands it: `rgb(…)`. */
export type Colours = Record<keyof typeof TOKENS, string>;

/** Reads the page's colour tokens as they stand at `element` now, in the theme now shown. */
export function readColours(element: HTMLElement): Colours {
	const probe = element.appendChild(document.createElement('span'));
	const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const read = ([name, token]: [string, string]) => {
		probe.style.color = `var(${token})`;
		if (!canvas) return [name, getComputedStyle(probe).color];
		// A computed colour may still be written as oklch(): let the canvas make bytes of it.
		canvas.fillStyle = getComputedStyle(probe).color;
		canvas.fillRect(0, 0, 1, 1);
		const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
		return [name, `rgb(${red}, ${green}, ${blue})`];
	};
	const colours = Object.fromEntries(Object.entries(TOKENS).map(read)) as Colours;
	probe.remove();
	return colours;
}
