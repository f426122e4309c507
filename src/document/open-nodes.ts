import type { Tree } from './tree';

/** The nodes of a document that have begun and not ended, while one goes through it in its order. */
export class OpenNodes {
	readonly #ends: Tree['ends'];
	readonly #onclose: (node: number) => void;
	readonly #open: number[] = [];

	/** `onclose` is called with each node that ends, once it is not counted as open any more. */
	constructor({ ends }: Pick<Tree, 'ends'>, onclose: (node: number) => void) {
		this.#ends = ends;
		this.#onclose = onclose;
	}

	/** How many are open. */
	get depth(): number {
		return this.#open.length;
	}

	/** The innermost one; undefined for none. */
	get last(): number | undefined {
		return this.#open.at(-1);
	}

	open(node: number) {
		this.#open.push(node);
	}

	/** Closes all that end before a node. */
	closeBefore(node: number) {
		for (
			let last = this.last;
			last !== undefined && (this.#ends[last] ?? 0) <= node;
			last = this.last
		) {
			this.#open.pop();
			this.#onclose(last);
		}
	}
}
