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

/** The room for nodes at first; it doubles whenever it is full. */
const ROOM = 1_024;

const columns = (room: number) => ({
	kinds: new Uint8Array(room),
	from: new Int32Array(room),
	to: new Int32Array(room),
	nameFrom: new Int32Array(room),
	nameTo: new Int32Array(room),
	valueFrom: new Int32Array(room),
	valueTo: new Int32Array(room),
	parents: new Int32Array(room),
	ends: new Int32Array(room)
});

type Columns = ReturnType<typeof columns>;

/** Copies the first nodes of columns into others. */
function copyInto(target: Columns, source: Columns, size: number): Columns {
	for (const name of Object.keys(source) as (keyof Columns)[]) {
		target[name].set(source[name].subarray(0, size));
	}
	return target;
}

/** Collects the nodes of a document in document order. */
export class TreeBuilder {
	#columns = columns(ROOM);
	#room = ROOM;
	#size = 0;
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
		if (this.#size === this.#room) this.#grow();
		const index = this.#size++;
		const columns = this.#columns;
		columns.kinds[index] = NODE_KINDS.indexOf(kind);
		columns.from[index] = from;
		columns.to[index] = to;
		columns.nameFrom[index] = nameFrom;
		columns.nameTo[index] = nameTo;
		columns.valueFrom[index] = valueFrom ?? from;
		columns.valueTo[index] = valueTo ?? to;
		columns.parents[index] = this.current;
		columns.ends[index] = index + 1;
		return index;
	}

	#grow() {
		this.#room *= 2;
		this.#columns = copyInto(columns(this.#room), this.#columns, this.#size);
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
		this.#columns.ends[index] = this.#size;
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
		const size = this.#size;
		return { format, text, size, ...copyInto(columns(size), this.#columns, size), malformed };
	}
}
