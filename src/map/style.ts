// https://maplibre.org/maplibre-style-spec/
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Basemap } from './basemap.ts';
import { APART } from './cluster.ts';
import type { Colours } from './colours.ts';
import { groundLayers, roadLayers } from './ground-layers.ts';
import { FONT, labelLayers } from './label-layers.ts';
import { markerLayers } from './marker-layers.ts';

/** The whole map as MapLibre wants it: embedded data, local font, nothing from the network. */
export function mapStyle(data: Basemap, colours: Colours): StyleSpecification {
	return {
		version: 8,
		sources: {
			land: { type: 'geojson', data: data.land },
			parks: { type: 'geojson', data: data.parks },
			lake: { type: 'geojson', data: data.lake },
			islands: { type: 'geojson', data: data.islands },
			rivers: { type: 'geojson', data: data.rivers },
			arterials: { type: 'geojson', data: data.arterials },
			highways: { type: 'geojson', data: data.highways },
			boundary: { type: 'geojson', data: data.boundary },
			labels: { type: 'geojson', data: data.labels },
			...markerSources()
		},
		layers: [
			...groundLayers(colours),
			...roadLayers(colours),
			...labelLayers(colours),
			...markerLayers(colours, FONT)
		]
	};
}

/** An online style with the requests on top of it, in a font that the style itself uses. */
export function withMarkers(style: StyleSpecification, colours: Colours): StyleSpecification {
	const isFont = (font: unknown): font is string[] =>
		Array.isArray(font) && font.every((name) => typeof name === 'string');
	const fonts = style.layers
		.map(({ layout }): unknown => layout && 'text-font' in layout && layout['text-font'])
		.filter(isFont);
	return {
		...style,
		sources: { ...style.sources, ...markerSources() },
		layers: [...style.layers, ...markerLayers(colours, fonts[0] ?? FONT)]
	};
}

/** The sources of the requests, empty. */
function markerSources(): Record<'requests' | 'selected', SourceSpecification> {
	return {
		requests: { ...empty(), clusterRadius: 36, clusterMaxZoom: APART - 1 },
		selected: empty()
	};
}

function empty(): Extract<SourceSpecification, { type: 'geojson' }> {
	return { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
}
