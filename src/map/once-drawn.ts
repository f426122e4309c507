/** How often to check whether the drawing is done, in milliseconds. */
const OFTEN = 20;

/**
 * Calls back once WebGL has finished what it has to draw on a canvas. Without a graphics card the first
 * picture takes long, and a page that shows the canvas before it is done is blocked until then. Returns
 * a function that cancels it.
 */
export function onceDrawn(canvas: HTMLCanvasElement, ondone: () => void): () => void {
	let task: ReturnType<typeof setTimeout> | undefined;
	const gl = canvas.getContext('webgl2');
	const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
	gl?.flush();
	const look = () => {
		// Where there is no WebGL, or no longer, there is nothing to wait for.
		const isOver = !gl || !fence || gl.isContextLost();
		if (isOver || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) ondone();
		else task = setTimeout(look, OFTEN);
	};
	look();
	return () => clearTimeout(task);
}
