// The address of a request as it is shown: told apart by what its parts are, and fitted to a width.
import { methodOf } from '../georeport/methods';
import { valuesOf, type Draft, type EndpointBase } from '../georeport/request';

/** A piece of an address that looks alike. */
export interface AddressPart {
	text: string;
	/** `name` is all of a query that is no value. */
	role: 'base' | 'path' | 'name' | 'value';
	/** Whether it is no longer what was sent. */
	changed: boolean;
}

/** An address and what it is made of. */
export interface ShownAddress {
	url: string;
	draft: Draft;
	endpoint: EndpointBase;
	/** The wire names of the arguments that are no longer what was sent; also `format`, `endpoint`. */
	changed: ReadonlySet<string>;
}

const part = (text: string, role: AddressPart['role'], changed = false): AddressPart[] =>
	text === '' ? [] : [{ text, role, changed }];

const lengthOf = (parts: readonly AddressPart[]) =>
	parts.reduce((length, { text }) => length + [...text].length, 0);

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

/** The base of an address, the whole one first, then shorter and shorter. */
function basesOf(url: string, { url: base, discoveryUrl }: EndpointBase): string[] {
	const found = [base, discoveryUrl]
		.filter((each) => each !== '' && url.startsWith(each))
		.toSorted((one, other) => other.length - one.length)[0];
	if (found === undefined) return [''];
	const { origin } = new URL(found);
	return [found, found.startsWith(origin) ? found.slice(origin.length) : found, '…/'];
}

/** The path after the base: an argument in it stands out, and gives its name while it has no value. */
function pathParts(path: string, { draft, changed }: ShownAddress): AddressPart[] {
	const extension = `.${draft.format}`;
	const stem = path.endsWith(extension) ? path.slice(0, -extension.length) : path;
	const end = part(path.slice(stem.length), 'path', changed.has('format'));
	const { path: template } = methodOf(draft.method);
	const [beginning = '', name] = template.split(/\{(\w+)\}/);
	if (draft.path !== undefined || !name || name === 'format' || !stem.startsWith(beginning)) {
		return [...part(stem, 'path', changed.has('path')), ...end];
	}
	const argument =
		valuesOf(draft.values, name).length > 0
			? part(stem.slice(beginning.length), 'value', changed.has(name))
			: part(`{${name}}`, 'name', changed.has(name));
	return [...part(beginning, 'path'), ...argument, ...end];
}

/** One `name=value` of a query, with the mark before it. */
function pairParts(mark: string, pair: string, changed: ReadonlySet<string>): AddressPart[] {
	const [name = '', value] = pair.split(/=(.*)/s);
	const isChanged = changed.has(decoded(name));
	return [
		...part(`${mark}${name}${value === undefined ? '' : '='}`, 'name', isChanged),
		...part(value ?? '', 'value', isChanged)
	];
}

/**
 * Returns an address in lines of at most so many characters: whole; without its origin; with `…/` for
 * its base; and last wrapped at `&`. No argument is ever cut: one that is longer than a line by itself
 * is left to wrap where it may.
 */
export function addressLines(address: ShownAddress, columns: number): AddressPart[][] {
	const { url, endpoint, changed } = address;
	const bases = basesOf(url, endpoint);
	const rest = url.slice(bases[0]?.length ?? 0);
	const [path = '', query] = rest.split(/\?(.*)/s);
	const pairs = (query === undefined ? [] : query.split('&')).map((pair, at) =>
		pairParts(at === 0 ? '?' : '&', pair, changed)
	);
	const isMoved = changed.has('endpoint');
	const units = (base: string) => [
		[...part(base, 'base', isMoved), ...pathParts(path, address)],
		...pairs
	];
	const whole = bases.map(units).find((each) => lengthOf(each.flat()) <= columns);
	if (whole) return [whole.flat()];
	return units(bases.at(-1) ?? '').reduce<AddressPart[][]>((lines, unit) => {
		const last = lines.at(-1);
		if (!last || lengthOf(last) + lengthOf(unit) > columns) return [...lines, unit];
		return [...lines.slice(0, -1), [...last, ...unit]];
	}, []);
}
