// Whether an exchange does what a step of a lesson asks.
import type { Exchange } from '../http/exchange';
import { describeWanted } from '../cases/claim-text';
import type { Wanted } from '../cases/expectation';
import { interpolate, type Captured } from '../cases/interpolate';
import { isWanted, judge, type Verdict } from '../cases/judge';
import { methodOf } from '../georeport/methods';
import { recordsOf } from '../answer/records';
import { judgedAnswerOf } from '../explorer/exchange-view.svelte';
import { valuesOf } from '../georeport/request';
import type { Check } from './lesson';

const interpolateWanted = (wanted: Wanted, captured: Captured): Wanted =>
	typeof wanted === 'string' ? interpolate(wanted, captured) : wanted;

/**
 * What a check finds in an exchange, a line for each thing: the step is done when all of them hold.
 * `selected` is the id of the service request chosen in the page.
 */
export function checked(
	check: Check,
	{ draft, outcome }: Exchange,
	selected: string | null,
	captured: Captured
): Verdict[] {
	const { method, format, values = {}, expect } = check;
	const lines: Verdict[] = [];
	if (method) {
		lines.push({ passed: draft.method === method, line: `${methodOf(method).title} was asked` });
	}
	if (format) lines.push({ passed: draft.format === format, line: `in ${format.toUpperCase()}` });
	for (const [name, value] of Object.entries(values)) {
		const wanted = interpolateWanted(value, captured);
		const sent = valuesOf(draft.values, name);
		const passed = sent.some((text) => isWanted(text, wanted));
		lines.push({ passed, line: `with ${name} ${describeWanted(wanted)}` });
	}
	if (outcome.kind === 'failure') {
		return [...lines, { passed: false, line: 'An answer came' }];
	}
	lines.push(...judge(expect, judgedAnswerOf(outcome.response, draft)));
	if (check.selected !== undefined) {
		const id = interpolate(check.selected, captured);
		lines.push({ passed: selected === id, line: `The request ${id} is chosen` });
	}
	return lines;
}

/** Adds the token, id and code in the first record of an answer to what was captured before. */
export function capture({ outcome }: Exchange, captured: Captured): Captured {
	if (outcome.kind === 'failure') return captured;
	const [first = {}] = recordsOf(outcome.response.reading.parsed);
	const texts = Object.entries(first).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''
	);
	const names = ['token', 'service_request_id', 'service_code'];
	return { ...captured, ...Object.fromEntries(texts.filter(([name]) => names.includes(name))) };
}
