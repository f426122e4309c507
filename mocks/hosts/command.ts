#!/usr/bin/env node
// The mock-up's command line: `npm run mock` here, `npx toronto-open311-mock` with the package.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { MethodName } from '../../src/georeport/methods';
import type { Preferences } from '../../src/georeport/preferences';
import { FIXED_CLOCK, fromSeed } from '../city/city';
import { clockAt, shiftedTo } from '../city/clock';
import { REQUESTS } from '../data/requests';
import { DIALECTS } from '../api/dialect';
import { joinPrefer, parsePrefer } from '../api/preferences';
import { toOrigin, type Callers } from './callers';
import { createMockUp } from './mock-up';
import { startServer, type RunningServer } from './server';
import { SITE_FOLDER } from './site';

const METHOD_NAMES: readonly MethodName[] = [
	'discovery',
	'services',
	'definition',
	'submit',
	'token',
	'requests',
	'request'
];

/** Whether it runs from source in this repository, or compiled in the package. */
const IS_SOURCE = import.meta.url.endsWith('.ts');

/** How to call the program, and how to check a client with it. */
const CALLED = IS_SOURCE ? 'npm run mock --' : 'npx toronto-open311-mock';
const CHECKED = IS_SOURCE ? 'npm run app-check --' : `${CALLED} check`;

const USAGE = `Usage: ${CALLED} [--port 3110] [--host 127.0.0.1] [--clock CLOCK] [--prefer WISHES]
       [--allow-origin ORIGIN] [--allow-host NAME]
       ${CHECKED} --help says how to check a client with it

  --port   the port to listen on; 0 takes any free one
  --host   the address to listen on; 0.0.0.0 lets phones on the same network in
  --clock  fixed: it is always noon on 15 June 2012, so answers never change (the default)
           now: today's clock, and the fixed rows moved to end today
           +36h, +5d, +2w or a date-time: later than that noon, with what has become of the requests
  --prefer what a Prefer header may ask for, for every request; several with commas between:
             delay=1500, delay=200-800 or delay=never (milliseconds); code=400, 403, 404, 500 or 503;
             fault=drop, truncate, type, html or malformed; key=required (a report needs a key);
             json=off; pending=2h (until a report gets its id); clock=+5d (as --clock)
           for one method alone with its name and a colon before: --prefer 'submit: code=503'. May be
           given several times. Methods: ${METHOD_NAMES.join(', ')}
  --allow-origin
           a site whose pages may call it, such as https://client.example; may be given several times.
           Without it any page may
  --allow-host
           a further name of this computer to answer to, such as that of a container; may be given
           several times. Any IP address, localhost and the computer's own name will always do`;

/** Why the program ends with 2, in words. */
class Refusal extends Error {}

function fail(message: string): never {
	throw new Refusal(message);
}

/** What the program has of its surroundings. */
export interface CommandIo {
	out: (line: string) => void;
	err: (line: string) => void;
	/** Calls back when the program is told to end. */
	whenTold: (end: () => void) => void;
}

/** The instant that `--clock` sets, if the clock stands at noon on 15 June 2012. */
const instantOf = (clock: string) => clockAt(parsePrefer(`clock=${clock}`).clock, FIXED_CLOCK);

/** Parses the values of `--prefer`; each can begin with the name of a method and a colon. */
function preferencesOf(options: readonly string[]): Preferences {
	const all: Partial<Record<MethodName | 'every', string>> = {};
	for (const text of options) {
		const [, before = '', header = ''] = /^(?:([a-z]+):(?!\/))?\s*(.*)$/s.exec(text) ?? [];
		const name = before === '' ? 'every' : METHOD_NAMES.find((each) => each === before);
		if (!name) {
			fail(`--prefer ${text} names no method. There are ${METHOD_NAMES.join(', ')}.\n\n${USAGE}`);
		}
		all[name] = joinPrefer(all[name], header);
	}
	return all;
}

/** The origins of `--allow-origin`; undefined, which allows all, where it was not given. */
function originsOf(options: readonly string[] | undefined): string[] | undefined {
	return options?.map(
		(text) =>
			toOrigin(text) ??
			fail(
				`--allow-origin ${text} is no origin. Give scheme and host alone, such as https://client.example.\n\n${USAGE}`
			)
	);
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				port: { type: 'string', default: '3110' },
				host: { type: 'string', default: '127.0.0.1' },
				clock: { type: 'string', default: 'fixed' },
				prefer: { type: 'string', multiple: true, default: [] },
				'allow-origin': { type: 'string', multiple: true },
				'allow-host': { type: 'string', multiple: true, default: [] },
				help: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

/** Parses the command line; null if it asks for help. Throws a Refusal. */
function readFlags(args: readonly string[]) {
	const values = parse(args);
	if (values.help) return null;
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		fail(`--port ${values.port} is not a port. Give a number from 0 to 65535.\n\n${USAGE}`);
	}
	const { clock } = values;
	if (clock !== 'fixed' && clock !== 'now' && instantOf(clock) === FIXED_CLOCK) {
		fail(
			`--clock ${clock} is not known. Give fixed, now, or later than noon on 15 June 2012: +5d, 2012-06-20T09:00:00-04:00.\n\n${USAGE}`
		);
	}
	const allowOrigins = originsOf(values['allow-origin']);
	const callers: Callers = {
		allowHosts: values['allow-host'],
		...(allowOrigins ? { allowOrigins } : {})
	};
	return { port, host: values.host, clock, prefer: preferencesOf(values.prefer), callers };
}

/** Adds a clock that was set to the preferences for every request. */
const withClock = (prefer: Preferences, clock: string): Preferences =>
	clock === 'fixed' ? prefer : { ...prefer, every: joinPrefer(prefer.every, `clock=${clock}`) };

/** Acts once npx has ended: it does not end the program that it started. */
function whenOrphaned(act: () => void) {
	if (process.env.npm_lifecycle_event !== 'npx') return;
	const { ppid } = process;
	const watch = setInterval(() => {
		if (process.ppid === ppid) return;
		clearInterval(watch);
		act();
	}, 250);
	watch.unref();
}

/** The folder of the built page; the package has none. */
const SITE = IS_SOURCE ? { site: fileURLToPath(new URL('../../dist/', import.meta.url)) } : {};

/** Says where the page is. */
function pageAt({ url }: RunningServer): string {
	if (!IS_SOURCE) return '';
	return existsSync(join(SITE.site ?? '', 'index.html'))
		? `The page: ${url}${SITE_FOLDER}/\n`
		: `The page is not built; after npm run build it is at ${url}${SITE_FOLDER}/\n`;
}

/** Says who can reach the server. */
function reach(host: string, { allowOrigins }: Callers): string {
	const everybody = /^(127\.|localhost$|::1$)/.test(host)
		? []
		: ['Every device on the network can call it.'];
	const pages = allowOrigins
		? `Of web pages, only those of ${allowOrigins.join(', ')} can call it.`
		: 'Any web page open on this computer can call it and read what was submitted; --allow-origin https://your.site allows that site alone.';
	return [...everybody, pages].join('\n');
}

async function serve(args: readonly string[], { out, whenTold }: CommandIo): Promise<void> {
	const flags = readFlags(args);
	if (!flags) return out(USAGE);
	const { port, host, clock, prefer, callers } = flags;
	const rows = REQUESTS.map(fromSeed);
	const mockUp =
		clock === 'now'
			? createMockUp({ rows: shiftedTo(Date.now(), rows), now: Date.now, prefer })
			: createMockUp({ rows, prefer: withClock(prefer, clock) });
	const server = await startServer({ port, host, mockUp, log: out, ...callers, ...SITE }).catch(
		(error: NodeJS.ErrnoException) =>
			fail(
				error.code === 'EADDRINUSE'
					? `Port ${port} is taken. Stop the other program, or give another --port.`
					: `The mock-up cannot listen on ${host}:${port}: ${error.message}`
			)
	);
	const urls = DIALECTS.map(({ path }) => `  ${server.url}${path}`);
	out(
		`Toronto Open311 mock-up (unofficial), ready:\n${urls.join('\n')}\n${pageAt(server)}${reach(host, callers)}`
	);
	await new Promise<void>((end) => whenTold(end));
	await server.close();
}

/** The program; gives its exit code once it was told to end, 2 if it could not begin. */
export async function main(args: readonly string[], surroundings: CommandIo): Promise<number> {
	try {
		if (args[0] === 'check') {
			const { checkClient } = await import('./check-command');
			return await checkClient(args.slice(1), surroundings);
		}
		await serve(args, surroundings);
		return 0;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		surroundings.err(error.message);
		return 2;
	}
}

/** Whether this file is the program that was started, and not a part of another. */
const isProgram = () =>
	process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isProgram()) {
	const args = process.argv.slice(2);
	// The client of a check has a session of its own, which a closed terminal does not end.
	const signals = ['SIGINT', 'SIGTERM', ...(args[0] === 'check' ? ['SIGHUP'] : [])];
	const code = await main(args, {
		out: console.log,
		err: console.error,
		whenTold(end) {
			for (const signal of signals) process.on(signal, end);
			whenOrphaned(end);
		}
	});
	// What is still being printed is printed first.
	process.stdout.write('', () => process.exit(code));
}
