import type { Colours } from './colours.ts';
import { SHAPES, type Family } from '../family.ts';
import { iconName } from './records.ts';

const SIZE = 24;

/** Pictures are drawn this many times larger than shown, for sharp edges on fine screens. */
export const PIXEL_RATIO = 2;

/** Every marker picture by name: filled when open, a hollow ring when closed. */
export function drawIcons(colours: Colours): [name: string, picture: ImageData][] {
	const hues: Record<Family, string> = {
		pothole: colours.pothole,
		graffiti: colours.graffiti,
		other: colours.ink
	};
	const families: Family[] = ['pothole', 'graffiti', 'other'];
	return families.flatMap((family) =>
		[true, false].map((open): [string, ImageData] => [
			iconName(family, open),
			draw(SHAPES[family], hues[family], colours.paper, open)
		])
	);
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
