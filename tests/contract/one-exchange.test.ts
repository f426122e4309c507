// An answer belongs to its request: what is sent by itself, what only makes a draft, and what the page
// then says of the answer that is still there.
import { beforeEach, describe, expect, it } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { CASES } from '../../mocks/cases/index';
import type { Endpoint } from '../../src/explorer/endpoint';
import { Explorer } from '../../src/explorer/explorer.svelte';
import type { HttpRequest } from '../../src/georeport/request';
import { send } from '../../src/http/exchange';
import { inPage, mockUpEndpoint } from './mock-up';

const caseOf = (id: string) => {
	const testCase = CASES.find((each) => each.id === id);
	if (!testCase) throw new Error(`No case ${id}.`);
	return testCase;
};

/** Another server that answers as the mock-up does. */
const elsewhere: Endpoint = {
	...mockUpEndpoint('standard'),
	id: 'elsewhere',
	name: 'Elsewhere',
	kind: 'added',
	dialect: null
};

let explorer: Explorer;
let sent: HttpRequest[];

/** Resolves once nothing is awaited any more. */
async function settled() {
	while (explorer.sending) await new Promise((resume) => setTimeout(resume, 1));
}

beforeEach(async () => {
	const host = inPage();
	sent = [];
	explorer = new Explorer({
		endpoints: [mockUpEndpoint('toronto'), mockUpEndpoint('standard'), elsewhere],
		cases: CASES,
		opening: caseOf('requests'),
		send: (draft, request, signal) => {
			sent.push(request);
			return send(draft, request, host, signal);
		},
		controls: () => null,
		prefer: PREFER
	});
	await explorer.resume();
	sent.length = 0;
});

describe('what is sent by itself', () => {
	it('is the GET of a chosen case or method at the mock-up', async () => {
		explorer.openCase(caseOf('requests-potholes'));
		await settled();
		explorer.chooseMethod('services');
		await settled();
		expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
		expect(explorer.view?.exchange.draft.method).toBe('services');
		expect(explorer.isStale).toBe(false);
		expect(explorer.step).toBe(2);
	});

	it('is no report: the page has no answer until it is sent', async () => {
		explorer.openCase(caseOf('report-full-csrowr-12'));
		await settled();
		expect(sent).toEqual([]);
		expect(explorer.view).toBeNull();
	});

	it('is nothing that misses an argument', () => {
		explorer.chooseMethod('token');
		expect(sent).toEqual([]);
		expect(explorer.view).toBeNull();
	});

	it('is nothing at another server', () => {
		explorer.chooseEndpoint(elsewhere);
		explorer.chooseMethod('services');
		explorer.openCase(caseOf('requests-potholes'));
		expect(sent).toEqual([]);
		expect(explorer.view).toBeNull();
	});

	it('is the request again when the clock moves or faults are turned off', async () => {
		await explorer.moveClock(Date.parse('2012-06-22T12:00:00-04:00'));
		expect(sent[0]?.headers.Prefer).toBe('clock=2012-06-22T12:00:00');
		expect(explorer.isStale).toBe(false);
		explorer.mockUp.setPreference('every', 'code', '503');
		expect(explorer.changes.map(({ name }) => name)).toEqual(['header Prefer']);
		await explorer.send();
		expect(explorer.view?.response?.status).toBe(503);
		await explorer.clearFaults();
		expect(explorer.view?.response?.status).toBe(200);
		expect(sent.at(-1)?.headers.Prefer).toBe('clock=2012-06-22T12:00:00');
	});
});

describe('what only makes a draft', () => {
	const name = () => explorer.changes.map((change) => change.name);

	it('is an edit, and undoing it', () => {
		explorer.setValue('status', 'closed');
		expect(explorer.changes).toEqual([{ name: 'status', was: null, now: 'closed' }]);
		expect(explorer.isStale).toBe(true);
		explorer.setValue('status', []);
		expect(explorer.isStale).toBe(false);
	});

	it('is another format, dialect or endpoint', () => {
		explorer.chooseFormat('json');
		expect(name()).toEqual(['format']);
		explorer.chooseFormat('xml');
		explorer.chooseEndpoint(mockUpEndpoint('standard'));
		expect(name()).toEqual(['endpoint']);
		explorer.chooseEndpoint(elsewhere);
		expect(name()).toEqual(['endpoint']);
		expect(sent).toEqual([]);
	});

	it('is a pasted request', () => {
		explorer.openDraft({ method: 'services', format: 'xml', values: {} });
		expect(name()).toEqual(['method']);
		expect(sent).toEqual([]);
	});
});

describe('a case', () => {
	it('is named while the draft is its request, and what has changed of it after', () => {
		expect(explorer.shownCase?.id).toBe('requests');
		expect(explorer.caseChanges).toEqual([]);
		explorer.chooseFormat('json');
		expect(explorer.caseChanges).toEqual([]);
		explorer.setValue('status', 'open');
		expect(explorer.caseChanges).toEqual([{ name: 'status', was: null, now: 'open' }]);
		explorer.restoreCase();
		expect(explorer.caseChanges).toEqual([]);
		expect(sent).toEqual([]);
	});

	it('is never named at another server', () => {
		explorer.chooseEndpoint(elsewhere);
		expect(explorer.shownCase).toBeNull();
	});

	it('is not judged where the clock was moved or faults are on', async () => {
		expect(explorer.view?.verdicts?.every(({ passed }) => passed)).toBe(true);
		await explorer.moveClock(Date.parse('2012-06-22T12:00:00-04:00'));
		expect([explorer.view?.verdicts, explorer.view?.notJudged]).toEqual([null, 'clock']);
		await explorer.moveClock(Date.parse('2012-06-15T12:00:00-04:00'));
		expect([explorer.view?.verdicts?.length, explorer.view?.notJudged]).toEqual([4, null]);
		explorer.mockUp.setPreference('requests', 'fault', 'html');
		await explorer.send();
		expect([explorer.view?.verdicts, explorer.view?.notJudged]).toEqual([null, 'faults']);
	});
});

describe('a draft', () => {
	it('comes back when its method is chosen again, whole in this visit', async () => {
		explorer.chooseMethod('submit');
		explorer.setValue('email', 'ana@example.org');
		explorer.setValue('description', 'Buraco na rua');
		explorer.chooseMethod('services');
		await settled();
		explorer.chooseMethod('submit');
		expect(explorer.draft.values).toEqual({
			jurisdiction_id: 'toronto.ca',
			description: 'Buraco na rua',
			email: 'ana@example.org'
		});
	});

	it('has its arguments in the order of the table, whatever the order they were filled in', () => {
		explorer.setValue('status', 'open');
		explorer.setValue('service_code', 'CSROWR-12');
		expect(explorer.httpRequest.url).toMatch(
			/\?jurisdiction_id=toronto\.ca&service_code=CSROWR-12&status=open$/
		);
	});
});

describe('the way of a report', () => {
	it('goes from answer to answer, and back to each', async () => {
		await explorer.follow({
			method: 'submit',
			format: 'xml',
			values: { jurisdiction_id: 'toronto.ca', service_code: 'CSROWR-12' }
		});
		expect([sent.length, explorer.view]).toEqual([0, null]);
		explorer.openCase(caseOf('report-full-csrowr-12'));
		await explorer.send();
		const taken = explorer.view;
		expect(explorer.reportSteps?.steps.map(({ state }) => state)).toEqual([
			...['done', 'now', 'later', 'later', 'later']
		]);
		expect(explorer.mapContent.kind).toBe('report');
		const token = explorer.reportSteps?.steps[1]?.value ?? '';
		await explorer.follow({
			method: 'token',
			format: 'xml',
			values: { token, jurisdiction_id: 'toronto.ca' }
		});
		expect(explorer.reportSteps?.steps[2]?.state).toBe('now');
		expect(explorer.mapContent).toMatchObject({ kind: 'earlier' });
		if (taken) explorer.showAgain(taken);
		expect(explorer.view).toBe(taken);
		expect(explorer.isStale).toBe(false);
		expect(explorer.draft.method).toBe('submit');
	});
});

describe('an answer that is awaited', () => {
	it('leaves the one before it nothing to say of the request, and its looks for a moment', async () => {
		const awaited = explorer.moveClock(Date.parse('2012-06-22T12:00:00-04:00'));
		expect([explorer.isStale, explorer.looksStale]).toEqual([true, false]);
		await awaited;
		expect([explorer.isStale, explorer.looksStale]).toEqual([false, false]);
		explorer.setValue('status', 'closed');
		expect([explorer.isStale, explorer.looksStale]).toEqual([true, true]);
	});

	it('does not come back after another choice', async () => {
		const slow = explorer.moveClock(Date.parse('2012-06-22T12:00:00-04:00'));
		explorer.chooseMethod('token');
		expect(await slow).toBeNull();
		expect(explorer.view).toBeNull();
		expect(explorer.sending).toBe(false);
	});
});
