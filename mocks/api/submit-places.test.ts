import { expect, test, vi } from 'vitest';
import { toArguments } from './arguments';
import { metresBetween } from '../city/boundary';
import type { CityRequest } from '../city/city-request';
import { createCity, fromSeed } from '../city/city';
import { PLACES } from '../data/places';
import { REQUESTS } from '../data/requests';
import { memoryStore } from '../store/store';
import { submit } from './submit';

const NOON = Date.parse('2012-06-15T12:00:00-04:00');
const GAZETTEER = Object.values(PLACES).flat();

const ROWS = REQUESTS.map(fromSeed);

/** A report about a litter bin, which asks no questions, with its location in coordinates. */
const BIN = { service_code: 'SWLMALB-02', lat: '43.66', long: '-79.4' };

const report = (values: Record<string, string>) =>
	submit(
		createCity(ROWS, memoryStore(), () => NOON),
		toArguments(Object.entries(values))
	);

async function accepted(values: Record<string, string>): Promise<CityRequest> {
	const answer = await report(values);
	if (answer.kind === 'submitted') return answer.request;
	throw new Error(answer.kind === 'failed' ? answer.failures[0].description : answer.kind);
}

async function failures(values: Record<string, string>): Promise<string[]> {
	const answer = await report(values);
	return answer.kind === 'failed' ? answer.failures.map((each) => each.description) : [];
}

test('every named row of the gazetteer is accepted as address_string, there or at its real corner', async () => {
	const wrong: string[] = [];
	for (const [name, lat, long] of GAZETTEER) {
		const answer = await report({ service_code: 'SWLMALB-02', address_string: name });
		const request = answer.kind === 'submitted' ? answer.request : null;
		const metres = metresBetween(
			{ lat, long },
			{ lat: request?.lat ?? 0, long: request?.long ?? 0 }
		);
		if (!(metres <= 60)) wrong.push(`${name}: ${JSON.stringify(answer)}`);
	}
	expect(wrong).toEqual([]);
}, 30_000);

test('every named row of the gazetteer is accepted by its coordinates, and gets an address', async () => {
	const wrong: string[] = [];
	for (const [name, lat, long] of GAZETTEER) {
		const values = { service_code: 'SWLMALB-02', lat: String(lat), long: String(long) };
		const answer = await report(values);
		const request = answer.kind === 'submitted' ? answer.request : null;
		if (request?.lat !== lat || request.long !== long || !request.address) wrong.push(name);
	}
	expect(wrong).toEqual([]);
}, 30_000);

test.each([
	['the inner harbour', '43.634', '-79.375'],
	['off Humber Bay', '43.615', '-79.46'],
	['off the Scarborough Bluffs', '43.69', '-79.21'],
	['the middle of the lake', '43.4', '-79.3'],
	['Mississauga', '43.589', '-79.6444'],
	['Vaughan', '43.8', '-79.5268'],
	['null island', '0', '0']
])('a report from %s is outside the City of Toronto', async (_, lat, long) => {
	expect(await failures({ ...BIN, lat, long })).toEqual([
		`The location lat ${lat}, long ${long} is outside the City of Toronto. Send a place inside the city.`
	]);
});

test('an ambiguous address is refused, and both places are named', async () => {
	const errors = await failures({ service_code: 'SWLMALB-02', address_string: 'Bloor & Dundas' });
	expect(errors).toHaveLength(1);
	expect(errors[0]).toContain('BLOOR ST W & DUNDAS ST W (DUNDAS WEST)');
	expect(errors[0]).toContain('BLOOR ST W & DUNDAS ST W (SIX POINTS)');
});

test('coordinates win over an address_id, and that over a text; address means address_string', async () => {
	const { lat: _, long: __, ...nowhere } = BIN;
	expect(
		await accepted({ ...BIN, address_id: '8417961', address_string: 'as typed' })
	).toMatchObject({ lat: 43.66, long: -79.4, address: 'as typed', address_id: '8417961' });
	expect(
		await accepted({ ...nowhere, address_id: '8417961', address_string: 'High Park' })
	).toMatchObject({ address: '296 BRUNSWICK AVE', lat: 43.665497385, long: -79.407597678 });
	expect(await accepted({ ...nowhere, address: '296 Brunswick Avenue' })).toMatchObject({
		address_id: '8417961'
	});
});

test('where the places cannot be loaded, nothing is accepted, and the next try can be', async () => {
	vi.doMock('../city/geocoder', () => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	const store = memoryStore();
	const city = createCity(ROWS, store, () => NOON);
	const send = () => submit(city, toArguments(Object.entries(BIN)));
	expect(await send()).toEqual({
		kind: 'failed',
		failures: [
			{
				status: 503,
				description: expect.stringMatching(/nothing was accepted.*send the report again/)
			}
		]
	});
	expect(await store.all()).toEqual([]);
	vi.doUnmock('../city/geocoder');
	expect(await send()).toMatchObject({ kind: 'submitted' });
});
