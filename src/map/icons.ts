import type { Map } from 'maplibre-gl';
import {
	serviceKindOf,
	MARK_SHAPES,
	type ServiceKind,
	type Mark
} from '../explorer/service-kinds.ts';
import type { Colours } from './colours.ts';
import { iconName } from './records.ts';

const SIZE = 24;

/** Pictures are drawn this many times larger than shown, for sharp edges on fine screens. */
const PIXEL_RATIO = 2;

/** Every marker picture by name: filled when open, a hollow ring when closed. */
export function drawIcons(colours: Colours): [name: string, picture: ImageData][] {
	const hues: Record<ServiceKind, string> = {
		pothole: colours.pothole,
		graffiti: colours.graffiti,
		other: colours.ink
	};
	return (Object.keys(MARK_SHAPES) as Mark[]).flatMap((mark) =>
		[true, false].map((open): [string, ImageData] => [
			iconName(mark, open),
			draw(MARK_SHAPES[mark], hues[serviceKindOf(mark)], colours.paper, open)
		])
	);
}

/** Gives a map the pictures of all markers. */
export function addIcons(map: Map, colours: Colours) {
	for (const [name, picture] of drawIcons(colours)) {
		if (!map.hasImage(name)) map.addImage(name, picture, { pixelRatio: PIXEL_RATIO });
	}
}

function draw(shape: string, hue: string, paper: string, open: boolean): ImageData {
	const side = SIZE * PIXEL_RATIO;
	const canvas = new OffscreenCanvas(side, side).getContext('2d');
	if (!canvas) return new ImageData(side, side);
	const path = new Path2D(shape);
	canvas.scale(PIXEL_RATIO, PIXEL_RATIO);
	canvas.lineJoin = 'round';
	canvas.strokeStyle = paper;
	canvas.lineWidth = open ? 3 : 5.5;
	canvas.stroke(path);
	canvas.fillStyle = open ? hue : paper;
	canvas.fill(path);
	if (!open) {
		canvas.strokeStyle = hue;
		canvas.lineWidth = 2.5;
		canvas.stroke(path);
	}
	return canvas.getImageData(0, 0, side, side);
}
