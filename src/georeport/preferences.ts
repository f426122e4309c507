// What a request can ask of the mock-up besides its answer, by a Prefer header (RFC 7240). These
// are types alone: `mocks/api/preferences.ts` reads and writes the header, and the page is handed
// that.
import type { MethodName } from './methods';

/** Prefer headers for every request, and for the requests of one method of the API. */
export type Preferences = Readonly<Partial<Record<MethodName | 'every', string>>>;

/** A way in which an answer goes wrong. */
export type Fault = 'drop' | 'truncate' | 'type' | 'html' | 'malformed';

/** A range of milliseconds to wait, or `never` for an answer that does not come. */
export type Delay = readonly [least: number, most: number] | 'never';

/** Where the mock-up's clock is set: so many milliseconds ahead, or to a date-time as written. */
export type ClockSetting = { ahead: number } | { at: string };

/** A Prefer header, parsed. */
export interface ParsedPreferences {
	/** The values by name as written, unknown names included; the first of a name counts. */
	values: Readonly<Record<string, string>>;
	/** The HTTP status of an error; null for none. */
	code: 400 | 403 | 404 | 500 | 503 | null;
	delay: Delay | null;
	fault: Fault | null;
	/** Whether a report needs an api_key, as in production. */
	keyRequired: boolean;
	/** Whether JSON is refused: the City called it not fully tested. */
	jsonOff: boolean;
	/** Milliseconds until a report that is sent now gets its id. */
	pending: number;
	/** Null where the clock is left alone. */
	clock: ClockSetting | null;
}

/** The functions that read and write Prefer headers. */
export interface PreferSyntax {
	/** Parses a header; null and undefined stand for none. Skips what it does not know. */
	parse(header: string | null | undefined): ParsedPreferences;
	/** Writes a header from values by name; leaves out empty values. */
	write(values: ParsedPreferences['values']): string;
	/**
	 * Joins a request's own header, those for its method and those for every request into one. Its
	 * own header comes first and so counts most.
	 */
	combine(
		own: string | null | undefined,
		method: MethodName | null,
		preferences: Preferences
	): string;
}
