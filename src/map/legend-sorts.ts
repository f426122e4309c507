// What sorts of service requests an answer holds, as the legend tells them apart.
import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { isOpen, MARK_WORDS, markOf, type Mark } from '../explorer/service-kinds.ts';
import { short } from '../ui/short-text.ts';

/** One sort of service requests. */
export interface Sort {
	/** Unique among the sorts of an answer. */
	key: string;
	mark: Mark;
	/** What it is called; of graffiti, what they are on. */
	label: string;
	/** The service_code they all have; null where it differs. */
	code: string | null;
	count: number;
}

/** The sorts of an answer, and which of them each service request is. */
export interface Sorts {
	/** By mark, those of other services by name: in the order of the legend, then the most first. */
	services: readonly Sort[];
	/** How many are open, which is all that is not closed, and how many are closed. */
	statuses: Readonly<Record<StatusKey, number>>;
	/** The key of the sort of each service request, in their order. */
	keys: readonly string[];
}

/** The two statuses that the legend knows. */
export type StatusKey = 'open' | 'closed';

/** The most services without a mark of their own that are told apart; all others are one sort. */
const MOST = 50;
const REST = 'rest';

/** Returns the status of a service request as the legend counts it. */
export const legendStatus = ({ serviceRequest }: ShownRequest): StatusKey =>
	isOpen(serviceRequest) ? 'open' : 'closed';

const capitalised = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const serviceOf = ({ serviceRequest }: ShownRequest) =>
	serviceRequest.service_name ?? serviceRequest.service_code ?? 'No service name';

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(keyOf(one));
		if (group) group.push(one);
		else groups.set(keyOf(one), [one]);
	}
	return groups;
}

function toSort(key: string, [first, ...others]: readonly ShownRequest[]): Sort[] {
	if (!first) return [];
	const mark = markOf(first.serviceRequest);
	const { service_code: code } = first.serviceRequest;
	const isOne = others.every(({ serviceRequest }) => serviceRequest.service_code === code);
	const name = mark === 'other' ? short(serviceOf(first)) : capitalised(MARK_WORDS[mark]);
	const label = key === REST ? 'All others' : name;
	return [{ key, mark, label, code: isOne ? code && short(code) : null, count: others.length + 1 }];
}

/** Returns what sorts the service requests of an answer are. */
export function sortsOf(requests: readonly ShownRequest[]): Sorts {
	const all = requests.map((request) => {
		const mark = markOf(request.serviceRequest);
		return { request, name: mark === 'other' ? `other ${serviceOf(request)}` : mark };
	});
	const byName = grouped(all, ({ name }) => name);
	const order = Object.keys(MARK_WORDS);
	const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	const names = [...byName].toSorted(
		([one, its], [other, theirs]) => rank(one) - rank(other) || theirs.length - its.length
	);
	const told = new Set(names.slice(0, order.length + MOST).map(([name]) => name));
	const keyOf = (name: string) => (told.has(name) ? name : REST);
	const byKey = grouped(all, ({ name }) => keyOf(name));
	const closed = requests.filter((request) => legendStatus(request) === 'closed').length;
	return {
		services: [...told, REST].flatMap((key) =>
			toSort(key, byKey.get(key)?.map(({ request }) => request) ?? [])
		),
		statuses: { open: requests.length - closed, closed },
		keys: all.map(({ name }) => keyOf(name))
	};
}
