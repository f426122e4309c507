// What of a basemap from elsewhere our build of MapLibre can draw, see `build/maplibre-source.ts`.
import type { StyleSpecification } from 'maplibre-gl';

const LAYERS = ['background', 'circle', 'fill', 'line', 'raster', 'symbol'];
const SOURCES = ['geojson', 'raster', 'vector'];

/** Whether a source, or the TileJSON that describes it, names the tile format that cannot be read. */
export const isUnreadable = (source: object) => 'encoding' in source && source.encoding === 'mlt';

/** A style as a flat map: without terrain and globe, what stands up, heatmaps, pictures and films. */
export function drawableStyle(style: StyleSpecification): StyleSpecification {
	const { terrain: _terrain, projection: _projection, sky: _sky, ...flat } = style;
	const sources = Object.fromEntries(
		Object.entries(style.sources).filter(([, { type }]) => SOURCES.includes(type))
	);
	const layers = style.layers.filter(
		(layer) =>
			LAYERS.includes(layer.type) &&
			(!('source' in layer) || typeof layer.source !== 'string' || layer.source in sources)
	);
	return { ...flat, sources, layers };
}
