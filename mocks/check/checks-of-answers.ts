// The checks of the answers to the questions of a service definition.
import type { Attribute } from '../../src/georeport/types';
import { clip, quote } from '../api/answers';
import { definitionOf } from '../data/definitions';
import { codeOf, NO_REPORT, reportsOf, reportTask, type SentReport } from './checks-of-reports';
import { callsOf, got, isRefused, strayCall, type Evidence } from './evidence';
import { failed, notReached, passed, type Finder } from './finding';

/** A question of the definition, and the texts that the task answers it with. */
interface Asked {
	question: Attribute;
	texts: readonly string[];
	isSeveral: boolean;
}

function questionsOf(evidence: Evidence): Asked[] {
	const task = reportTask(evidence);
	if (!task) return [];
	return definitionOf(codeOf(task))
		.attributes.filter(({ variable }) => variable)
		.map((question) => {
			const answer = task.answers?.[question.description];
			return {
				question,
				texts: answer === undefined ? [] : [answer].flat(),
				isSeveral: Array.isArray(answer)
			};
		});
}

/** Returns what a report sent for a question, under its code or, wrongly, under its words. */
function sentFor({ form }: SentReport, { code, description }: Attribute) {
	const answers = form.attributes();
	const underCode = answers.get(code);
	return {
		values: underCode ?? answers.get(description) ?? [],
		isUnderCode: underCode !== undefined
	};
}

const keyOf = ({ values }: Attribute, text: string) =>
	values.find(({ name }) => name === text)?.key ?? null;

/** The definition was read before the first report. */
export const definitionFirst: Finder = (evidence) => {
	const task = reportTask(evidence);
	const [report] = callsOf(evidence, 'submit');
	if (!task || !report) return notReached('No report came.');
	const code = codeOf(task);
	const before = callsOf(evidence, 'definition').filter(
		(call) => call.id === code && call.number < report.number
	);
	const [read] = before.filter((call) => got(call, 200));
	if (read) return passed(`Call ${read.number} read the definition of ${code}.`, read, report);
	if (before.some(isRefused)) return notReached('The definition was refused.', ...before);
	const stray = strayCall(evidence, code);
	if (stray) return notReached(`Call ${stray.number} for the definition is no method.`, stray);
	return failed(
		`Call ${report.number} sent the first report before the definition of ${code} was read.`,
		`Where metadata is true, read GET services/${code} and answer its questions.`,
		report
	);
};

/**
 * Returns the reports whose answers can be judged: not those without any of a client that did not
 * read the definition, for it knows of no question.
 */
function answeredReports(evidence: Evidence): SentReport[] {
	const isUnread = definitionFirst(evidence).verdict === 'failed';
	return reportsOf(evidence).filter(({ form }) => !isUnread || form.attributes().size > 0);
}

const NO_ANSWER = 'No report came from a client that knows the questions.';

/** Every required question is answered. */
export const requiredAnswered: Finder = (evidence) => {
	const reports = answeredReports(evidence);
	if (reports.length === 0) return notReached(NO_ANSWER);
	const required = questionsOf(evidence).filter(({ question }) => question.required);
	for (const report of reports) {
		const missing = required.filter(
			({ question }) => sentFor(report, question).values.length === 0
		);
		if (missing.length === 0) continue;
		const names = missing.map(({ question: { code } }) => `attribute[${code}]`);
		return failed(
			`The report of call ${report.number} has no ${names.join(' and no ')}, which ${names.length > 1 ? 'are' : 'is'} required.`,
			'Send attribute[CODE] for each question of the definition whose required is true.',
			report
		);
	}
	return passed('Every required question was answered.', ...reports);
};

/** Returns the value of an answer that is not the key of the task's; null if all are. */
function wrongKey({ question, texts, isSeveral }: Asked, values: readonly string[]): string | null {
	const names = question.values.map(({ name }) => name);
	const wrong = isSeveral
		? // How several are joined, and which are missing, is the matter of another check.
			values.find((value) => names.includes(value))
		: values.find((value) => !texts.some((text) => keyOf(question, text) === value));
	return wrong ?? null;
}

/** The answers from lists are keys, under the codes of their questions. */
export const keysNotNames: Finder = (evidence) => {
	const reports = reportsOf(evidence);
	if (reports.length === 0) return notReached(NO_REPORT);
	let judged = 0;
	for (const report of reports) {
		for (const asked of questionsOf(evidence)) {
			const { question } = asked;
			const { values, isUnderCode } = sentFor(report, question);
			if (values.length === 0) continue;
			if (!isUnderCode) {
				return failed(
					`Call ${report.number} sent attribute[${clip(question.description)}]; the code of the question is ${question.code}.`,
					`Send attribute[${question.code}]: the code of the question, not its text.`,
					report
				);
			}
			if (question.values.length === 0 || asked.texts.length === 0) continue;
			judged++;
			const wrong = wrongKey(asked, values);
			if (wrong === null) continue;
			const keys = asked.texts.map((text) => keyOf(question, text) ?? text);
			return failed(
				`Call ${report.number} sent attribute[${question.code}]=${quote(wrong)}; the key of ${quote(asked.texts.join(', '))} is ${keys.join(', ')}.`,
				'Send the key of the value that the definition lists, not its name.',
				report
			);
		}
	}
	if (judged === 0) return notReached('No question with a list was answered.', ...reports);
	return passed('Every answer from a list is a key.', ...reports);
};

/** Several answers to a question are all sent, as values of their own. */
export const severalValues: Finder = (evidence) => {
	const reports = answeredReports(evidence);
	const several = questionsOf(evidence).filter(({ isSeveral }) => isSeveral);
	if (reports.length === 0 || several.length === 0) return notReached(NO_ANSWER);
	for (const report of reports) {
		for (const { question, texts } of several) {
			const { values } = sentFor(report, question);
			const keys = texts.map((text) => keyOf(question, text) ?? text).sort();
			const sent = values.map((value) => keyOf(question, value) ?? value).sort();
			if (sent.join('\n') === keys.join('\n')) continue;
			const { code } = question;
			return failed(
				values.length === 0
					? `The report of call ${report.number} has no attribute[${code}]; the task gives ${keys.join(' and ')}.`
					: `Call ${report.number} sent ${values.map(quote).join(' and ')} as attribute[${code}]; the task gives ${keys.join(' and ')}.`,
				`Repeat attribute[${code}][] once for each value.`,
				report
			);
		}
	}
	return passed('Every one of several values arrived.', ...reports);
};
