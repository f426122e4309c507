import type { TestCase } from '../cases/expectation';
import type { Endpoint } from '../explorer/endpoint';
import type { Explorer } from '../explorer/explorer.svelte';
import type { Draft, HttpRequest } from '../georeport/request';
import type { Format } from '../georeport/types';
import type { Exchange } from '../http/exchange';
import { isOfCase } from '../link/permalink';

/** A value of the request that can be changed. */
export interface TrialField {
	name: string;
	value: string;
}

/** The name that every example has, and nobody changes. */
const FIXED = 'jurisdiction_id';

const draftOf = ({ draft }: TestCase, format: Format): Draft => ({ ...draft, format });

/** A request to try beside the text: one of a method's examples, changed or not, and its answer. */
export class Trial {
	readonly #explorer: Explorer;
	readonly examples: readonly TestCase[];
	/** The example that the request was begun with. */
	testCase: TestCase;
	draft: Draft;
	/** The last exchange, and what it was asked of; null before the first. */
	#sent: { exchange: Exchange; draft: Draft; endpoint: Endpoint } | null = $state.raw(null);
	#waiting: AbortController | null = $state.raw(null);

	/** `examples` are test cases of one method, of which there is one at least. */
	constructor(explorer: Explorer, examples: readonly [TestCase, ...TestCase[]]) {
		this.#explorer = explorer;
		this.examples = examples;
		this.testCase = $state.raw(examples[0]);
		this.draft = $state.raw(draftOf(examples[0], explorer.draft.format));
	}

	/** The values that can be changed, in their order. */
	get fields(): TrialField[] {
		return Object.entries(this.draft.values).flatMap(([name, value]) =>
			name === FIXED || typeof value !== 'string' ? [] : [{ name, value }]
		);
	}

	/** The request as it is shown and turned into code. */
	get request(): HttpRequest {
		return this.#explorer.requestFor(this.draft);
	}

	/** The last exchange; null before the first. */
	get exchange(): Exchange | null {
		return this.#sent?.exchange ?? null;
	}

	/** Whether the answer is of another request than the one that would be sent now. */
	get isStale(): boolean {
		const sent = this.#sent;
		return (
			sent !== null && (sent.draft !== this.draft || sent.endpoint !== this.#explorer.endpoint)
		);
	}

	get sending(): boolean {
		return this.#waiting !== null;
	}

	/** Begins anew with another example, by its id. */
	choose = (id: string) => {
		const testCase = this.examples.find((each) => each.id === id);
		if (!testCase) return;
		this.cancel();
		this.testCase = testCase;
		this.draft = draftOf(testCase, this.draft.format);
		this.#sent = null;
	};

	setFormat = (format: Format) => {
		this.draft = { ...this.draft, format };
	};

	setValue = (name: string, value: string) => {
		this.draft = { ...this.draft, values: { ...this.draft.values, [name]: value } };
	};

	/** Sends the request beside the page's own; an answer still awaited is given up. */
	send = async (): Promise<Exchange | null> => {
		this.cancel();
		const waiting = new AbortController();
		this.#waiting = waiting;
		const { draft } = this;
		const { endpoint } = this.#explorer;
		const exchange = await this.#explorer.exchange(draft, endpoint, waiting.signal);
		if (this.#waiting !== waiting) return null;
		this.#waiting = null;
		this.#sent = { exchange, draft, endpoint };
		return exchange;
	};

	/** Gives up the answer that is awaited. */
	cancel = () => {
		this.#waiting?.abort();
		this.#waiting = null;
	};

	/** Makes it the request of the page; one that changes nothing at the mock-up is sent there too. */
	open = () => {
		const { draft, testCase } = this;
		this.#explorer.takeOver(draft, isOfCase(draft, testCase) ? testCase : null);
	};
}
