// The words of the embedded basemap.
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Colours } from './colours.ts';
import { ASIDE, byZoom } from './widths.ts';

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
	const along: SymbolLayerSpecification['layout'] = {
		'symbol-placement': 'line',
		'symbol-spacing': 320,
		'text-field': ['get', 'name'],
		'text-font': [...FONT],
		'text-size': byZoom(11, 13, 16, 16),
		'text-max-angle': 30,
		'text-padding': 8
	};
	const place = (
		cls: string,
		layout: SymbolLayerSpecification['layout'],
		zooms: { minzoom?: number; maxzoom?: number }
	): LayerSpecification => ({
		id: cls,
		type: 'symbol',
		source: 'labels',
		...zooms,
		filter: ['==', ['get', 'cls'], cls],
		layout: {
			'text-field': ['get', 'name'],
			'text-font': [...FONT],
			'text-max-width': 7,
			'text-variable-anchor-offset': ASIDE.flatMap(([x, y]): (string | [number, number])[] => [
				'center',
				[x, y]
			]),
			'text-justify': 'auto',
			...layout
		},
		paint: cls === 'water' ? { ...paint, 'text-halo-color': colours.water } : paint
	});
	// The later a layer, the earlier its words are placed: districts win over streets.
	return [
		{
			id: 'minor-names',
			type: 'symbol',
			source: 'arterials',
			minzoom: 13.5,
			filter: ['==', ['get', 'rank'], 'minor'],
			layout: along,
			paint
		},
		{
			id: 'principal-names',
			type: 'symbol',
			source: 'arterials',
			minzoom: 12,
			filter: ['==', ['get', 'rank'], 'principal'],
			layout: along,
			paint
		},
		{ id: 'highway-names', type: 'symbol', source: 'highways', minzoom: 11, layout: along, paint },
		place('neighbourhood', { 'text-size': 14, 'text-padding': 10 }, { minzoom: 11 }),
		place(
			'district',
			{ 'text-size': byZoom(9, 14, 12, 18), 'text-letter-spacing': 0.06 },
			{ maxzoom: 11.75 }
		),
		place(
			'water',
			{ 'text-size': byZoom(9, 15, 13, 20), 'text-letter-spacing': 0.14, 'text-max-width': 14 },
			{}
		)
	];
}
