import type { RawAnswer } from '../cases/raw-answer';
import { torontoTime } from '../georeport/date-time';
import type { MethodName } from '../georeport/methods';
import type { ParsedPreferences, Preferences, PreferSyntax } from '../georeport/preferences';
import type { HttpRequest } from '../georeport/request';
import { CLOCK_START, instantOf } from './clock';
import type { Endpoint } from './endpoint';

/** What the controls need from outside. */
export interface MockUpControlsOptions {
	/** Reads and writes Prefer headers as the mock-up does. */
	prefer: PreferSyntax;
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
	#overrides: Preferences = $state.raw({});

	/** The preferences that every request has. */
	everyPreference: ParsedPreferences = $derived.by(() => this.preferencesOf('every'));

	/** The instant by the mock-up's clock, in milliseconds since 1970. */
	clock: number = $derived(instantOf(this.everyPreference.clock));

	/** What is asked of it beyond the clock: the Prefer header of each scope; empty while all is as usual. */
	faults: readonly { scope: keyof Preferences; prefer: string }[] = $derived.by(() =>
		(Object.keys(this.#overrides) as (keyof Preferences)[]).flatMap((scope) => {
			const { clock: _, ...values } = this.preferencesOf(scope).values;
			const prefer = this.#options.prefer.write(values);
			return prefer === '' ? [] : [{ scope, prefer }];
		})
	);

	constructor(options: MockUpControlsOptions) {
		this.#options = options;
	}

	/** The Prefer headers that are set, for every request and for those of a method. */
	get overrides(): Preferences {
		return this.#overrides;
	}

	/** The preferences set for every request, or for those of a method. */
	preferencesOf = (scope: keyof Preferences): ParsedPreferences =>
		this.#options.prefer.parse(this.#overrides[scope]);

	/** Parses a Prefer header as the mock-up does. */
	parse = (header: string): ParsedPreferences => this.#options.prefer.parse(header);

	/** Sets one preference for every request, or for those of a method; an empty value undoes it. */
	setPreference = (scope: keyof Preferences, name: string, value: string) => {
		const { values } = this.preferencesOf(scope);
		const prefer = this.#options.prefer.write({ ...values, [name]: value });
		const { [scope]: _, ...others } = this.#overrides;
		this.#overrides = prefer === '' ? others : { ...others, [scope]: prefer };
	};

	/** Moves the clock to an instant in milliseconds since 1970; one before its start is the start. */
	setClock = (instant: number) =>
		this.setPreference('every', 'clock', instant > CLOCK_START ? torontoTime(instant) : '');

	/** Undoes every override but the clock. */
	clearFaults = () => {
		const { clock } = this.everyPreference.values;
		this.#overrides = clock ? { every: this.#options.prefer.write({ clock }) } : {};
	};

	/** Puts all overrides in the place of those that are set. */
	setOverrides = (overrides: Preferences) => {
		this.#overrides = overrides;
	};

	/**
	 * The Prefer header of a request; empty for none. What the request itself prefers comes first, and
	 * is all that a server of others gets.
	 */
	preferOf(method: MethodName, { dialect }: Endpoint, own: string | undefined): string {
		return dialect ? this.#options.prefer.combine(own, method, this.#overrides) : (own ?? '');
	}

	/** Forgets every submitted report; false if it was not done. */
	reset = async () => (await this.ask('DELETE', 'submissions'))?.status === 204;

	/** Asks the controls, at the instant that the clock was moved to; null if they cannot be reached. */
	ask = async (
		method: 'GET' | 'PATCH' | 'DELETE',
		path: string,
		body: string | null = null
	): Promise<RawAnswer | null> => {
		const base = this.#options.url();
		if (!base) return null;
		const { clock } = this.everyPreference.values;
		const headers = clock ? { Prefer: `clock=${clock}` } : {};
		return this.#options.ask({ method, url: `${base}${path}`, headers, body }).catch(() => null);
	};
}
