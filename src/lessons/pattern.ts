// The patterns of a lesson file, matched in linear time: a file is from outside, and a regular
// expression of JavaScript such as `(a+)+b` can take longer than anybody waits.
import type { ValuePattern } from '../cases/expectation';

/** The most parts of a pattern, once its repeats are written out. */
const MOST_PARTS = 1_000;

/** The most steps of one match: 4,000 characters, the longest description, with 25 ways at each. */
const MOST_STEPS = 100_000;

/** One part: what a character must be, or where to go on without one. */
type Part =
	| { on: RegExp }
	| { at: 'start' | 'end' }
	/** Goes on at each of these, counted from this part. */
	| { to: readonly number[] };

/** A pattern, or what is wrong with it, to be said after its place. */
export type ReadPattern = { pattern: ValuePattern } | { problem: string };

const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
/** One character, a class, or an escape for either. */
const ONE =
	/\[(?:[^\\\]]|\\[^])*\]|\\(?:p\{[^}]*\}|u\{[\da-f]+\}|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])|[^\\[]/iuy;
/** What looks around or back, which needs more than linear time. */
const UNKNOWN = /\(\?(?!:|<[^=!])[^)]{0,2}|\\[bBk1-9]/y;
const GROUP = /\((?:\?:|\?<[^=!>][^>]*>)?/y;

/** What stops the reading of a pattern. */
class Unread extends Error {}

/** Reads a regular expression with the flag `u`, known to be one, into its parts. */
class Reader {
	#at = 0;

	constructor(readonly source: string) {}

	#match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.source);
		if (found) this.#at = pattern.lastIndex;
		return found;
	}

	#joined(parts: readonly (readonly Part[])[]): Part[] {
		const joined = parts.flat();
		if (joined.length <= MOST_PARTS) return joined;
		throw new Unread(
			`repeats too much: written out it has more than ${MOST_PARTS.toLocaleString('en-CA')} parts. Shorten it.`
		);
	}

	/** Alternatives, up to the end or to the bracket that closes them. */
	alternatives(): Part[] {
		let parts = this.#sequence();
		while (this.source[this.#at] === '|') {
			this.#at++;
			const other = this.#sequence();
			parts = this.#joined([
				[{ to: [1, parts.length + 2] }],
				parts,
				[{ to: [other.length + 1] }],
				other
			]);
		}
		return parts;
	}

	#sequence(): Part[] {
		let parts: Part[] = [];
		while (this.#at < this.source.length && !'|)'.includes(this.source.charAt(this.#at))) {
			parts = this.#joined([parts, this.#repeated(this.#one())]);
		}
		return parts;
	}

	#one(): Part[] {
		const unknown = this.#match(UNKNOWN)?.[0];
		if (unknown !== undefined) {
			throw new Unread(
				`has “${unknown}”, which patterns of lessons cannot have. Write it without.`
			);
		}
		if (this.#match(GROUP)) {
			const inner = this.alternatives();
			this.#at++;
			return inner;
		}
		const written = this.#match(ONE)?.[0] ?? '';
		if (written === '^') return [{ at: 'start' }];
		if (written === '$') return [{ at: 'end' }];
		return [{ on: new RegExp(`^${written}$`, 'u') }];
	}

	#repeated(parts: Part[]): Part[] {
		const found = this.#match(QUANTIFIER);
		if (!found) return parts;
		const [, sign, count, comma, limit] = found;
		const least = sign ? (sign === '+' ? 1 : 0) : Number(count);
		const isEndless = sign ? sign !== '?' : comma !== undefined && limit === '';
		const most = sign ? 1 : comma === undefined ? least : Number(limit);
		let repeated: Part[] = [];
		for (let time = 0; time < least; time++) repeated = this.#joined([repeated, parts]);
		if (isEndless) {
			return this.#joined([
				repeated,
				[{ to: [1, parts.length + 2] }],
				parts,
				[{ to: [-parts.length - 1] }]
			]);
		}
		let optional: Part[] = [];
		for (let time = least; time < most; time++) {
			const rest = this.#joined([parts, optional]);
			optional = this.#joined([[{ to: [1, rest.length + 1] }], rest]);
		}
		return this.#joined([repeated, optional]);
	}
}

/** Whether the parts match a whole text. Gives up, without a match, after a bounded number of steps. */
function matches(parts: readonly Part[], text: string): boolean {
	if (text.length > MOST_STEPS) return false;
	let steps = 0;
	let reached = new Set<number>();
	const characters = [...text];
	/** Adds a place, and all that can be reached from it without a character. */
	const reach = (places: Set<number>, from: number, at: number) => {
		const open = [from];
		for (let place = open.pop(); place !== undefined; place = open.pop()) {
			if (places.has(place)) continue;
			places.add(place);
			steps++;
			const part = parts[place];
			if (!part || 'on' in part) continue;
			if ('to' in part) for (const way of part.to) open.push(place + way);
			else if (at === (part.at === 'start' ? 0 : characters.length)) open.push(place + 1);
		}
	};
	reach(reached, 0, 0);
	for (const [at, character] of characters.entries()) {
		const next = new Set<number>();
		for (const place of reached) {
			const part = parts[place];
			if (part && 'on' in part && part.on.test(character)) reach(next, place + 1, at + 1);
		}
		if (next.size === 0 || steps > MOST_STEPS) return false;
		reached = next;
	}
	return reached.has(parts.length);
}

/**
 * Reads a regular expression as the flag `u` has it, but for lookarounds, back references and `\b`.
 * Its `exec` gives the whole text or null, in time linear in the text. Never throws.
 */
export function readPattern(source: string): ReadPattern {
	try {
		new RegExp(source, 'u');
	} catch {
		return { problem: 'is not a regular expression.' };
	}
	try {
		const parts = new Reader(source).alternatives();
		return { pattern: { source, exec: (text) => (matches(parts, text) ? [text] : null) } };
	} catch (error) {
		if (!(error instanceof Unread)) throw error;
		return { problem: error.message };
	}
}
