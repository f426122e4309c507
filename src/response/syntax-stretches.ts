// Where the parts of an answer that have a colour of their own stand in its text.
import { OpenNodes } from '../document/open-nodes';
import { kindOf, type Tree } from '../document/tree';
import type { Positions } from './place';

/** What a stretch of the text is; what is none of them is a sign of the format, such as a bracket. */
export type SyntaxKind = 'name' | 'string' | 'number' | 'text';

/** What stands for a character in XML. */
const ENTITY = /&#?\w+;/g;

/** A part of a text that is coloured alike, from its first UTF-16 unit to before its last. */
interface SyntaxStretch {
	from: number;
	to: number;
	kind: SyntaxKind;
}

/** The parts of a text that are coloured, and those that can be folded, both in their order. */
export interface Syntax {
	stretches: readonly SyntaxStretch[];
	/** From where to where each element, object and array goes. */
	containers: readonly { from: number; to: number }[];
}

/**
 * Returns what is coloured in the text that shows a document at these positions: indented, or as it was
 * received. What comes after the break of a malformed document is text.
 */
export function syntaxOf(tree: Tree, shown: Positions, text: string): Syntax {
	const stretches: SyntaxStretch[] = [];
	const containers: { from: number; to: number }[] = [];
	let done = 0;
	const add = (from: number, to: number, kind: SyntaxKind) => {
		if (from < done || to <= from) return;
		stretches.push({ from, to, kind });
		done = to;
	};
	const addText = (from: number, to: number) => {
		for (const { index, 0: entity } of text.slice(from, to).matchAll(ENTITY)) {
			add(Math.max(done, from), from + index, 'text');
			add(from + index, from + index + entity.length, 'string');
		}
		add(Math.max(done, from), to, 'text');
	};
	/** Elements that are still open, whose closing tags come after what they hold. */
	const open = new OpenNodes(tree, (node) => {
		const shift = (shown.to[node] ?? 0) - (tree.to[node] ?? 0);
		const closing = (tree.valueTo[node] ?? 0) + shift;
		if (!text.startsWith('</', closing)) return;
		const length = (tree.nameTo[node] ?? 0) - (tree.nameFrom[node] ?? 0);
		add(closing + 2, closing + 2 + length, 'name');
	});
	for (let node = 0; node < tree.size; node++) {
		open.closeBefore(node);
		const from = shown.from[node] ?? 0;
		const to = shown.to[node] ?? 0;
		const length = (tree.nameTo[node] ?? 0) - (tree.nameFrom[node] ?? 0);
		const kind = kindOf(tree, node);
		switch (kind) {
			case 'element':
				add(from + 1, from + 1 + length, 'name');
				open.open(node);
				containers.push({ from, to });
				break;
			case 'attribute': {
				add(from, from + length, 'name');
				const value = from + (tree.valueFrom[node] ?? 0) - (tree.from[node] ?? 0) - 1;
				add(value, to, 'string');
				break;
			}
			case 'text':
				addText(from, to);
				break;
			case 'cdata':
				add(from, to, 'string');
				break;
			case 'comment':
			case 'instruction':
			case 'doctype':
				break;
			default: {
				if (tree.nameFrom[node] !== -1) add(from, from + length + 2, 'name');
				if (kind === 'object' || kind === 'array') containers.push({ from, to });
				else {
					const quote = kind === 'string' ? 1 : 0;
					const size = (tree.to[node] ?? 0) - (tree.valueFrom[node] ?? 0) + quote;
					add(to - size, to, kind === 'string' ? 'string' : 'number');
				}
			}
		}
	}
	open.closeBefore(tree.size);
	if (tree.malformed) add(Math.max(done, tree.malformed.at), text.length, 'text');
	return { stretches, containers };
}
