import type { Map, MapLibreEvent } from 'maplibre-gl';
import type { MapView } from '../explorer/page-state.ts';
import type { Camera } from './camera.ts';
import { boundsOf, toMarkers, toPosition, type MapRecord } from './records.ts';
import { FITTING, rounded } from './surface.ts';

function cameraOf(map: Map): Camera {
	const { lat, lng: long } = map.getCenter();
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return { lat, long, zoom: map.getZoom(), width, height };
}

/** Tells the page where a person moved the map; what the page itself moves is not told. */
export function tellView(map: Map, onview: (view: MapView) => void) {
	map.on('moveend', ({ originalEvent }: MapLibreEvent<unknown>) => {
		if (originalEvent) onview(rounded(cameraOf(map)));
	});
}

/** Tells the page what the map looks at, now and at every step of a movement. */
export function tellCamera(map: Map, oncamera: (camera: Camera) => void) {
	const tell = () => oncamera(cameraOf(map));
	map.on('move', tell);
	map.on('resize', tell);
	tell();
}

/** Turns the map to a view, or, while there is none, to where the records are. */
export function turnTo(map: Map, view: MapView | null, records: MapRecord[]) {
	if (view) {
		const { lat, long, zoom } = rounded(cameraOf(map));
		if (lat === view.lat && long === view.long && zoom === view.zoom) return;
		map.jumpTo({ center: toPosition(view), zoom: view.zoom });
		return;
	}
	const bounds = boundsOf(toMarkers(records).features.map(({ geometry }) => geometry.coordinates));
	if (bounds) map.fitBounds(bounds, { ...FITTING, animate: false });
}
