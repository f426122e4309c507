// The words of the embedded basemap.
import type {
	FilterSpecification,
	LayerSpecification,
	SymbolLayerSpecification
} from 'maplibre-gl';
import type { BasemapLayer } from './basemap.ts';
import type { Colours } from './colours.ts';
import { LABEL_SORTS } from './label-sorts.ts';
import { byZoom } from './widths.ts';

/** The font that comes with the page. */
export const FONT: readonly string[] = ['IBM Plex Sans'];

/** The names of streets, places and waters, over everything else of the basemap. */
export function labelLayers(colours: Colours): LayerSpecification[] {
	const paint = {
		'text-color': colours.label,
		'text-halo-color': colours.halo,
		'text-halo-width': 1.5,
		'text-halo-blur': 0.5
	};
	const paintOver = { ...paint, 'text-halo-color': colours.water };
	const layer = (
		id: string,
		source: BasemapLayer,
		sort: keyof typeof LABEL_SORTS,
		filter: FilterSpecification | null
	): LayerSpecification => {
		const { from, to, size, spacing, padding, spots } = LABEL_SORTS[sort];
		const where: SymbolLayerSpecification['layout'] = spots
			? {
					'text-max-width': 30,
					'text-variable-anchor-offset': spots.flatMap(([x, y]): (string | [number, number])[] => [
						'center',
						[x, y]
					])
				}
			: { 'symbol-placement': 'line', 'symbol-spacing': 320, 'text-max-angle': 30 };
		return {
			id,
			type: 'symbol',
			source,
			minzoom: from,
			maxzoom: to,
			...(filter && { filter }),
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [...FONT],
				'text-size': byZoom(...size),
				'text-letter-spacing': spacing,
				'text-padding': padding,
				...where
			},
			paint: sort === 'water' ? paintOver : paint
		};
	};
	const street = (rank: 'minor' | 'principal') =>
		layer(`${rank}-names`, 'arterials', rank, ['==', ['get', 'rank'], rank]);
	const place = (cls: 'water' | 'district' | 'neighbourhood') =>
		layer(cls, 'labels', cls, ['==', ['get', 'cls'], cls]);
	// The later a layer, the earlier its words are placed: districts win over waters, and those over streets.
	return [
		street('minor'),
		street('principal'),
		layer('highway-names', 'highways', 'highway', null),
		place('neighbourhood'),
		place('water'),
		place('district')
	];
}
