// Whether an exchange does what a step of a lesson asks, and if not, why.
import { formatOf } from '../../answer/format';
import { recordsOf } from '../../answer/records';
import type { Claim } from '../../cases/expectation';
import { isWanted, judgeClaim, type JudgedAnswer, type Offender } from '../../cases/judge';
import type { Endpoint } from '../../explorer/endpoint';
import type { DialectName } from '../../georeport/dialect';
import type { Exchange, HttpResponse } from '../../http/exchange';
import { statusOf } from '../../http/summary';
import type { StepCheck, LessonStep, StepValue } from '../lesson';
import { filled, referenceIn, type Known } from '../reference';
import { foundWords, missedWords } from './claim-words';
import { sentMiss } from './sent-words';
import { askedFor, shortened } from './value-words';

/** What a step is checked against besides the exchange itself. */
export interface Surroundings {
	/** What was asked. */
	endpoint: Pick<Endpoint, 'name' | 'dialect'>;
	/** The id of the service request chosen in the page; null for none. */
	selected: string | null;
	known: Known;
	/** The title of the step that learns a name. */
	learntIn(name: string): string | null;
}

/** How a step stands: done, or not yet and why. */
export interface StepResult {
	done: boolean;
	/** For the participant: “Not yet. 5 services came: the step asks for 6.” */
	words: string;
	/** The record that keeps the step from being done, where it is one. */
	offender: Offender | null;
}

/** The dialects of the mock-up in words. */
export const DIALECT_WORDS: Readonly<Record<DialectName, string>> = {
	toronto: 'the mock-up in Toronto’s dialect',
	standard: 'the mock-up in the standard dialect'
};

/** Why the answer's status or a header is not the one expected; null if they are. */
function headMiss(
	{ expect }: StepCheck,
	response: HttpResponse,
	answer: JudgedAnswer
): string | null {
	if (response.status !== expect.status) {
		const wanted = statusOf({ status: expect.status, statusText: '' });
		const { parsed } = answer;
		const description = parsed.kind === 'errors' ? parsed.errors[0]?.description : undefined;
		const said = description ? ` The answer says: “${shortened(description, 300)}”` : '';
		return `${statusOf(response)} came: the step asks for ${wanted}.${said}`;
	}
	for (const [name, wanted] of Object.entries(expect.headers)) {
		const value = headerOf(response, name);
		if (value === null) return `The answer has no header ${name}: the step asks for it.`;
		if (isWanted(value, wanted)) continue;
		const asked = askedFor(wanted) ?? 'another value';
		return `The header ${name} is ${shortened(value)}: the step asks for ${asked}.`;
	}
	return null;
}

const headerOf = ({ headers }: HttpResponse, wanted: string) =>
	headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? null;

function answerOf(response: HttpResponse, exchange: Exchange): JudgedAnswer {
	const { status, text, reading } = response;
	const format = formatOf(headerOf(response, 'Content-Type'), text) ?? exchange.draft.format;
	return { status, text, format, parsed: reading.parsed };
}

/** The check with what is known in place of `$token`, or the name that is not known yet. */
function filledCheck(check: StepCheck, known: Known): { check: StepCheck } | { missing: string } {
	const values: Record<string, StepValue> = {};
	for (const [name, value] of Object.entries(check.values)) {
		values[name] = typeof value === 'string' ? filled(value, known) : value;
	}
	const selected = check.selected === undefined ? undefined : filled(check.selected, known);
	const missing = [...Object.values(values), selected ?? null].map(referenceIn).find(Boolean);
	if (missing) return { missing };
	return { check: { ...check, values, ...(selected === undefined ? {} : { selected }) } };
}

/** How little a claim tells of what was reached. */
const rankOf = ({ claim }: Claim) => (claim === 'every' ? 0 : claim === 'some' ? 1 : 2);

/** What “Done” is followed by: what makes it plain that the step is done. */
function doneWords(check: StepCheck, response: HttpResponse, answer: JudgedAnswer): string {
	if (check.selected !== undefined) return `${check.selected} is chosen`;
	const headers = Object.keys(check.expect.headers).map(
		(name) => `${name} is ${shortened(headerOf(response, name) ?? '')}`
	);
	if (response.status >= 400 || headers.length > 0) {
		return [`${statusOf(response)} came`, ...headers].join(' and ');
	}
	const telling = check.expect.claims.toSorted((a, b) => rankOf(a) - rankOf(b));
	const found = telling.map((claim) => foundWords(claim, answer.parsed)).find(Boolean);
	return found ?? `${statusOf(response)} came`;
}

/**
 * Checks an exchange against a step. What is said is the first thing that is missing, in the order
 * in which somebody would put it right: the endpoint, the request, the answer, the choice.
 */
export function checkStep(step: LessonStep, exchange: Exchange, around: Surroundings): StepResult {
	const notYet = (words: string, offender: Offender | null = null): StepResult => ({
		done: false,
		words: `Not yet. ${words}`,
		offender
	});
	const { endpoint, selected, known } = around;
	if (step.dialect && endpoint.dialect !== step.dialect) {
		return notYet(`You asked ${endpoint.name}: the step asks for ${DIALECT_WORDS[step.dialect]}.`);
	}
	const made = filledCheck(step.check, known);
	if ('missing' in made) {
		const title = around.learntIn(made.missing);
		const where = title === null ? 'an earlier step' : `the step “${title}”`;
		return notYet(`This needs the ${made.missing} that ${where} gives. Do that first.`);
	}
	const { check } = made;
	const sent = sentMiss(check, exchange.draft);
	if (sent) return notYet(sent);
	if (exchange.outcome.kind === 'failure') {
		return notYet(`No answer came. ${exchange.outcome.message}`);
	}
	const { response } = exchange.outcome;
	const answer = answerOf(response, exchange);
	const head = headMiss(check, response, answer);
	if (head) return notYet(head);
	for (const claim of check.expect.claims) {
		const verdict = judgeClaim(claim, answer);
		if (verdict === null || verdict.passed) continue;
		return notYet(missedWords(claim, answer.parsed), verdict.offender ?? null);
	}
	if (check.selected !== undefined && selected !== check.selected) {
		const chosen = selected === null ? 'No request' : selected;
		return notYet(
			`${chosen} is chosen: the step asks for ${check.selected}. Choose it in the list or on the map.`
		);
	}
	return { done: true, words: `Done: ${doneWords(check, response, answer)}.`, offender: null };
}

/** What is known after an answer that meets a step: what the step learns from the first record. */
export function learnt({ learn }: LessonStep, { outcome }: Exchange, known: Known): Known {
	if (outcome.kind === 'failure') return known;
	const [first = {}] = recordsOf(outcome.response.reading.parsed);
	const texts = learn.flatMap((name) => {
		const value = first[name];
		return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
	});
	return { ...known, ...Object.fromEntries(texts) };
}
