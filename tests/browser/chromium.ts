import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** A way to install a browser: the command that people would type, and a function that runs it. */
interface Installer {
	command: string;
	/** Runs the command. Resolves to null if it worked, otherwise to its error. */
	run: () => Promise<string | null>;
}

/** What the search needs from the machine; tests use a stand-in. */
export interface Machine {
	/** The value of CHROMIUM_PATH; undefined if it is not set. */
	chosen: string | undefined;
	/** Paths of browsers that may exist, best first; called again after each installation. */
	candidates: () => readonly string[];
	/** Whether the program at this path starts. */
	runs: (path: string) => Promise<boolean>;
	/** Empty if nothing may be installed. */
	installers: readonly Installer[];
	log: (line: string) => void;
}

/** A flag of Chromium to draw the map as SVG, which is cheaper without a graphics card. */
export const WITHOUT_WEBGL = '--disable-3d-apis';

/** The command that installs without asking; offered if it has not been tried. */
export const INSTALL = 'npm run browsers';

/** The commands in the last error, for machines without a browser that runs. */
export const REMEDIES = [
	'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium',
	'npx playwright install --with-deps chromium',
	'CHROMIUM_PATH=/path/to/chrome npm test'
] as const;

/**
 * Resolves to the first browser that runs: the chosen one, an existing one, or a new installation.
 * Rejects with what was tried and what to do.
 */
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
 * Resolves to the path of a Chromium that runs on this machine. If there is none, it installs one
 * if permitted. Rejects with what was tried and what to do.
 */
export async function findChromium({ install }: { install: boolean }): Promise<string> {
	// Loaded late: a static import would clash with Vitest's `expect`.
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

/**
 * Returns the paths of Playwright's Chromium and of its headless shell, whether they exist or not.
 */
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
 * Whether the program starts. An existing file is not enough: Ubuntu's chromium-browser only says
 * that a snap is missing. Windows has no such stubs, and `chrome.exe --version` opens a window
 * there, so an existing file is enough.
 */
export async function runs(path: string): Promise<boolean> {
	if (process.platform === 'win32') return existsSync(path);
	return (await complaintOf(path, ['--version'], 20_000)) === null;
}

/** Whether Debian's packages can be installed without asking. */
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

/**
 * Runs a program silently. Resolves to null if it worked, otherwise to the last line it printed.
 */
export function complaintOf(program: string, args: string[], timeout = 0): Promise<string | null> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { env, timeout, maxBuffer: 64 * 1024 * 1024 };
	return new Promise((done) => {
		execFile(program, args, options, (error, _stdout, stderr) => {
			done(error ? stderr.trim().split('\n').at(-1) || error.message : null);
		});
	});
}
