// Draws lines of a text as elements. All that they add to the text is in attributes, so that the text
// of the elements is the text itself.
import type { LineLink, Note } from './notes';
import type { TextPlace } from './place';
import type { LinePiece, TextLines } from './text-lines';

/** So many lines are drawn, and left alone while out of view, together. */
export const BLOCK = 60;

/** Deeper lines hang like this one; no answer of GeoReport v2 goes further. */
export const MOST_HANGING = 16;

function pieceElement({ text, kind, isPointed, unseen }: LinePiece): HTMLElement | string {
	if (kind === null && !isPointed && !unseen) return text;
	const element = document.createElement('span');
	element.className = [unseen ? 'unseen' : (kind ?? ''), isPointed ? 'pointed' : '']
		.join(' ')
		.trim();
	if (unseen) {
		element.dataset.code = unseen.code;
		element.title = unseen.name;
	}
	element.textContent = text;
	return element;
}

/** Fills the element of a line anew, with what is chosen by itself underlined. */
export function drawLine(
	element: HTMLElement,
	lines: TextLines,
	line: number,
	pointed: TextPlace | null
) {
	const groups = lines.groupsOf(line, pointed).map(({ pieces, isUnbroken }) => {
		const drawn = pieces.map(pieceElement);
		if (!isUnbroken) return drawn;
		const group = document.createElement('span');
		group.className = 'unbroken';
		group.append(...drawn);
		return [group];
	});
	if (lines.isFoldable(line)) {
		const fold = document.createElement('span');
		fold.className = 'fold';
		groups.unshift([fold]);
	}
	const lineBreak = line + 1 < lines.count ? ['\n'] : [];
	element.replaceChildren(...groups.flat(), ...lineBreak);
}

/** Returns a block of the lines from `first` on, with the elements of its lines. */
export function blockOf(lines: TextLines, first: number): [HTMLElement, HTMLElement[]] {
	const block = document.createElement('span');
	block.className = 'block';
	const elements: HTMLElement[] = [];
	for (let line = first; line < Math.min(first + BLOCK, lines.count); line++) {
		const element = document.createElement('span');
		const depth = Math.min(MOST_HANGING, lines.indentOf(line));
		element.className = `line hang-${depth}`;
		element.dataset.line = String(line + 1);
		drawLine(element, lines, line, null);
		elements.push(element);
	}
	block.append(...elements);
	return [block, elements];
}

/** The first block of the answer that index.html carries, until it is taken. */
let built = globalThis.document?.querySelector<HTMLElement>('[data-built] .block') ?? null;

/** Takes the first block of the answer that index.html carries, if these lines begin so; else null. */
export function takeBuiltBlock(lines: TextLines): [HTMLElement, HTMLElement[]] | null {
	const block = built;
	const text = block?.textContent ?? '';
	if (!block || text === '' || !lines.text.startsWith(text) || !lines.isDocument) return null;
	const elements = [...block.children].filter((element) => element instanceof HTMLElement);
	if (text.length !== lines.startOf(elements.length)) return null;
	built = null;
	return [block, elements];
}

/** Returns the sign of the notes about a line, which a pointer can read and press. */
export function noteElement({ sign, kind, words }: Note): HTMLElement {
	const element = document.createElement('span');
	element.className = `note ${kind}`;
	element.dataset.sign = sign;
	element.title = words;
	return element;
}

/** Returns a button behind the text of a line. */
export function linkElement({ name, words }: LineLink, onfollow: (name: string) => void) {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'line-link';
	button.dataset.words = words;
	button.setAttribute('aria-label', words);
	button.addEventListener('click', () => onfollow(name));
	return button;
}
