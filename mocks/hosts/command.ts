#!/usr/bin/env node
// The mock-up's command line: `npm run mock` here, `npx toronto-open311-mock` where the package is.
import { parseArgs } from 'node:util';
import type { MethodName } from '../../src/georeport/methods';
import { FIXED_CLOCK, fromSeed } from '../city/city';
import { shiftedTo } from '../city/clock';
import { REQUESTS } from '../data/requests';
import { DIALECTS } from '../api/dialect';
import { createMockUp, type Preferences } from './mock-up';
import { wishesOf } from '../api/preferences';
import { toOrigin, type Callers } from './callers';
import { startServer } from './server';

const METHOD_NAMES: readonly MethodName[] = [
	'discovery',
	'services',
	'definition',
	'submit',
	'token',
	'requests',
	'request'
];

/** How the program is called: from its source in this repository, or compiled in a package. */
const CALLED = import.meta.url.endsWith('.ts') ? 'npm run mock --' : 'npx toronto-open311-mock';

const USAGE = `Usage: ${CALLED} [--port 3110] [--host 127.0.0.1] [--clock CLOCK] [--prefer WISHES]
       [--allow-origin ORIGIN] [--allow-host NAME]

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

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}

/** The instant that `--clock` names, from noon on 15 June 2012. */
const clockAt = (clock: string) => wishesOf(`clock=${clock}`).clock(FIXED_CLOCK);

/** What `--prefer` was given, each with or without a method's name before a colon. */
function preferencesOf(given: readonly string[]): Preferences {
	const all: Partial<Record<MethodName | 'every', string>> = {};
	for (const text of given) {
		const [, before = '', wishes = ''] = /^(?:([a-z]+):(?!\/))?\s*(.*)$/s.exec(text) ?? [];
		const name = before === '' ? 'every' : METHOD_NAMES.find((each) => each === before);
		if (!name) {
			fail(`--prefer ${text} names no method. There are ${METHOD_NAMES.join(', ')}.\n\n${USAGE}`);
		}
		all[name] = [all[name], wishes].filter(Boolean).join(', ');
	}
	return all;
}

interface Flags {
	port: number;
	host: string;
	clock: string;
	prefer: Preferences;
	callers: Callers;
}

/** The origins of `--allow-origin`; undefined, which allows all, where it was not given. */
function originsOf(given: readonly string[] | undefined): string[] | undefined {
	return given?.map(
		(text) =>
			toOrigin(text) ??
			fail(
				`--allow-origin ${text} is no origin. Give scheme and host alone, such as https://client.example.\n\n${USAGE}`
			)
	);
}

function readFlags(): Flags {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '3110' },
				host: { type: 'string', default: '127.0.0.1' },
				clock: { type: 'string', default: 'fixed' },
				prefer: { type: 'string', multiple: true, default: [] },
				'allow-origin': { type: 'string', multiple: true },
				'allow-host': { type: 'string', multiple: true, default: [] },
				help: { type: 'boolean', default: false }
			}
		});
		const port = Number(values.port);
		if (values.help) {
			console.log(USAGE);
			process.exit(0);
		}
		if (!Number.isInteger(port) || port < 0 || port > 65535) {
			fail(`--port ${values.port} is not a port. Give a number from 0 to 65535.\n\n${USAGE}`);
		}
		const { clock } = values;
		if (clock !== 'fixed' && clock !== 'now' && clockAt(clock) === FIXED_CLOCK) {
			fail(
				`--clock ${clock} is not known. Give fixed, now, or later than noon on 15 June 2012: +5d, 2012-06-20T09:00:00-04:00.\n\n${USAGE}`
			);
		}
		const allowOrigins = originsOf(values['allow-origin']);
		return {
			port,
			host: values.host,
			clock,
			prefer: preferencesOf(values.prefer),
			callers: { allowHosts: values['allow-host'], ...(allowOrigins ? { allowOrigins } : {}) }
		};
	} catch (error) {
		return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

/** A clock that was moved is a preference of every request. */
const withClock = (prefer: Preferences, clock: string): Preferences =>
	clock === 'fixed'
		? prefer
		: { ...prefer, every: [prefer.every, `clock=${clock}`].filter(Boolean).join(', ') };

/** npx that is told to end does not tell what it started: without it nobody else would. */
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

/** Who can reach the server, for its owner to know. */
function reach(host: string, { allowOrigins }: Callers): string {
	const everybody = /^(127\.|localhost$|::1$)/.test(host)
		? []
		: ['Every device on the network can call it.'];
	const pages = allowOrigins
		? `Of web pages, only those of ${allowOrigins.join(', ')} can call it.`
		: 'Any web page open on this computer can call it and read what was submitted; --allow-origin https://your.site allows that site alone.';
	return [...everybody, pages].join('\n');
}

async function main() {
	const { port, host, clock, prefer, callers } = readFlags();
	const rows = REQUESTS.map(fromSeed);
	const mockUp =
		clock === 'now'
			? createMockUp({ rows: shiftedTo(Date.now(), rows), now: Date.now, prefer })
			: createMockUp({ rows, prefer: withClock(prefer, clock) });
	const server = await startServer({ port, host, mockUp, log: console.log, ...callers }).catch(
		(error: NodeJS.ErrnoException) =>
			fail(
				error.code === 'EADDRINUSE'
					? `Port ${port} is taken. Stop the other program, or give another --port.`
					: `The mock-up cannot listen on ${host}:${port}: ${error.message}`
			)
	);
	const urls = DIALECTS.map(({ path }) => `  ${server.url}${path}`);
	console.log(
		`Toronto Open311 mock-up (unofficial), ready:\n${urls.join('\n')}\n${reach(host, callers)}`
	);
	const end = () => void server.close().then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
	whenOrphaned(end);
}

void main();
