// Whether an exchange does what a step of a lesson asks.
import type { Exchange } from '../http/exchange';
import {
	isWanted,
	judge,
	recordsOf,
	wantedWords,
	type Verdict,
	type Wanted
} from '../cases/expectation';
import { methodOf } from '../georeport/methods';
import { answerOf } from '../explorer/exchange-view.svelte';
import { valuesOf } from '../georeport/request';
import type { Check } from './lesson';

/** What earlier answers gave, by its wire name. */
export type Known = Readonly<Record<string, string>>;

/** A text with `$token` and the like filled in. */
export const interpolate = (text: string, known: Known): string =>
	text.replace(/^\$(\w+)$/, (whole, name: string) =>
		Object.hasOwn(known, name) ? (known[name] ?? whole) : whole
	);

const interpolateWanted = (wanted: Wanted, known: Known): Wanted =>
	typeof wanted === 'string' ? interpolate(wanted, known) : wanted;

/**
 * What a check finds in an exchange, a line for each thing: the step is done when all of them hold.
 * `selected` is the id of the service request chosen in the page.
 */
export function checked(
	check: Check,
	{ draft, outcome }: Exchange,
	selected: string | null,
	known: Known
): Verdict[] {
	const { method, format, values = {}, expect } = check;
	const lines: Verdict[] = [];
	if (method) {
		lines.push({ passed: draft.method === method, line: `${methodOf(method).title} was asked` });
	}
	if (format) lines.push({ passed: draft.format === format, line: `in ${format.toUpperCase()}` });
	for (const [name, value] of Object.entries(values)) {
		const wanted = interpolateWanted(value, known);
		const sent = valuesOf(draft.values, name);
		const passed = sent.some((text) => isWanted(text, wanted));
		lines.push({ passed, line: `with ${name} ${wantedWords(wanted)}` });
	}
	if (outcome.kind === 'failure') {
		return [...lines, { passed: false, line: 'An answer came' }];
	}
	lines.push(...judge(expect, answerOf(outcome.response, draft)));
	if (check.selected !== undefined) {
		const id = interpolate(check.selected, known);
		lines.push({ passed: selected === id, line: `The request ${id} is chosen` });
	}
	return lines;
}

/** What the first record of an answer adds to what is known: its texts that are not empty. */
export function captured({ outcome }: Exchange, known: Known): Known {
	if (outcome.kind === 'failure') return known;
	const [first = {}] = recordsOf(outcome.response.reading.parsed);
	const texts = Object.entries(first).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''
	);
	const names = ['token', 'service_request_id', 'service_code'];
	return { ...known, ...Object.fromEntries(texts.filter(([name]) => names.includes(name))) };
}
