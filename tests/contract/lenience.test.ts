// Mistakes of real clients: which are tolerated, and which are refused with a message.
import { expect, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { ROOT } from './mock-up';

const TORONTO = `${ROOT}open311test/ws/`;
const POTHOLE =
	'jurisdiction_id=toronto.ca&service_code=CSROWR-12&attribute[POTLOC]=CURB&attribute[POTSIZE]=YES';

const ask = (url: string, init?: RequestInit) => createMockUp().answer(new Request(url, init));

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function report(body: string | Uint8Array<ArrayBuffer>, path = 'requests.json') {
	const response = await ask(TORONTO + path, { method: 'POST', headers: FORM, body });
	return { status: response.status, text: await response.text() };
}

const countOf = async (query: string) => {
	const response = await ask(`${TORONTO}requests.json?jurisdiction_id=toronto.ca&${query}`);
	const { service_requests } = (await response.json()) as { service_requests: unknown[] };
	return service_requests.length;
};

test('a base that ends in a slash and a path that begins with one are joined', async () => {
	const response = await ask(`${TORONTO}/services.json?jurisdiction_id=toronto.ca`);
	expect(response.status).toBe(200);
	expect(await response.json()).toHaveLength(6);
});

test('a repeated argument is a list', async () => {
	const [open, closed] = [await countOf('status=open'), await countOf('status=closed')];
	expect(await countOf('status=open&status=closed')).toBe(open + closed);
	expect(open).toBeGreaterThan(0);
	expect(closed).toBeGreaterThan(0);
});

test('with only an end_date in the future, the span ends now', async () => {
	expect(await countOf('end_date=2012-12-31')).toBe(await countOf(''));
});

test('the key is checked before an unsupported body', async () => {
	const response = await ask(`${TORONTO}requests.json?api_key=INVALID`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: '{}'
	});
	expect(response.status).toBe(403);
});

test('a bad key in the query is refused even with another in the body', async () => {
	const answer = await report(`${POTHOLE}&api_key=abc`, 'requests.json?api_key=INVALID');
	expect(answer.status).toBe(403);
});

test('text that is not UTF-8 is refused, not altered', async () => {
	const raw = new Uint8Array(
		[...`${POTHOLE}&lat=43.66&long=-79.4&description=caf`].map((c) => c.charCodeAt(0)).concat(0xe9)
	);
	const escaped = `${POTHOLE}&lat=43.66&long=-79.4&first_name=%EF%BF%BD&description=caf%E9`;
	for (const body of [raw, escaped]) {
		const { status, text } = await report(body);
		expect(status).toBe(400);
		expect(text).toContain('UTF-8');
	}
	expect((await report(`${POTHOLE}&lat=43.66&long=-79.4&description=100% caf%C3%A9`)).status).toBe(
		200
	);
});

test('swapped coordinates are reported as such', async () => {
	expect((await report(`${POTHOLE}&lat=-79.4&long=43.66`)).text).toContain('swapped');
});

test('a municipality that contradicts the address is refused', async () => {
	const at = (address: string) =>
		report(`${POTHOLE}&address_string=${encodeURIComponent(address)}`).then(({ status }) => status);
	expect(await at('1 KING ST, YORK')).toBe(200);
	expect(await at('1 King St, Toronto')).toBe(200);
	expect(await at('1 KING ST, SCARBOROUGH')).toBe(400);
	expect(await at('DUFFERIN ST & BLOOR ST W, , SCARBOROUGH')).toBe(400);
});

test('an address_id sent with coordinates must be a number, and keeps its own address', async () => {
	const mockUp = createMockUp();
	const post = (body: string) =>
		mockUp.answer(new Request(`${TORONTO}requests.json`, { method: 'POST', headers: FORM, body }));
	expect((await post(`${POTHOLE}&lat=43.66&long=-79.4&address_id=none`)).status).toBe(400);
	expect((await post(`${POTHOLE}&lat=43.66&long=-79.4&address_id=12345`)).status).toBe(200);
	const shown = await mockUp.answer(
		new Request(`${TORONTO}requests/101000900001.json?jurisdiction_id=toronto.ca`)
	);
	expect(await shown.json()).toMatchObject({
		service_requests: [{ address_id: 12345, address: null }]
	});
});

test('paths in upper case are answered, never with an error of the mock-up', async () => {
	for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS']) {
		for (const path of ['OPEN311TEST/WS/services.json', 'OPEN311TEST/WS/nope.json']) {
			const { status } = await ask(`${ROOT}${path}?jurisdiction_id=toronto.ca`, { method });
			expect([200, 204, 404, 405]).toContain(status);
		}
	}
});

test('every failing step of the ladder fails for each of the six services', async () => {
	const answers: Record<string, string> = {
		'CSROWR-12': '&attribute[POTLOC]=CURB&attribute[POTSIZE]=YES',
		'30102': '&attribute[PRIVTYPE]=BUSINESS&attribute[HATE]=NO',
		'CSROWC-05': '&attribute[SURFACE]=CURB&attribute[HATE]=NO',
		'CSROSC-14': '&attribute[SURFACE]=BENCH&attribute[HATE]=NO',
		'CSROWBM-03': '&attribute[SURFACE]=RAILING&attribute[HATE]=NO',
		'SWLMALB-02': ''
	};
	const person = '&first_name=Ada&last_name=Example&email=ada@example.org';
	const rungs: [string, string][] = [
		['', 'location was not provided'],
		['&lat=43.66', 'long was not provided'],
		['&lat=abc&long=-79.4', "lat 'abc'"],
		['&lat=43.589&long=-79.6444', 'outside the City of Toronto'],
		['&lat=43.66&long=-79.4&media_url=none', 'media_url'],
		[`&lat=43.66&long=-79.4&description=${'x'.repeat(4001)}`, '4001 characters']
	];
	for (const [code, attributes] of Object.entries(answers)) {
		const base = `jurisdiction_id=toronto.ca&service_code=${code}${person}${attributes}`;
		expect((await report(`${base}&lat=43.66&long=-79.4`)).status).toBe(200);
		for (const [rung, words] of rungs) {
			const { status, text } = await report(base + rung);
			expect([status, text.includes(words)]).toEqual([400, true]);
		}
	}
});
