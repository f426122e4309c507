import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** One way to install a browser: the command as a person would type it, and how to run it. */
interface Installer {
	command: string;
	/** Runs the command; gives null if it worked, otherwise what it complained of. */
	run: () => Promise<string | null>;
}

/** All that the search for a browser asks of the machine, so that a test can stand in for it. */
export interface Machine {
	/** The value of CHROMIUM_PATH, if somebody set it. */
	chosen: string | undefined;
	/** The browsers that seem to be there, best first; asked again after each installation. */
	candidates: () => readonly string[];
	/** Whether the program at this path starts. */
	runs: (path: string) => Promise<boolean>;
	/** None where nothing may be installed. */
	installers: readonly Installer[];
	log: (line: string) => void;
}

/** A flag of Chromium: the map is then drawn as SVG, which costs less where there is no graphics card. */
export const WITHOUT_WEBGL = '--disable-3d-apis';

/** Does what can be done without asking anyone; offered where that has not been tried. */
export const INSTALL = 'npm run browsers';

/** The commands that the last error offers to somebody who has no browser that runs. */
export const REMEDIES = [
	'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium',
	'npx playwright install --with-deps chromium',
	'CHROMIUM_PATH=/path/to/chrome npm test'
] as const;

/** The first browser that runs: the chosen one, one that is there, or one that can be installed. */
export async function searchChromium(machine: Machine): Promise<string> {
	if (machine.chosen) {
		const path = resolve(machine.chosen);
		if (await machine.runs(path)) return path;
		throw new Error(`CHROMIUM_PATH names ${path}, but that does not run with --version.`);
	}

	const tried = new Set<string>();
	const firstThatRuns = async () => {
		for (const path of machine.candidates()) {
			if (await machine.runs(path)) return path;
			tried.add(`${path}: is there, but does not run with --version`);
		}
		return null;
	};

	let found = await firstThatRuns();
	for (const { command, run } of machine.installers) {
		if (found) break;
		machine.log(`No Chromium that runs; installing one: ${command}`);
		const complaint = await run();
		if (complaint !== null) tried.add(`${command}: ${complaint}`);
		found = await firstThatRuns();
	}
	if (found) return found;

	throw new Error(
		[
			'The browser tests need Chromium, Chrome or Edge, and none was found that runs. Tried:',
			'  - CHROMIUM_PATH: not set',
			"  - Playwright's own download and the system's Chrome, Chromium and Edge: none that runs",
			...[...tried].map((line) => `  - ${line}`),
			'Do one of these:',
			...(machine.installers.length === 0 ? [INSTALL, ...REMEDIES] : REMEDIES).map(
				(command) => `  ${command}`
			)
		].join('\n')
	);
}

/**
 * The path of a Chromium that runs on this machine. Where there is none it is installed, if the
 * caller allows; otherwise, or if that fails too, it throws what was tried and what to do.
 */
export async function findChromium({ install }: { install: boolean }): Promise<string> {
	// Loaded late: this module's import beside Vitest's `expect` would clash.
	const { chromium } = await import('@playwright/test');
	const downloaded = playwrightDownloads(chromium.executablePath());
	return searchChromium({
		chosen: process.env.CHROMIUM_PATH,
		candidates: () => [...downloaded, ...systemBrowsers()].filter((path) => existsSync(path)),
		runs,
		installers: install ? installers() : [],
		log: (line) => console.log(line)
	});
}

/** Playwright's Chromium and the headless shell beside it, whether they were downloaded or not. */
export function playwrightDownloads(chromiumPath: string): string[] {
	const shellPath = chromiumPath
		.replace(
			/([\\/])chromium-(\d+[\\/])chrome-/,
			'$1chromium_headless_shell-$2chrome-headless-shell-'
		)
		.replace(/([\\/])(?:chrome(\.exe)?|[^\\/]+\.app[\\/].+)$/, '$1chrome-headless-shell$2');
	return [chromiumPath, shellPath];
}

function systemBrowsers(): string[] {
	const { env } = process;
	switch (process.platform) {
		case 'win32':
			return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
				.filter((folder) => folder !== undefined)
				.flatMap((folder) => [
					join(folder, 'Google/Chrome/Application/chrome.exe'),
					join(folder, 'Chromium/Application/chrome.exe'),
					join(folder, 'Microsoft/Edge/Application/msedge.exe')
				]);
		case 'darwin':
			return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
				['/', homedir()].map((home) =>
					join(home, `Applications/${name}.app/Contents/MacOS/${name}`)
				)
			);
		default: {
			const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
			const names = [
				'chromium',
				'google-chrome-stable',
				'google-chrome',
				'microsoft-edge-stable',
				'microsoft-edge',
				'chromium-browser'
			];
			return [
				...names.flatMap((name) => folders.map((folder) => resolve(folder, name))),
				'/opt/google/chrome/chrome',
				'/opt/microsoft/msedge/msedge',
				'/snap/bin/chromium'
			];
		}
	}
}

/**
 * Being there is not enough: Ubuntu's chromium-browser only says that a snap is missing. Windows
 * has no such stubs, and there `chrome.exe --version` opens a window, so being there must do.
 */
async function runs(path: string): Promise<boolean> {
	if (process.platform === 'win32') return existsSync(path);
	return (await complaintOf(path, ['--version'], 20_000)) === null;
}

/** Whether Debian's packages can be installed without asking anyone. */
export const isRootOnDebian = () =>
	process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function installers(): Installer[] {
	const debian = isRootOnDebian();
	const aptSteps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']];
	const apt: Installer = {
		command: aptSteps.map((args) => `apt-get ${args.join(' ')}`).join(' && '),
		run: async () => {
			for (const args of aptSteps) {
				const complaint = await complaintOf('apt-get', args);
				if (complaint !== null) return complaint;
			}
			return null;
		}
	};

	const playwrightArgs = ['install', ...(debian ? ['--with-deps'] : []), 'chromium'];
	const playwrightCli = join(
		dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
		'cli.js'
	);
	const playwright: Installer = {
		command: `npx playwright ${playwrightArgs.join(' ')}`,
		run: () => complaintOf(process.execPath, [playwrightCli, ...playwrightArgs])
	};
	return debian ? [apt, playwright] : [playwright];
}

/** Runs a program in silence; gives null if it worked, otherwise the last thing it said. */
export function complaintOf(program: string, args: string[], timeout = 0): Promise<string | null> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { env, timeout, maxBuffer: 64 * 1024 * 1024 };
	return new Promise((done) => {
		execFile(program, args, options, (error, _stdout, stderr) => {
			done(error ? stderr.trim().split('\n').at(-1) || error.message : null);
		});
	});
}
