import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { complaintOf, isRootOnDebian } from './chromium.ts';

/** A browser that is tested where it can be had: its program, or why there is none. */
export type OptionalBrowser = { path: string } | { missing: string };

/** What is looked for, and what Debian calls it. */
interface Wanted {
	name: string;
	/** An environment variable that names the program. */
	variable: string;
	programs: readonly string[];
	/** Places besides those in PATH. */
	places?: readonly string[];
	/** Other programs that must be there too. */
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

/** Whether a browser that is not there may be installed; only Debian's packages are, and as root. */
interface Leave {
	install: boolean;
}

/** Firefox, of the system or from Debian's packages; never an error, for a run goes on without it. */
export const findFirefox = ({ install }: Leave) => find(FIREFOX, install);

/** WebKitGTK's driver and a display to run it on; never an error, for a run goes on without it. */
export const findWebKit = ({ install }: Leave) => find(WEBKIT, install);
