// Pages at another origin, strict and hostile, with embeds of the playground.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Frame, Page, TestInfo } from '@playwright/test';
import type { Open311Parts } from '../../src/embed/api';
import { startStaticServer, type StaticServer } from './static-server';

/** The origin of the test server; the playground is in a folder of it. */
export const ORIGIN = `http://localhost:${process.env.PLAYGROUND_TEST_PORT ?? '4311'}`;
export const HOST_ROOT = `${ORIGIN}/docs/playground/`;

/** Permits nothing inline, and from elsewhere only the playground's script and frame. */
export const POLICY = [
	"default-src 'none'",
	`script-src 'self' ${ORIGIN}`,
	"style-src 'self'",
	`frame-src 'self' ${ORIGIN}`,
	"base-uri 'none'"
].join('; ');

const HOSTILE = `* { all: unset !important; display: block !important; }
head, head * { display: none !important; }
html * { border: 5px solid rgb(255, 0, 0) !important; color: rgb(255, 0, 0) !important;
	font: 40px/2 fantasy !important; background: rgb(255, 255, 0) !important; }
.far { height: 4000px !important; }`;

export const document = (
	body: string,
	head = `<script src="${HOST_ROOT}embed.js" defer></script>`
) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
	<link rel="stylesheet" href="host.css">${head}</head><body>${body}</body></html>`;

/** Starts a site at another origin with these pages and files. */
async function hostOf(
	directory: string,
	pages: Record<string, string>,
	policy = POLICY
): Promise<StaticServer> {
	await mkdir(directory, { recursive: true });
	const files = { 'host.css': HOSTILE, ...pages };
	for (const [name, text] of Object.entries(files)) await writeFile(`${directory}/${name}`, text);
	return startStaticServer({
		directory,
		base: '/',
		headers: { 'Content-Security-Policy': policy }
	});
}

/** Opens a page of a site that exists for the duration of a test. */
export type OpenHost = (
	body: string,
	more?: { policy?: string; pages?: Record<string, string> }
) => Promise<StaticServer>;

/** The fixture for `host`. */
export async function hostFixture(
	{ page }: { page: Page },
	use: (host: OpenHost) => Promise<void>,
	testInfo: TestInfo
): Promise<void> {
	const servers: StaticServer[] = [];
	await use(async (body, { policy, pages = {} } = {}) => {
		const directory = testInfo.outputPath('host');
		const server = await hostOf(directory, { 'index.html': document(body), ...pages }, policy);
		servers.push(server);
		await page.goto(server.url);
		return server;
	});
	for (const server of servers) await server.close();
}

export const element = (page: Page, name: string) => page.locator(`#${name}`);
export const embed = (page: Page, name: string) =>
	element(page, name).locator('iframe').contentFrame();
export const hostStatus = (page: Page, name: string) => embed(page, name).getByRole('status');
export const hostAddress = (page: Page, name: string) =>
	embed(page, name).getByRole('textbox', { name: 'Address', exact: true });

export async function frameOf(page: Page, name: string): Promise<Frame> {
	const handle = await element(page, name).locator('iframe').elementHandle();
	const frame = await handle?.contentFrame();
	if (!frame) throw new Error(`#${name} has no frame.`);
	return frame;
}

export const runEmbed = (page: Page, name: string, request?: string | Open311Parts) =>
	page.evaluate(
		async ([name, request]) => {
			const element = window.document.querySelector(`open311-playground#${name}`);
			if (!(element && 'run' in element)) throw new Error('No element.');
			return (element as HTMLElementTagNameMap['open311-playground']).run(request);
		},
		[name, request] as const
	);

export const set = (page: Page, name: string, request: string | Open311Parts) =>
	page.evaluate(
		([name, request]) => {
			const element = window.document.querySelector(`open311-playground#${name}`);
			(element as HTMLElementTagNameMap['open311-playground']).set(request);
		},
		[name, request] as const
	);

export const THREE = `<p id="mine">Words of the host.</p>
	<open311-playground id="list" case="requests"><a href="${HOST_ROOT}">Plain link</a></open311-playground>
	<open311-playground id="report" case="report-address-csrowr-12" view="code,answer"></open311-playground>
	<p class="far">Far.</p>
	<open311-playground id="wrong" link="#requests.json?status=open"></open311-playground>`;
