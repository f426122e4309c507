// Example: how to test your own GeoReport v2 client in Node with MSW's server and the mock-up.
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';

const ENDPOINT = 'https://open311.example.org/open311test/ws/';
const JURISDICTION = { jurisdiction_id: 'toronto.ca' };

/** The client under test; import yours instead. */
const client = {
	async get(path: string): Promise<unknown> {
		const response = await fetch(`${ENDPOINT}${path}?${new URLSearchParams(JURISDICTION)}`);
		if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
		return response.json();
	},
	async post(report: Record<string, string>): Promise<unknown> {
		const body = new URLSearchParams({ ...JURISDICTION, ...report });
		const response = await fetch(`${ENDPOINT}requests.json`, { method: 'POST', body });
		return response.json();
	}
};

const server = setupServer(...createMockUp().handlers);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('the client reads the six services of Toronto', async () => {
	const services = (await client.get('services.json')) as { service_code: string | number }[];
	expect(services.map(({ service_code }) => service_code)).toEqual([
		'CSROWC-05',
		'CSROWBM-03',
		'CSROWR-12',
		30102,
		'CSROSC-14',
		'SWLMALB-02'
	]);
});

test('the client reports a problem, follows its token and finds the open request', async () => {
	const posted = await client.post({
		service_code: 'SWLMALB-02',
		address_string: 'High Park',
		description: 'Tags all over the bin by the café.'
	});
	expect(posted).toEqual([{ token: '91000001', service_notice: null, account_id: null }]);
	expect(await client.get('tokens/91000001.json')).toEqual([
		{ service_request_id: 101000900001, token: '91000001' }
	]);
	expect(await client.get('requests/101000900001.json')).toMatchObject({
		service_requests: [
			{
				service_request_id: 101000900001,
				status: 'open',
				service_code: 'SWLMALB-02',
				description: 'Tags all over the bin by the café.'
			}
		]
	});
});

test('the client gets an error body for an unknown id', async () => {
	await expect(client.get('requests/1.json')).rejects.toThrow('404: [{"code":404');
});

test('a request to any other URL fails without reaching a server', async () => {
	const warning = vi.spyOn(console, 'error').mockImplementation(() => {});
	await expect(fetch('https://open311.example.org/elsewhere')).rejects.toThrow();
	expect(warning).toHaveBeenCalledWith(expect.stringContaining('/elsewhere'));
	warning.mockRestore();
});
