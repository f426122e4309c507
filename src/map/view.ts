import type { Map, MapLibreEvent } from 'maplibre-gl';
import type { MapView } from '../page-state.ts';
import { boundsOf, toMarkers, toPosition, type MapRecord } from './records.ts';

/** Where the map stands, rounded to about a metre: short enough for a link. */
function viewOf(map: Map): MapView {
	const { lat, lng } = map.getCenter();
	const round = (value: number, digits: number) => Number(value.toFixed(digits));
	return { lat: round(lat, 5), long: round(lng, 5), zoom: round(map.getZoom(), 2) };
}

/** Tells the page where a person moved the map; what the page itself moves is not told. */
export function tellView(map: Map, onview: (view: MapView) => void) {
	map.on('moveend', ({ originalEvent }: MapLibreEvent<unknown>) => {
		if (originalEvent) onview(viewOf(map));
	});
}

/** Turns the map to a view, or, while there is none, to where the records are. */
export function turnTo(map: Map, view: MapView | null, records: MapRecord[]) {
	if (view) {
		const { lat, long, zoom } = viewOf(map);
		if (lat === view.lat && long === view.long && zoom === view.zoom) return;
		map.jumpTo({ center: toPosition(view), zoom: view.zoom });
		return;
	}
	const bounds = boundsOf(toMarkers(records).features.map(({ geometry }) => geometry.coordinates));
	if (bounds) map.fitBounds(bounds, { padding: 48, maxZoom: 14, animate: false });
}
