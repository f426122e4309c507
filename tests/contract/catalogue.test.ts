// The data that forms load from an endpoint: once for each endpoint, with failures explained.
import { expect, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { Catalogue } from '../../src/explorer/catalogue.svelte';
import type { Endpoint } from '../../src/explorer/endpoint';
import { send, type MockUpHost } from '../../src/http/exchange';
import { inPage, mockUpEndpoint } from './mock-up';

const toronto = mockUpEndpoint('toronto');
const standard = mockUpEndpoint('standard');

/** A catalogue of the mock-up, and the URLs it requested; `isDown` makes the network fail. */
function catalogueOf() {
	const mockUp = createMockUp();
	const asked: string[] = [];
	const network = { isDown: false };
	const host: MockUpHost = {
		...inPage(),
		answerInPage: () =>
			network.isDown ? Promise.reject(new Error('no network')) : Promise.resolve(mockUp.answer)
	};
	const catalogue = new Catalogue((draft, request, signal) => {
		asked.push(request.url);
		return send(draft, request, host, signal);
	});
	return { catalogue, asked, network };
}

const codesOf = (catalogue: Catalogue, endpoint: Endpoint) => {
	const services = catalogue.services(endpoint);
	return services.state === 'ready'
		? services.value.map(({ service_code }) => service_code)
		: services.state;
};

test('the service list is loaded once, however often it is needed', async () => {
	const { catalogue, asked } = catalogueOf();
	expect(catalogue.services(toronto).state).toBe('idle');
	const first = catalogue.loadServices(toronto);
	const second = catalogue.loadServices(toronto);
	expect(catalogue.services(toronto).state).toBe('loading');
	await Promise.all([first, second]);
	await catalogue.loadServices(toronto);
	expect(codesOf(catalogue, toronto)).toEqual([
		'CSROWC-05',
		'CSROWBM-03',
		'CSROWR-12',
		'30102',
		'CSROSC-14',
		'SWLMALB-02'
	]);
	expect(asked).toEqual([
		'https://docs.example.org/playground/open311test/ws/services.xml?jurisdiction_id=toronto.ca'
	]);
});

test('each endpoint has its own list, loaded with its jurisdiction', async () => {
	const { catalogue, asked } = catalogueOf();
	await catalogue.loadServices(toronto);
	expect(catalogue.services(standard).state).toBe('idle');
	await catalogue.loadServices({ ...standard, jurisdiction: '' });
	expect(codesOf(catalogue, { ...standard, jurisdiction: '' })).toHaveLength(6);
	expect(asked[1]).toBe('https://docs.example.org/playground/georeport/v2/services.xml');
});

test('a definition is loaded once for each service', async () => {
	const { catalogue, asked } = catalogueOf();
	await catalogue.loadDefinition(toronto, 'CSROWR-12');
	await catalogue.loadDefinition(toronto, 'CSROWR-12');
	expect(asked).toEqual([
		'https://docs.example.org/playground/open311test/ws/services/CSROWR-12.xml?jurisdiction_id=toronto.ca'
	]);
	const loaded = catalogue.definition(toronto, 'CSROWR-12');
	expect(loaded).toMatchObject({ state: 'ready', value: { service_code: 'CSROWR-12' } });
	expect(catalogue.definition(toronto, '30102').state).toBe('idle');
});

test('a failure is explained, and stays until a retry succeeds', async () => {
	const { catalogue, asked, network } = catalogueOf();
	network.isDown = true;
	await catalogue.loadServices(toronto);
	expect(catalogue.services(toronto)).toEqual({
		state: 'failed',
		words: expect.stringContaining('no network')
	});
	network.isDown = false;
	expect(catalogue.services(toronto).state).toBe('failed');
	await catalogue.loadServices(toronto);
	expect(codesOf(catalogue, toronto)).toHaveLength(6);
	expect(asked).toHaveLength(2);
});

test('a refusal says who refused, how, and why', async () => {
	const { catalogue } = catalogueOf();
	const elsewhere = { ...toronto, jurisdiction: 'ottawa.ca' };
	await catalogue.loadServices(elsewhere);
	const refused = catalogue.services(elsewhere);
	expect(refused).toEqual({ state: 'failed', words: expect.stringContaining('answered 404') });
	expect(refused).toEqual({ state: 'failed', words: expect.stringContaining('ottawa.ca') });
	await catalogue.loadDefinition(toronto, 'NOPE-99');
	expect(catalogue.definition(toronto, 'NOPE-99')).toEqual({
		state: 'failed',
		words: expect.stringMatching(/services\/NOPE-99\.xml answered 404: /)
	});
});
