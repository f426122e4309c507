// Moving a map by hand, while MapLibre is not there to do it.
import type { Attachment } from 'svelte/attachments';
import type { MapView } from '../explorer/page-state.ts';
import { panned, zoomed, type Camera, type Spot } from './camera.ts';

/** What moves, and who is told. */
export interface GestureOptions {
	camera: () => Camera;
	/** Told at every step. */
	onmove: (view: MapView) => void;
	/** Told where a movement ended. */
	onend: (view: MapView) => void;
	/** A click or a tap, not a drag. */
	ontap: (spot: Spot) => void;
	/** A pointer over the map that moves nothing; null once it has left. */
	onhover: (spot: Spot | null) => void;
	/** A pointer, a wheel or a key begins to do something. */
	ontouch: () => void;
	/** Whether a movement may go on: a pointer is down, or a wheel has turned just now. */
	onhold: (held: boolean) => void;
}

/** A pointer that moved less than this, in CSS pixels, has tapped. */
const STILL = 4;
/** How far an arrow key moves the map, in CSS pixels. */
const STEP = 100;
/** Milliseconds without turning after which a wheel has stopped. */
const REST = 200;

const STEPS: Readonly<Record<string, Spot>> = {
	ArrowLeft: { x: STEP, y: 0 },
	ArrowRight: { x: -STEP, y: 0 },
	ArrowUp: { x: 0, y: STEP },
	ArrowDown: { x: 0, y: -STEP }
};

const ZOOM_STEPS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

/** Moves and zooms by drag, two fingers, wheel, arrow keys, + and -: as MapLibre does. */
export function gestures(options: GestureOptions): Attachment<HTMLElement> {
	return (element) => {
		const leaving = new AbortController();
		const { signal } = leaving;
		const down = new Map<number, Spot>();
		let travelled = 0;
		let resting: ReturnType<typeof setTimeout> | undefined;

		const spotOf = ({ clientX, clientY }: MouseEvent): Spot => {
			const { left, top } = element.getBoundingClientRect();
			return { x: clientX - left, y: clientY - top };
		};

		const middle = () => {
			const spots = [...down.values()];
			const sum = spots.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
			return { x: sum.x / spots.length, y: sum.y / spots.length };
		};

		const spread = () => {
			const [a, b] = [...down.values()];
			return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
		};

		const go = (view: MapView) => options.onmove(view);
		const end = () => options.onend(options.camera());
		const hold = () => options.onhold(down.size > 0 || resting !== undefined);

		element.addEventListener(
			'pointerdown',
			(event) => {
				options.ontouch();
				if (event.button !== 0) return;
				element.setPointerCapture(event.pointerId);
				if (down.size === 0) travelled = 0;
				down.set(event.pointerId, spotOf(event));
				hold();
			},
			{ signal }
		);

		element.addEventListener(
			'pointermove',
			(event) => {
				const last = down.get(event.pointerId);
				if (!last) return options.onhover(event.pointerType === 'mouse' ? spotOf(event) : null);
				const [was, wasSpread] = [middle(), spread()];
				const spot = spotOf(event);
				travelled += Math.hypot(spot.x - last.x, spot.y - last.y);
				down.set(event.pointerId, spot);
				if (travelled < STILL) return;
				const now = middle();
				const camera = options.camera();
				const moved = panned(camera, { x: now.x - was.x, y: now.y - was.y });
				const grown = wasSpread > 0 ? Math.log2(spread() / wasSpread) : 0;
				go(grown ? zoomed({ ...camera, ...moved }, camera.zoom + grown, now) : moved);
			},
			{ signal }
		);

		const up = (event: PointerEvent) => {
			if (!down.delete(event.pointerId) || down.size > 0) return;
			if (travelled >= STILL) end();
			else if (event.type === 'pointerup') options.ontap(spotOf(event));
			hold();
		};
		element.addEventListener('pointerup', up, { signal });
		element.addEventListener('pointercancel', up, { signal });

		element.addEventListener('pointerleave', () => options.onhover(null), { signal });

		element.addEventListener(
			'wheel',
			(event) => {
				event.preventDefault();
				options.ontouch();
				const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1;
				const camera = options.camera();
				go(zoomed(camera, camera.zoom - (event.deltaY * lines) / 450, spotOf(event)));
				clearTimeout(resting);
				resting = setTimeout(() => {
					resting = undefined;
					end();
					hold();
				}, REST);
				hold();
			},
			{ signal, passive: false }
		);

		element.addEventListener(
			'keydown',
			(event) => {
				if (event.ctrlKey || event.metaKey || event.altKey) return;
				const camera = options.camera();
				const step = STEPS[event.key];
				const zoom = ZOOM_STEPS[event.key];
				const centre = { x: camera.width / 2, y: camera.height / 2 };
				if (!step && !zoom) return;
				event.preventDefault();
				options.ontouch();
				go(step ? panned(camera, step) : zoomed(camera, camera.zoom + (zoom ?? 0), centre));
				end();
			},
			{ signal }
		);

		return () => {
			clearTimeout(resting);
			leaving.abort();
		};
	};
}
