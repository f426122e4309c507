import { expect, test, vi } from 'vitest';
import type { Point } from '../explorer/gazetteer.ts';
import type { MapView } from '../explorer/page-state.ts';
import { record } from './fixtures.ts';
import type { MapRecord } from './records.ts';
import type { MapOptions } from './surface.ts';
import { SvgView } from './svg-view.svelte.ts';

const [north, south] = [record('north', 43.75, -79.4), record('south', 43.65, -79.4)];

function viewOf(
	records: MapRecord[] = [north, south],
	selected: string | null = null,
	more: Partial<MapOptions> = {}
) {
	const page = {
		records,
		selected,
		view: null as MapView | null,
		onselect: vi.fn<(key: string | null) => void>(),
		onview: vi.fn<(view: MapView) => void>()
	};
	const view = new SvgView({
		records: () => page.records,
		selected: () => page.selected,
		view: () => page.view,
		onselect: page.onselect,
		onview: page.onview,
		...more
	});
	view.width = 400;
	view.height = 300;
	return { page, view };
}

test('it looks where the records are, until a person has moved it', () => {
	const { page, view } = viewOf();
	expect(view.camera.lat).toBeCloseTo(43.7, 2);
	expect(view.camera.long).toBeCloseTo(-79.4, 5);
	page.view = { lat: 43.6, long: -79.3, zoom: 13 };
	expect(view.camera).toEqual({ lat: 43.6, long: -79.3, zoom: 13, width: 400, height: 300 });
});

test('a movement lasts until the page or the records have another place to look at', () => {
	const { page, view } = viewOf();
	view.move({ lat: 43.8, long: -79.2, zoom: 12 });
	expect(view.camera).toMatchObject({ lat: 43.8, long: -79.2, zoom: 12 });
	expect(page.onview).not.toHaveBeenCalled();
	page.records = [south];
	expect(view.camera.lat).toBeCloseTo(43.65, 5);
	expect(view.camera.zoom).toBe(14);
});

test('a movement the page took over does not come back when the page gives it up', () => {
	const { page, view } = viewOf();
	const { lat } = view.camera;
	page.onview.mockImplementation((moved) => (page.view = moved));
	view.move({ lat: 43.8, long: -79.2, zoom: 12 });
	view.settle({ lat: 43.8, long: -79.2, zoom: 12 });
	expect(view.camera).toMatchObject({ lat: 43.8, long: -79.2, zoom: 12 });
	page.view = null;
	expect(view.camera.lat).toBe(lat);
});

test('the page is told where a movement ends, to a metre', () => {
	const { page, view } = viewOf();
	view.settle({ lat: 43.123456789, long: -79.987654321, zoom: 11.23456 });
	expect(page.onview).toHaveBeenCalledExactlyOnceWith({
		lat: 43.12346,
		long: -79.98765,
		zoom: 11.23
	});
});

test('a tap selects the marker that is near, and nothing where there is none', () => {
	const { page, view } = viewOf([south]);
	view.tap({ x: 205, y: 155 });
	expect(page.onselect).toHaveBeenLastCalledWith('south');
	view.tap({ x: 50, y: 50 });
	expect(page.onselect).toHaveBeenLastCalledWith(null);
});

test('a tap on a marker of several comes closer instead', () => {
	const crowd = Array.from({ length: 201 }, (_, at) => record(`${at}`, 43.65, -79.4));
	const { page, view } = viewOf([...crowd, north]);
	const group = view.groups.find(({ records }) => records.length > 1);
	const { zoom } = view.camera;
	view.tap({ x: group?.x ?? 0, y: group?.y ?? 0 });
	expect(page.onselect).not.toHaveBeenCalled();
	expect(page.onview.mock.calls[0]?.[0].zoom).toBeCloseTo(zoom + 2, 2);
});

test('a tap is a place where one is asked for, and a pointer tells the one record under it', () => {
	const onpoint = vi.fn<(point: Point) => boolean>(() => true);
	const onhover = vi.fn<(key: string | null) => void>();
	const { page, view } = viewOf([north, south], null, { onpoint, onhover });
	const [first] = view.groups;
	const spot = { x: first?.x ?? 0, y: first?.y ?? 0 };
	view.tap(spot);
	expect(onpoint.mock.calls[0]?.[0].lat).toBeCloseTo(43.75, 4);
	expect(page.onselect).not.toHaveBeenCalled();
	view.hover(spot);
	view.hover({ x: spot.x + 60, y: spot.y });
	view.hover(null);
	expect(onhover.mock.calls).toEqual([['north'], [null], [null]]);
});

test('it goes to the points it is told, not to the records', () => {
	const { view } = viewOf([north, south], null, { fitted: () => [{ lat: 43.6, long: -79.5 }] });
	expect(view.camera).toMatchObject({ zoom: 14 });
	expect(view.camera.lat).toBeCloseTo(43.6, 5);
	view.move({ lat: 43.7, long: -79.4, zoom: 12 });
	view.reset();
	expect(view.camera.lat).toBeCloseTo(43.6, 5);
});

test('a choice that is out of view comes to the middle; one in view moves nothing', () => {
	const { page, view } = viewOf();
	view.followChoice();
	page.selected = 'north';
	view.followChoice();
	expect(view.camera.lat).toBeCloseTo(43.7, 2);
	page.view = { lat: 43.6, long: -79.3, zoom: 15 };
	page.selected = 'south';
	view.followChoice();
	expect(view.camera).toMatchObject({ lat: 43.65, long: -79.4, zoom: 15 });
	expect(page.onview).not.toHaveBeenCalled();
});

test.each(['size', 'answer'])('a link’s view stays with its choice, its %s last', (last) => {
	const { page, view } = viewOf([]);
	const linked = { lat: 43.6, long: -79.3, zoom: 15 };
	page.view = linked;
	const grow = () => ([view.width, view.height] = [400, 300]);
	const answer = () => {
		page.records = [north, south];
		page.selected = 'north';
	};
	[view.width, view.height] = [0, 0];
	for (const step of last === 'size' ? [answer, grow] : [grow, answer]) {
		step();
		view.followChoice();
	}
	expect(view.camera).toMatchObject(linked);
	// What is chosen after that is shown.
	page.selected = 'south';
	view.followChoice();
	expect(view.camera).toMatchObject({ lat: 43.65, long: -79.4, zoom: 15 });
});

test('a choice that is made while nobody sees the map is shown once somebody does', () => {
	const { page, view } = viewOf();
	page.view = { lat: 43.6, long: -79.3, zoom: 15 };
	view.followChoice();
	[view.width, view.height] = [0, 0];
	page.selected = 'north';
	view.followChoice();
	[view.width, view.height] = [400, 300];
	view.followChoice();
	expect(view.camera).toMatchObject({ lat: 43.75, long: -79.4, zoom: 15 });
});

test('only a record that is on the map is shown as selected', () => {
	expect(viewOf([north], 'north').view.selected).toBe(north);
	expect(viewOf([north], 'south').view.selected).toBeNull();
	const far = record('far', 10, 10);
	expect(viewOf([far], 'far').view.selected).toBeNull();
});
