import { BOUNDS } from '../../georeport/bounds';
import { childrenOf, type Tree } from '../tree';

/**
 * The nodes at a path in document order, each once; or why there are none, and the character that is
 * not understood, null for another reason.
 */
export type Found = { nodes: number[] } | { problem: string; at: number | null };

/** What a scanner throws; `findPath` catches it. */
export class Misread {
	constructor(
		readonly problem: string,
		readonly at: number | null
	) {}
}

/** The work of one search. */
interface Work {
	/** How many nodes it may still look at. */
	left: number;
	/** How many it may look at before the page has a turn. */
	untilRest: number;
}

/** What a search looks at between two rests. */
const STRETCH = 2_000;

/** The characters that count as one step: reading a text takes time too. */
const TEXT_STEP = 64;

const begun = (): Work => ({ left: BOUNDS.searchSteps.value, untilRest: STRETCH });

/** That of the search under way; searches take turns. */
let work = begun();

/** A search that rests now and then, for the page to do other work. */
export type Searching<Result> = Generator<void, Result, void>;

/** Does a search with steps of its own, as many as the bound. */
export function* withOwnSteps<Result>(search: Searching<Result>): Searching<Result> {
	const own = begun();
	for (;;) {
		work = own;
		const step = search.next();
		if (step.done) return step.value;
		own.untilRest = STRETCH;
		yield;
	}
}

/** Counts nodes that a search looks at; throws a `Misread` once there were too many. */
export function countSteps(count: number): void {
	work.left -= count;
	work.untilRest -= count;
	if (work.left < 0) throw new Misread(BOUNDS.searchSteps.words, null);
}

/** Counts a text that a search reads, by its length; throws as `countSteps` does. */
export const countText = (length: number): void => countSteps(Math.floor(length / TEXT_STEP));

/** Whether a search has looked at so much that it should yield. */
export const isRestDue = (): boolean => work.untilRest < 0;

/** The children of a node, as a search looks at them. */
export function searchedChildren(tree: Tree, node: number): number[] {
	const children = childrenOf(tree, node);
	countSteps(children.length + 1);
	return children;
}

/** A name that can follow a dot in JSONPath: RFC 9535, section 2.5.1. */
export const MEMBER_NAME = /[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*/y;

/** An integer in JSONPath. */
export const INTEGER = /-?\d+/y;

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y;
const PLAIN_STRING = /'[^']*'|"[^"]*"/y;

/** Reads an expression from left to right; throws a `Misread` where it is not understood. */
export class Scanner {
	at = 0;

	constructor(readonly text: string) {}

	get done(): boolean {
		return this.at >= this.text.length;
	}

	fail(problem: string, at = this.at): never {
		throw new Misread(problem, at);
	}

	/** The next character, in words. */
	get next(): string {
		const char = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
		return this.done ? 'the end' : `“${char}”`;
	}

	match(pattern: RegExp): string | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? null;
		this.at += found?.length ?? 0;
		return found;
	}

	space(): void {
		this.match(SPACE);
	}

	/** Takes a token if it comes next, and the white space around it. */
	take(token: string): boolean {
		const before = this.at;
		this.space();
		if (!this.text.startsWith(token, this.at)) {
			this.at = before;
			return false;
		}
		this.at += token.length;
		this.space();
		return true;
	}

	expect(token: string): void {
		if (this.take(token)) return;
		this.space();
		this.fail(`“${token}” is expected here, not ${this.next}.`);
	}

	number(): number | null {
		const written = this.match(NUMBER);
		return written === null ? null : Number(written);
	}

	/** Takes a text in quotes, null for none; only JSONPath has escapes in it. */
	string(escapes: boolean): string | null {
		const from = this.at;
		const written = this.match(escapes ? STRING : PLAIN_STRING);
		if (written === null) {
			if (/["']/.test(this.text[from] ?? '')) this.fail('This quote is not closed.', from);
			return null;
		}
		const inside = written.slice(1, -1);
		return escapes ? unescape(inside) : inside;
	}
}

const ESCAPES: Readonly<Record<string, string>> = {
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t'
};

const unescape = (text: string) =>
	text.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code?: string, char?: string) =>
		code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[char ?? ''] ?? char ?? '')
	);

/** Sorts nodes in document order and removes repetitions. */
export function inOrder({ size }: Tree, nodes: number[]): number[] {
	if (nodes.every((node, at) => at === 0 || (nodes[at - 1] ?? 0) < node)) return nodes;
	// The document itself is -1.
	const isThere = new Uint8Array(size + 1);
	for (const node of nodes) isThere[node + 1] = 1;
	const ordered: number[] = [];
	for (let at = isThere.indexOf(1); at >= 0; at = isThere.indexOf(1, at + 1)) ordered.push(at - 1);
	return ordered;
}

/** Whether the name of a node is written like this; makes no copy of the name. */
export function isWrittenAs({ text, nameFrom, nameTo }: Tree, node: number, name: string): boolean {
	const from = nameFrom[node] ?? -1;
	return from >= 0 && (nameTo[node] ?? 0) - from === name.length && text.startsWith(name, from);
}
