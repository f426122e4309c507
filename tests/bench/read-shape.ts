// A process that reads answers of one shape and some sizes, and tells how long each part took.
import { readingOf } from '../../src/answer/reading.ts';
import type { Format } from '../../src/georeport/types.ts';
import { ANSWER_SHAPES } from '../answer-shapes.ts';
import { answerOf } from './answers.ts';

/** What to read. */
export interface ToRead {
	/** One of the answer shapes, or "Toronto". */
	name: string;
	format: Format;
	/** How many service requests each answer has, the smallest first. */
	counts: readonly number[];
}

/** How one answer was read. */
export interface ShapeRead {
	/** What comes over the wire, in MB. */
	size: number;
	/** Milliseconds for the tree, what it says, and the place of each service request. */
	reading: number;
	/** Milliseconds for the indented text. */
	indenting: number;
}

const TYPES: Readonly<Record<Format, string>> = { xml: 'text/xml', json: 'application/json' };

function readOnce(format: Format, count: number, text: string): ShapeRead {
	const start = performance.now();
	const reading = readingOf({ method: 'requests', status: 200, contentType: TYPES[format], text });
	const found = reading.records.length;
	const read = performance.now();
	const { pretty } = reading;
	const end = performance.now();
	// What is not read at all is fast.
	if (found !== count || !pretty) throw new Error(`${found} of ${count} records were read.`);
	return {
		size: Buffer.byteLength(text) / 1e6,
		reading: read - start,
		indenting: end - read
	};
}

/** The one in the middle of three: chance weighs more in what is soon read. */
function readThrice(format: Format, count: number, text: string): ShapeRead {
	const reads = [0, 1, 2].map(() => readOnce(format, count, text));
	reads.sort((a, b) => a.reading + a.indenting - b.reading - b.indenting);
	return reads[1] as ShapeRead;
}

process.once('message', async ({ name, format, counts }: ToRead) => {
	const shape = ANSWER_SHAPES.find((each) => each.name === name && each.format === format);
	const textOf = async (count: number) =>
		shape ? shape.make(count).text : await answerOf(format, count);
	// The engine compiles what is run often: the first readings count for nothing.
	const small = await textOf(200);
	for (let run = 0; run < 10; run++) readOnce(format, 200, small);
	for (const count of counts) {
		const text = await textOf(count);
		process.send?.((count > 2_000 ? readOnce : readThrice)(format, count, text));
	}
});
