// What sorts of service requests an answer holds, as the legend tells them apart.
import type { ShownRequest } from '../explorer/exchange-view.svelte.ts';
import { isOpen, MARK_WORDS, markOf, type Mark } from '../explorer/service-kinds.ts';
import type { ServiceRequest } from '../georeport/types.ts';
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

const serviceOf = ({ service_name, service_code }: ServiceRequest) =>
	service_name ?? service_code ?? 'No service name';

/** The service requests of one name, as the legend counts them. */
interface Group {
	name: string;
	mark: Mark;
	first: ServiceRequest;
	/** Null where it differs. */
	code: string | null;
	count: number;
}

const toSort = (key: string, { mark, first, code, count }: Group): Sort => ({
	key,
	mark,
	label: mark === 'other' ? short(serviceOf(first)) : capitalised(MARK_WORDS[mark]),
	code: code && short(code),
	count
});

/** The services beyond the most, as one sort. */
function restOf(groups: readonly Group[]): Sort[] {
	const [first] = groups;
	if (!first) return [];
	const isOne = groups.every(({ code }) => code === first.code);
	const count = groups.reduce((sum, group) => sum + group.count, 0);
	return [
		{ ...toSort(REST, { ...first, code: isOne ? first.code : null, count }), label: 'All others' }
	];
}

/** Returns what sorts the service requests of an answer are. */
export function sortsOf(requests: readonly ShownRequest[]): Sorts {
	const groups = new Map<string, Group>();
	let closed = 0;
	const names = requests.map((request) => {
		const { serviceRequest } = request;
		const mark = markOf(serviceRequest);
		const name = mark === 'other' ? `other ${serviceOf(serviceRequest)}` : mark;
		const { service_code: code } = serviceRequest;
		const group = groups.get(name);
		if (!group) groups.set(name, { name, mark, first: serviceRequest, code, count: 1 });
		else {
			group.count++;
			if (group.code !== code) group.code = null;
		}
		if (legendStatus(request) === 'closed') closed++;
		return name;
	});
	const order = Object.keys(MARK_WORDS);
	const rank = ({ name }: Group) => (order.includes(name) ? order.indexOf(name) : order.length);
	const sorted = [...groups.values()].toSorted(
		(one, other) => rank(one) - rank(other) || other.count - one.count
	);
	const listed = sorted.slice(0, order.length + MOST);
	const keys = new Set(listed.map(({ name }) => name));
	return {
		services: [
			...listed.map((group) => toSort(group.name, group)),
			...restOf(sorted.slice(listed.length))
		],
		statuses: { open: requests.length - closed, closed },
		keys: names.map((name) => (keys.has(name) ? name : REST))
	};
}
