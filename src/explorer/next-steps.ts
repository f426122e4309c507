// What a person can do next with an answer, in words: the table of links filled in (answer/next-drafts),
// with what the page itself can do: move the clock, copy, save, lead back to the form.
import { nextDrafts } from '../answer/next-drafts';
import { addTorontoDays } from '../georeport/date-time';
import type { LinkName } from '../georeport/links';
import { KEY } from '../georeport/privacy';
import { valuesOf, type Draft } from '../georeport/request';
import { emptyDraft, withValue } from './draft-edits';
import type { ExchangeView } from './exchange-view.svelte';
import { markOf } from './service-kinds';

/** What a next step does. */
export type NextAction =
	/** Asks for this, or fills in a report; afterwards `select` names the service request to select. */
	| { kind: 'call'; draft: Draft; select?: string }
	/** Moves the mock-up's clock to an instant, in milliseconds since 1970, and asks again. */
	| { kind: 'clock'; instant: number }
	| { kind: 'copy'; what: string; text: string }
	/** Saves the records as a table. */
	| { kind: 'csv' }
	/** Shows the code that sends the request and deals with errors. */
	| { kind: 'code' }
	/** Leads to the fields of the form that errors name. */
	| { kind: 'fields'; names: readonly string[] }
	/** Leads to the place where the endpoint's key is entered. */
	| { kind: 'key' }
	/** Asks the endpoint at this base URL from now on. */
	| { kind: 'endpoint'; url: string };

/** One thing to do next, as a button says it. */
export interface NextStep {
	label: string;
	action: NextAction;
	/** Whether it is what nearly everybody does next. */
	isStrong: boolean;
}

/** What can be done next with an answer, the likeliest first. */
export interface NextSteps {
	/** The step that leads a report on, which stands below its stages; null where there is none. */
	main: NextStep | null;
	/** At most three others; together with `main` at most three where it is no step of a report. */
	others: readonly NextStep[];
}

/** What the answer itself does not say. */
export interface NextStepOptions {
	/** The chosen record of a list, counted from 0; null for none. */
	record: number | null;
	/** The jurisdiction_id to go on with; empty for none. */
	jurisdiction: string;
	/** The instant by the mock-up's clock; null where there is no clock to be moved. */
	clock: number | null;
	/** Whether the answer is about a report that was sent in this visit. */
	isOwnReport: boolean;
}

/** How many steps are offered at once. */
const MOST = 3;

export const NO_STEPS: NextSteps = { main: null, others: [] };

const step = (label: string, action: NextAction, isStrong = false): NextStep => ({
	label,
	action,
	isStrong
});

const CODE = step('Code for errors', { kind: 'code' });

/** The links that an answer has, as steps under the names of this page. */
class Links {
	readonly #drafts: ReadonlyMap<LinkName, Draft>;
	readonly fields: readonly string[];

	constructor(view: ExchangeView, record: number | null | undefined, jurisdiction: string) {
		const { response, parsed, exchange } = view;
		const found =
			response && parsed
				? nextDrafts(
						exchange.draft,
						{ status: response.status, parsed },
						record === undefined ? { jurisdiction } : { record, jurisdiction }
					)
				: [];
		this.#drafts = new Map(found.map(({ name, draft }) => [name, draft]));
		this.fields = found.find(({ name }) => name === 'fields')?.fields ?? [];
	}

	/** The step of a link under a label; none where the answer has no such link. */
	to(name: LinkName, label: string, isStrong = false, select?: string): NextStep[] {
		const draft = this.#drafts.get(name);
		if (!draft) return [];
		return [step(label, { kind: 'call', draft, ...(select ? { select } : {}) }, isStrong)];
	}
}

const openLabel = (service_code: string): string =>
	markOf({ service_code, service_name: null }) === 'pothole'
		? 'See all open potholes'
		: 'See all open ones';

/** The steps after a good answer without a chosen record: a list of service requests. */
function afterList(view: ExchangeView, links: Links, jurisdiction: string): NextStep[] {
	const { draft } = view.exchange;
	const codes = valuesOf(draft.values, 'service_code').flatMap((text) => text.split(','));
	const of = (method: 'submit' | 'definition') => {
		const empty = emptyDraft(method, draft.format, jurisdiction);
		const [code] = codes;
		return codes.length === 1 && code ? withValue(empty, 'service_code', code) : empty;
	};
	const open = view.requests.length > 0 ? links.to('open', 'Only open ones') : [];
	return [
		...open,
		step('Report one', { kind: 'call', draft: of('submit') }),
		...(codes.length === 1 && open.length === 0
			? [step('Definition', { kind: 'call', draft: of('definition') })]
			: []),
		...(view.requests.length > 0 ? [step('Save as CSV…', { kind: 'csv' })] : [])
	];
}

/** The steps from one service request. */
const afterRecord = (links: Links): NextStep[] => [
	...links.to('definition', 'Its definition'),
	...[
		...links.to('reportHere', 'Report one here'),
		...links.to('reportAtAddress', 'Report one here')
	].slice(0, 1),
	...links.to('othersLike', 'Others like it')
];

function afterRefusal(view: ExchangeView, links: Links): NextStep[] {
	const { response, exchange } = view;
	const status = response?.status ?? 0;
	if (status === 401 || status === 403) {
		const { draft } = exchange;
		const hasKey = valuesOf(draft.values, KEY).length > 0;
		const without = { ...draft, values: { ...draft.values } };
		if (hasKey) without.values = withValue(draft, KEY, []).values;
		return [
			step(hasKey ? 'Change the key' : 'Add a key', { kind: 'key' }),
			...(hasKey ? [step('Send without a key', { kind: 'call', draft: without })] : [])
		];
	}
	if (status === 404) {
		const found = [
			...links.to('ids', 'List the ids there are'),
			...links.to('services', 'List the services there are')
		];
		if (found.length > 0) return found;
	}
	const { fields } = links;
	const isMissing = fields.some((name) => valuesOf(exchange.draft.values, name).length === 0);
	const label = isMissing ? 'Fill in what is missing' : 'Change what was refused';
	return [...(fields.length > 0 ? [step(label, { kind: 'fields', names: fields })] : []), CODE];
}

function afterReport(view: ExchangeView, links: Links): NextSteps {
	const token = view.requests[0]?.serviceRequest.token ?? null;
	const code = valuesOf(view.exchange.draft.values, 'service_code')[0] ?? '';
	const [main = null] = [
		...links.to('id', 'Ask for its id', true),
		...links.to('request', 'See its status', true)
	];
	return {
		main,
		others: [
			...links.to('open', openLabel(code)),
			...links.to('report', 'Report another'),
			...(token === null
				? []
				: [step('Copy the token', { kind: 'copy', what: 'token', text: token })])
		]
	};
}

function afterToken(view: ExchangeView, links: Links, clock: number | null): NextSteps {
	const id = view.requests[0]?.serviceRequest.service_request_id ?? null;
	if (id !== null) {
		return {
			main: links.to('request', 'See its status', true)[0] ?? null,
			others: [step('Copy the id', { kind: 'copy', what: 'id', text: id })]
		};
	}
	const again = links.to('again', 'Ask again', clock === null);
	if (clock === null) return { main: again[0] ?? null, others: [] };
	const instant = addTorontoDays(clock, 1);
	return { main: step('Move the clock one day', { kind: 'clock', instant }, true), others: again };
}

/** One service request: a report of one's own that is still open has a way to go. */
function afterRequest(view: ExchangeView, links: Links, options: NextStepOptions): NextSteps {
	const record = view.requests[0]?.serviceRequest;
	const isOpen = record?.status?.toLowerCase() !== 'closed';
	if (!record || !options.isOwnReport || !isOpen || options.clock === null) {
		return { main: null, others: afterRecord(links) };
	}
	const instant = addTorontoDays(options.clock, 7);
	const id = record.service_request_id ?? undefined;
	return {
		main: step('Move the clock one week', { kind: 'clock', instant }, true),
		others: links.to('othersLike', 'Show it among the others', false, id)
	};
}

function afterDiscovery(view: ExchangeView, links: Links, record: number | null): NextStep[] {
	const endpoints = view.parsed?.kind === 'discovery' ? view.parsed.discovery.endpoints : [];
	const chosen = record === null ? endpoints[0] : endpoints[record];
	const url = chosen?.url?.replace(/(?<!\/)\/*$/, '/');
	return [
		...links.to('services', 'Service list'),
		...(url && URL.canParse(url) ? [step('Use this endpoint', { kind: 'endpoint', url })] : [])
	];
}

/**
 * Returns what can be done next with the answer of an exchange: the table of page and links. Nothing
 * where no answer came.
 */
export function nextStepsOf(view: ExchangeView, options: NextStepOptions): NextSteps {
	const { response, parsed, exchange } = view;
	if (!response || !parsed) return NO_STEPS;
	const { record, jurisdiction, clock } = options;
	const { method } = exchange.draft;
	const isList = method === 'requests' || method === 'services' || method === 'discovery';
	const links = new Links(view, isList ? record : undefined, jurisdiction);
	const few = (others: readonly NextStep[]): NextSteps => ({
		main: null,
		others: others.slice(0, MOST)
	});
	if (response.status >= 400 || parsed.kind === 'errors') return few(afterRefusal(view, links));
	switch (parsed.kind) {
		case 'discovery':
			return few(afterDiscovery(view, links, record));
		case 'services':
			if (record === null) {
				const draft = emptyDraft('submit', exchange.draft.format, jurisdiction);
				return few([step('Report one', { kind: 'call', draft })]);
			}
			return few([
				...links.to('definition', 'Definition', true),
				...links.to('report', 'Report one'),
				...links.to('list', 'List these')
			]);
		case 'definition':
			return few([...links.to('report', 'Report one'), ...links.to('list', 'List these')]);
		case 'serviceRequests':
			break;
		case 'unreadable':
			return NO_STEPS;
		default:
			return parsed satisfies never;
	}
	if (method === 'submit') return afterReport(view, links);
	if (method === 'token') return afterToken(view, links, clock);
	if (method === 'request') return afterRequest(view, links, options);
	if (record === null) return few(afterList(view, links, jurisdiction));
	return few([...links.to('request', 'Get this request', true), ...afterRecord(links)]);
}
