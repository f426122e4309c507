import type { DialectName } from '../georeport/dialect';
import type { Endpoint } from './endpoint';
import { recall, remember } from '../ui/local-storage';

/** The longest text that is taken back; what is longer was not written by this page. */
const LONGEST = 10_000;

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= LONGEST;

const isDialect = (value: unknown): value is DialectName =>
	value === 'toronto' || value === 'standard';

/** Whether a value is a base URL as an endpoint has it: http or https, no login, ending in a slash. */
function isBaseUrl(value: unknown): value is string {
	if (!isText(value) || !URL.canParse(value)) return false;
	const { href, origin, pathname } = new URL(value);
	return /^https?:/.test(href) && href === value && href === origin + pathname && /\/$/.test(href);
}

/** A kept value as an endpoint, or null if any field is not what this page would have written. */
function toEndpoint(value: unknown): Endpoint | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id, name, kind, dialect, rules, url, discoveryUrl, jurisdiction, apiKey } =
		value as Partial<Record<keyof Endpoint, unknown>>;
	if (!isBaseUrl(url) || !isBaseUrl(discoveryUrl)) return null;
	if (!isText(name) || name.trim() === '' || !isText(jurisdiction) || !isText(apiKey)) return null;
	if (rules !== undefined && !isDialect(rules)) return null;
	const marked = rules === undefined ? {} : { rules };
	const rest = { name, url, discoveryUrl, jurisdiction, apiKey, ...marked };
	// The id of an added endpoint is its base URL, so that its key stays with that very address.
	if (kind === 'added' && dialect === null && id === url) return { id, kind, dialect, ...rest };
	if (kind === 'local' && id === 'local' && isDialect(dialect))
		return { id, kind, dialect, ...rest };
	return null;
}

/**
 * The endpoints kept on this device by `rememberEndpoints`, each `id` once. What is broken or not
 * ours is left out; where nothing may be kept, there are none.
 */
export function recallEndpoints(): Endpoint[] {
	const kept = recall('endpoints', Array.isArray, []).flatMap((value) => toEndpoint(value) ?? []);
	return kept.filter(({ id }, at) => kept.findIndex((other) => other.id === id) === at);
}

/**
 * Keeps the added endpoints and the local mock-up with their keys, on this device only; the page's
 * own mock-up has nothing to keep. Does nothing where the browser keeps nothing.
 */
export function rememberEndpoints(endpoints: readonly Endpoint[]) {
	remember(
		'endpoints',
		endpoints.filter(({ kind }) => kind !== 'mock-up')
	);
}
