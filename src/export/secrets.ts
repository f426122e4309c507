// What a server may have repeated of a request's private part: an answer is exported too.
import type { Exchange } from '../http/exchange';
import { KEY, shareable } from '../georeport/privacy';

/** Shorter texts, and names, also stand in the midst of other words: to replace them tears holes. */
const SHORTEST = 6;
const REPLACED = [KEY, 'email', 'phone'];

const HIDDEN = '[left out]';

/** The texts that an export of this exchange must not hold, longest first, as typed and as encoded. */
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

/** A text with each of the secrets replaced by the words that something was left out. */
export const hide = (text: string, secrets: readonly string[]): string =>
	secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
