// A process that reads answers of one shape and size, and tells how long each part took. Each size has a
// process of its own, and reads as many bytes in it: else the small one would leave its garbage, and what
// it taught the engine, to the large one.
import { readingOf } from '../../src/answer/reading.ts';
import type { Format } from '../../src/georeport/types.ts';
import { ANSWER_SHAPES } from '../answer-shapes.ts';
import { answerOf } from './answers.ts';
import { processorTime } from './processor-time.ts';

/** What to read. */
export interface ShapeToRead {
	/** One of the answer shapes, or "Toronto". */
	name: string;
	format: Format;
	/** How many service requests each answer has. */
	count: number;
	/** How many such answers are read, one after the other. */
	times: number;
}

/** How one answer was read, in milliseconds of processor time: the mean of all. */
export interface ShapeRead {
	/** What comes over the wire, in MB. */
	size: number;
	/** The tree, what it says, and the place of each service request. */
	reading: number;
	/** The indented text. */
	indenting: number;
}

const TYPES: Readonly<Record<Format, string>> = { xml: 'text/xml', json: 'application/json' };

function readOnce(format: Format, count: number, text: string): ShapeRead {
	const start = processorTime();
	const reading = readingOf({ method: 'requests', status: 200, contentType: TYPES[format], text });
	const found = reading.records.length;
	const read = processorTime();
	const { pretty } = reading;
	const end = processorTime();
	// What is not read at all is fast.
	if (found !== count || !pretty) throw new Error(`${found} of ${count} records were read.`);
	return {
		size: Buffer.byteLength(text) / 1e6,
		reading: read - start,
		indenting: end - read
	};
}

/** Tells the parent of a step that is done; null for one without a result. */
const tell = (read: ShapeRead | null) =>
	new Promise((sent) => process.send?.(read, undefined, undefined, sent));

process.once('message', async ({ name, format, count, times }: ShapeToRead) => {
	const shape = ANSWER_SHAPES.find((each) => each.name === name && each.format === format);
	const textOf = async (count: number) =>
		shape ? shape.make(count).text : await answerOf(format, count);
	// The engine compiles what is run often: the first readings count for nothing.
	const small = await textOf(200);
	for (let run = 0; run < 10; run++) readOnce(format, 200, small);
	const text = await textOf(count);
	// What making it left over is no part of reading it.
	globalThis.gc?.();
	const mean: ShapeRead = { size: Buffer.byteLength(text) / 1e6, reading: 0, indenting: 0 };
	for (let time = 0; time < times; time++) {
		await tell(null);
		const { reading, indenting } = readOnce(format, count, text);
		mean.reading += reading / times;
		mean.indenting += indenting / times;
	}
	await tell(mean);
});
