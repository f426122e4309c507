import type { DialectName } from '../dialect';
import type { Service, ServiceDefinition } from '../types';
import type { FormValues } from './form-values';

/** A rule a draft breaks. A person may send it all the same, to see what the server says. */
export interface Problem {
	/**
	 * The arguments it concerns, by wire name; the first is where it is told. An answer to a question
	 * is `attribute[CODE]` here, whichever spelling the draft has; that spelling follows it.
	 */
	names: readonly [string, ...string[]];
	/** `missing`: something is not there yet. `wrong`: what is there will not do. `note`: it will do, but not as it seems. */
	kind: 'missing' | 'wrong' | 'note';
	/** What is the matter and what to do, in one or two short sentences. */
	words: string;
}

/** What Toronto asks beyond the specification. */
export interface CityRules {
	/** The services that need first_name, last_name and email. */
	namedServices: readonly string[];
	/** Whether a point, in WGS84 degrees, is one the City takes reports for. */
	contains(point: { lat: number; long: number }): boolean;
}

/** What is known of the endpoint when a draft is judged; null where it is not known (yet). */
export interface RuleContext {
	/** How the mock-up speaks there; null for servers of others, which keep to the specification alone. */
	dialect: DialectName | null;
	services: readonly Service[] | null;
	/** The definition of the draft's service_code. */
	definition: ServiceDefinition | null;
	city: CityRules | null;
}

/** One rule: what a draft does against it, if anything. */
export type Rule = (form: FormValues, context: RuleContext) => Problem[];
