// A small client of W3C WebDriver for WebKitGTK, which Playwright cannot drive.
// https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A browser with one tab. */
export interface WebDriver {
	/** The name and version of the browser. */
	name: string;
	goTo(url: string): Promise<void>;
	reload(): Promise<void>;
	/** Runs a function body in the page; its arguments and result are JSON. */
	run<Result>(body: string, ...args: unknown[]): Promise<Result>;
	/** Repeats it until the result is truthy, and resolves to that; rejects after half a minute. */
	until<Result>(what: string, body: string, ...args: unknown[]): Promise<Result>;
	/** Closes the browser and its driver. */
	close(): Promise<void>;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return port;
}

/** Starts WebKitGTK's MiniBrowser with its driver, on a virtual display. */
export async function startWebKit(driver: string): Promise<WebDriver> {
	const port = await freePort();
	const program = spawn(
		'xvfb-run',
		['-a', '-s', '-screen 0 1440x1000x24', driver, `--port=${port}`],
		{
			stdio: 'ignore',
			detached: true
		}
	);
	const end = () => program.pid && process.kill(-program.pid);

	async function command<Value>(method: string, path: string, body?: unknown): Promise<Value> {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		const { value } = (await response.json()) as { value: Value & { message?: string } };
		if (!response.ok) throw new Error(`${method} ${path}: ${value.message ?? response.status}`);
		return value;
	}

	const opening = {
		capabilities: {
			alwaysMatch: {
				'webkitgtk:browserOptions': {
					binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
					args: ['--automation']
				}
			}
		}
	};
	interface Opened {
		sessionId: string;
		capabilities: { browserName: string; browserVersion: string };
	}
	let opened: Opened | undefined;
	for (let tries = 0; !opened; tries++) {
		// The driver may not be listening yet.
		opened = await command<Opened>('POST', '/session', opening).catch(async (error: unknown) => {
			if (tries >= 50 || (error instanceof Error && error.message.startsWith('POST'))) {
				end();
				throw error;
			}
			await pause(200);
			return undefined;
		});
	}
	const { sessionId, capabilities } = opened;
	const session = `/session/${sessionId}`;
	await command('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1440, height: 900 });

	const run = <Result>(body: string, ...args: unknown[]) =>
		command<Result>('POST', `${session}/execute/sync`, { script: body, args });

	return {
		name: `${capabilities.browserName} ${capabilities.browserVersion}`,
		goTo: (url) => command('POST', `${session}/url`, { url }),
		reload: () => command('POST', `${session}/refresh`, {}),
		run,
		async until<Result>(what: string, body: string, ...args: unknown[]) {
			for (const begun = Date.now(); ; await pause(100)) {
				const found = await run<Result>(body, ...args);
				if (found) return found;
				if (Date.now() - begun > 30_000) throw new Error(`In half a minute not seen: ${what}`);
			}
		},
		async close() {
			await command('DELETE', session).catch(() => undefined);
			end();
		}
	};
}
