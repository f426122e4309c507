// What the mock-up takes at most.
import { expect, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { ROOT } from './mock-up';

const REPORT = 'service_code=SWLMALB-02&lat=43.6534&long=-79.3841';
const FORM = 'application/x-www-form-urlencoded';

async function post(body: BodyInit, type = FORM) {
	const url = `${ROOT}georeport/v2/requests.json`;
	const headers = { 'Content-Type': type };
	const response = await createMockUp().answer(new Request(url, { method: 'POST', headers, body }));
	return { status: response.status, text: await response.text() };
}

const get = async (path: string) => {
	const response = await createMockUp().answer(new Request(`${ROOT}georeport/v2/${path}`));
	return { status: response.status, text: await response.text() };
};

const PAIRS =
	'[{"code":400,"description":"The request has more than 1,000 arguments. Leave some of them out."}]';

const part = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`;

test('a form has at most 1,000 arguments', async () => {
	const filler = (count: number) => `${REPORT}${'&zzz='.repeat(count)}`;
	expect((await post(filler(997))).status).toBe(200);
	expect(await post(filler(998))).toEqual({ status: 400, text: PAIRS });
	expect(await post(`${REPORT}&${'attribute[A]=1&'.repeat(80_000)}`)).toEqual({
		status: 400,
		text: PAIRS
	});
});

test('a multipart body too', async () => {
	const type = 'multipart/form-data; boundary=b';
	const body = (count: number) => `${part('zzz').repeat(count)}--b--`;
	expect((await post(body(1000), type)).text).toContain('service_code was not provided');
	expect(await post(body(1001), type)).toEqual({ status: 400, text: PAIRS });
	expect(await post(body(50_000), type)).toEqual({ status: 400, text: PAIRS });
});

test('a query too', async () => {
	expect((await get(`services.json?${'a=1&'.repeat(999)}`)).status).toBe(200);
	expect(await get(`services.json?${'a=1&'.repeat(1001)}`)).toEqual({ status: 400, text: PAIRS });
});

test('a body has at most 10 MB', async () => {
	const body = (size: number) => REPORT + '&zzz='.padEnd(size - REPORT.length, 'a');
	expect((await post(body(10_000_000))).status).toBe(200);
	expect(await post(body(10_000_001))).toEqual({
		status: 413,
		text: '[{"code":413,"description":"The body is larger than 10 MB. Send a smaller one."}]'
	});
	const change = { method: 'PATCH', body: `{"note":"${'a'.repeat(10_000_000)}"}` };
	const url = `${ROOT}mock-up/submissions/101000900001`;
	expect((await createMockUp().answer(new Request(url, change))).status).toBe(413);
});

test('a list has at most 1,000 items', async () => {
	const ids = Array.from({ length: 1000 }, (_, at) => 101000000001 + at).join();
	const found = await get(`requests.json?service_request_id=${ids}`);
	expect(found.status).toBe(200);
	for (const name of ['service_request_id', 'service_code', 'status']) {
		const { status, text } = await get(`requests.json?${name}=${'a,'.repeat(1001)}`);
		expect([status, text]).toEqual([
			400,
			`[{"code":400,"description":"${name} has more than 1,000 items. Ask for them in several requests."}]`
		]);
	}
});

test.each(['description', 'media_url', 'address_string', 'address'])(
	'%s has at most 4,000 characters, for it is stored',
	async (name) => {
		const text = `https://example.org/${'a'.repeat(3981)}`;
		const { status, text: answer } = await post(`${REPORT}&${name}=${text}`);
		expect([status, answer]).toEqual([
			400,
			`[{"code":400,"description":"${name} has 4001 characters. Send at most 4000."}]`
		]);
		expect((await post(`${REPORT}&${name}=${text.slice(0, -1)}`)).status).toBe(200);
	}
);

test('a long name is not repeated at length', async () => {
	const { status, text } = await post(`${REPORT}&attribute[${'A'.repeat(100_000)}]=1`);
	expect(status).toBe(400);
	expect(text).toContain(`attribute[${'A'.repeat(60)}…] is no question`);
	expect(text.length).toBeLessThan(300);
});
