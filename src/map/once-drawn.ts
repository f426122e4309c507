/** How often to look whether all is drawn, in milliseconds. */
const OFTEN = 20;

/**
 * Calls back once WebGL has drawn on a canvas all that it was told to. A browser that draws in software
 * takes its time at first, and one that shows the canvas meanwhile stands still until then. What is
 * returned gives it up.
 */
export function onceDrawn(canvas: HTMLCanvasElement, ondone: () => void): () => void {
	let task: ReturnType<typeof setTimeout> | undefined;
	const gl = canvas.getContext('webgl2');
	const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
	gl?.flush();
	const look = () => {
		// Without WebGL any more there is nothing to wait for.
		const isOver = !gl || !fence || gl.isContextLost();
		if (isOver || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) ondone();
		else task = setTimeout(look, OFTEN);
	};
	look();
	return () => clearTimeout(task);
}
