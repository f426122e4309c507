import { parse, treeOf, type Parsed } from '../answer/parse';
import type { Reading } from '../answer/reading';
import type { Encoding } from '../conformance/document-checks';
import type { MethodName } from '../georeport/methods';

/** The answer to a request, as text. */
export interface RawAnswer {
	status: number;
	contentType: string | null;
	text: string;
	/** How the bytes were read as text; left out where they are not known. */
	encoding?: Encoding;
	/** What was read in it, as the answer to the draft that was sent; left out where nothing was yet. */
	reading?: Pick<Reading, 'parsed' | 'tree' | 'check'>;
}

/** Returns an answer parsed; one that was parsed before is not parsed again. */
export const parsedOf = (method: MethodName, answer: RawAnswer): Parsed =>
	answer.reading?.parsed ?? parse({ method, ...answer });

/** The document of an answer; null if it is neither XML nor JSON. */
export const documentOf = (answer: Pick<RawAnswer, 'contentType' | 'text' | 'reading'>) =>
	answer.reading ? answer.reading.tree : treeOf(answer);
