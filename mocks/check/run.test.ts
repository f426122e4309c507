import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckRun, type RunListener } from './run';
import type { SceneId, CheckVerdict } from './scene';

const ROOT = 'http://localhost/check/a-run/open311test/ws/';
const LIST = `${ROOT}requests.xml?jurisdiction_id=toronto.ca`;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
	vi.useRealTimers();
});

function runOf(scene: SceneId) {
	const run = new CheckRun(() => Promise.reject(new Error('This run begins elsewhere.')));
	run.begin({ scene, dialect: 'toronto', format: 'xml', seconds: null });
	return run;
}

const said = (verdicts: readonly CheckVerdict[], check: string) =>
	verdicts.find((verdict) => verdict.check === check);

describe('a run', () => {
	it('fails a call that is never given up once the time of its scene is up', async () => {
		const run = runOf('silence');
		const arrived = new Promise<void>((resolve) => {
			const view: RunListener = (name) => {
				if (name === 'call') resolve();
			};
			run.watch(view);
		});
		void run.answer(new Request(LIST));
		await arrived;
		const verdictsNow = () => run.report().report.scenes[0]?.verdicts ?? [];
		expect(said(verdictsNow(), 'gives-up')?.message).toBe('Call 1 is still waiting.');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(said(verdictsNow(), 'gives-up')).toMatchObject({
			verdict: 'failed',
			message: 'The client waited for 60 s for call 1.'
		});
	});

	it('fails only at its end what a later call can mend', async () => {
		const run = runOf('list-year');
		const live: CheckVerdict[][] = [];
		const view: RunListener = (name, data) => {
			if (name === 'verdicts') live.push(data as CheckVerdict[]);
		};
		run.watch(view);
		await run.answer(new Request(`${LIST}&start_date=2011-10-01T00:00:00-04:00`));
		expect(said(live.at(-1) ?? [], 'splits-window')).toMatchObject({
			verdict: 'not reached',
			message: 'The scene goes on.'
		});
		expect(said(run.finish(null)?.verdicts ?? [], 'splits-window')?.verdict).toBe('failed');
	});
});
