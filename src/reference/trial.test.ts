import { expect, test } from 'vitest';
import type { TestCase } from '../cases/expectation';
import { PREFER } from '../../mocks/api/preferences';
import { explorerWith, listedAt, springfield, toronto } from '../explorer/fixtures';
import type { Send } from '../explorer/sending';
import { Trial } from './trial.svelte';

const outcome = { expect: { status: 200, claims: [] }, then: [] };
const exampleOf = (id: string, draft: TestCase['draft']): TestCase => ({
	id,
	title: id,
	shows: '',
	group: 'list',
	draft,
	outcomes: { toronto: outcome, standard: outcome },
	provenance: 'invented',
	section: ''
});
const open = exampleOf('open', {
	method: 'requests',
	values: { jurisdiction_id: 'toronto.ca', service_code: 'CSROWR-12', status: 'open' }
});
const report = exampleOf('report', { method: 'submit', values: { description: 'A hole' } });

/** An explorer that keeps what it sent, and one example to try. */
function trying(example = open) {
	const sent: string[] = [];
	const send: Send = async (draft, { url }) => {
		sent.push(url);
		return { ...listedAt(0), draft };
	};
	const explorer = explorerWith({
		prefer: PREFER,
		send,
		endpoints: [toronto, springfield],
		cases: [open, report]
	});
	return { explorer, sent, trial: new Trial(explorer, [example, report]) };
}

test('an example is sent beside the page’s own request, which it leaves alone', async () => {
	const { explorer, sent, trial } = trying();
	const { draft, step } = explorer;
	expect(trial.fields).toEqual([
		{ name: 'service_code', value: 'CSROWR-12' },
		{ name: 'status', value: 'open' }
	]);
	await trial.send();
	expect(sent).toEqual([
		'https://a.example/open311test/ws/requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open'
	]);
	expect(trial.exchange?.outcome.kind).toBe('response');
	expect([explorer.draft, explorer.step, explorer.view, explorer.visit]).toEqual([
		draft,
		step,
		null,
		[]
	]);
});

test('a change leaves the answer stale until it is sent; another example begins without one', async () => {
	const { explorer, sent, trial } = trying();
	await trial.send();
	expect(trial.isStale).toBe(false);
	trial.setValue('status', 'closed');
	expect(trial.isStale).toBe(true);
	expect(trial.request.url).toMatch(/&status=closed$/);
	trial.setFormat('json');
	await trial.send();
	expect(trial.isStale).toBe(false);
	expect(sent[1]).toMatch(/requests\.json\?.*&status=closed$/);
	explorer.chooseEndpoint(springfield);
	expect(trial.isStale).toBe(true);
	trial.choose('report');
	expect([trial.exchange, trial.testCase.id, trial.draft.format]).toEqual([null, 'report', 'json']);
});

test('an answer that was given up is not shown', async () => {
	const { trial } = trying();
	const sent = trial.send();
	expect(trial.sending).toBe(true);
	trial.cancel();
	expect([await sent, trial.sending, trial.exchange]).toEqual([null, false, null]);
});

test('it becomes the request of the page: a search is sent there, a report waits', async () => {
	const search = trying();
	search.trial.open();
	expect(search.explorer.testCase?.id).toBe('open');
	expect(search.sent).toHaveLength(1);
	search.trial.setValue('status', 'closed');
	search.trial.open();
	expect(search.explorer.testCase).toBeNull();
	expect(search.explorer.draft.values.status).toBe('closed');

	const { explorer, sent, trial } = trying(report);
	trial.open();
	expect([explorer.draft.method, explorer.view, sent]).toEqual(['submit', null, []]);
});
