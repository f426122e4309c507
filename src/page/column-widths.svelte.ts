import { recall, remember } from '../ui/local-storage';
import type { ColumnWidth } from '../ui/splitter';

/** The columns whose width can be set; the answer gets the rest. */
export type ColumnName = 'nav' | 'request' | 'map';

/** The least widths, and those to begin with in a wide window and in a narrower one, in px. */
const COLUMNS = {
	nav: { min: 180, wide: 232, narrow: 200 },
	request: { min: 280, wide: 368, narrow: 308 },
	map: { min: 280, wide: 360, narrow: 316 }
} as const;

/** The width of the navigation in a narrower window while it holds the steps of a lesson, in px. */
const LESSON = 212;

const NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** The least width of the answer in px. */
const ANSWER_MIN = 400;

/** The width of the lines beside the answer in px. */
const LINES = 2;

/** The width of a folded column in px. */
const RAIL = 40;

type Widths = Partial<Record<ColumnName, number>>;

const isWidths = (value: unknown): value is Widths =>
	typeof value === 'object' &&
	value !== null &&
	NAMES.every((name) => ['undefined', 'number'].includes(typeof (value as Widths)[name]));

/** What the widths depend on. */
export interface ColumnRoom {
	/** The width of the window in px. */
	window: number;
	/** Whether the window is a wide one. */
	isWide: boolean;
	/** Whether the navigation holds the steps of a lesson. */
	hasLesson: boolean;
	/** What each column takes: all of its width, a rail, or nothing. */
	takes: Readonly<Record<ColumnName, 'width' | 'rail' | 'nothing'>>;
	/** How large the reader has text, 1 for what browsers begin with. */
	scale: number;
}

/** How wide each column is; remembered from visit to visit. */
export class ColumnWidths {
	readonly #room: () => ColumnRoom;
	#set: Widths = $state.raw(recall('columns', isWidths, {}));

	constructor(room: () => ColumnRoom) {
		this.#room = room;
	}

	/** The width a column begins with, in px. */
	initial(name: ColumnName): number {
		const { isWide, hasLesson, scale } = this.#room();
		const width = COLUMNS[name][isWide ? 'wide' : 'narrow'];
		return Math.round((name === 'nav' && hasLesson ? Math.max(width, LESSON) : width) * scale);
	}

	/** The width that a column was given, in px; a window without room for it shows less of it. */
	of = (name: ColumnName): number => this.#set[name] ?? this.initial(name);

	/**
	 * The width of a column as a style. Null for the initial width, which the style sheet sets: setting it
	 * again would make the browser restyle everything in the column.
	 */
	style(name: ColumnName): string | null {
		const { value, initial } = this.line(name);
		const isAsBegun = value === initial && !(name === 'nav' && this.#room().hasLesson);
		return isAsBegun ? null : `${value}px`;
	}

	#taken(name: ColumnName): number {
		const how = this.#room().takes[name];
		return how === 'width' ? this.of(name) : how === 'rail' ? RAIL : 0;
	}

	/** What the line beside a column needs to know; its limits leave the answer its least width. */
	line(name: ColumnName): ColumnWidth & { initial: number; onchange: (width: number) => void } {
		const { min } = COLUMNS[name];
		const others = NAMES.filter((each) => each !== name).map((each) => this.#taken(each));
		const room = this.#room().window - ANSWER_MIN - LINES;
		const free = room - others.reduce((sum, width) => sum + width, 0);
		const max = Math.max(min, free);
		return {
			value: Math.max(min, Math.min(this.of(name), max)),
			min,
			max,
			initial: this.initial(name),
			onchange: (width) => {
				this.#set = { ...this.#set, [name]: width };
				remember('columns', this.#set);
			}
		};
	}
}
