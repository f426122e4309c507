// What the check of an answer finds, by the rules of GeoReport v2 or as Toronto was known to answer.
import type { DialectName } from '../georeport/dialect';
import type { MethodName } from '../georeport/methods';
import { knownDeviationsOf } from './known-deviations';
import { ruleOf, type Authority, type Level, type RuleName } from './rules';

/** It has the level of its rule, or breaks the specification as Toronto is known to. */
export type FindingKind = Level | 'known-deviation';

/** One way in which an answer differs from GeoReport v2, at all the places where it does. */
export interface Finding {
	kind: FindingKind;
	/** A short name that does not change: `date-time`, `missing-field`. */
	rule: RuleName;
	/** The wire name of the field it is about; empty where it is about the whole answer. */
	field: string;
	/** What the answer has, and what the specification says instead. */
	words: string;
	/** Who says so. */
	authority: Authority;
	/** The section there. */
	section: string;
	/** The first 1,000 nodes of the answer's tree where it was found. */
	nodes: number[];
	/** How often it was found. */
	count: number;
	/** How many more differences there are only because of this one; they have no finding. */
	consequences: number;
}

/** How many nodes of one finding are kept. */
const MOST_NODES = 1000;

/** In the order in which findings are listed. */
const KINDS: readonly FindingKind[] = ['breaks', 'known-deviation', 'advice', 'extension'];

/** Whether Toronto's server was seen to break a rule so in its answers to a method. */
const isOfToronto = (rule: RuleName, field: string, method: MethodName) =>
	knownDeviationsOf(method).some(({ finding }) => finding === `${rule} ${field}`);

/** The sections that open311's schemas are about; they leave out reports, tokens and errors. */
const IN_SCHEMAS: ReadonlySet<string> = new Set([
	'GET Service List',
	'GET Service Definition',
	'GET Service Requests',
	'GET Service Request'
]);

/** Who says so in a section: Service Discovery is a specification of its own. */
function authorityIn(section: string, authority: Authority): Authority {
	if (authority !== 'GeoReport v2' && authority !== 'open311’s JSON Schemas') return authority;
	if (section === 'Service Discovery') return 'Service Discovery';
	return IN_SCHEMAS.has(section) ? authority : 'GeoReport v2';
}

/** Collects findings: one for each rule and field, with a count. */
export class Findings {
	readonly #byName = new Map<string, Finding>();

	/** `dialect` says whose known deviations are accepted: those of Toronto, or none. */
	constructor(
		readonly method: MethodName,
		readonly dialect: DialectName
	) {}

	/**
	 * Adds a finding; `words` is called only the first time. `section` is that of the method, for
	 * rules without one of their own.
	 */
	add(rule: RuleName, field: string, section: string, node: number | null, words: () => string) {
		const name = `${rule} ${field}`;
		let finding = this.#byName.get(name);
		if (!finding) {
			const { level, authority, section: own } = ruleOf(rule);
			const known = this.dialect === 'toronto' && isOfToronto(rule, field, this.method);
			finding = {
				kind: known ? 'known-deviation' : level,
				rule,
				field,
				words: known ? `${words()} Toronto’s server did so.` : words(),
				authority: authorityIn(own || section, authority),
				section: own || section,
				nodes: [],
				count: 0,
				consequences: 0
			};
			this.#byName.set(name, finding);
		}
		finding.count++;
		if (node !== null && finding.nodes.length < MOST_NODES) finding.nodes.push(node);
	}

	/** Counts one more difference that there is only because of a finding. */
	follows(rule: RuleName, field: string) {
		const finding = this.#byName.get(`${rule} ${field}`);
		if (finding) finding.consequences++;
	}

	/** All findings: what breaks the specification first, extensions last. */
	get list(): Finding[] {
		const all = [...this.#byName.values()];
		return KINDS.flatMap((kind) => all.filter((finding) => finding.kind === kind));
	}
}
