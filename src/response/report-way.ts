// What the stages of a report say below and beside them.
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { ReportStep, ReportStepName, ReportSteps } from '../explorer/report-steps';
import type { ServiceRequest } from '../georeport/types';

/** The names of the stages. */
export const STAGES: Readonly<Record<ReportStepName, string>> = {
	reported: 'Reported',
	token: 'Token',
	id: 'Id',
	status: 'Status',
	closed: 'Closed'
};

/** What stands below a stage that is still to come. */
const LATER: Readonly<Record<ReportStepName, string>> = {
	reported: '',
	token: '',
	id: 'ask for it',
	status: 'look it up',
	closed: 'later'
};

const recordOf = (view: ExchangeView | null): ServiceRequest | null =>
	view?.requests[0]?.serviceRequest ?? null;

/** Whether a record says that it was cancelled, as the mock-up does with a report made twice. */
const isCancelled = (record: ServiceRequest | null) => /^cancel/i.test(record?.status_notes ?? '');

/** What stands below the name of a stage; `time` is when the report was sent. */
export function stageInWords({ name, state, value, view }: ReportStep, time: string): string {
	if (state === 'later') return LATER[name];
	if (name === 'reported') return time;
	if (name === 'closed' && isCancelled(recordOf(view))) return 'as a duplicate';
	return value ?? '';
}

/**
 * Says in one sentence where a report stands by the answer that is shown. `who` is what answered, as
 * in “the mock-up”; `date` the day by its clock, null where it has none of its own.
 */
export function reportInWords(
	view: ExchangeView,
	{ steps }: ReportSteps,
	who: string,
	date: string | null
): string {
	const record = recordOf(view);
	const Who = who.replace(/^./, (letter) => letter.toUpperCase());
	switch (view.exchange.draft.method) {
		case 'submit':
			if (record?.token) {
				return `${Who} took the report and gave it a token. The id comes from a second call.`;
			}
			return steps.length === 1
				? `${Who} took the report. It gives neither a token nor an id, so it cannot be followed any further.`
				: `${Who} took the report and gave it its id at once.`;
		case 'token':
			return record?.service_request_id
				? 'The token has its id: the report is a service request now.'
				: 'The token has no id yet. It gets one as time passes.';
		default:
			if (record?.status?.toLowerCase() !== 'closed') {
				return date ? `Still open on ${date}.` : 'Still open.';
			}
			return isCancelled(record)
				? 'Cancelled as a duplicate: the same had been reported before.'
				: `Closed${date ? ` by ${date}` : ''}. That was the last step.`;
	}
}
