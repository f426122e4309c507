// Reads large answers away from the page.
/// <reference lib="webworker" />
import { readingOf } from './georeport/reading';
import type { ToRead, WasRead } from './reader';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data: { id, answer } }: MessageEvent<ToRead>) => {
	const { parsed, pretty, records, tree } = readingOf(answer);
	const { text: _, ...columns } = tree ?? { text: '' };
	const read = { id, reading: { parsed, pretty, records, tree: tree && columns } } as WasRead;
	const arrays = [...Object.values(columns), pretty?.from, pretty?.to];
	const transfer = arrays.flatMap((array) => (ArrayBuffer.isView(array) ? [array.buffer] : []));
	self.postMessage(read, transfer);
});
