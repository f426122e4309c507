import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBody } from './body';

const never = () => false;

/** A response that sends pieces for as long as it is read, and how many it was asked for. */
function endless(piece: Uint8Array<ArrayBuffer>) {
	const asked = { pieces: 0, cancelled: false };
	const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
		{
			pull(controller) {
				asked.pieces++;
				controller.enqueue(piece);
			},
			cancel() {
				asked.cancelled = true;
			}
		},
		{ highWaterMark: 0 }
	);
	return { response: new Response(body), asked };
}

test('a body is read whole', async () => {
	const { bytes, cutBy } = await readBody(new Response('abc'), never);
	expect([new TextDecoder().decode(bytes), cutBy]).toEqual(['abc', null]);
	expect(await readBody(new Response(null), never)).toEqual({
		bytes: new Uint8Array(),
		cutBy: null
	});
});

test('a body of exactly the bound is whole, and one byte more is cut there', async () => {
	expect(await readBody(new Response('abcd'), never, 4)).toMatchObject({ cutBy: null });
	const { bytes, cutBy } = await readBody(new Response('abcde'), never, 4);
	expect([new TextDecoder().decode(bytes), cutBy]).toEqual(['abcd', 'answerSize']);
});

test('a body that never ends is read up to 100 MB, and no further', async () => {
	const { response, asked } = endless(new Uint8Array(1_000_000));
	const { bytes, cutBy } = await readBody(response, never);
	expect([bytes.length, cutBy]).toEqual([100_000_000, 'answerSize']);
	expect(asked).toEqual({ pieces: 101, cancelled: true });
});

test('what gzip expands to counts', async () => {
	const packed = new Response(gzipSync(Buffer.alloc(3_000_000))).body;
	const unpacked = packed?.pipeThrough(new DecompressionStream('gzip')) ?? null;
	const { bytes, cutBy } = await readBody(new Response(unpacked), never, 1_000_000);
	expect([bytes.length, cutBy]).toEqual([1_000_000, 'answerSize']);
});

test('what came before the time was over is kept', async () => {
	let isOver = false;
	const pieces = ['ab', 'c'];
	const slow = () =>
		new Response(
			new ReadableStream({
				pull(controller) {
					const piece = pieces.shift();
					if (piece) controller.enqueue(new TextEncoder().encode(piece));
					else {
						isOver = true;
						controller.error(new DOMException('Timed out.', 'TimeoutError'));
					}
				}
			})
		);
	const { bytes, cutBy } = await readBody(slow(), () => isOver);
	expect([new TextDecoder().decode(bytes), cutBy]).toEqual(['abc', 'answerTime']);
	// With nothing to show it is a request without an answer.
	await expect(readBody(slow(), () => isOver)).rejects.toThrow('Timed out.');
	// A connection that broke off is another matter.
	pieces.push('ab');
	await expect(readBody(slow(), never)).rejects.toThrow('Timed out.');
});
