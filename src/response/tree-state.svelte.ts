import type { Tree } from '../document/tree';
import { PathSearch, type PathProblem } from './path-search.svelte';
import { STEPS } from '../ui/virtual-list';
import { allOpen, flagsOf, openAtFirst, rowsOf, withOpen, type TreeRow } from './tree-rows';

/** What a tree view shows, as getters, and what it tells. */
export interface TreeOptions {
	tree: () => Tree;
	/** The nodes of the service requests. */
	records: () => readonly number[];
	selected: () => number | null;
	onpick: (node: number) => void;
}

const NOTHING: ReadonlySet<number> = new Set();

/** Which rows of a document's tree are open, found and selected. */
export class TreeState {
	readonly #options: TreeOptions;
	/** A path that narrows the tree to what it finds; empty for the whole tree. */
	expression = $state('');
	/** What a person opened or closed in this very document; null for nothing yet. */
	#changed: { tree: Tree; opened: ReadonlySet<number> } | null = $state.raw(null);

	#opened: ReadonlySet<number> = $derived.by(() => {
		const tree = this.#options.tree();
		return this.#changed?.tree === tree
			? this.#changed.opened
			: openAtFirst(tree, this.#options.records());
	});

	readonly #search = new PathSearch(
		() => this.#options.tree(),
		() => this.expression
	);

	/** The nodes that the path finds, in the order of the document; those before while it searches. */
	matches: readonly number[] = $derived.by(() => this.#search.matches);

	/** Why the path finds nothing, or nothing new; null while it may. */
	problem: PathProblem | null = $derived.by(() => this.#search.problem);

	#flags: Uint8Array | null = $derived.by(() =>
		this.matches.length > 0 ? flagsOf(this.#options.tree(), this.matches) : null
	);

	rows: TreeRow[] = $derived.by(() =>
		rowsOf(this.#options.tree(), (node) => this.#isOpen(node), this.#flags)
	);

	/** The row of the selected node, or of what it is part of; -1 for none. */
	at: number = $derived.by(() => this.#rowOf(this.#options.selected()));

	constructor(options: TreeOptions) {
		this.#options = options;
	}

	/** What holds the selected node is open, so that it can be seen. */
	#isOpen(node: number): boolean {
		const selected = this.#options.selected();
		const end = this.#options.tree().ends[node] ?? 0;
		const holdsSelected = selected !== null && node < selected && selected < end;
		return this.#opened.has(node) || holdsSelected || this.#flags?.[node] === 1;
	}

	#rowOf(node: number | null): number {
		const { parents } = this.#options.tree();
		for (let sought = node ?? -1; sought >= 0; sought = parents[sought] ?? -1) {
			const index = this.rows.findIndex((row) => row.node === sought);
			if (index >= 0) return index;
		}
		return -1;
	}

	/** Whether the search goes on: in a large answer it may take a while. */
	get isSearching(): boolean {
		return this.#search.isPending;
	}

	/** Gives up the search; what was found before stays. */
	stopSearch = () => this.#search.stop();

	/** Whether a row is what the path finds, or in it. */
	isMatch = (row: TreeRow): boolean => this.#flags?.[row.node] === 2;

	/** How many rows lie beside a row and with it; -1 where that is not known. */
	sizeOfSet = (row: TreeRow): number => (row.parent < 0 ? -1 : (this.rows[row.parent]?.held ?? -1));

	/** Opens or closes a row; one without anything in it stays as it is. */
	setOpen = (row: TreeRow, open: boolean) => {
		if (row.open === null || row.open === open) return;
		this.#open(withOpen(this.#opened, row.node, open));
		// Else what is selected would keep its row open.
		if (!open) this.#options.onpick(row.node);
	};

	openAll = () => this.#open(allOpen(this.#options.tree()));

	closeAll = () => {
		this.#open(NOTHING);
		this.#go(0);
	};

	#open(opened: ReadonlySet<number>) {
		this.#changed = { tree: this.#options.tree(), opened };
	}

	#go(index: number) {
		const row = this.rows[Math.max(0, Math.min(this.rows.length - 1, index))];
		if (row) this.#options.onpick(row.node);
	}

	/** Selects a row, and with `twist` opens or closes it. */
	click = (row: TreeRow, twist: boolean) => {
		this.#options.onpick(row.node);
		if (twist) this.setOpen(row, !row.open);
	};

	/** Does what a key does in a tree; false for a key that does nothing. */
	press = (key: string): boolean => {
		const { at } = this;
		const row = this.rows[at];
		const keys: Record<string, () => void> = {
			Enter: () => row && this.setOpen(row, !row.open),
			' ': () => row && this.setOpen(row, !row.open),
			ArrowRight: () => {
				if (row?.open === false) this.setOpen(row, true);
				else if (row?.open) this.#go(at + 1);
			},
			ArrowLeft: () => {
				if (row?.open) this.setOpen(row, false);
				else if (row && row.parent >= 0) this.#go(row.parent);
			}
		};
		const step = STEPS[key];
		const act = step === undefined ? keys[key] : () => this.#go(at + step);
		if (!act) return false;
		if (at < 0) this.#go(0);
		else act();
		return true;
	};

	/** Begins again a search that was stopped; else goes to the next match, or to the one before. */
	goOn = (backwards: boolean) => {
		if (this.problem?.at === null) this.#search.again();
		else this.findNext(backwards);
	};

	/** Selects the next match after what is selected, or the one before; nothing where there is none. */
	findNext = (backwards: boolean) => {
		const { length } = this.matches;
		if (length === 0) return;
		const current = this.matches.indexOf(this.#options.selected() ?? -1);
		const next = backwards ? (current < 0 ? -1 : current - 1) : current + 1;
		const node = this.matches.at(next % length);
		if (node !== undefined) this.#options.onpick(node);
	};
}
