import type {
	GeoJSONSource,
	Map,
	MapGeoJSONFeature,
	Point,
	PointLike,
	StyleSpecification
} from 'maplibre-gl';
import type { Basemap } from './basemap.ts';
import type { Colours } from './colours.ts';
import { addIcons, drawIcons } from './icons.ts';
import { toMarkers, toPosition, type MapRecord } from './records.ts';
import { mapStyle, onGround } from './style.ts';
import { CLUSTER_ABOVE } from './surface.ts';

const REACH = 6;
const MOVE = { duration: 140 };

/** Tells the page which marker was chosen; the empty map stands for none. */
export function listen(map: Map, onselect: (key: string | null) => void) {
	map.on('mousemove', ({ point }) => {
		map.getCanvas().style.cursor = under(map, point) ? 'pointer' : '';
	});
	map.on('click', ({ point }) => {
		const hit = under(map, point);
		if (hit?.properties.cluster) void spread(map, hit);
		else onselect(hit?.properties.key ?? null);
	});
}

function under(map: Map, { x, y }: Point): MapGeoJSONFeature | undefined {
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
	void source?.setClusterOptions({ cluster: markers.features.length > CLUSTER_ABOVE });
	void source?.setData(markers);
}

/** Rings the chosen record, if any, and moves to it when it is out of view. */
export function mark(map: Map, record: MapRecord | undefined) {
	const marker = toMarkers(record ? [record] : []);
	void map.getSource<GeoJSONSource>('selected')?.setData(marker);
	if (!record || marker.features.length === 0) return;
	const center = toPosition(record);
	if (!map.getBounds().contains(center)) map.easeTo({ center, ...MOVE });
}

/** Gives a drawn map the colours of another theme. */
export function paint(map: Map, data: Basemap, colours: Colours) {
	for (const [name, picture] of drawIcons(colours)) map.updateImage(name, picture);
	for (const layer of mapStyle(data, colours).layers) {
		for (const [name, value] of Object.entries(layer.paint ?? {})) {
			map.setPaintProperty(layer.id, name as Parameters<Map['setPaintProperty']>[1], value);
		}
	}
}

/** Puts the map on other ground: an online style, or the embedded data. `ondone` once it is drawn. */
export function dress(
	map: Map,
	ground: StyleSpecification | null,
	data: Basemap,
	colours: Colours,
	ondone: () => void
) {
	map.once('style.load', () => {
		addIcons(map, colours);
		ondone();
	});
	map.setStyle(ground ? onGround(ground, colours) : mapStyle(data, colours), { diff: false });
}
