import { formatOf } from '../answer/format';
import type { Parsed } from '../answer/parse';
import type { Reading } from '../answer/reading';
import { recordAt, recordNode } from '../answer/records';
import type { Expectation, Follow, TestCase } from '../cases/expectation';
import { judge, type JudgedAnswer, type Offender, type Verdict } from '../cases/judge';
import { fieldsOf, textOf } from '../document/text';
import { childNamed } from '../document/tree';
import type { Finding } from '../conformance/findings';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import type { ServiceRequest } from '../georeport/types';
import type { Exchange, HttpResponse } from '../http/exchange';
import { contentTypeOf } from '../http/summary';
import { latest } from '../ui/latest.svelte';
import { KEY_PLACEHOLDER, withKey } from './api-key';
import type { ComposedRequest } from './staleness';
import type { Endpoint } from './endpoint';
import { requestName } from './request-name';

/** A service request in the answer shown, with a key that is unique within it. */
export interface ShownRequest {
	key: string;
	serviceRequest: ServiceRequest;
	/** Its coordinates as sent, valid or not; left out if there are none, or an address. */
	coordinates?: string;
}

/** An expectation and the answer that is held against it. */
export interface Judged {
	expectation: Expectation;
	answer: JudgedAnswer;
}

/**
 * One exchange as it is looked at: what the answer says, what is selected in it, and how it stands
 * against the specification and its test case. Every part of the page that shows an exchange shows
 * one of these, so that they have one selection. The exchange itself never changes.
 */
export class ExchangeView {
	readonly exchange: Exchange;
	/** What it was asked of. */
	readonly endpoint: Endpoint;
	/** Null where no answer came. */
	readonly response: HttpResponse | null;
	/** What the answer says and where; null where none came. */
	readonly reading: Reading | null;
	/** The service requests of the answer, in its order. */
	readonly requests: readonly ShownRequest[];
	/** What was sent, with a placeholder for a kept key. */
	readonly sentRequest: HttpRequest;
	/** The same, to be compared with the draft on the page. */
	readonly sent: ComposedRequest;
	/** The test case that was sent unchanged to the mock-up; else null. */
	readonly testCase: TestCase | null;
	/** Why the answer is not held against its case: the mock-up was asked to do otherwise; else null. */
	readonly notJudged: 'clock' | 'faults' | null;
	/** How far the answer was scrolled, in CSS pixels, for when it is shown again. */
	scrollTop = 0;
	/** The expectation of the test case that was sent unchanged, and the answer; else null. */
	readonly judged: Judged | null;
	/** The calls that the test case goes on with after this answer. */
	readonly nextCalls: readonly Follow[];
	readonly #onselect: () => void;
	#selectedKey: string | null = $state.raw(null);
	/** A node chosen by itself, in the selected service request or outside. */
	#pickedNode: number | null = $state.raw(null);

	/** The place of the selected service request among `requests`; -1 for none. */
	selectedIndex: number = $derived.by(() =>
		this.requests.findIndex(({ key }) => key === this.#selectedKey)
	);

	selected: ShownRequest | null = $derived.by(() => this.requests[this.selectedIndex] ?? null);

	/** The node of the selected service request in the answer's document; null for none. */
	selectedRecord: number | null = $derived.by(
		() => this.reading?.records[this.selectedIndex] ?? null
	);

	/** The node that is chosen: of a field, a finding or a whole service request; null for none. */
	selectedNode: number | null = $derived(this.#pickedNode ?? this.selectedRecord);

	/** The record of any kind of answer that is chosen, or of which a part is, from 0; null for none. */
	chosenRecord: number | null = $derived.by(() => {
		const { tree = null, parsed } = this.reading ?? {};
		if (this.selectedNode === null || !tree || !parsed) return null;
		return recordAt(tree, parsed.kind, this.selectedNode);
	});

	/** How the answer stands against the test case; null where none applies. */
	verdicts: Verdict[] | null = $derived.by(
		() => this.judged && judge(this.judged.expectation, this.judged.answer)
	);

	readonly #stopping = new AbortController();

	#check = $derived(
		latest((signal) => {
			const either = AbortSignal.any([signal, this.#stopping.signal]);
			return this.response && check(this.exchange.draft, this.response, this.endpoint, either);
		})
	);

	/** `onselect` is called whenever something is selected, or nothing any more. */
	constructor(
		exchange: Exchange,
		endpoint: Endpoint,
		testCase: TestCase | null,
		onselect: () => void = () => {}
	) {
		const { outcome } = exchange;
		this.exchange = exchange;
		this.endpoint = endpoint;
		this.response = outcome.kind === 'response' ? outcome.response : null;
		this.reading = this.response?.reading ?? null;
		this.requests = shownRequests(this.reading);
		const keyed = withKey(exchange.draft, endpoint.apiKey && KEY_PLACEHOLDER);
		this.sentRequest = { ...toHttpRequest(keyed, endpoint), headers: exchange.request.headers };
		const dialect = endpoint.dialect;
		const isCase = testCase && this.response && isRequestOf(testCase, exchange.draft, endpoint);
		this.sent = { draft: keyed, endpoint, request: this.sentRequest };
		this.testCase = dialect && isCase ? testCase : null;
		this.notJudged = this.testCase && overridesIn(exchange, this.testCase);
		const expected =
			dialect && this.testCase && !this.notJudged ? this.testCase.outcomes[dialect] : null;
		this.judged =
			expected && this.response
				? { expectation: expected.expect, answer: judgedAnswerOf(this.response, exchange.draft) }
				: null;
		this.nextCalls = expected?.then ?? [];
		this.#onselect = onselect;
	}

	get parsed(): Parsed | null {
		return this.reading?.parsed ?? null;
	}

	/** What was found against the specification; null until it is checked, which reading this begins. */
	get findings(): readonly Finding[] | null {
		const { value } = this.#check;
		return value === 'stopped' ? null : value;
	}

	/** Whether the check goes on, or ended without a result: by a person, or because it took too long. */
	get checkState(): 'pending' | 'stopped' | 'done' {
		if (this.#check.pending) return 'pending';
		return this.response && !this.findings ? 'stopped' : 'done';
	}

	/** Gives up the check; the answer stays as it is. */
	stopCheck = () => this.#stopping.abort();

	/** Selects one of the service requests, or none. */
	select = (key: string | null) => {
		this.#selectedKey = key;
		this.#pickedNode = null;
		this.#onselect();
	};

	/** Selects the service request that people call by this name; none where there is none. */
	selectNamed = (name: string | null) => {
		const named = name === null ? null : this.requests.find((shown) => requestName(shown) === name);
		this.select(named?.key ?? null);
	};

	/** Selects a node of the answer's document, and with it the service request it is part of. */
	selectNode = (node: number) => {
		const { records = [], tree = null } = this.reading ?? {};
		const at = records.findIndex((record) => record <= node && node < (tree?.ends[record] ?? 0));
		this.select(this.requests[at]?.key ?? null);
		this.#pickedNode = node;
	};

	/** Selects what made a verdict fail; nothing changes where that has no place in the document. */
	selectOffender = (offender: Offender) => {
		const { tree = null, parsed } = this.reading ?? {};
		if (!tree || !parsed) return;
		if ('node' in offender) return this.selectNode(offender.node);
		const record = recordNode(tree, parsed.kind, offender.record);
		if (record !== null) this.selectNode(childNamed(tree, record, offender.field) ?? record);
	};
}

async function check(
	draft: Draft,
	response: HttpResponse,
	endpoint: Endpoint,
	signal: AbortSignal
) {
	const { checkAnswer } = await import('./check-answer');
	return checkAnswer(draft, response, endpoint, signal);
}

/** Returns the service requests of an answer, in its order; none for any other. */
export function shownRequests(reading: Reading | null): ShownRequest[] {
	if (reading?.parsed.kind !== 'serviceRequests') return [];
	return reading.parsed.serviceRequests.map((serviceRequest, index) => {
		const { service_request_id: id, token, address } = serviceRequest;
		const coordinates = address === null ? coordinatesIn(reading, index) : null;
		return {
			key: `${index}:${id ?? token ?? ''}`,
			serviceRequest,
			...(coordinates !== null && { coordinates })
		};
	});
}

/** The coordinates of a service request as sent; null if it has neither. */
function coordinatesIn({ tree, records }: Reading, index: number): string | null {
	const record = records[index];
	if (!tree || record === undefined) return null;
	const fields = fieldsOf(tree, record);
	const texts = ['lat', 'long'].map((name) => {
		const field = fields.get(name);
		return field === undefined ? '' : textOf(tree, field);
	});
	return texts.join('') === '' ? null : texts.map((text) => text || 'none').join(', ');
}

/** A response as expectations judge it; its format is the one asked for where the text has none. */
function judgedAnswerOf(response: HttpResponse, { format }: Draft): JudgedAnswer {
	const { status, text, reading } = response;
	const ownFormat = formatOf(contentTypeOf(response), text);
	return { status, text, format: ownFormat ?? format, parsed: reading.parsed };
}

/** What the mock-up was asked to do otherwise than the case itself asks; null for nothing. */
function overridesIn({ request }: Exchange, testCase: TestCase): 'clock' | 'faults' | null {
	const prefer = request.headers.Prefer ?? '';
	if (prefer === (testCase.draft.headers?.Prefer ?? '')) return null;
	return /^clock=[^,]*$/.test(prefer) ? 'clock' : 'faults';
}

/** Whether a draft asks exactly what the case does; the format is free. */
function isRequestOf(testCase: TestCase, draft: Draft, endpoint: Endpoint): boolean {
	const asked = toHttpRequest({ ...testCase.draft, format: draft.format }, endpoint);
	return JSON.stringify(asked) === JSON.stringify(toHttpRequest(draft, endpoint));
}
