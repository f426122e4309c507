// What the mock-up does in each scene of the client check, and what it records of the calls.
import { setupServer } from 'msw/node';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Recording, replyOf } from '../../mocks/check/recording';
import type { Call, SceneId } from '../../mocks/check/scene';
import { hostScene } from '../../mocks/check/scene-host';
import { createMockUp } from '../../mocks/hosts/mock-up';

const TORONTO = 'http://localhost/open311test/ws/';
const STANDARD = 'http://localhost/georeport/v2/';
const LIST = `${TORONTO}requests.xml?jurisdiction_id=toronto.ca`;
const FORM = 'application/x-www-form-urlencoded';
const BIN = 'jurisdiction_id=toronto.ca&service_code=SWLMALB-02&lat=43.6509&long=-79.4507';
const ROAD =
	'jurisdiction_id=toronto.ca&service_code=CSROWC-05&lat=43.66412&long=-79.33985&attribute[SURFACE]=PAVEMENT&attribute[HATE]=YES';

afterEach(() => void vi.useRealTimers());

/** A scene that is asked in this process. */
function playing(id: SceneId) {
	const host = hostScene(id);
	onTestFinished(() => host.end());
	const ask = (url: string, init?: RequestInit) => host.answer(new Request(url, init));
	const report = (body: string, base = TORONTO) =>
		ask(`${base}requests.json`, { method: 'POST', headers: { 'Content-Type': FORM }, body });
	const listed = async () => {
		const response = await ask(`${STANDARD}requests.json?service_code=SWLMALB-02&status=open`);
		const rows = (await response.json()) as { service_request_id: string }[];
		return rows.filter((row) => row.service_request_id.startsWith('1010009'));
	};
	return { host, ask, report, listed };
}

const facts = ({ number, method, answer, reached }: Call) => [
	...[number, method, answer?.status ?? null, reached]
];

test('busy refuses two lists with 503 and a time to wait, then answers', async () => {
	const { ask, host } = playing('busy');
	for (const path of ['services.xml', 'services/30102.xml', 'discovery.xml']) {
		const base = path === 'discovery.xml' ? 'http://localhost/open311test/' : TORONTO;
		expect((await ask(`${base}${path}?jurisdiction_id=toronto.ca`)).status).toBe(200);
	}
	const first = await ask(LIST);
	expect([first.status, first.headers.get('Retry-After')]).toEqual([503, '2']);
	expect(await first.text()).toBe(
		'<?xml version="1.0" encoding="utf-8"?>\n<errors>\n  <error>\n    <code>503</code>\n    <description>The service is busy. Ask again in 2 seconds.</description>\n  </error>\n</errors>\n'
	);
	const second = await ask(`${STANDARD}requests.json`);
	expect(await second.json()).toEqual([
		{ code: 503, description: 'The service is busy. Ask again in 2 seconds.' }
	]);
	expect((await ask(LIST)).status).toBe(200);
	expect(host.recording.calls.map(facts)).toEqual([
		[1, 'GET', 200, true],
		[2, 'GET', 200, true],
		[3, 'GET', 200, true],
		[4, 'GET', 503, true],
		[5, 'GET', 503, true],
		[6, 'GET', 200, true]
	]);
});

test('lost-answer takes the first report that is right, and drops its answer', async () => {
	const { report, listed, host } = playing('lost-answer');
	expect((await report('service_code=SWLMALB-02')).status).toBe(400);
	expect(await listed()).toHaveLength(0);
	expect((await report(BIN)).type).toBe('error');
	expect(await listed()).toMatchObject([{ service_request_id: '101000900001' }]);
	expect((await report(BIN)).status).toBe(200);
	const calls = host.recording.calls.filter(({ method }) => method === 'POST');
	expect(calls.map(facts)).toEqual([
		[1, 'POST', 400, true],
		[3, 'POST', 200, false],
		[5, 'POST', 200, true]
	]);
	expect(calls[1]?.answer?.body).toContain('"token":"91000001"');
	expect(new TextDecoder().decode(calls[1]?.body)).toBe(BIN);
});

test('needs-key refuses every report, whatever its key', async () => {
	const { report, listed } = playing('needs-key');
	for (const key of ['', '&api_key=mine']) {
		const response = await report(BIN + key);
		expect(response.status).toBe(403);
		expect(await response.json()).toEqual([
			{
				code: 403,
				description:
					'This service takes reports only with a key that it has given out, and api_key is none of them.'
			}
		]);
	}
	expect(await listed()).toHaveLength(0);
});

test('broken-answer gives a page, then half of the list, then the list', async () => {
	const { ask } = playing('broken-answer');
	const page = await ask(LIST);
	expect([page.status, page.headers.get('Content-Type')]).toEqual([
		200,
		'text/html; charset=utf-8'
	]);
	expect(await page.text()).toContain('<h1>Welcome</h1>');
	const cut = await ask(LIST);
	expect([cut.status, cut.headers.get('Content-Type')]).toEqual([200, 'text/xml; charset=utf-8']);
	const half = await cut.text();
	const whole = await (await ask(LIST)).text();
	expect(whole).toMatch(/<\/service_requests>\n$/);
	expect(half).toBe(whole.slice(0, Math.ceil(whole.length / 2)));
});

test('silence answers nothing to the first list, and drops it when the scene ends', async () => {
	const { ask, host } = playing('silence');
	const first = ask(`${TORONTO}/requests.xml?jurisdiction_id=toronto.ca`);
	expect((await ask(LIST)).status).toBe(200);
	expect(host.recording.calls.map(({ end, answer }) => [end === null, answer === null])).toEqual([
		[true, true],
		[false, false]
	]);
	host.end();
	expect((await first).type).toBe('error');
});

test('follow-slow gives the id of a token three seconds after the report', async () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	const { ask, report } = playing('follow-slow');
	vi.advanceTimersByTime(700);
	const response = await report(ROAD);
	expect([response.status, await response.json()]).toEqual([
		200,
		[{ token: '91000001', service_notice: null, account_id: null }]
	]);
	const idOf = async () => {
		const url = `${TORONTO}tokens/91000001.json?jurisdiction_id=toronto.ca`;
		return (await (await ask(url)).json()) as unknown;
	};
	vi.advanceTimersByTime(2999);
	expect(await idOf()).toEqual([{ service_request_id: null, token: '91000001' }]);
	vi.advanceTimersByTime(1);
	expect(await idOf()).toEqual([{ service_request_id: 101000900001, token: '91000001' }]);
});

test('the clock of a scene starts at noon and runs', async () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	const { ask, report } = playing('report-simple');
	vi.advanceTimersByTime(5250);
	expect((await report(BIN)).status).toBe(200);
	const row = await ask(`${STANDARD}requests/101000900001.json`);
	expect(await row.json()).toMatchObject([{ requested_datetime: '2012-06-15T12:00:05-04:00' }]);
});

test('refused is refused by what the mock-up always checks, twice', async () => {
	const { report } = playing('refused');
	const response = await report(
		`jurisdiction_id=toronto.ca&service_code=SWLMALB-02&lat=43.62&long=-79.32&description=${'a'.repeat(4200)}`
	);
	expect(response.status).toBe(400);
	expect(await response.json()).toHaveLength(2);
});

test('list-odd prints its rows in rare ways, in both formats and dialects', async () => {
	const { ask } = playing('list-odd');
	const xml = await (await ask(LIST)).text();
	expect(xml.match(/<service_request_id>[^<]*/g)).toHaveLength(5);
	expect(xml).toContain(
		'<description><![CDATA[It says <b>“R&D”</b> & nothing else, the letters are a metre high 👀]]></description>'
	);
	expect(xml).toContain('“Café Olé” &amp; on the wall &lt;north side&gt;: 5 &gt; 3');
	expect(xml.match(/<ward>20<\/ward>/g)).toHaveLength(5);
	const rows = (await (await ask(`${STANDARD}requests.json`)).json()) as Record<string, unknown>[];
	expect(rows.find((row) => row.service_request_id === '101000000303')).toEqual({
		service_request_id: '101000000303',
		status: 'open',
		service_code: '30102',
		requested_datetime: '2012-06-01T00:00:00-04:00',
		ward: '20',
		priority: 3,
		extended_attributes: { channel: 'mobile & web', photos: ['first', 'second'] }
	});
	const wrapped = await (await ask(LIST.replace('.xml', '.json'))).text();
	expect(wrapped).toMatch(/^{"service_requests":\[{"service_request_id":101000000301,/);
	const discovery = await (await ask('http://localhost/open311test/discovery.xml')).text();
	expect(discovery.match(/<url>[^<]*/g)).toEqual([
		'<url>http://localhost/open311test/ws',
		'<url>http://localhost/georeport/v2'
	]);
});

test('a mock-up that records gives the calls below its bases, and no preflights', async () => {
	const mockUp = createMockUp({ record: true });
	const { answer, calls } = mockUp;
	await answer(
		new Request(`${STANDARD}services.json?a=1`, { headers: { 'User-Agent': 'Mine/1' } })
	);
	await answer(new Request(`${STANDARD}requests.json`, { method: 'OPTIONS' }));
	await answer(new Request('http://localhost/mock-up/submissions'));
	await answer(new Request('http://localhost/check/a/georeport/v2/services.json'));
	const lost = { method: 'POST', headers: { Prefer: 'fault=drop' }, body: 'a=é' };
	await answer(new Request(`${STANDARD}requests.json`, lost));
	const [first, second, ...others] = calls();
	expect(others).toEqual([]);
	expect(first).toMatchObject({
		number: 1,
		method: 'GET',
		url: `${STANDARD}services.json?a=1`,
		headers: { 'user-agent': 'Mine/1' },
		answer: { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } },
		reached: true
	});
	expect(first?.answer?.body).toContain('"service_code":"CSROWC-05"');
	expect(first?.end).toBeGreaterThanOrEqual(first?.begin ?? Infinity);
	expect(second).toMatchObject({ number: 2, method: 'POST', answer: null, reached: false });
	expect(second?.body).toEqual(new TextEncoder().encode('a=é'));
	expect(createMockUp().calls()).toEqual([]);
});

test('it records as MSW handlers too', async () => {
	const { handlers, calls } = createMockUp({ record: true });
	const server = setupServer(...handlers);
	server.listen({ onUnhandledRequest: 'error' });
	onTestFinished(() => server.close());
	const response = await fetch('https://open311.example.org/georeport/v2/services.xml');
	expect(response.status).toBe(200);
	expect(calls().map(facts)).toEqual([[1, 'GET', 200, true]]);
});

test('a recording is bounded in calls and in bytes, and answers all the same', async () => {
	const reply = () => Promise.resolve(replyOf(new Response('fine')));
	const many = new Recording(() => 0);
	for (let call = 1; call <= 301; call++) {
		const response = await many.answer(new Request(`${STANDARD}services.xml`), reply);
		expect(await response.text()).toBe('fine');
	}
	expect(many.calls).toHaveLength(300);
	const large = new Recording(() => 0);
	const body = 'a'.repeat(9_000_000);
	for (let call = 1; call <= 3; call++) {
		const request = new Request(`${STANDARD}requests.xml`, { method: 'POST', body });
		expect((await large.answer(request, reply)).status).toBe(200);
	}
	expect(large.calls).toHaveLength(1);
});
