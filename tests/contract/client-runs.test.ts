// The client check over HTTP: a run below `check/` of the server, scene by scene.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { CheckReport, SceneReport } from '../../mocks/check/scene';
import { startServer, type ServerOptions } from '../../mocks/hosts/server';

const CITY = 'jurisdiction_id=toronto.ca';
const REPORT = `${CITY}&service_code=SWLMALB-02&lat=43.6509&long=-79.4507`;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A run on a server that is closed at the end of the test. */
async function running(options: ServerOptions = {}) {
	const server = await startServer(options);
	onTestFinished(() => server.close());
	const root = `${server.url}check/mine/`;
	const put = async (path: string, body: unknown) => {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const response = await fetch(root + path, { method: 'PUT', body: text });
		return { status: response.status, body: (await response.json()) as unknown };
	};
	const get = async (path: string) => {
		const response = await fetch(root + path);
		return { type: response.headers.get('Content-Type'), text: await response.text() };
	};
	const report = async () => JSON.parse((await get('report.json')).text) as CheckReport;
	const call = (path: string, init?: RequestInit) => fetch(root + path, init);
	const send = () =>
		call('open311test/ws/requests.json', { method: 'POST', headers: FORM, body: REPORT });
	return { url: server.url, root, put, get, report, call, send };
}

const wordsOf = (body: unknown) => (body as [{ code: number; description: string }])[0];

const verdictIn = ({ verdicts }: SceneReport, name: string) =>
	verdicts.find(({ check }) => check === name)?.verdict;

test('a run begins in services, which it answers as the mock-up does, and is graded', async () => {
	const { get, put, call, report } = await running();
	expect(JSON.parse((await get('scene')).text)).toEqual({
		scene: 'services',
		task: { do: 'services' }
	});
	expect((await report()).scenes).toEqual([]);
	await call(`georeport/v2/services.json`);
	const [open] = (await report()).scenes;
	expect(open).toMatchObject({ scene: 'services', dialect: 'standard', format: 'json' });
	const ended = await put('result', { services: [] });
	expect(ended.status).toBe(200);
	expect(verdictIn(ended.body as SceneReport, 'reads-services')).toBe('failed');
	expect((await report()).scenes).toEqual([ended.body]);
	const again = await put('result', { services: [] });
	expect([again.status, wordsOf(again.body).description]).toEqual([
		409,
		'The scene services has ended, by a result or because its time was up. PUT scene begins another.'
	]);
});

test('a scene begins with an empty store and no calls, and keeps the verdicts of the last', async () => {
	const { put, report, call, send } = await running();
	expect(await put('scene', { scene: 'lost-answer' })).toMatchObject({
		status: 200,
		body: { scene: 'lost-answer', task: { do: 'report', lat: 43.6509 } }
	});
	await expect(send()).rejects.toThrow('fetch failed');
	const stored = async () =>
		((await (await call('mock-up/submissions')).json()) as unknown[]).length;
	expect(await stored()).toBe(1);
	await put('scene', { scene: 'busy', dialect: 'standard', format: 'json' });
	expect(await stored()).toBe(0);
	expect((await call('georeport/v2/requests.json')).headers.get('Retry-After')).toBe('2');
	const { scenes } = await report();
	expect(scenes.map(({ scene, dialect, format }) => [scene, dialect, format])).toEqual([
		['lost-answer', 'toronto', 'json'],
		['busy', 'standard', 'json']
	]);
	expect(scenes.map((scene) => verdictIn(scene, 'no-second-report'))).toEqual([
		'passed',
		undefined
	]);
});

test('a scene without a call leaves no verdicts; one that is played again replaces them', async () => {
	const { put, report, call } = await running();
	await put('scene', { scene: 'busy' });
	await put('scene', { scene: 'gone' });
	await call(`open311test/ws/requests/1.xml?${CITY}`);
	await put('result', null);
	await put('scene', { scene: 'gone' });
	await call(`open311test/ws/requests/1.xml?${CITY}`);
	const code = { code: '404', description: 'nothing' };
	await put('result', { refused: [code] });
	const { scenes } = await report();
	expect(scenes.map(({ scene }) => scene)).toEqual(['gone']);
	expect(scenes.map((scene) => verdictIn(scene, 'tells-every-error'))).toEqual(['failed']);
});

test('the time of a scene counts from its first call, ends it, and drops what has no answer', async () => {
	const { put, report, call } = await running();
	await put('scene', { scene: 'silence', seconds: 1 });
	await expect(call(`open311test/ws/requests.xml?${CITY}`)).rejects.toThrow('fetch failed');
	const [ended] = (await report()).scenes;
	expect(ended).toMatchObject({ scene: 'silence', dialect: 'toronto', format: 'xml' });
	expect((await put('result', {})).status).toBe(409);
	expect((await call(`open311test/ws/requests.xml?${CITY}`)).status).toBe(200);
	expect((await report()).scenes).toEqual([ended]);
});

test('the report comes as JSON, JUnit XML and Markdown', async () => {
	const { get, call } = await running();
	await call(`open311test/ws/services.xml?${CITY}`);
	expect(await get('report.xml')).toMatchObject({
		type: 'application/xml; charset=utf-8',
		text: expect.stringContaining('<testsuite name="services (toronto, xml)"')
	});
	const markdown = await get('report.md');
	expect(markdown.type).toBe('text/markdown; charset=utf-8');
	expect(markdown.text).toContain('| passed | services | toronto | xml |');
	expect(markdown.text).toContain('1 must check was not asked');
	expect((await get('report.json')).type).toBe('application/json; charset=utf-8');
});

test('runs know nothing of one another, and DELETE forgets one', async () => {
	const { url, report, call } = await running();
	await call(`open311test/ws/services.xml?${CITY}`);
	const other = await fetch(`${url}check/other/report.json`);
	expect(((await other.json()) as CheckReport).scenes).toEqual([]);
	expect((await report()).scenes).toHaveLength(1);
	expect((await call('', { method: 'DELETE' })).status).toBe(204);
	expect((await report()).scenes).toEqual([]);
});

test.each([
	['scene', 'busy', 'The body is not JSON: '],
	['scene', '"busy"', 'The body is JSON, but no object.'],
	['scene', '{}', 'scene was not sent. Send one of services, report-simple,'],
	['scene', '{"scene":"busi"}', 'scene "busi" is not known. Send one of services,'],
	['scene', '{"scene":"constructor"}', 'scene "constructor" is not known.'],
	[
		'scene',
		'{"scene":"busy","dialect":1}',
		'dialect 1 is not known. Send one of toronto, standard.'
	],
	['scene', '{"scene":"busy","format":"pdf"}', 'format "pdf" is not known. Send one of xml, json.'],
	['scene', '{"scene":"busy","seconds":0}', 'seconds 0 is not understood. Send a number from 1'],
	['scene', ' '.repeat(1_000_001), 'The body has 1000001 bytes. Send at most 1000000.'],
	['result', '[1]', 'The result is JSON, but no object.'],
	['result', '{', 'The result is not JSON: '],
	['result', 'a'.repeat(1_000_001), 'The result has 1000001 bytes.']
])('PUT %s is refused in words (%#)', async (path, body, words) => {
	const { put, get } = await running();
	const refused = await put(path, body);
	expect(refused).toMatchObject({ status: 400, body: [{ code: 400 }] });
	expect(wordsOf(refused.body).description).toContain(words);
	expect(JSON.parse((await get('scene')).text)).toMatchObject({ scene: 'services' });
});

test('other verbs are named, and preflights permit PUT', async () => {
	const { call } = await running();
	const posted = await call('scene', { method: 'POST', body: '{}' });
	expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, PUT']);
	expect(wordsOf(await posted.json()).description).toBe(
		'POST is not a method of scene. Use GET, PUT.'
	);
	const preflight = await call('result', { method: 'OPTIONS' });
	expect(preflight.status).toBe(204);
	expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
	expect((await call('elsewhere')).status).toBe(404);
});

test('a call is handed out as it was recorded, without API keys', async () => {
	const { call } = await running();
	await call(`open311test/ws//services.xml?api_key=secret&${CITY}`);
	await call('georeport/v2/requests.xml', { method: 'OPTIONS' });
	await call('open311test/ws/requests.xml', {
		method: 'POST',
		headers: { ...FORM, 'User-Agent': 'Mine/1' },
		body: `api_key=secret&${REPORT}`
	});
	const first = (await (await call('calls/1')).json()) as Record<string, unknown>;
	expect(first).toMatchObject({ number: 1, method: 'GET', reached: true, body: '' });
	expect(first.url).toMatch(
		/\/check\/mine\/open311test\/ws\/\/services\.xml\?api_key=…&jurisdiction_id=toronto\.ca$/
	);
	expect(await (await call('calls/2')).json()).toMatchObject({
		number: 2,
		headers: { 'user-agent': 'Mine/1' },
		body: `api_key=…&${REPORT}`,
		answer: { status: 200 }
	});
	expect((await call('calls/3')).status).toBe(404);
});

test.each([
	['a name that is encoded', { path: '?%61pi_key=SECRET' }],
	['another name', { path: '?apikey=SECRET&access_token=SECRET&X-Auth-Token=SECRET' }],
	[
		'headers',
		{ headers: { Authorization: 'Bearer SECRET', Cookie: 'a=SECRET', 'X-Api-Key': 'SECRET' } }
	],
	['an address in a header', { headers: { Referer: 'http://a.example/?api_key=SECRET&b=1' } }],
	[
		'a body in parts',
		{
			headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
			body: '--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\nSECRET\r\n--b--\r\n'
		}
	],
	[
		'a body in parts, without quotes',
		{
			headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
			body: '--b\r\nContent-Disposition: form-data; name=api_key\r\nX: y\r\n\r\nSECRET\r\n--b--\r\n'
		}
	],
	[
		'a body in JSON',
		{ headers: { 'Content-Type': 'application/json' }, body: '{"api_key" : "SEC\\"RET","a":1}' }
	]
] as const)('a call is handed out and shown without a key in %s', async (_, sent) => {
	const {
		path = '',
		headers = {},
		body
	} = sent as {
		path?: string;
		headers?: Record<string, string>;
		body?: string;
	};
	const { root, call } = await running();
	const address = `open311test/ws/requests.xml${path}`;
	await call(address, body ? { method: 'POST', headers, body } : { headers });
	const handedOut = await (await call('calls/1')).text();
	expect(handedOut).toContain('open311test/ws/requests.xml');
	expect(handedOut).not.toMatch(/SEC\W*RET/);
	expect(handedOut).toContain('…');
	const { reading } = await eventsOf(`${root}events`, (names) => names.includes('call'));
	expect(JSON.stringify(await reading)).not.toContain('SECRET');
});

test('a call whose caller hangs up is recorded as not reached', async () => {
	const { root, put, call } = await running();
	await put('scene', { scene: 'silence' });
	const { hostname, port, pathname } = new URL(root);
	const socket = connect(Number(port), hostname);
	socket.write(`GET ${pathname}georeport/v2/requests.xml HTTP/1.1\r\nHost: localhost\r\n\r\n`);
	const seen = async () =>
		(await (await call('calls/1')).json()) as { end?: number | null; reached?: boolean };
	await expect.poll(seen).toMatchObject({ end: null });
	socket.destroy();
	await expect.poll(seen).toMatchObject({ end: expect.any(Number), reached: false, answer: null });
});

/** Reads server-sent events until `until` holds; ends the connection then. */
async function eventsOf(url: string, until: (names: string[]) => boolean) {
	const ending = new AbortController();
	const response = await fetch(url, { signal: ending.signal });
	const events: { name: string; data: unknown }[] = [];
	let text = '';
	const reading = (async () => {
		const decoder = new TextDecoder();
		for await (const bytes of response.body ?? []) {
			text += decoder.decode(bytes as Uint8Array, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
				events.push({ name, data: JSON.parse(data) });
			}
			if (until(events.map(({ name }) => name))) break;
		}
		ending.abort();
		return events;
	})();
	return { type: response.headers.get('Content-Type'), reading };
}

test('a view is told what stands, then calls, verdicts and scenes as they come', async () => {
	const { root, put, call } = await running();
	await put('scene', { scene: 'gone', dialect: 'toronto', format: 'xml' });
	const { type, reading } = await eventsOf(
		`${root}events`,
		(names) => names.at(-1) === 'scene' && names.includes('ended')
	);
	expect(type).toBe('text/event-stream; charset=utf-8');
	await call(`open311test/ws/requests/1.xml?${CITY}&api_key=secret`);
	await put('result', { refused: [] });
	await put('scene', { scene: 'busy' });
	const events = await reading;
	const named = (wanted: string) =>
		events.filter(({ name }) => name === wanted).map(({ data }) => data);
	expect(events.slice(0, 2).map(({ name }) => name)).toEqual(['report', 'scene']);
	expect(named('scene')).toMatchObject([
		{ scene: 'gone', dialect: 'toronto', format: 'xml', seconds: 30, task: { do: 'show' } },
		{ scene: 'busy', dialect: null, format: null }
	]);
	const path = `/open311test/ws/requests/1.xml?${CITY}&api_key=…`;
	expect(named('call')).toMatchObject([
		{ number: 1, method: 'GET', path, end: null, status: null },
		{ number: 1, method: 'GET', path, status: 404, reached: true }
	]);
	expect(named('verdicts')).toHaveLength(1);
	expect(named('ended')).toMatchObject([{ scene: 'gone', outcome: 'failed' }]);
	expect(named('report')).toMatchObject([{ scenes: [] }, { scenes: [{ scene: 'gone' }] }]);
});

test('a view that comes once a scene has ended is told how', async () => {
	const { root, put, call } = await running();
	await put('scene', { scene: 'gone' });
	await call(`open311test/ws/requests/1.xml?${CITY}`);
	const { body } = await put('result', { refused: [] });
	const { reading } = await eventsOf(`${root}events`, (names) => names.at(-1) === 'ended');
	const events = await reading;
	expect(events.map(({ name }) => name)).toEqual(['report', 'scene', 'call', 'ended']);
	expect(events.at(-1)?.data).toEqual(body);
});

test('so many views of a run, and no more', async () => {
	const { root } = await running();
	const views = await Promise.all(Array.from({ length: 20 }, () => fetch(`${root}events`)));
	expect(views.map(({ status }) => status)).toEqual(Array(20).fill(200));
	expect((await fetch(`${root}events`)).status).toBe(503);
	await views[0]?.body?.cancel();
	await expect.poll(async () => (await fetch(`${root}events`)).status).toBe(200);
});

test('the built page answers below /playground/, and nothing outside its folder', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'site-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await mkdir(join(folder, 'dist/assets'), { recursive: true });
	await writeFile(join(folder, 'secret.txt'), 'secret');
	const { url } = await running({ site: join(folder, 'dist') });
	const unbuilt = await fetch(`${url}playground/`);
	expect([unbuilt.status, await unbuilt.text()]).toEqual([
		404,
		'The page is not built yet. Run "npm run build" in the repository, then load this address again.\n'
	]);
	await writeFile(join(folder, 'dist/index.html'), '<!doctype html>The page');
	await writeFile(join(folder, 'dist/assets/a.js'), 'export {};');
	const fileAt = async (path: string) => {
		const response = await fetch(url + path);
		const type = response.headers.get('Content-Type');
		return [response.status, type, response.headers.has('X-Mock-Up'), await response.text()];
	};
	const page = [200, 'text/html; charset=utf-8', false, '<!doctype html>The page'];
	expect(await fileAt('playground')).toEqual(page);
	expect(await fileAt('playground/?a=1')).toEqual(page);
	expect(await fileAt('playground/assets/a.js')).toEqual([
		...[200, 'text/javascript; charset=utf-8', false, 'export {};']
	]);
	for (const path of [
		'..%2fsecret.txt',
		'%2e%2e/secret.txt',
		'..%5csecret.txt',
		'a%00',
		'%',
		'assets/'
	]) {
		expect([path, (await fileAt(`playground/${path}`))[0]]).toEqual([path, 404]);
	}
	expect((await fetch(`${url}playground/`, { method: 'POST', body: 'a' })).status).toBe(405);
	expect((await fileAt('')).slice(0, 3)).toEqual([200, 'text/plain; charset=utf-8', true]);
});
