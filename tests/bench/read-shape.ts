// A process that reads answers of one shape and some sizes, and tells how long each part took.
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
	/** How many service requests each answer has, the smallest first. */
	counts: readonly number[];
}

/** How one answer was read, in milliseconds of processor time. */
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

/** The one in the middle: chance weighs more in what is soon read. */
function middle(reads: readonly ShapeRead[]): ShapeRead | undefined {
	const timeOf = ({ reading, indenting }: ShapeRead) => reading + indenting;
	return reads.toSorted((a, b) => timeOf(a) - timeOf(b))[reads.length >> 1];
}

/** Tells the parent of a step that is done; null for one without a result. */
const tell = (read: ShapeRead | null) =>
	new Promise((sent) => process.send?.(read, undefined, undefined, sent));

process.once('message', async ({ name, format, counts }: ShapeToRead) => {
	const shape = ANSWER_SHAPES.find((each) => each.name === name && each.format === format);
	const textOf = async (count: number) =>
		shape ? shape.make(count).text : await answerOf(format, count);
	// The engine compiles what is run often: the first readings count for nothing.
	const small = await textOf(200);
	for (let run = 0; run < 10; run++) readOnce(format, 200, small);
	for (const count of counts) {
		const text = await textOf(count);
		const reads: ShapeRead[] = [];
		while (reads.length < (count > 2_000 ? 1 : 3)) {
			await tell(null);
			reads.push(readOnce(format, count, text));
		}
		await tell(middle(reads) ?? null);
	}
});
