// The mock-up's own controls, and the rules that can be enabled.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMockUp, type MockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { ROOT } from './mock-up';

const REPORT = 'service_code=SWLMALB-02&lat=43.6534&long=-79.3841&description=First';

const ask = (mockUp: MockUp, path: string, init: RequestInit = {}) =>
	mockUp.answer(new Request(`${ROOT}${path}`, init));
const report = (mockUp: MockUp, headers: HeadersInit = {}) =>
	ask(mockUp, 'georeport/v2/requests.xml', { method: 'POST', body: REPORT, headers });
const list = async (mockUp: MockUp) => (await ask(mockUp, 'mock-up/submissions')).json();

test('submissions can be listed, changed and deleted; fixed rows are not among them', async () => {
	const mockUp = createMockUp();
	expect(await list(mockUp)).toEqual([]);
	await report(mockUp);
	await report(mockUp);
	expect(await list(mockUp)).toMatchObject([
		{
			service_request_id: '101000900001',
			token: '91000001',
			service_code: 'SWLMALB-02',
			note: 'scheduled',
			status: 'open',
			requested_datetime: '2012-06-15T12:00:00-04:00',
			updated_datetime: null,
			description: 'First'
		},
		{ service_request_id: '101000900002' }
	]);
	const patch = (id: string, body: unknown, prefer = '') =>
		ask(mockUp, `mock-up/submissions/${id}`, {
			method: 'PATCH',
			body: JSON.stringify(body),
			headers: { Prefer: prefer }
		});
	const change = { note: 'cancelled', description: 'Second' };
	expect((await patch('101000900001', change, 'clock=+1h')).status).toBe(204);
	const view = await ask(mockUp, 'georeport/v2/requests/101000900001.json');
	expect(await view.json()).toMatchObject([
		{
			status: 'closed',
			status_notes:
				'Cancelled - The request may be a duplicate, work is previously scheduled or no work is required.',
			description: 'Second',
			updated_datetime: '2012-06-15T13:00:00-04:00'
		}
	]);
	expect((await patch('101000000001', change)).status).toBe(404);
	const inherited = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];
	for (const wrong of [
		{ note: 'lost' },
		{ status: 'open' },
		{ description: 7 },
		{ description: 'a'.repeat(4001) },
		{ media_url: 'a'.repeat(4001) },
		[],
		'x',
		...inherited.flatMap((name) => [{ note: name }, { [name]: 'scheduled' }])
	]) {
		const answer = await patch('101000900001', wrong);
		expect([wrong, answer.status]).toEqual([wrong, 400]);
	}
	const forget = { method: 'DELETE' };
	expect((await ask(mockUp, 'mock-up/submissions/101000900002', forget)).status).toBe(204);
	expect((await ask(mockUp, 'mock-up/submissions/101000900002', forget)).status).toBe(404);
	expect((await ask(mockUp, 'georeport/v2/requests/101000900002.xml')).status).toBe(404);
	await report(mockUp);
	const ids = (await list(mockUp)).map((each: { service_request_id: string }) => each);
	expect(ids).toMatchObject([
		{ service_request_id: '101000900001' },
		{ service_request_id: '101000900003' }
	]);
	const put = await ask(mockUp, 'mock-up/submissions', { method: 'PUT' });
	expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD, DELETE']);
});

test('a state set by hand does not change by itself', async () => {
	const mockUp = createMockUp();
	await report(mockUp);
	await ask(mockUp, 'mock-up/submissions/101000900001', {
		method: 'PATCH',
		body: '{"note":"investigated"}'
	});
	const later = { headers: { Prefer: 'clock=+52w' } };
	const view = await ask(mockUp, 'georeport/v2/requests/101000900001.json', later);
	expect(await view.json()).toMatchObject([{ status: 'open' }]);
});

test('the production rule refuses only reports without a key', async () => {
	const mockUp = createMockUp();
	const preferred = { Prefer: 'key=required' };
	const refused = await report(mockUp, {
		...preferred,
		'Content-Type': 'application/x-www-form-urlencoded'
	});
	expect(refused.status).toBe(403);
	expect(await refused.text()).toContain('api_key was not provided');
	const keyed = await ask(mockUp, 'georeport/v2/requests.xml', {
		method: 'POST',
		body: `${REPORT}&api_key=mine`,
		headers: { ...preferred, 'Content-Type': 'application/x-www-form-urlencoded' }
	});
	expect(keyed.status).toBe(200);
	const get = await ask(mockUp, 'georeport/v2/requests.xml', { headers: preferred });
	expect(get.status).toBe(200);
});

test('if JSON is turned off, it is refused, in JSON; XML is not', async () => {
	const mockUp = createMockUp();
	const headers = { Prefer: 'json=off' };
	for (const path of ['services', 'requests', 'discovery', 'requests/101000000001']) {
		const json = await ask(mockUp, `georeport/v2/${path}.json`, { headers });
		expect([path, json.status, (await json.json())[0].code]).toEqual([path, 404, 404]);
		const xml = await ask(mockUp, `georeport/v2/${path}.xml`, { headers });
		expect([path, xml.status]).toEqual([path, 200]);
	}
});

test('a preference for one method does not affect others, and the most specific one counts', async () => {
	const mockUp = createMockUp({
		prefer: { every: 'code=500', requests: 'code=404', token: 'code=403' }
	});
	const status = async (path: string, init: RequestInit = {}) =>
		(await ask(mockUp, `georeport/v2/${path}.xml`, init)).status;
	expect(await status('discovery')).toBe(500);
	expect(await status('services')).toBe(500);
	expect(await status('services/CSROWR-12')).toBe(500);
	expect(await status('requests')).toBe(404);
	expect(await status('requests', { method: 'POST', body: REPORT })).toBe(500);
	expect(await status('requests/101000000001')).toBe(500);
	expect(await status('tokens/90000211')).toBe(403);
	expect(await status('requests', { headers: { Prefer: 'code=400' } })).toBe(400);
});

test('a reset restores the first answers byte for byte, over HTTP, whatever was done', async () => {
	const server = createMockServer(createMockUp(), () => {}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	const text = async (path: string) => (await fetch(root + path)).text();
	const paths = [
		'georeport/v2/requests.xml',
		'open311test/ws/requests.json?jurisdiction_id=toronto.ca'
	];
	const first = await Promise.all(paths.map(text));
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const preferences = ['', 'clock=+3d', 'pending=1d', 'delay=1-2', 'fault=truncate', 'fault=html'];
	for (const prefer of preferences) {
		const url = `${root}georeport/v2/requests.xml`;
		await fetch(url, { method: 'POST', body: REPORT, headers: { ...headers, Prefer: prefer } });
	}
	expect(JSON.parse(await text('mock-up/submissions')).length).toBeGreaterThan(3);
	expect(await text('georeport/v2/requests.xml')).not.toBe(first[0]);
	const id = `${root}mock-up/submissions/101000900001`;
	expect((await fetch(id, { method: 'PATCH', body: '{"description":"x"}' })).status).toBe(204);
	expect((await fetch(`${root}mock-up/submissions`, { method: 'DELETE' })).status).toBe(204);
	expect(await Promise.all(paths.map(text))).toEqual(first);
});
