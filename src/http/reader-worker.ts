// Parses large answers outside the page, and checks the last one.
import { findingsOf } from '../conformance/conformance';
import { treeOf, type Answer } from '../answer/parse';
import { readingOf } from '../answer/reading';
import type { ToCheck, ToRead, WasChecked } from './reader';

declare const self: DedicatedWorkerGlobalScope;

/** The tree was transferred to the page. Parsing the answer again costs the page nothing. */
let last: Answer | null = null;

function read({ id, answer }: ToRead) {
	last = answer;
	const { parsed, pretty, records, tree } = readingOf(answer);
	const { text: _, ...columns } = tree ?? { text: '' };
	const read = { id, reading: { parsed, pretty, records, tree: tree && columns } };
	const arrays = [...Object.values(columns), pretty?.from, pretty?.to];
	const transfer = arrays.flatMap((array) => (ArrayBuffer.isView(array) ? [array.buffer] : []));
	self.postMessage(read, transfer as ArrayBuffer[]);
}

self.addEventListener('message', ({ data }: MessageEvent<ToRead | ToCheck>) => {
	if ('answer' in data) return read(data);
	if (!last) return;
	const findings = findingsOf({ ...data.check, text: last.text, tree: treeOf(last) });
	self.postMessage({ id: data.id, findings } satisfies WasChecked);
});
