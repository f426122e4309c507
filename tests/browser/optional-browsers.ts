import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { complaintOf, isRootOnDebian, playwrightDownloads, runs } from './chromium.ts';

/** A browser that is used if available: its path, or why there is none. */
export type OptionalBrowser = { path: string } | { missing: string };

/** What to look for, and its names in Debian. */
interface Wanted {
	name: string;
	/** The environment variable with the program's path. */
	variable: string;
	programs: readonly string[];
	/** Paths to try besides those in PATH. */
	places?: readonly string[];
	/** Other programs that are required. */
	needs?: readonly string[];
	packages: readonly string[];
}

const FIREFOX: Wanted = {
	name: 'Firefox',
	variable: 'FIREFOX_PATH',
	programs: ['firefox-esr', 'firefox'],
	places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
	packages: ['firefox-esr']
};

const WEBKIT: Wanted = {
	name: 'WebKitGTK',
	variable: 'WEBKIT_DRIVER_PATH',
	programs: ['WebKitWebDriver'],
	needs: ['xvfb-run'],
	packages: ['webkit2gtk-driver', 'xvfb', 'xauth']
};

/** Debian's; Chromium is named too so that both have the same version. */
const SHELL: Wanted = {
	name: 'headless shell of Chromium',
	variable: 'CHROMIUM_SHELL_PATH',
	programs: ['chromium-headless-shell'],
	packages: ['chromium', 'chromium-headless-shell']
};

const inPath = (program: string) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, program))
		.find((path) => existsSync(path));

function look({ variable, programs, places = [], needs = [] }: Wanted): string | undefined {
	if (needs.some((program) => !inPath(program))) return undefined;
	const chosen = process.env[variable];
	const there = [...programs.map(inPath), ...places];
	return [chosen, ...there].find((path) => path !== undefined && existsSync(path));
}

async function find(wanted: Wanted, install: boolean): Promise<OptionalBrowser> {
	const there = look(wanted);
	if (there) return { path: there };
	const command = `apt-get install -y --no-install-recommends ${wanted.packages.join(' ')}`;
	const help = `set ${wanted.variable}, or on Debian: ${command}`;
	if (!install || !isRootOnDebian()) {
		return { missing: `${wanted.name} is not on this machine; ${help}` };
	}
	console.log(`No ${wanted.name}; installing it: ${command}`);
	const complaint =
		(await complaintOf('apt-get', ['update'])) ??
		(await complaintOf('apt-get', command.split(' ').slice(1)));
	const installed = look(wanted);
	if (installed) return { path: installed };
	return {
		missing: `${wanted.name} could not be installed (${complaint ?? 'nothing was said'}); ${help}`
	};
}

/** Whether a missing browser may be installed, which works for Debian's packages and as root. */
interface Leave {
	install: boolean;
}

/**
 * Finds Firefox on the system, or installs it from Debian's packages. Never rejects: a run goes on
 * without it.
 */
export const findFirefox = ({ install }: Leave) => find(FIREFOX, install);

/** Finds WebKitGTK's driver and a virtual display. Never rejects: a run goes on without it. */
export const findWebKit = ({ install }: Leave) => find(WEBKIT, install);

/**
 * Finds the headless shell that belongs to a Chromium, or installs Debian's: it draws no windows and needs
 * a fifth less processor time. There is none if CHROMIUM_PATH chooses the browser. Never rejects: without
 * it the tests drive the whole browser.
 */
export async function findShell(chromiumPath: string, leave: Leave): Promise<OptionalBrowser> {
	if (process.env.CHROMIUM_PATH) return { missing: 'CHROMIUM_PATH chooses the browser' };
	const found = await shellOf(chromiumPath, leave);
	if ('missing' in found || (await runs(found.path))) return found;
	return { missing: `${found.path} does not run with --version` };
}

async function shellOf(chromiumPath: string, { install }: Leave): Promise<OptionalBrowser> {
	const [, downloaded = chromiumPath] = playwrightDownloads(chromiumPath);
	if (downloaded !== chromiumPath && existsSync(downloaded)) return { path: downloaded };
	if (chromiumPath === '/usr/bin/chromium') return find(SHELL, install);
	return { missing: `none was installed with ${chromiumPath}` };
}
