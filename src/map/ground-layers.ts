// The layers of the embedded basemap without its words.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Colours } from './colours.ts';
import { byZoom, WIDTHS, type Stops } from './widths.ts';

/** Land, parks and water. */
export function groundLayers(colours: Colours): LayerSpecification[] {
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

/** Streets, highways and the boundary of the city, over the ground. */
export function roadLayers(colours: Colours): LayerSpecification[] {
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
