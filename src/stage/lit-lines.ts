// The text of an answer as lines, of which some are lit.
import type { Reading } from '../answer/reading';
import { kindOf, nodeName } from '../document/tree';

/** A stretch of a text: where it starts and where the next begins. */
interface Stretch {
	from: number;
	to: number;
}

/** A line of an answer. */
interface StageLine {
	/** From 1. */
	number: number;
	text: string;
	lit: boolean;
}

/** The first lines of an answer, and how many it has in all. */
export interface StageText {
	lines: readonly StageLine[];
	of: number;
}

/** As many lines are shown, and as many characters of each; nobody reads more from a screen. */
const MOST_LINES = 1_000;
const MOST_CHARACTERS = 400;

const VALUES: readonly string[] = ['element', 'string', 'number', 'literal', 'array', 'object'];

/** The fields of these names, wherever they are in the document. */
function nodesNamed(
	{ tree }: Reading,
	names: readonly string[],
	before: (node: number) => boolean
) {
	const nodes: number[] = [];
	if (!tree || names.length === 0) return nodes;
	for (let node = 0; node < tree.size && before(node); node++) {
		if (!VALUES.includes(kindOf(tree, node))) continue;
		const name = nodeName(tree, node);
		if (name !== null && names.includes(name)) nodes.push(node);
	}
	return nodes;
}

/**
 * Returns the first 1,000 lines of an answer, indented where it can be, of 400 characters each. Lit are
 * those of the fields of these names (`lines` of a lesson's step) and those of `node`.
 */
export function stageText(
	reading: Reading,
	received: string,
	{ names, node }: { names: readonly string[]; node: number | null }
): StageText {
	const text = reading.pretty?.text ?? received;
	const positions = reading.pretty ?? reading.tree;
	const lines = text.split('\n', MOST_LINES + 1);
	const shown = lines.slice(0, MOST_LINES);
	const end = shown.reduce((length, line) => length + line.length + 1, 0);
	const lit: Stretch[] = nodesNamed(reading, names, (at) => (positions?.from[at] ?? end) < end)
		.concat(node ?? [])
		.flatMap((at) => {
			const [from, to] = [positions?.from[at], positions?.to[at]];
			return from === undefined || to === undefined ? [] : [{ from, to }];
		})
		.toSorted((one, other) => one.from - other.from);

	let from = 0;
	let next = 0;
	/** Where what is lit ends at present. */
	let until = 0;
	const told = shown.map((line, at): StageLine => {
		const to = from + line.length;
		for (let each = lit[next]; each && each.from <= to; each = lit[++next]) {
			until = Math.max(until, each.to);
		}
		const isLit = until > from;
		from = to + 1;
		const text =
			line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line.trimEnd();
		return { number: at + 1, text, lit: isLit };
	});
	return { lines: told, of: lines.length > MOST_LINES ? linesIn(text) : lines.length };
}

function linesIn(text: string): number {
	let lines = 1;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
	return lines;
}
