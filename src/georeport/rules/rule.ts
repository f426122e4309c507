import type { DialectName } from '../dialect';
import type { Service, ServiceDefinition } from '../types';
import type { FormValues } from './form-values';

/** A rule that a draft breaks. A person can send it anyway, to see what the server answers. */
export interface Problem {
	/**
	 * The wire names of the arguments it is about; the form shows it at the first. The answer to a
	 * question is `attribute[CODE]`, followed by the name in the draft if that is spelled otherwise.
	 */
	names: readonly [string, ...string[]];
	/** Something is missing, a value is wrong, or the server will do something unexpected. */
	kind: 'missing' | 'wrong' | 'note';
	/** What is wrong and what to do, in one or two short sentences. */
	words: string;
}

/** What Toronto requires beyond the specification. */
export interface CityRules {
	/** The services that need first_name, last_name and email. */
	namedServices: readonly string[];
	/** Whether the City takes reports for a point, in WGS84 degrees. */
	contains(point: { lat: number; long: number }): boolean;
}

/** What is known of the endpoint; null for what is not known, or not yet. */
export interface RuleContext {
	/** The dialect of the mock-up; null for other servers, where only the specification counts. */
	dialect: DialectName | null;
	services: readonly Service[] | null;
	/** The definition of the draft's service_code. */
	definition: ServiceDefinition | null;
	city: CityRules | null;
}

/** Checks a draft against one rule; returns its problems, none if it keeps the rule. */
export type Rule = (form: FormValues, context: RuleContext) => Problem[];
