// What the check of an answer finds, and which findings are known deviations of Toronto's server.

/** It breaks the specification, breaks it as Toronto is known to, or goes beyond it. */
export type FindingKind = 'breaks' | 'known-deviation' | 'extension';

/** One way in which an answer differs from GeoReport v2, at all the places where it does. */
export interface Finding {
	kind: FindingKind;
	/** A short name that does not change: `date-time`, `missing-field`. */
	rule: string;
	/** The wire name of the field it is about; empty where it is about the whole answer. */
	field: string;
	/** What the answer has, and what the specification says instead. */
	words: string;
	/** The section of the specification. */
	section: string;
	/** The first 1,000 nodes of the answer's tree where it was found. */
	nodes: number[];
	/** How often it was found. */
	count: number;
}

/** How many nodes of one finding are kept. */
const MOST_NODES = 1000;

/**
 * Where Toronto's server was seen to deviate from GeoReport v2 between 2012 and 2018, by rule and
 * field. The order of `long` and `lat`, empty fields and null are not here: GeoReport v2 leaves
 * them open.
 */
export const KNOWN_DEVIATIONS: ReadonlyMap<string, string> = new Map([
	['wrapper service_requests', 'Toronto wraps service requests so.'],
	['number-for-text service_request_id', 'Toronto prints its ids so.'],
	['number-for-text service_code', 'Toronto prints codes that are all digits so.'],
	['number-for-text address_id', 'Toronto prints its address ids so.']
]);

/** Collects findings: one for each rule and field, with a count. */
export class Findings {
	readonly #byName = new Map<string, Finding>();

	/** Adds a finding that breaks the specification; `words` is called only the first time. */
	breaks(rule: string, field: string, section: string, node: number | null, words: () => string) {
		const known = KNOWN_DEVIATIONS.get(`${rule} ${field}`);
		this.#add(known ? 'known-deviation' : 'breaks', rule, field, section, node, () =>
			known ? `${words()} ${known}` : words()
		);
	}

	/** Adds a field that the specification does not have. */
	extends(field: string, section: string, node: number) {
		this.#add(
			'extension',
			'unknown-field',
			field,
			section,
			node,
			() => `${field} is not a field of GeoReport v2 here; clients may pass over it.`
		);
	}

	#add(
		kind: FindingKind,
		rule: string,
		field: string,
		section: string,
		node: number | null,
		words: () => string
	) {
		const name = `${kind} ${rule} ${field}`;
		let finding = this.#byName.get(name);
		if (!finding) {
			finding = { kind, rule, field, words: words(), section, nodes: [], count: 0 };
			this.#byName.set(name, finding);
		}
		finding.count++;
		if (node !== null && finding.nodes.length < MOST_NODES) finding.nodes.push(node);
	}

	/** All findings: what breaks the specification first, then known deviations, then extensions. */
	get list(): Finding[] {
		const all = [...this.#byName.values()];
		return (['breaks', 'known-deviation', 'extension'] as const).flatMap((kind) =>
			all.filter((finding) => finding.kind === kind)
		);
	}
}
