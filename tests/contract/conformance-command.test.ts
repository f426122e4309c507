// `npm run conformance` against correct, faulty and silent servers: once as a program, otherwise
// called in this process. Against the mock-up it also runs all cases over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { runConformance } from '../../src/cases/command';
import { MARKER, MARKER_VALUE, TORONTO } from '../../mocks/api/dialect';
import { MOCK_UP_MARK } from '../../src/georeport/dialect';
import { wiredCity, type Changes } from './city';

/** The time limit for runs of every case and for programs, in milliseconds. */
const FULL_RUN = 60_000;
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the program, and resolves once it has exited. */
async function spawned(...flags: string[]) {
	const program = spawn(
		process.execPath,
		['node_modules/tsx/dist/cli.mjs', 'src/cases/command.ts', ...flags],
		{ cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	onTestFinished(() => void program.kill('SIGKILL'));
	let [output, errors] = ['', ''];
	program.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
	program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
	const [code] = await once(program, 'close');
	return { code: code as number | null, output, errors };
}

/** Runs the same in this process. */
async function ended(...flags: string[]) {
	let [output, errors] = ['', ''];
	const code = await runConformance(flags, {
		async out(text) {
			output += text;
		},
		err: (text) => (errors += text)
	});
	return { code, output, errors };
}

async function serving(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function mockUp(): Promise<string> {
	const server = createMockServer(createMockUp(), () => {}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

interface Result {
	id: string;
	format: string;
	outcome: string;
}

test.each([
	['standard', 'georeport/v2/'],
	['toronto', 'open311test/ws/']
] as const)(
	'against the mock-up, %s dialect, every case passes in both formats, and so do the general ones; it keeps what others reported',
	async (_, path) => {
		const root = await mockUp();
		const endpoint = root + path;
		const report = () =>
			fetch(`${root}open311test/ws/requests.json`, {
				method: 'POST',
				body: new URLSearchParams({
					jurisdiction_id: 'toronto.ca',
					service_code: 'SWLMALB-02',
					address_id: '13466457'
				})
			});
		for (let at = 0; at < 50; at++) expect((await report()).status).toBe(200);
		const { code, output, errors } = await ended('--endpoint', endpoint, '--format', 'json');
		// Only that there are at most 1,000 rows cannot be seen in a city of 96.
		expect(errors).toMatch(/^\d+ passed, 0 failed, 2 skipped\n$/);
		expect(code).toBe(0);
		const { results } = JSON.parse(output) as { results: Result[] };
		const passed = (format: string) => (id: string) =>
			results.some((each) => each.id === id && each.format === format && each.outcome === 'passed');
		for (const format of ['xml', 'json']) {
			expect(CASES.map(({ id }) => id).filter((id) => !passed(format)(id))).toEqual([]);
			expect(passed(format)('general-submit')).toBe(true);
		}
		const kept = (await (await fetch(`${root}mock-up/submissions`)).json()) as unknown[];
		expect(kept).toHaveLength(50);
	},
	FULL_RUN
);

/** A server with another name for a required field. */
function brokenServer() {
	const inner = createMockUp();
	return serving(async (incoming, outgoing) => {
		const url = `http://localhost/georeport/v2${incoming.url}`;
		const answer = await inner.answer(new Request(url, { method: incoming.method ?? 'GET' }));
		const text = (await answer.text()).replaceAll('service_name', 'title');
		outgoing
			.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' })
			.end(text);
	});
}

test('a server that breaks the specification fails, with exit code 1', async () => {
	const flags = ['--endpoint', await brokenServer(), '--jurisdiction', 'toronto.ca'];
	const { code, output, errors } = await ended(...flags, '--formats', 'xml');
	expect(code).toBe(1);
	expect(output).toMatch(/^# GeoReport v2: http/);
	expect(output).toMatch(/\| skipped \| general-submit \|.*which was not allowed/);
	expect(errors).toMatch(
		/^\d+ passed, [1-9]\d* failed, [1-9]\d* skipped\n {2}general-services \(xml\): /
	);
});

test(
	'the program writes only JUnit XML, and exits with the right code',
	async () => {
		const flags = ['--endpoint', await brokenServer(), '--jurisdiction', 'toronto.ca'];
		const { code, output, errors } = await spawned(...flags, '--format', 'junit');
		expect(code).toBe(1);
		expect(errors).toMatch(
			/^\d+ passed, [1-9]\d* failed, [1-9]\d* skipped\n {2}general-services \(xml\): /
		);
		expect(XMLValidator.validate(output)).toBe(true);
		expect(output).toMatch(/^<\?xml /);
		expect(output.match(/<testcase /g)?.length).toBeGreaterThanOrEqual(20);
	},
	FULL_RUN
);

test('an unreachable, different or slow server gives a clear message and exit code 2', async () => {
	const down = await ended('--endpoint', 'http://127.0.0.1:9/');
	expect(down.errors).toMatch(/^http:\/\/127\.0\.0\.1:9\/services\.xml could not be asked: .+\n$/);
	const page = await serving((_, outgoing) =>
		outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello')
	);
	const other = await ended('--endpoint', page);
	expect(other.errors).toMatch(
		/^This is no GeoReport v2 endpoint that answers: GET .*services\.xml gave 200, text\/html\n$/
	);
	const silent = await serving(() => {});
	const slow = await ended('--endpoint', silent, '--timeout', '0.5');
	expect(slow.errors).toMatch(/did not answer within 0\.5 s\.\n$/);
	const wrong = await ended('--endpoint', 'nowhere');
	expect(wrong.errors).toMatch(/^--endpoint nowhere: give an http or https URL\./);
	expect([wrong.code, wrong.output]).toEqual([2, '']);
	for (const { code, output, errors } of [down, other, slow]) {
		expect(code).toBe(2);
		expect(output).toMatch(/^# GeoReport v2: http/);
		expect(output).toContain('nothing could be tested.');
		expect(errors.split('\n')).toHaveLength(2);
	}
});

test('a report is valid in every form, also when nothing could be tested', async () => {
	const endpoint = ['--endpoint', 'http://127.0.0.1:9/'];
	const junit = await ended(...endpoint, '--format', 'junit');
	expect(XMLValidator.validate(junit.output)).toBe(true);
	expect(junit.output).toMatch(/<testsuites [^>]*tests="1" failures="0" errors="1" skipped="0"/);
	expect(junit.output).toMatch(/<error message="http:\/\/127\.0\.0\.1:9\/services\.xml could not/);
	const json = await ended(...endpoint, '--format', 'json');
	expect(JSON.parse(json.output)).toMatchObject({
		problem: expect.stringContaining('could not be asked') as string,
		passed: 0,
		failed: 0,
		skipped: 0,
		results: []
	});
	expect([junit.code, json.code]).toEqual([2, 2]);
});

/** A city over HTTP, below a path. */
async function cityAt(path: string, changes: Changes = {}, headers: Record<string, string> = {}) {
	const answer = wiredCity(changes);
	const root = await serving(async (incoming, outgoing) => {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		const { status, type, body } = answer({
			method: incoming.method ?? 'GET',
			url: `https://city.example/v2${(incoming.url ?? '').replace(`/${path}`, '/')}`,
			headers: {},
			body: Buffer.concat(chunks).toString()
		});
		outgoing.writeHead(status, { ...headers, ...(type ? { 'Content-Type': type } : {}) }).end(body);
	});
	return root + path;
}

const FORM_TYPE = 'application/x-www-form-urlencoded; charset=utf-8';

/** Toronto's wrapper around its service requests. */
const WRAPPED: Changes = {
	text: (text, of, format) =>
		format === 'json' && (of === 'requests' || of === 'request')
			? `{"service_requests":${text}}`
			: text
};

test('the mark of the mock-up is told in two places, and is the same in both', () => {
	expect(MOCK_UP_MARK).toEqual({
		header: MARKER.toLowerCase(),
		value: MARKER_VALUE,
		base: `/${TORONTO.path}`
	});
});

test.each<[what: string, path: string, Record<string, string>, string[], number]>([
	['a city', 'v2/', {}, [], 1],
	['a city at the path of Toronto: a static copy, or somebody else', 'open311test/ws/', {}, [], 1],
	['a city that a person marked as Toronto’s', 'v2/', {}, ['--dialect', 'toronto'], 0],
	['the path of Toronto with another marker', 'open311test/ws/', { 'X-Mock-Up': 'mine' }, [], 1],
	[
		'the mock-up, by its marker, at the path of Toronto',
		'open311test/ws/',
		{ [MARKER]: MARKER_VALUE },
		[],
		0
	],
	[
		'the same, by the letter of the specification',
		'open311test/ws/',
		{ [MARKER]: MARKER_VALUE },
		['--dialect', 'standard'],
		1
	]
])(
	'a wrapped list breaks the specification everywhere but in Toronto’s dialect: %s',
	async (_, path, headers, flags, code) => {
		const endpoint = await cityAt(path, WRAPPED, headers);
		const ran = await ended('--endpoint', endpoint, '--formats', 'json', ...flags);
		expect([ran.code, ran.output.includes('stands inside “service')]).toEqual([code, code === 1]);
	}
);

test('another root element of services.xml is named, and JSON is tested all the same', async () => {
	const endpoint = await cityAt('v2/', {
		text: (text, of) => (of === 'services' ? text.replaceAll('services>', 'catalogue>') : text)
	});
	const { code, output, errors } = await ended('--endpoint', endpoint, '--format', 'junit');
	expect(code).toBe(1);
	expect(XMLValidator.validate(output)).toBe(true);
	expect(output).toContain('The document is a &lt;catalogue&gt;; it should be &lt;services&gt;.');
	expect(errors).toMatch(/^\d+ passed, 1 failed, \d+ skipped\n/);
	expect(
		output.match(/name="general-requests-status|name="general-requests-open \(json\)"/g)
	).toHaveLength(1);
});

test('two documents that are no services: all cases that need none are run', async () => {
	const endpoint = await cityAt('v2/', {
		data: (data, of) => (of === 'services' ? 'nothing' : data)
	});
	const { code, output } = await ended('--endpoint', endpoint, '--format', 'json');
	expect(code).toBe(1);
	const { results } = JSON.parse(output) as { results: Result[] };
	const outcome = (id: string) =>
		results.filter((each) => each.id === id).map(({ outcome }) => outcome);
	expect(outcome('general-services')).toEqual(['failed', 'failed']);
	expect(outcome('general-requests-start')).toEqual(['passed', 'passed']);
	expect(outcome('general-definition')).toEqual(['skipped', 'skipped']);
});

test('a server of JSON alone: with --formats json an advice and 0, otherwise 1', async () => {
	const endpoint = await cityAt('v2/', {
		wire: (_wire, _of, format) =>
			format === 'json'
				? {}
				: { status: 404, type: 'text/html', body: new Uint8Array([60, 112, 62]) }
	});
	const json = await ended('--endpoint', endpoint, '--formats', 'json');
	expect(json.code).toBe(0);
	expect(json.output).toMatch(
		/\| passed \| general-xml \| xml \|.*Advice: .*200 was expected, 404 came/
	);
	expect((await ended('--endpoint', endpoint)).code).toBe(1);
});

test('formats of a discovery document are looked at; without a document that is skipped', async () => {
	const wrong = await cityAt('v2/', {
		text: (text, of) =>
			of === 'discovery' ? text.replace(/"formats":(\[.*?\])/, '"formats":{"format":$1}') : text
	});
	const found = await ended('--endpoint', wrong, '--formats', 'json');
	expect(found.code).toBe(1);
	expect(found.output).toContain('The formats stand inside “format”');
	const none = await cityAt('v2/', {
		wire: (_, of) => (of === 'discovery' ? { status: 404 } : {})
	});
	const skipped = await ended('--endpoint', none, '--formats', 'json');
	expect(skipped.code).toBe(0);
	expect(skipped.output).toMatch(/\| skipped \| general-discovery \| json \|.*gave 404\./);
	const elsewhere = new URL('discovery.xml', await cityAt('there/')).href;
	const given = await ended('--endpoint', none, '--formats', 'json', '--discovery', elsewhere);
	expect(given.output).toMatch(/\| passed \| general-discovery \| json \|/);
});

test('with --write a report is made to a city and followed to the list', async () => {
	const { code, output, errors } = await ended(
		'--endpoint',
		await cityAt('v2/'),
		'--write',
		'--format',
		'json'
	);
	expect([code, errors]).toEqual([0, expect.stringMatching(/^\d+ passed, 0 failed, 2 skipped\n$/)]);
	const { results } = JSON.parse(output) as {
		results: { id: string; format: string; steps: { method: string; url: string }[] }[];
	};
	const flow = results.find(({ id, format }) => id === 'general-submit-batch' && format === 'xml');
	expect(
		flow?.steps.map(
			({ method, url }) => `${method} ${new URL(url).pathname.replace(/\d{6}/, 'ID')}`
		)
	).toEqual([
		'POST /v2/requests.xml',
		'GET /v2/tokens/tID.xml',
		'GET /v2/requests/ID.xml',
		'GET /v2/requests.xml',
		'GET /v2/requests.xml'
	]);
});

test('one cause of many failures is told once, with their number', async () => {
	const endpoint = await cityAt('v2/', {
		wire: ({ type }) => ({ type: type?.split(';')[0] ?? null })
	});
	const { errors, output } = await ended(
		'--endpoint',
		endpoint,
		'--formats',
		'xml',
		'--format',
		'json'
	);
	expect(errors.split('\n').slice(1)).toEqual([
		expect.stringMatching(
			/^ {2}general-discovery \(xml\): GET .*names no charset; it should say charset=utf-8\. \[GeoReport v2, Encoding\] .* \(and \d+ more cases\)$/
		),
		''
	]);
	const { failed, causes } = JSON.parse(output) as { failed: number; causes: { others: number }[] };
	expect(causes.map(({ others }) => others)).toEqual([failed - 1]);
});

/** A city over HTTP whose answers are replaced where `listener` answers by itself. */
async function cityBehind(
	listener: (path: string, answer: Parameters<RequestListener>[1], method: string) => boolean
) {
	const city = await cityAt('v2/');
	return serving(async (incoming, outgoing) => {
		const { url = '', method = 'GET' } = incoming;
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		if (listener(url, outgoing, method)) return;
		const answer = await fetch(city + url.slice(1), {
			method,
			...(method === 'POST'
				? { body: Buffer.concat(chunks), headers: { 'Content-Type': FORM_TYPE } }
				: {})
		});
		outgoing
			.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' })
			.end(Buffer.from(await answer.arrayBuffer()));
	});
}

test.each<[what: string, breaks: (answer: Parameters<RequestListener>[1]) => void, says: RegExp]>([
	[
		'hangs up',
		(answer) => answer.destroy(),
		/discovery\.xml could not be asked: other side closed/
	],
	[
		'redirects in a circle',
		(answer) => answer.writeHead(302, { Location: 'discovery.xml' }).end(),
		/discovery\.xml could not be asked: redirect count exceeded/
	],
	[
		'fails',
		(answer) => answer.writeHead(500, { 'Content-Type': 'text/plain' }).end('No.'),
		/discovery\.xml: HTTP status 200 was expected, 500 came/
	]
])('where one document %s, the rest is tested all the same', async (_, breaks, says) => {
	const endpoint = await cityBehind((path, answer) => {
		if (!path.startsWith('/discovery.xml')) return false;
		breaks(answer);
		return true;
	});
	const { code, errors } = await ended('--endpoint', endpoint, '--formats', 'xml');
	expect(code).toBe(1);
	expect(errors).toMatch(/^\d\d passed, 1 failed, /);
	expect(errors).toMatch(says);
});

test('a report follows a redirect only where it stays a report', async () => {
	const redirecting = (status: number) =>
		cityBehind((path, answer, method) => {
			if (method !== 'POST' || path.endsWith('?moved')) return false;
			answer.writeHead(status, { Location: `${path}?moved` }).end();
			return true;
		});
	const flags = ['--formats', 'json', '--write'];
	const kept = await ended('--endpoint', await redirecting(308), ...flags);
	expect([kept.code, kept.errors]).toEqual([
		0,
		expect.stringMatching(/^\d\d passed, 0 failed, 1 skipped\n$/)
	]);
	const lost = await ended('--endpoint', await redirecting(301), ...flags);
	expect(lost.code).toBe(1);
	expect(lost.errors).toMatch(
		/general-submit \(json\): .* it answers with 301 to .*, which makes a GET of a POST; test that address instead\. \(and 3 more cases\)/
	);
});

test('a server that asks to wait is given the time', async () => {
	let asked = 0;
	const endpoint = await cityBehind((_, answer) => {
		if (asked++ % 3 > 0) return false;
		answer.writeHead(429, { 'Retry-After': '0', 'Content-Type': 'text/plain' }).end('Later.');
		return true;
	});
	const { code, errors } = await ended('--endpoint', endpoint, '--formats', 'json');
	expect([code, errors]).toEqual([0, expect.stringMatching(/^\d\d passed, 0 failed, /)]);
});

test('the key goes to the endpoint alone, and not into the report', async () => {
	const KEY = 'planted & "key" 0123';
	const service = { service_code: '1', service_name: KEY, metadata: false, type: 'realtime' };
	const LISTS = [
		['/services.json', 'application/json', JSON.stringify([service])],
		[
			'/services.xml',
			'text/xml',
			'<services><service><service_code>1</service_code><service_name>planted &amp; "key" 0123</service_name><metadata>false</metadata><type>realtime</type></service></services>'
		]
	] as const;
	let elsewhere = '';
	const other = await serving((request, response) => {
		request.on('data', (chunk) => (elsewhere += String(chunk)));
		elsewhere += request.url;
		response.end();
	});
	const endpoint = await serving((request, response) => {
		request.resume().on('end', () => {
			const { method, url = '' } = request;
			const list = LISTS.find(([path]) => url.startsWith(path));
			if (method === 'POST') {
				response.writeHead(307, { Location: `${other}requests.xml` }).end();
			} else if (list) {
				response.setHeader('Content-Type', list[1]).end(list[2]);
			} else response.writeHead(404).end(`No ${KEY}`);
		});
	});
	process.env.OPEN311_API_KEY = KEY;
	onTestFinished(() => void delete process.env.OPEN311_API_KEY);
	const { output } = await ended('--endpoint', endpoint, '--write', '--format', 'json');
	expect(output).toContain('redirect');
	expect(output).not.toMatch(/planted.{1,10}key/);
	expect(elsewhere).toBe('');
}, 120_000);
