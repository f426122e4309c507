// An answer's text, divided into lines and each line into what is drawn alike.
import { lastUpTo } from '../document/last-up-to';
import type { splitAtUnseen, TextPiece } from '../georeport/unseen-characters';
import type { TextPlace } from './place';
import type { Syntax, SyntaxKind, SyntaxStretch } from './syntax';
import { unbrokenIn } from './unbroken';

/** A piece of a line that is drawn alike. */
export interface LinePiece {
	text: string;
	/** Null for the signs of the format, or for any text without one. */
	kind: SyntaxKind | null;
	/** Whether it belongs to what is chosen by itself. */
	isPointed: boolean;
	/** The number and name of a character that cannot be seen; null for a stretch. */
	unseen: TextPiece['unseen'];
}

/** Neighbouring pieces of a line; unbroken ones go to the next row together. */
export interface LineGroup {
	pieces: LinePiece[];
	isUnbroken: boolean;
}

/** A text as lines, which are numbered from 0; joined, they are the text. */
export class TextLines {
	readonly text: string;
	/** Where each line begins. */
	readonly #starts: number[] = [0];
	readonly #syntax: Syntax | null;
	readonly #split: typeof splitAtUnseen | null;

	/** Without a syntax nothing is coloured; without `split` nothing is marked that cannot be seen. */
	constructor(
		text: string,
		syntax: Syntax | null = null,
		split: typeof splitAtUnseen | null = null
	) {
		this.text = text;
		this.#split = split;
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			this.#starts.push(at + 1);
		}
		this.#syntax = syntax;
	}

	/** Whether it is XML or JSON, so that what is not coloured are its signs. */
	get isDocument(): boolean {
		return this.#syntax !== null;
	}

	/** The number of lines. */
	get count(): number {
		return this.#starts.length;
	}

	/** Where a line begins; the length of the text for one that there is not. */
	startOf(line: number): number {
		return this.#starts[line] ?? this.text.length;
	}

	/** Where a line ends, before its line break. */
	endOf(line: number): number {
		const next = this.#starts[line + 1];
		return next === undefined ? this.text.length : next - 1;
	}

	/** The line that a position is in; the last one for those beyond the text. */
	lineAt(position: number): number {
		return lastUpTo(this.#starts.length, position, (line) => this.startOf(line));
	}

	/** Whether something begins on a line that ends on a later one. */
	isFoldable(line: number): boolean {
		const fold = this.#syntax?.foldOf({ from: this.startOf(line), to: this.endOf(line) });
		return fold != null;
	}

	/** The number of spaces that a line begins with. */
	indentOf(line: number): number {
		const from = this.startOf(line);
		let at = from;
		while (this.text[at] === ' ') at++;
		return at - from;
	}

	/** What a line is drawn of, without its line break. */
	groupsOf(line: number, pointed: TextPlace | null = null): LineGroup[] {
		const from = this.startOf(line);
		const end = this.endOf(line);
		const groups: LineGroup[] = [];
		const stretches = this.#syntax?.stretchesIn(from, end) ?? [];
		const piecesOf = (from: number, to: number) => this.#pieces(from, to, stretches, pointed);
		let at = from;
		for (const part of unbrokenIn(this.text.slice(from, end))) {
			if (from + part.from > at) {
				groups.push({ pieces: piecesOf(at, from + part.from), isUnbroken: false });
			}
			at = from + part.to;
			groups.push({ pieces: piecesOf(from + part.from, at), isUnbroken: true });
		}
		if (end > at) groups.push({ pieces: piecesOf(at, end), isUnbroken: false });
		return groups;
	}

	#pieces(
		from: number,
		end: number,
		stretches: readonly SyntaxStretch[],
		pointed: TextPlace | null
	): LinePiece[] {
		const pieces: LinePiece[] = [];
		let next = Math.max(
			0,
			lastUpTo(stretches.length, from, (at) => stretches[at]?.from ?? 0)
		);
		for (let at = from; at < end;) {
			while ((stretches[next]?.to ?? Infinity) <= at) next++;
			const stretch = stretches[next];
			const isInside = stretch !== undefined && stretch.from <= at;
			const bounds = [end, isInside ? stretch.to : (stretch?.from ?? end)];
			for (const bound of [pointed?.from ?? 0, pointed?.to ?? 0]) {
				if (bound > at) bounds.push(bound);
			}
			const to = Math.min(...bounds);
			const text = this.text.slice(at, to);
			const kind = isInside ? stretch.kind : null;
			const isPointed = pointed !== null && pointed.from <= at && at < pointed.to;
			for (const piece of this.#split?.(text) ?? [{ text, unseen: null }]) {
				pieces.push({ ...piece, kind, isPointed });
			}
			at = to;
		}
		return pieces;
	}
}
