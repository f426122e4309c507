import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	INSTALL,
	playwrightDownloads,
	REMEDIES,
	searchChromium,
	type Machine
} from './chromium.ts';

const LINUX = resolve('/usr/bin/chromium');
const STUB = resolve('/usr/bin/chromium-browser');
const OWN = resolve('/opt/own/chrome');

/**
 * A machine on which only the `running` browsers start, with a record of what was done, in order.
 */
function machine(running: string[], overrides: Partial<Machine> = {}) {
	const record: string[] = [];
	const fake: Machine = {
		chosen: undefined,
		candidates: () => [],
		runs: async (path) => {
			record.push(`try ${path}`);
			return running.includes(path);
		},
		installers: [],
		log: (line) => record.push(line),
		...overrides
	};
	return { fake, record };
}

describe('searchChromium', () => {
	test('prefers CHROMIUM_PATH', async () => {
		const { fake, record } = machine([OWN, LINUX], { chosen: OWN, candidates: () => [LINUX] });
		expect(await searchChromium(fake)).toBe(OWN);
		expect(record).toEqual([`try ${OWN}`]);
	});

	test('fails if CHROMIUM_PATH does not run, even if another browser would', async () => {
		const { fake } = machine([LINUX], { chosen: OWN, candidates: () => [LINUX] });
		await expect(searchChromium(fake)).rejects.toThrow(
			`CHROMIUM_PATH names ${OWN}, but that does not run with --version.`
		);
	});

	test('takes the first candidate and tries no other', async () => {
		const { fake, record } = machine([LINUX, OWN], { candidates: () => [LINUX, OWN] });
		expect(await searchChromium(fake)).toBe(LINUX);
		expect(record).toEqual([`try ${LINUX}`]);
	});

	test('skips a candidate that does not run', async () => {
		const { fake, record } = machine([LINUX], { candidates: () => [STUB, LINUX] });
		expect(await searchChromium(fake)).toBe(LINUX);
		expect(record).toEqual([`try ${STUB}`, `try ${LINUX}`]);
	});

	test('installs one only if none runs, says so in one line, and looks again', async () => {
		const there = [STUB];
		const { fake, record } = machine([LINUX], {
			candidates: () => there,
			installers: [
				{ command: 'first', run: async () => 'no network' },
				{ command: 'second', run: async () => (there.push(LINUX), null) },
				{ command: 'third', run: async () => expect.fail('not needed any more') }
			]
		});
		expect(await searchChromium(fake)).toBe(LINUX);
		expect(record).toEqual([
			`try ${STUB}`,
			'No Chromium that runs; installing one: first',
			`try ${STUB}`,
			'No Chromium that runs; installing one: second',
			`try ${STUB}`,
			`try ${LINUX}`
		]);
	});

	test('fails with what was tried and what to do', async () => {
		const { fake } = machine([], {
			candidates: () => [STUB],
			installers: [{ command: 'apt-get something', run: async () => 'no network' }]
		});
		const error: unknown = await searchChromium(fake).catch((reason: unknown) => reason);
		const message = String(error);
		expect(message).toContain(`${STUB}: is there, but does not run`);
		expect(message).toContain('apt-get something: no network');
		expect(REMEDIES).toHaveLength(3);
		for (const command of REMEDIES) expect(message).toContain(command);
		expect(message).not.toContain(INSTALL);
	});

	test('fails with the command that installs, if it may not install', async () => {
		const { fake, record } = machine([], { candidates: () => [STUB] });
		await expect(searchChromium(fake)).rejects.toThrow(/Do one of these:\n {2}npm run browsers\n/);
		expect(record).toEqual([`try ${STUB}`]);
	});
});

describe('playwrightDownloads', () => {
	test.each([
		[
			'/root/.cache/ms-playwright/chromium-1248/chrome-linux64/chrome',
			'/root/.cache/ms-playwright/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell'
		],
		[
			'C:\\pw\\chromium-1248\\chrome-win64\\chrome.exe',
			'C:\\pw\\chromium_headless_shell-1248\\chrome-headless-shell-win64\\chrome-headless-shell.exe'
		],
		[
			'/pw/chromium-1248/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
			'/pw/chromium_headless_shell-1248/chrome-headless-shell-mac-arm64/chrome-headless-shell'
		]
	])('finds the headless shell for %s', (chromiumPath, shellPath) => {
		expect(playwrightDownloads(chromiumPath)).toEqual([chromiumPath, shellPath]);
	});
});
