// What can be told of a request before it is sent: the rules of GeoReport v2 that span several
// arguments, and Toronto's own. Each rule is a function; the table below says where it holds.
import type { DialectName } from '../../cases/expectation';
import { toFilled, type Filled } from './filled';
import { methodOf, type MethodName } from '../methods';
import type { Draft } from '../request';
import { attributes } from './attributes';
import { jurisdiction, key, keyOfReport, knownService, required } from './general';
import { location } from './location';
import { email, files, length, mediaUrl, reporter } from './report';
import { circle, dates, filter, ids, paging, span, status } from './search';
import type { Service, ServiceDefinition } from '../types';

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
export type Rule = (filled: Filled, context: RuleContext) => Problem[];

/** The rules of each method. */
const RULES: Readonly<Record<MethodName, readonly Rule[]>> = {
	discovery: [],
	services: [key, jurisdiction],
	definition: [key, required, jurisdiction, knownService],
	submit: [
		key,
		keyOfReport,
		required,
		jurisdiction,
		knownService,
		location,
		length,
		mediaUrl,
		reporter,
		email,
		attributes,
		files
	],
	token: [key, required, jurisdiction],
	requests: [key, jurisdiction, ids, filter, dates, span, status, paging, circle],
	request: [key, required, jurisdiction]
};

/**
 * The rules a draft breaks, in the order of the method's arguments, then of the questions. Nothing
 * is said of a draft with a verb, a path or a body of its own: it breaks rules on purpose. Never throws.
 */
export function problemsOf(draft: Draft, context: RuleContext): Problem[] {
	if (draft.verb !== undefined || draft.path !== undefined || draft.rawBody) return [];
	const filled = toFilled(draft);
	const order = methodOf(draft.method).arguments.map(({ name }) => name);
	const placeOf = ({ names }: Problem) => {
		const at = order.indexOf(names[0]);
		return at < 0 ? order.length : at;
	};
	return RULES[draft.method]
		.flatMap((rule) => rule(filled, context))
		.sort((a, b) => placeOf(a) - placeOf(b));
}
