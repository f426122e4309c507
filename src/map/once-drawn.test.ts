import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceDrawn } from './once-drawn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A canvas whose WebGL finishes, or loses its context, when the test says so. */
function canvasWith() {
	const state = { isDrawn: false, isLost: false };
	const gl = {
		SYNC_GPU_COMMANDS_COMPLETE: 1,
		SYNC_STATUS: 2,
		SIGNALED: 3,
		fenceSync: () => ({}),
		flush: () => {},
		isContextLost: () => state.isLost,
		getSyncParameter: () => (state.isDrawn ? 3 : 4)
	};
	const canvas = { getContext: () => gl } as unknown as HTMLCanvasElement;
	return { canvas, state };
}

test('calls back once, when the drawing is done', async () => {
	const { canvas, state } = canvasWith();
	const ondone = vi.fn();
	onceDrawn(canvas, ondone);
	await vi.advanceTimersByTimeAsync(500);
	expect(ondone).not.toHaveBeenCalled();
	state.isDrawn = true;
	await vi.advanceTimersByTimeAsync(500);
	expect(ondone).toHaveBeenCalledOnce();
});

test('does not wait where there is no WebGL, or no longer', async () => {
	const ondone = vi.fn();
	onceDrawn({ getContext: () => null } as unknown as HTMLCanvasElement, ondone);
	expect(ondone).toHaveBeenCalledOnce();
	const { canvas, state } = canvasWith();
	onceDrawn(canvas, ondone);
	state.isLost = true;
	await vi.advanceTimersByTimeAsync(500);
	expect(ondone).toHaveBeenCalledTimes(2);
});

test('does not call back after it was cancelled', async () => {
	const { canvas, state } = canvasWith();
	const ondone = vi.fn();
	const cancel = onceDrawn(canvas, ondone);
	cancel();
	state.isDrawn = true;
	await vi.advanceTimersByTimeAsync(500);
	expect(ondone).not.toHaveBeenCalled();
});
