// `npm run mock`: once as a program, otherwise called in this process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { main } from '../../mocks/hosts/command';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** The time limit for tests that start programs, on a busy machine, in milliseconds. */
const SPAWNING = 60_000;
const DAY = 24 * 60 * 60 * 1000;

/** Whether all is printed: who can call it comes after the endpoints. */
const isReady = (printed: string) => printed.includes(' can call it');

/**
 * Starts the program; `ready` resolves to its first output, `ended` to its exit code and errors.
 */
function spawned(...flags: string[]) {
	// Not by tsx's own program: killing that would leave the program it started.
	const program = spawn(process.execPath, ['--import', 'tsx', 'mocks/hosts/command.ts', ...flags], {
		cwd: PROJECT,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	onTestFinished(() => void program.kill('SIGKILL'));
	const ready = new Promise<string>((resolve) => {
		let printed = '';
		program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			printed += chunk;
			if (isReady(printed)) resolve(printed);
		});
	});
	let errors = '';
	program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
	const ended = once(program, 'close').then(([code]) => ({ code: code as number | null, errors }));
	return { program, ready, ended };
}

/** Runs the same in this process, and stops it at the end of the test. */
function running(...flags: string[]) {
	let errors = '';
	let code = Promise.resolve(0);
	const ready = new Promise<string>((resolve) => {
		let printed = '';
		code = main(flags, {
			out(line) {
				printed += `${line}\n`;
				if (isReady(printed)) resolve(printed);
			},
			err: (line) => (errors += `${line}\n`),
			whenTold: (end) => onTestFinished(end)
		});
	});
	return { ready, ended: code.then((code) => ({ code, errors })) };
}

const rootIn = (printed: string) => /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0] ?? '';

test(
	'it prints its endpoints, answers, and exits with 0 on SIGTERM',
	async () => {
		const { program, ready, ended } = spawned('--port', '0');
		const printed = await ready;
		const root = rootIn(printed);
		expect(printed).toContain(
			`unofficial), ready:\n  ${root}open311test/ws/\n  ${root}georeport/v2/\n`
		);
		expect(printed).toContain(
			'Any web page open on this computer can call it and read what was submitted; --allow-origin https://your.site allows that site alone.'
		);
		expect(printed).toMatch(/^The page(?:: | is not built; .* it is at )http:.*\/playground\/$/m);
		const response = await fetch(`${root}georeport/v2/requests/101000000001.json`);
		expect(await response.json()).toMatchObject([
			{ requested_datetime: '2012-06-14T08:12:44-04:00', address: '296 BRUNSWICK AVE' }
		]);
		program.kill('SIGTERM');
		expect(await ended).toEqual({ code: 0, errors: '' });
	},
	SPAWNING
);

test('--clock now shows requests of the last two days', async () => {
	const { ready } = running('--port', '0', '--clock', 'now');
	const start = Date.now() - 2 * DAY;
	const url = `${rootIn(await ready)}georeport/v2/requests.json`;
	const response = await fetch(`${url}?start_date=${new Date(start).toISOString()}`);
	const rows = (await response.json()) as { requested_datetime: string }[];
	expect(rows.length).toBeGreaterThan(0);
	for (const { requested_datetime } of rows) {
		expect(Date.parse(requested_datetime)).toBeGreaterThanOrEqual(start - 1000);
		expect(Date.parse(requested_datetime)).toBeLessThanOrEqual(Date.now());
	}
});

test('--clock and --prefer apply to every request or to a method', async () => {
	const { ready } = running(
		...['--port', '0', '--clock', '+5d', '--prefer', 'delay=1-2', '--prefer', 'services: code=503']
	);
	const root = `${rootIn(await ready)}georeport/v2/`;
	const services = await fetch(`${root}services.xml`);
	expect([services.status, services.headers.get('Retry-After')]).toEqual([503, '30']);
	const request = await fetch(`${root}requests/101000000001.json`);
	expect(await request.json()).toMatchObject([
		{ status: 'closed', updated_datetime: '2012-06-16T15:24:00-04:00' }
	]);
	const own = await fetch(`${root}services.xml`, { headers: { Prefer: 'code=404' } });
	expect(own.status).toBe(404);
});

test('--allow-origin and --allow-host say who may call it', async () => {
	const { ready } = running(
		...['--port', '0', '--host', '0.0.0.0', '--allow-host', 'mock'],
		...['--allow-origin', 'https://a.example/', '--allow-origin', 'http://localhost:5173']
	);
	const printed = await ready;
	expect(printed).toContain(
		'Every device on the network can call it.\nOf web pages, only those of https://a.example, http://localhost:5173 can call it.\n'
	);
	const [, port] = /0\.0\.0\.0:(\d+)\//.exec(printed) ?? [];
	const ask = (origin: string) =>
		fetch(`http://127.0.0.1:${port}/georeport/v2/services.xml`, { headers: { Origin: origin } });
	expect((await ask('http://localhost:5173')).status).toBe(200);
	expect((await ask('http://localhost:5174')).status).toBe(403);
});

test.each([
	[['--allow-origin', 'client.example'], '--allow-origin client.example is no origin.'],
	[['--allow-origin', 'https://a.example/x'], '--allow-origin https://a.example/x is no origin.'],
	[['--port', 'eighty'], '--port eighty is not a port. Give a number from 0 to 65535.'],
	[['--port', '65536'], '--port 65536 is not a port. Give a number from 0 to 65535.'],
	[['--clock', 'then'], '--clock then is not known. Give fixed, now, or later than noon'],
	[['--clock', '2011-01-01'], '--clock 2011-01-01 is not known.'],
	[['--prefer', 'report: code=503'], '--prefer report: code=503 names no method.'],
	[['--colour'], "Unknown option '--colour'"]
])('%j makes it exit with 2, a message and the usage', async (flags, sentence) => {
	const { code, errors } = await running(...flags).ended;
	expect(code).toBe(2);
	expect(errors).toContain(sentence);
	expect(errors).toContain('Usage: npm run mock');
});

test('--help prints the usage and exits with 0', async () => {
	const lines: string[] = [];
	const code = await main(['--help', '--port', 'none'], {
		out: (line) => lines.push(line),
		err: (line) => expect.fail(line),
		whenTold: () => expect.fail('It is running.')
	});
	expect([code, lines.length]).toEqual([0, 1]);
	expect(lines[0]).toMatch(/^Usage: npm run mock -- \[--port 3110\]/);
});

test('a port in use makes it exit with 2 and a message', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	onTestFinished(() => void other.close());
	const { port } = other.address() as AddressInfo;
	expect(await running('--port', String(port)).ended).toEqual({
		code: 2,
		errors: `Port ${port} is taken. Stop the other program, or give another --port.\n`
	});
});
