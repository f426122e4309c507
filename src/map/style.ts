// https://maplibre.org/maplibre-style-spec/
import type {
	ExpressionSpecification,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification,
	SymbolLayerSpecification
} from 'maplibre-gl';
import type { Basemap } from './basemap.ts';
import type { Colours } from './colours.ts';
import { BASE, WIDTHS, type Stops } from './widths.ts';

const LICENCE = 'https://open.toronto.ca/open-data-licence/';
const FONT = ['IBM Plex Sans'];

/** The whole map as MapLibre wants it: embedded data, local font, nothing from the network. */
export function mapStyle(data: Basemap, colours: Colours): StyleSpecification {
	const attribution = `<a href="${LICENCE}" target="_blank" rel="noopener">${data.attribution}</a>`;
	return {
		version: 8,
		sources: {
			land: { type: 'geojson', data: data.land, attribution },
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
		layers: [...ground(colours), ...roads(colours), ...words(colours), ...markerLayers(colours)]
	};
}

/** An online style with the requests on top of it, in a font that the style itself uses. */
export function onGround(ground: StyleSpecification, colours: Colours): StyleSpecification {
	const isFont = (font: unknown): font is string[] =>
		Array.isArray(font) && font.every((name) => typeof name === 'string');
	const fonts = ground.layers
		.map(({ layout }): unknown => layout && 'text-font' in layout && layout['text-font'])
		.filter(isFont);
	return {
		...ground,
		sources: { ...ground.sources, ...markerSources() },
		layers: [...ground.layers, ...markerLayers(colours, fonts[0] ?? FONT)]
	};
}

/** The sources of the requests, empty. */
function markerSources(): Record<'requests' | 'selected', SourceSpecification> {
	return {
		requests: { ...empty(), clusterRadius: 36, clusterMaxZoom: 13 },
		selected: empty()
	};
}

function empty(): Extract<SourceSpecification, { type: 'geojson' }> {
	return { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
}

function ground(colours: Colours): LayerSpecification[] {
	const fill = (id: string, color: string): LayerSpecification => ({
		id,
		type: 'fill',
		source: id,
		paint: { 'fill-color': color }
	});
	return [
		{ id: 'outside', type: 'background', paint: { 'background-color': colours.outside } },
		fill('land', colours.land),
		fill('parks', colours.park),
		fill('lake', colours.water),
		fill('islands', colours.park),
		{
			id: 'rivers',
			type: 'line',
			source: 'rivers',
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': colours.water, 'line-width': byZoom(...WIDTHS.rivers) }
		}
	];
}

function roads(colours: Colours): LayerSpecification[] {
	const line = (
		id: string,
		source: string,
		rank: string,
		color: string | ExpressionSpecification,
		width: Stops,
		minzoom = 0
	): LayerSpecification => ({
		id,
		type: 'line',
		source,
		minzoom,
		filter: ['==', ['get', 'rank'], rank],
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': color, 'line-width': byZoom(...width) }
	});
	// Far out a street is one hairline, its edge alone; from close by it is a road between two edges.
	const street: ExpressionSpecification = [
		'interpolate',
		['linear'],
		['zoom'],
		11,
		colours.streetCasing,
		12,
		colours.street
	];
	const { minor, minorCasing, principal, principalCasing, highway, highwayCasing } = WIDTHS;
	return [
		line('minor-casing', 'arterials', 'minor', colours.streetCasing, minorCasing),
		line('principal-casing', 'arterials', 'principal', colours.streetCasing, principalCasing),
		line('minor', 'arterials', 'minor', street, minor, 11),
		line('principal', 'arterials', 'principal', street, principal, 11),
		line('highway-27-casing', 'highways', 'minor', colours.land, principalCasing),
		line('highway-27', 'highways', 'minor', colours.highway, principal),
		line('highways-casing', 'highways', 'major', colours.land, highwayCasing),
		line('highways', 'highways', 'major', colours.highway, highway),
		{
			id: 'boundary',
			type: 'line',
			source: 'boundary',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours.boundary,
				'line-width': byZoom(...WIDTHS.boundary),
				'line-dasharray': [4, 3]
			}
		}
	];
}

function words(colours: Colours): LayerSpecification[] {
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
		'text-font': FONT,
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
			'text-font': FONT,
			'text-max-width': 7,
			'text-variable-anchor': ['center', 'bottom', 'top'],
			'text-radial-offset': 1,
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

/** The layers of the requests, over whatever ground; `font` is one that the ground's style has. */
function markerLayers(colours: Colours, font: readonly string[] = FONT): LayerSpecification[] {
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
				'icon-allow-overlap': true
			},
			paint: {}
		},
		{
			id: 'selected-ring',
			type: 'circle',
			source: 'selected',
			paint: {
				'circle-radius': 17,
				'circle-color': colours.paper,
				'circle-stroke-color': colours.selection,
				'circle-stroke-width': 3.5
			}
		},
		{
			id: 'selected',
			type: 'symbol',
			source: 'selected',
			layout: {
				'icon-image': ['get', 'icon'],
				'icon-size': 1.25,
				'icon-allow-overlap': true
			},
			paint: {}
		}
	];
}

function byZoom(...stops: number[]): ExpressionSpecification {
	return ['interpolate', ['exponential', BASE], ['zoom'], ...stops];
}
