// Builds the tree of a document while it is read from its beginning to its end.
import type { Format } from '../georeport/types';
import { NODE_KINDS, type Malformed, type NodeKind, type Tree } from './tree';

/**
 * A node as a reader adds it; its parent and end follow from the order in which nodes are added.
 */
interface Written {
	kind: NodeKind;
	from: number;
	to?: number;
	nameFrom?: number;
	nameTo?: number;
	valueFrom?: number;
	valueTo?: number;
}

const COLUMNS = [
	'kinds',
	'from',
	'to',
	'nameFrom',
	'nameTo',
	'valueFrom',
	'valueTo',
	'parents',
	'ends'
] as const;

/** Collects the nodes of a document in document order. */
export class TreeBuilder {
	readonly #columns = Object.fromEntries(COLUMNS.map((name) => [name, [] as number[]])) as Record<
		(typeof COLUMNS)[number],
		number[]
	>;
	readonly #open: number[] = [];

	/** The innermost open node; -1 for none. */
	get current(): number {
		return this.#open.at(-1) ?? -1;
	}

	/** The number of open nodes. */
	get depth(): number {
		return this.#open.length;
	}

	/** Adds a node without children; returns its index. */
	add({ kind, from, to = -1, nameFrom = -1, nameTo = -1, valueFrom, valueTo }: Written): number {
		const columns = this.#columns;
		const index = columns.kinds.length;
		columns.kinds.push(NODE_KINDS.indexOf(kind));
		columns.from.push(from);
		columns.to.push(to);
		columns.nameFrom.push(nameFrom);
		columns.nameTo.push(nameTo);
		columns.valueFrom.push(valueFrom ?? from);
		columns.valueTo.push(valueTo ?? to);
		columns.parents.push(this.current);
		columns.ends.push(index + 1);
		return index;
	}

	/** Adds a node that is the parent of the following ones until it is closed. */
	open(node: Written): number {
		const index = this.add(node);
		this.#open.push(index);
		return index;
	}

	/** Sets where the content of the innermost open node begins. */
	begin(valueFrom: number): void {
		this.#columns.valueFrom[this.current] = valueFrom;
	}

	/** Closes the innermost open node. */
	close(valueTo: number, to: number): void {
		const index = this.#open.pop();
		if (index === undefined) return;
		this.#columns.valueTo[index] = valueTo;
		this.#columns.to[index] = to;
		this.#columns.ends[index] = this.#columns.kinds.length;
	}

	/** Returns the kind of a node that was added. */
	kindOf(index: number): NodeKind | undefined {
		return NODE_KINDS[this.#columns.kinds[index] ?? -1];
	}

	/** Returns the start and end of the name of a node that was added. */
	nameOf(index: number): [from: number, to: number] {
		return [this.#columns.nameFrom[index] ?? -1, this.#columns.nameTo[index] ?? -1];
	}

	/** Returns the tree; nodes that are still open end where the text does. */
	build(format: Format, text: string, malformed: Malformed | null): Tree {
		while (this.#open.length > 0) this.close(text.length, text.length);
		const { kinds, ...columns } = this.#columns;
		return {
			format,
			text,
			size: kinds.length,
			kinds: Uint8Array.from(kinds),
			from: Int32Array.from(columns.from),
			to: Int32Array.from(columns.to),
			nameFrom: Int32Array.from(columns.nameFrom),
			nameTo: Int32Array.from(columns.nameTo),
			valueFrom: Int32Array.from(columns.valueFrom),
			valueTo: Int32Array.from(columns.valueTo),
			parents: Int32Array.from(columns.parents),
			ends: Int32Array.from(columns.ends),
			malformed
		};
	}
}
