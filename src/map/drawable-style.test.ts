import { expect, it } from 'vitest';
import type { StyleSpecification } from 'maplibre-gl';
import { drawableStyle, isUnreadable } from './drawable-style.ts';

it('leaves out what a flat map has no use for, and the layers of sources it leaves out', () => {
	const style: StyleSpecification = {
		version: 8,
		name: 'Hills',
		sources: {
			planet: { type: 'vector', url: 'https://tiles.example/planet' },
			heights: { type: 'raster-dem', url: 'https://tiles.example/heights' },
			film: { type: 'video', urls: [], coordinates: [] as never }
		},
		terrain: { source: 'heights' },
		projection: { type: 'globe' },
		sky: { 'sky-color': 'blue' },
		layers: [
			{ id: 'ground', type: 'background' },
			{ id: 'hills', type: 'hillshade', source: 'heights' },
			{ id: 'depths', type: 'color-relief', source: 'heights' },
			{ id: 'towers', type: 'fill-extrusion', source: 'planet', 'source-layer': 'buildings' },
			{ id: 'density', type: 'heatmap', source: 'planet' },
			{ id: 'screen', type: 'raster', source: 'film' },
			{ id: 'streets', type: 'line', source: 'planet', 'source-layer': 'streets' }
		]
	};
	expect(drawableStyle(style)).toEqual({
		version: 8,
		name: 'Hills',
		sources: { planet: { type: 'vector', url: 'https://tiles.example/planet' } },
		layers: [
			{ id: 'ground', type: 'background' },
			{ id: 'streets', type: 'line', source: 'planet', 'source-layer': 'streets' }
		]
	});
});

it('knows tiles that cannot be read', () => {
	expect(isUnreadable({ type: 'vector', encoding: 'mlt' })).toBe(true);
	expect(isUnreadable({ type: 'vector', encoding: 'mvt' })).toBe(false);
	expect(isUnreadable({ tiles: [] })).toBe(false);
});
