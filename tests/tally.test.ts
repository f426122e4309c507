import { describe, expect, test } from 'vitest';
import {
	isGood,
	lastLine,
	oneFailed,
	onePassed,
	tallyPlaywright,
	tallyVitest,
	total
} from './tally.ts';

describe('tallyVitest', () => {
	test('counts tests that passed, failed, were skipped, and never ended', () => {
		const tally = tallyVitest({
			testResults: [
				{
					name: '/a.test.ts',
					status: 'failed',
					message: '',
					assertionResults: [
						{ fullName: ' parse reads', status: 'passed' },
						{ fullName: ' parse refuses', status: 'failed' },
						{ fullName: ' parse waits', status: 'pending' },
						{ fullName: ' parse later', status: 'skipped' },
						{ fullName: ' parse some day', status: 'todo' }
					]
				}
			]
		});
		expect(lastLine(tally)).toBe('1 passed, 2 failed, 2 skipped');
		expect(tally.failed).toEqual(['parse refuses', 'parse waits (pending)']);
		expect(tally.skipped).toEqual(['parse later (skipped)', 'parse some day (todo)']);
	});

	test('counts a file that does not load, or fails in a hook, as one failure', () => {
		const tally = tallyVitest({
			testResults: [
				{ name: '/a.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
				{
					name: '/b.test.ts',
					status: 'failed',
					message: 'hook',
					assertionResults: [{ fullName: 'b', status: 'skipped' }]
				}
			]
		});
		expect(lastLine(tally)).toBe('0 passed, 2 failed, 1 skipped');
		expect(tally.failed).toEqual(['/a.test.ts: cannot load', '/b.test.ts: hook']);
	});
});

describe('what failed', () => {
	test('is told with the first lines of its errors, without colours and empty lines', () => {
		const long = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
		const unit = tallyVitest({
			testResults: [
				{
					name: '/a.test.ts',
					status: 'failed',
					message: '',
					assertionResults: [{ fullName: 'a', status: 'failed', failureMessages: [long] }]
				}
			]
		});
		expect(unit.failed[0]?.split('\n')).toHaveLength(21);
		const browser = tallyPlaywright({
			errors: [],
			suites: [
				{
					title: 'b.spec.ts',
					specs: [
						{
							title: 'waits',
							tests: [
								{
									status: 'unexpected',
									annotations: [],
									results: [
										{
											errors: [
												{
													message:
														'\u001B[31mError\u001B[39m: steps that failed\n\n+ Back: no answer'
												}
											]
										}
									]
								}
							]
						}
					]
				}
			]
		});
		expect(browser.failed).toEqual([
			'b.spec.ts › waits (unexpected)\n    Error: steps that failed\n    + Back: no answer'
		]);
	});
});

describe('tallyPlaywright', () => {
	const spec = (title: string, status: string, annotations: { type: string }[] = []) => ({
		title,
		tests: [{ status, annotations }]
	});

	test('counts nested suites; flaky, timed-out and unknown outcomes are failures', () => {
		const tally = tallyPlaywright({
			errors: [],
			suites: [
				{
					title: 'a.spec.ts',
					specs: [spec('loads', 'expected'), spec('wobbles', 'flaky')],
					suites: [
						{
							title: 'map',
							specs: [spec('hangs', 'unexpected'), spec('stops', 'interrupted')]
						}
					]
				}
			]
		});
		expect(lastLine(tally)).toBe('1 passed, 3 failed');
		expect(tally.failed).toEqual([
			'a.spec.ts › wobbles (flaky)',
			'a.spec.ts › map › hangs (unexpected)',
			'a.spec.ts › map › stops (interrupted)'
		]);
	});

	test('reports the reason of a skip', () => {
		const tally = tallyPlaywright({
			errors: [],
			suites: [
				{
					title: 'a.spec.ts',
					specs: [
						{
							title: 'one',
							tests: [
								{ status: 'skipped', annotations: [{ type: 'skip', description: 'no WebGL' }] }
							]
						},
						spec('two', 'skipped', [{ type: 'fixme' }]),
						spec('three', 'skipped')
					]
				}
			]
		});
		expect(lastLine(tally)).toBe('0 passed, 0 failed, 3 skipped');
		expect(tally.skipped).toEqual([
			'a.spec.ts › one (no WebGL)',
			'a.spec.ts › two (no reason given)',
			'a.spec.ts › three (did not run)'
		]);
	});

	test('counts an error outside every test as a failure', () => {
		const tally = tallyPlaywright({ suites: [], errors: [{ message: 'no server' }, {}] });
		expect(lastLine(tally)).toBe('0 passed, 2 failed');
		expect(tally.failed).toEqual(['no server', 'unknown error']);
	});
});

test('total adds up, and a run is good only if something passed and nothing failed', () => {
	const tally = total([onePassed, oneFailed('lint'), onePassed]);
	expect(tally).toEqual({ passed: 2, failed: ['lint'], skipped: [] });
	expect(isGood(tally)).toBe(false);
	expect(isGood(onePassed)).toBe(true);
	expect(isGood(total([]))).toBe(false);
	expect(lastLine(total([]))).toBe('0 passed, 0 failed');
});
