import type { Provenance } from '../georeport/dialect';
import type { SourceName } from './sources';

/** One statement about 311 Toronto, and where it comes from. Text between backticks is code. */
export interface Fact {
	words: string;
	provenance: Provenance;
	source: SourceName;
}

/** One statement about this playground. Text between backticks is code. */
export interface Here {
	here: string;
	/** A page to go on to; its words stand after the statement. */
	link?: { href: string; words: string };
}

/** A line of an answer. */
export type Line = Fact | Here;

/** A fact that was recorded: read in its source as it stands here. */
export const recorded = (source: SourceName, words: string): Fact => ({
	words,
	provenance: 'seen',
	source
});

/** A fact that follows from its source, or is told after it. */
export const inferred = (source: SourceName, words: string): Fact => ({
	words,
	provenance: 'inferred',
	source
});

/** Something that stands in for what nobody recorded. */
export const invented = (words: string): Fact => ({
	words,
	provenance: 'invented',
	source: 'playground'
});
