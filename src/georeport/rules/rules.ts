// Checks a draft before it is sent: the rules of GeoReport v2, and Toronto's own. Each rule is a
// function; the table below says for which methods it applies.
import { toFormValues } from './form-values';
import { methodOf, type MethodName } from '../methods';
import type { Draft } from '../request';
import {
	email,
	files,
	hidden,
	jurisdiction,
	key,
	keyOfReport,
	knownService,
	length,
	mediaUrl,
	reporter,
	required
} from './arguments';
import { attributes } from './attributes';
import { location } from './location';
import type { Problem, Rule, RuleContext } from './rule';
import { circle, dates, filter, ids, items, paging, span, status } from './search';

/** The rules of each method. */
const RULES: Readonly<Record<MethodName, readonly Rule[]>> = {
	discovery: [],
	services: [key, hidden, jurisdiction],
	definition: [key, hidden, required, jurisdiction, knownService],
	submit: [
		key,
		keyOfReport,
		hidden,
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
	token: [key, hidden, required, jurisdiction],
	requests: [key, hidden, jurisdiction, items, ids, filter, dates, span, status, paging, circle],
	request: [key, hidden, required, jurisdiction]
};

/**
 * Returns the problems of a draft, in the order of the method's arguments and then of the
 * questions. A draft with a verb, a path or a body of its own breaks rules on purpose and has no
 * problems. Throws nothing.
 */
export function problemsOf(draft: Draft, context: RuleContext): Problem[] {
	if (draft.verb !== undefined || draft.path !== undefined || draft.rawBody) return [];
	const form = toFormValues(draft);
	const order = methodOf(draft.method).arguments.map(({ name }) => name);
	const placeOf = ({ names }: Problem) => {
		const at = order.indexOf(names[0]);
		return at < 0 ? order.length : at;
	};
	return RULES[draft.method]
		.flatMap((rule) => rule(form, context))
		.sort((a, b) => placeOf(a) - placeOf(b));
}
