// The layers of the service requests.
import type { LayerSpecification } from 'maplibre-gl';
import { RING } from './cluster.ts';
import type { Colours } from './colours.ts';

/** The layers of the requests, over whatever style; `font` is one that the style has. */
export function markerLayers(colours: Colours, font: readonly string[]): LayerSpecification[] {
	return [
		{
			id: 'clusters',
			type: 'circle',
			source: 'requests',
			filter: ['has', 'point_count'],
			paint: {
				'circle-color': colours.paper,
				'circle-stroke-color': colours.ink,
				'circle-stroke-width': 1.5,
				'circle-radius': ['step', ['get', 'point_count'], 14, 100, 18, 1000, 23]
			}
		},
		{
			id: 'cluster-counts',
			type: 'symbol',
			source: 'requests',
			filter: ['has', 'point_count'],
			layout: {
				'text-field': ['get', 'point_count_abbreviated'],
				'text-font': [...font],
				'text-size': 14,
				'text-allow-overlap': true,
				'text-padding': 10
			},
			paint: { 'text-color': colours.ink }
		},
		{
			id: 'requests',
			type: 'symbol',
			source: 'requests',
			filter: ['!', ['has', 'point_count']],
			layout: {
				'icon-image': ['get', 'icon'],
				// Every marker is drawn, and no word under one: what is half covered cannot be read.
				'icon-allow-overlap': true,
				// A picture has an empty edge, where a word may stand: as far as where SVG draws the map.
				'icon-padding': -3
			},
			paint: {}
		},
		{
			id: 'selected-ring',
			type: 'circle',
			source: 'selected',
			paint: {
				'circle-radius': RING,
				'circle-color': colours.paper,
				'circle-stroke-color': colours.selection,
				'circle-stroke-width': 3
			}
		},
		{
			id: 'selected',
			type: 'symbol',
			source: 'selected',
			layout: {
				'icon-image': ['get', 'icon'],
				'icon-size': 1.25,
				'icon-allow-overlap': true,
				// No word of the map under the ring either.
				'icon-padding': 6
			},
			paint: {}
		}
	];
}
