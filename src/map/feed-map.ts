import type {
	GeoJSONSource,
	Map,
	MapGeoJSONFeature,
	MapLibreEvent,
	Point as Pixel,
	PointLike,
	StyleSpecification
} from 'maplibre-gl';
import type { Point } from '../explorer/gazetteer.ts';
import type { MapView } from '../explorer/page-state.ts';
import type { Basemap } from './basemap.ts';
import type { Camera } from './camera.ts';
import { clusterMaxZoomOf } from './cluster.ts';
import type { Colours } from './colours.ts';
import { addIcons, drawIcons } from './icons.ts';
import { onceDrawn } from './once-drawn.ts';
import {
	boundsOf,
	CITY_BOUNDS,
	isOnMap,
	toMarkers,
	toPosition,
	type MapRecord
} from './records.ts';
import { mapStyle, withMarkers } from './style.ts';
import { CLUSTER_ABOVE, FITTING, rounded, type MapOptions } from './surface.ts';

const REACH = 6;
const MOVE = { duration: 140 };

/** Tells the page which marker is pointed at and which was chosen; the empty map stands for none. */
export function listen(map: Map, { onhover, onpoint, onselect }: MapOptions) {
	map.on('mousemove', ({ point }) => {
		const hit = under(map, point);
		map.getCanvas().style.cursor = hit ? 'pointer' : '';
		onhover?.(hit?.properties.key ?? null);
	});
	map.on('mouseout', () => onhover?.(null));
	map.on('click', ({ point, lngLat: { lat, lng: long } }) => {
		if (onpoint?.({ lat, long })) return;
		const hit = under(map, point);
		if (hit?.properties.cluster) void spread(map, hit);
		else onselect(hit?.properties.key ?? null);
	});
}

function under(map: Map, { x, y }: Pixel): MapGeoJSONFeature | undefined {
	const layers = ['selected', 'requests', 'clusters'];
	const reach: [PointLike, PointLike] = [
		[x - REACH, y - REACH],
		[x + REACH, y + REACH]
	];
	return map.queryRenderedFeatures(reach, { layers })[0];
}

async function spread(map: Map, { properties, geometry }: MapGeoJSONFeature) {
	if (geometry.type !== 'Point') return;
	const source = map.getSource<GeoJSONSource>('requests');
	const zoom = await source?.getClusterExpansionZoom(properties.cluster_id);
	const [long = 0, lat = 0] = geometry.coordinates;
	map.easeTo({ center: [long, lat], ...(zoom && { zoom }), ...MOVE });
}

/** Puts the markers of the records on the map. */
export function show(map: Map, records: MapRecord[]) {
	const markers = toMarkers(records);
	const source = map.getSource<GeoJSONSource>('requests');
	void source?.setClusterOptions({
		cluster: markers.features.length > CLUSTER_ABOVE,
		clusterMaxZoom: clusterMaxZoomOf(records.filter(isOnMap))
	});
	void source?.setData(markers);
}

/** Rings the chosen record, if any. */
export function highlight(map: Map, record: MapRecord | undefined) {
	void map.getSource<GeoJSONSource>('selected')?.setData(toMarkers(record ? [record] : []));
}

/** Moves to a record that is out of view, if the map can show it. */
export function reveal(map: Map, record: MapRecord) {
	const center = toPosition(record);
	if (isOnMap(record) && !map.getBounds().contains(center)) map.easeTo({ center, ...MOVE });
}

/** Looks where another camera does; `ondone` once that is drawn. Returns a function that cancels it. */
export function lookLike(map: Map, { lat, long, zoom }: MapView, ondone: () => void) {
	let cancel = () => {};
	const wait = () => (cancel = onceDrawn(map.getCanvas(), ondone));
	map.jumpTo({ center: [long, lat], zoom });
	map.once('idle', wait);
	map.triggerRepaint();
	return () => {
		map.off('idle', wait);
		cancel();
	};
}

/** Gives a drawn map the colours of another theme. */
export function applyColours(map: Map, data: Basemap, colours: Colours) {
	for (const [name, picture] of drawIcons(colours)) map.updateImage(name, picture);
	for (const layer of mapStyle(data, colours).layers) {
		for (const [name, value] of Object.entries(layer.paint ?? {})) {
			map.setPaintProperty(layer.id, name as Parameters<Map['setPaintProperty']>[1], value);
		}
	}
}

/** Draws the map on another base style: an online one, or the embedded data. `ondone` once it is drawn. */
export function setBaseStyle(
	map: Map,
	baseStyle: StyleSpecification | null,
	data: Basemap,
	colours: Colours,
	ondone: () => void
) {
	map.once('style.load', () => {
		addIcons(map, colours);
		ondone();
	});
	map.setStyle(baseStyle ? withMarkers(baseStyle, colours) : mapStyle(data, colours), {
		diff: false
	});
}

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

/** Turns the map to a view, or, while there is none, to some points; without any to the city. */
export function turnTo(map: Map, view: MapView | null, points: readonly Point[]) {
	if (view) {
		const { lat, long, zoom } = rounded(cameraOf(map));
		if (lat === view.lat && long === view.long && zoom === view.zoom) return;
		map.jumpTo({ center: toPosition(view), zoom: view.zoom });
		return;
	}
	const bounds = boundsOf(points.filter(isOnMap).map(toPosition)) ?? CITY_BOUNDS;
	map.fitBounds(bounds, { ...FITTING, animate: false });
}
