// The checks of the scenes in which a client reports something: what arrived, and what was stored.
import { quote } from '../api/answers';
import { decimal, type Arguments } from '../api/arguments';
import { SERVICES } from '../data/services';
import { valuesIn } from './answer-text';
import { hasPrivateInUrl } from './checks-of-calls';
import { callsOf, got, isRefused, strayCall, type Evidence, type SeenCall } from './evidence';
import { failed, notReached, passed, type Finder } from './finding';
import { differingParts, sameBreaks } from './result';
import type { SceneTask } from './scene';

/** A report that a client sent, with its form. */
export interface SentReport extends SeenCall {
	form: Arguments;
}

type ReportTask = Extract<SceneTask, { do: 'report' }>;

/** Returns the task of a scene that asks for a report; null for another. */
export const reportTask = ({ scene: { task } }: Evidence): ReportTask | null =>
	task.do === 'report' ? task : null;

/** Returns the reports whose form could be read, in order. */
export const reportsOf = (evidence: Evidence) =>
	callsOf(evidence, 'submit').filter((call): call is SentReport => call.form !== null);

/** The code of the service that a report is about; empty for a name that no service has. */
export const codeOf = (task: ReportTask) =>
	SERVICES.find(({ service_name }) => service_name === task.service_name)?.service_code ?? '';

/** What a check says that has no report to look at. */
export const NO_REPORT = 'No report came that could be read.';

/** Whether a report was stored, even if its answer was lost. */
export const isStored = ({ answer }: SeenCall) => answer?.status === 200;

/** The text that was stored is the text of the task. */
export const textIntact: Finder = (evidence) => {
	const wanted = sameBreaks(reportTask(evidence)?.description ?? '');
	const stored = reportsOf(evidence).filter(isStored);
	const judged = stored.filter(
		(call) => call.form.one('description') !== null || !hasPrivateInUrl(call, evidence)
	);
	if (judged.length === 0) return notReached('No report was stored.', ...stored);
	const textIn = ({ form }: SentReport) => sameBreaks(form.one('description') ?? '');
	const [wrong] = judged.filter((call) => textIn(call) !== wanted);
	if (!wrong) return passed('The description was stored as it was given.', ...judged);
	const text = textIn(wrong);
	const [has, given] = differingParts(text, wanted);
	return failed(
		text === ''
			? `The report of call ${wrong.number} was stored without a description.`
			: `The description of call ${wrong.number} was stored as ${quote(has)}, not as ${quote(given)}.`,
		'Encode the form as UTF-8, percent-encode each value once, and escape nothing else.',
		wrong
	);
};

/** How far a coordinate may be off, in degrees; the rest is for rounding. */
const NEAR = 0.0001 + 1e-9;

function placeTrouble(form: Arguments, task: ReportTask): string | null {
	if ('address_string' in task) {
		// The mock-up also takes `address`, as a client of Toronto's was seen to send.
		const sent = [...form.all('address_string'), ...form.all('address')];
		if (sent.some((text) => sameBreaks(text) === task.address_string)) return null;
		const [first] = sent;
		return first === undefined ? 'no address_string' : `the address ${quote(first)}`;
	}
	for (const name of ['lat', 'long'] as const) {
		const sent = form.one(name);
		if (sent === null) return `no ${name}`;
		if (!(Math.abs(decimal(sent) - task[name]) <= NEAR)) return `${name} ${quote(sent)}`;
	}
	return null;
}

/** The place of each report is whole, and the one of the task. */
export const locationComplete: Finder = (evidence) => {
	const task = reportTask(evidence);
	const reports = reportsOf(evidence);
	if (!task || reports.length === 0) return notReached(NO_REPORT);
	const [wrong] = reports.filter(({ form }) => placeTrouble(form, task) !== null);
	if (!wrong) return passed('The place arrived as it was given.', ...reports);
	const given =
		'address_string' in task
			? `address_string ${quote(task.address_string)}`
			: `lat ${task.lat} and long ${task.long}`;
	return failed(
		`The report of call ${wrong.number} has ${placeTrouble(wrong.form, task) ?? ''}; the task gives ${given}.`,
		'Send lat and long together, in degrees with a decimal point, or the address as it is written.',
		wrong
	);
};

/** The code of each report was listed before. */
export const serviceFromList: Finder = (evidence) => {
	const reports = reportsOf(evidence);
	if (reports.length === 0) return notReached(NO_REPORT);
	const lists = callsOf(evidence, 'services');
	for (const report of reports) {
		const before = lists.filter(({ number }) => number < report.number);
		const listed = before.filter((call) => got(call, 200));
		const code = report.form.one('service_code');
		if (code === null) {
			return failed(
				`The report of call ${report.number} has no service_code.`,
				'Send the service_code that GET services lists beside the name.',
				report
			);
		}
		if (listed.some(({ answer }) => valuesIn(answer, 'service_code').includes(code))) continue;
		if (listed.length === 0 && before.some(isRefused)) {
			return notReached('GET services was refused.', ...before);
		}
		const stray = listed.length === 0 ? strayCall(evidence, 'services') : undefined;
		if (stray) return notReached(`Call ${stray.number} for the list is no method.`, stray);
		return failed(
			listed.length === 0
				? `Call ${report.number} sent service_code ${quote(code)} before any service list was read.`
				: `Call ${report.number} sent service_code ${quote(code)}, which GET services does not list.`,
			'Read GET services first, and send the service_code that it lists beside the name.',
			report
		);
	}
	return passed('The service code is one of the list that was read before.', ...reports);
};

/** No definition is asked for where there is none. */
export const noNeedlessDefinition: Finder = (evidence) => {
	const task = reportTask(evidence);
	const code = task ? codeOf(task) : '';
	const asked = callsOf(evidence, 'definition').filter(({ id }) => id === code);
	const [first] = asked;
	if (first) {
		return failed(
			`Call ${first.number} asked for the definition of ${code}, which the list says it has not.`,
			'Ask for a definition only where metadata is true in the service list.',
			...asked
		);
	}
	if (callsOf(evidence, 'submit').length === 0) return notReached('No report came.');
	return passed(`No call asked for the definition of ${code}, which has none.`);
};

/** The reporter's name and e-mail address are in each report. */
export const privateInBody: Finder = (evidence) => {
	const task = reportTask(evidence);
	const reports = reportsOf(evidence);
	if (!task || reports.length === 0) return notReached(NO_REPORT);
	const named = (['email', 'first_name', 'last_name'] as const).filter((name) => task[name]);
	for (const report of reports) {
		const missing = named.filter((name) => !report.form.all(name).includes(task[name] ?? ''));
		const [name] = missing;
		if (name === undefined) continue;
		if (evidence.calls.some((call) => hasPrivateInUrl(call, evidence))) {
			return notReached('What the reporter said is in a URL.', report);
		}
		const sent = report.form.one(name);
		return failed(
			`The report of call ${report.number} has ${sent === null ? `no ${name}` : `${name} ${quote(sent)}`}; the task gives ${quote(task[name] ?? '')}.`,
			'Send first_name, last_name and email in the form, each value percent-encoded as UTF-8.',
			report
		);
	}
	return passed(`${named.join(', ')} arrived in the form.`, ...reports);
};

/** The photo is sent as the address where it is. */
export const photoAsUrl: Finder = (evidence) => {
	const task = reportTask(evidence);
	const reports = reportsOf(evidence);
	if (!task || reports.length === 0) return notReached(NO_REPORT);
	const advice =
		'Put the photo online and send its URL in media_url, percent-encoded; send no file.';
	for (const report of reports) {
		const [file] = report.form.files;
		if (file !== undefined) {
			return failed(
				`The report of call ${report.number} has a file, ${quote(file)}.`,
				advice,
				report
			);
		}
		const sent = report.form.one('media_url');
		if (sent === task.media_url) continue;
		return failed(
			`The report of call ${report.number} has ${sent === null ? 'no media_url' : `media_url ${quote(sent)}`}; the task gives ${quote(task.media_url ?? '')}.`,
			advice,
			report
		);
	}
	return passed('media_url arrived as it was given.', ...reports);
};
