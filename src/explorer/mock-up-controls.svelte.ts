import type { RawAnswer } from '../cases/run-case';
import type { MethodName } from '../georeport/methods';
import type { HttpRequest } from '../georeport/request';
import type { Endpoint } from './endpoint';
import type { Overrides } from './page-state';
import {
	CLOCK_START,
	clockOf,
	parsePrefer,
	writePrefer,
	type ParsedPreferences
} from './preferences';
import { readSubmissions, type Submission } from './submissions';

/** What the controls need from outside. */
export interface MockUpControlsOptions {
	/** Where the mock-up's controls are, a URL that ends in a slash; null for nowhere. */
	url: () => string | null;
	/** Sends a request to them; rejects where no answer came. */
	ask: (request: HttpRequest) => Promise<RawAnswer>;
}

/**
 * What the mock-up is asked to do otherwise (faults, delays, rules, the clock), and the reports that
 * were submitted to it. Nothing of it goes to another server.
 */
export class MockUpControls {
	readonly #options: MockUpControlsOptions;
	#overrides: Overrides = $state.raw({});

	/** The preferences that every request has. */
	everyPreference: ParsedPreferences = $derived(parsePrefer(this.#overrides.every));

	/** The time in Toronto by the mock-up's clock: `2012-06-15T12:00:00`. */
	clock: string = $derived(clockOf(this.everyPreference));

	constructor(options: MockUpControlsOptions) {
		this.#options = options;
	}

	/** The Prefer headers that are set, for every request and for those of a method. */
	get overrides(): Overrides {
		return this.#overrides;
	}

	/** The preferences set for every request, or for those of a method. */
	preferencesOf = (scope: keyof Overrides): ParsedPreferences =>
		parsePrefer(this.#overrides[scope]);

	/** Sets one preference for every request, or for those of a method; an empty value undoes it. */
	setPreference = (scope: keyof Overrides, name: string, value: string) => {
		const prefer = writePrefer({ ...this.preferencesOf(scope), [name]: value });
		const { [scope]: _, ...others } = this.#overrides;
		this.#overrides = prefer === '' ? others : { ...others, [scope]: prefer };
	};

	/** Moves the clock to a time in Toronto; one before its start is the start. */
	setClock = (time: string) => this.setPreference('every', 'clock', time > CLOCK_START ? time : '');

	/** Undoes every override but the clock. */
	clearFaults = () => {
		const { clock } = this.everyPreference;
		this.#overrides = clock ? { every: writePrefer({ clock }) } : {};
	};

	/** Puts all overrides in the place of those that are set. */
	setOverrides = (overrides: Overrides) => {
		this.#overrides = overrides;
	};

	/**
	 * The Prefer header of a request; empty for none. What the request itself prefers comes first, and
	 * is all that a server of others gets.
	 */
	preferOf(method: MethodName, { dialect }: Endpoint, own: string | undefined): string {
		const overrides = dialect ? [this.#overrides[method], this.#overrides.every] : [];
		return [own, ...overrides].filter(Boolean).join(', ');
	}

	/** The reports that were submitted; null if the mock-up could not be reached. */
	listSubmissions = async (): Promise<Submission[] | null> => {
		const answer = await this.#send('GET', 'submissions');
		return answer?.status === 200 ? readSubmissions(answer.text) : null;
	};

	/** Changes the note or description of a submitted report; false if it was not done. */
	changeSubmission = async (id: string, change: Record<string, string | null>) =>
		(await this.#send('PATCH', `submissions/${id}`, JSON.stringify(change)))?.status === 204;

	/** Forgets a submitted report; false if it was not done. */
	forgetSubmission = async (id: string) =>
		(await this.#send('DELETE', `submissions/${id}`))?.status === 204;

	/** Forgets every submitted report; false if it was not done. */
	reset = async () => (await this.#send('DELETE', 'submissions'))?.status === 204;

	/** Asks the controls, at the instant that the clock was moved to; null if they cannot be reached. */
	async #send(
		method: 'GET' | 'PATCH' | 'DELETE',
		path: string,
		body: string | null = null
	): Promise<RawAnswer | null> {
		const base = this.#options.url();
		if (!base) return null;
		const { clock } = this.everyPreference;
		const headers = clock ? { Prefer: `clock=${clock}` } : {};
		return this.#options.ask({ method, url: `${base}${path}`, headers, body }).catch(() => null);
	}
}
