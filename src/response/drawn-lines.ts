import { nextFrame } from '../ui/after-first-paint';
import {
	BLOCK,
	blockOf,
	takeBuiltBlock,
	drawLine,
	linkElement,
	noteElement
} from './line-elements';
import type { LineLink, Note } from './notes';
import type { TextPlace } from './place';
import type { LeftAt } from './scroll-memory';
import type { TextLines } from './text-lines';

/** So many blocks are drawn at once: more than any screen shows at first, then with pauses. */
const [FIRST_BLOCKS, NEXT_BLOCKS] = [1, 2];

/** How much of the text above it stays in view when something is brought there, in CSS pixels. */
const MARGIN = 24;

/** The lines of a text as elements of a box that scrolls, drawn from the first to the last. */
export class DrawnLines {
	readonly #box: HTMLElement;
	#lines: TextLines;
	readonly #elements: HTMLElement[] = [];
	/** Whether nothing was drawn in the box before, so that it is where it begins. */
	readonly #isNew: boolean;
	#isStopped = false;
	#marked: HTMLElement[] = [];
	#pointed: TextPlace | null = null;
	#notes = new Map<number, Note>();
	#links = new Map<number, LineLink>();

	constructor(box: HTMLElement, lines: TextLines) {
		this.#box = box;
		this.#lines = lines;
		this.#isNew = box.firstChild === null;
		box.replaceChildren();
		box.style.setProperty('--digits', String(String(lines.count).length));
		this.drawUpTo(FIRST_BLOCKS * BLOCK - 1);
		// The rest can wait until the beginning is on the screen.
		if (this.#isLeft) void nextFrame().then(nextFrame).then(this.#more);
	}

	/** Draws nothing more by itself. */
	stop() {
		this.#isStopped = true;
	}

	get #isLeft() {
		return this.#elements.length < this.#lines.count && !this.#isStopped;
	}

	/** Draws the next blocks now, and the others in tasks of their own. */
	#more = () => {
		if (!this.#isLeft) return;
		this.drawUpTo(this.#elements.length + NEXT_BLOCKS * BLOCK - 1);
		setTimeout(this.#more);
	};

	/** Draws what is not drawn yet, up to a line. */
	drawUpTo(line: number) {
		const blocks: HTMLElement[] = [];
		while (this.#elements.length <= Math.min(line, this.#lines.count - 1)) {
			const first = this.#elements.length;
			const [block, elements] =
				(first === 0 ? takeBuiltBlock(this.#lines) : null) ?? blockOf(this.#lines, first);
			this.#elements.push(...elements);
			blocks.push(block);
			for (let drawn = first; drawn < first + elements.length; drawn++) {
				if (this.#notes.has(drawn) || this.#links.has(drawn)) this.#draw(drawn);
			}
		}
		this.#box.append(...blocks);
	}

	#elementsOf({ from, to }: TextPlace): HTMLElement[] {
		const last = this.#lines.lineAt(to);
		this.drawUpTo(last);
		return this.#elements.slice(this.#lines.lineAt(from), last + 1);
	}

	#onlink: (name: string) => void = () => {};

	#draw(line: number) {
		const element = this.#elements[line];
		if (!element) return;
		drawLine(element, this.#lines, line, this.#pointed);
		const note = this.#notes.get(line);
		if (note) element.prepend(noteElement(note));
		const link = this.#links.get(line);
		if (!link) return;
		const end = line + 1 < this.#lines.count ? element.lastChild : null;
		element.insertBefore(linkElement(link, this.#onlink), end);
	}

	/** Marks what is chosen in place of what was, and underlines the part of it that is meant. */
	mark(marked: TextPlace | null, pointed: TextPlace | null) {
		for (const element of this.#marked) element.classList.remove('chosen');
		this.#marked = marked ? this.#elementsOf(marked) : [];
		for (const element of this.#marked) element.classList.add('chosen');
		const before = this.#pointed;
		this.#pointed = pointed && pointed.from < pointed.to ? pointed : null;
		for (const place of [before, this.#pointed]) {
			if (!place) continue;
			const first = this.#lines.lineAt(place.from);
			this.#elementsOf(place).forEach((_, at) => this.#draw(first + at));
		}
	}

	/** Shows notes and links in place of those before. */
	annotate(notes: readonly Note[], links: readonly LineLink[], onlink: (name: string) => void) {
		const before = [...this.#notes.keys(), ...this.#links.keys()];
		this.#onlink = onlink;
		this.#notes = new Map();
		for (const note of notes) {
			const line = this.#lines.lineAt(note.at);
			const there = this.#notes.get(line);
			const words = there ? `${there.words}\n${note.words}` : note.words;
			this.#notes.set(line, { ...(there ?? note), words });
		}
		this.#links = new Map(links.map((link) => [this.#lines.lineAt(link.at), link]));
		const now = [...this.#notes.keys(), ...this.#links.keys()];
		for (const line of new Set([...before, ...now])) this.#draw(line);
	}

	/** The note of which the sign stands at a line. */
	noteAt(line: number): Note | undefined {
		return this.#notes.get(line);
	}

	/** Whether all of a place is in view. */
	isInView(place: TextPlace): boolean {
		const elements = this.#elementsOf(place);
		const [first, last] = [elements[0], elements.at(-1)];
		const { top, bottom } = this.#box.getBoundingClientRect();
		return (
			first !== undefined &&
			last !== undefined &&
			first.getBoundingClientRect().top >= top &&
			last.getBoundingClientRect().bottom <= bottom
		);
	}

	/** Scrolls to a place: to the middle of the view, or to below its top. */
	bring(place: TextPlace, where: 'top' | 'middle') {
		const [element] = this.#elementsOf(place);
		if (!element) return;
		const box = this.#box.getBoundingClientRect();
		const { top, height } = element.getBoundingClientRect();
		const margin = where === 'top' ? MARGIN : Math.max(0, (box.height - height) / 2);
		this.#box.scrollTop += top - box.top - margin;
	}

	/** The first line in view and how much of it is above. */
	get leftAt(): LeftAt {
		const { top } = this.#box.getBoundingClientRect();
		let [low, high] = [0, this.#elements.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			const bottom = this.#elements[middle]?.getBoundingClientRect().bottom ?? 0;
			if (bottom <= top) low = middle + 1;
			else high = middle;
		}
		return { line: low, above: top - (this.#elements[low]?.getBoundingClientRect().top ?? top) };
	}

	/** Scrolls to where a text was left; null for its beginning. */
	restore(left: LeftAt | null) {
		if (!left) {
			if (!this.#isNew) this.#box.scrollTo(0, 0);
			return;
		}
		this.drawUpTo(Infinity);
		const element = this.#elements[left.line];
		if (!element) return;
		const { top } = this.#box.getBoundingClientRect();
		this.#box.scrollTop += element.getBoundingClientRect().top - top + left.above;
	}
}
