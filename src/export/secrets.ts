// Finds private parts of a request that a server repeated in its answer, because answers are
// exported too.
import type { Exchange } from '../http/exchange';
import { KEY, shareable } from '../georeport/privacy';

/** Shorter texts are not replaced, nor are names: they also occur inside other words. */
const SHORTEST = 6;
const REPLACED = [KEY, 'email', 'phone'];

const HIDDEN = '[left out]';

/**
 * Returns the texts that an export of this exchange must not contain, longest first, both as typed
 * and as encoded.
 */
export function secretsOf({ draft, request }: Exchange, personal: boolean): string[] {
	const { leftOut } = shareable(draft, personal);
	const names = REPLACED.filter((name) => name === KEY || !personal);
	const [, query = ''] = request.url.split('?');
	const body = request.body ?? '';
	const sent = [new URLSearchParams(query), new URLSearchParams(body)];
	const inPart = (name: string) =>
		new RegExp(`name="${name}"\\r?\\n\\r?\\n([^\\r\\n]+)`).exec(body)?.[1];
	const values = names.flatMap((name) => [
		...[draft.values[name] ?? []].flat(),
		...sent.flatMap((pairs) => pairs.getAll(name)),
		inPart(name) ?? ''
	]);
	const inHeaders = Object.entries(request.headers)
		.filter(([name]) => leftOut.includes(name))
		.flatMap(([, value]) => [value, ...value.split(/\s+/)]);
	const all = [...values, ...inHeaders].filter(({ length }) => length >= SHORTEST);
	const spelled = all.flatMap((text) => [
		text,
		new URLSearchParams({ text }).toString().slice('text='.length)
	]);
	return [...new Set(spelled)].toSorted((a, b) => b.length - a.length);
}

/** Replaces each secret in a text with a note that something was left out. */
export const hide = (text: string, secrets: readonly string[]): string =>
	secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
