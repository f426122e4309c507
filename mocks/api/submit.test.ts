import { expect, test } from 'vitest';
import { toArguments } from './arguments';
import type { CityRequest } from '../city/city-request';
import { createCity, fromSeed, type City } from '../city/city';
import { REQUESTS } from '../data/requests';
import { createMockUp } from '../hosts/mock-up';
import { memoryStore } from '../store/store';
import { submit } from './submit';

const NOON = Date.parse('2012-06-15T12:00:00-04:00');

const ROWS = REQUESTS.map(fromSeed);

const newCity = () => createCity(ROWS, memoryStore(), () => NOON);

/** A report about a litter bin, which has no questions, far from every seeded row. */
const BIN = { service_code: 'SWLMALB-02', lat: '43.66', long: '-79.4' };
const POTHOLE = {
	service_code: 'CSROWR-12',
	lat: '43.66',
	long: '-79.4',
	'attribute[POTLOC]': 'CURB',
	'attribute[POTSIZE]': 'YES'
};

const report = (values: Record<string, string>, city: City = newCity()) =>
	submit(city, toArguments(Object.entries(values)));

async function accepted(values: Record<string, string>, city?: City): Promise<CityRequest> {
	const answer = await report(values, city);
	if (answer.kind === 'submitted') return answer.request;
	throw new Error(answer.kind === 'failed' ? answer.failures[0].description : answer.kind);
}

async function failures(values: Record<string, string>): Promise<string[]> {
	const answer = await report(values);
	return answer.kind === 'failed' ? answer.failures.map((each) => each.description) : [];
}

test('ids and tokens depend on the order of reports, and start again after a reset', async () => {
	const city = newCity();
	const [first, second] = [await accepted(BIN, city), await accepted(POTHOLE, city)];
	expect(first).toMatchObject({ service_request_id: '101000900001', token: '91000001' });
	expect(second).toMatchObject({ service_request_id: '101000900002', token: '91000002' });
	expect(await city.byToken('91000001')).toEqual(first);
	expect((await city.requests()).slice(0, 2)).toEqual([second, first]);
	await city.reset();
	expect(await city.byId('101000900001')).toBe(null);
	expect(await accepted(POTHOLE, city)).toMatchObject({ service_request_id: '101000900001' });
});

// 296 Brunswick Ave has an open pothole request; a metre is 1/111,195 of a degree of latitude.
test.each([
	[0, 'CSROWR-12', 'cancelled'],
	[59, 'CSROWR-12', 'cancelled'],
	[61, 'CSROWR-12', 'scheduled'],
	[0, 'SWLMALB-02', 'scheduled']
])('%d metres from an open pothole, a report of %s is %s', async (metres, service_code, note) => {
	const lat = String(43.665497385 + metres / 111_195);
	const place = { lat, long: '-79.407597678' };
	const values = service_code === 'CSROWR-12' ? { ...POTHOLE, ...place } : { ...BIN, ...place };
	const request = await accepted(values);
	expect(request.note).toBe(note);
	expect(request.expected === null).toBe(note === 'cancelled');
});

test('a report is not a duplicate of an earlier report or of a closed request', async () => {
	const city = newCity();
	expect((await accepted(POTHOLE, city)).note).toBe('scheduled');
	expect((await accepted(POTHOLE, city)).note).toBe('scheduled');
	const dufferinAndBloor = { lat: '43.659883758', long: '-79.435365846' };
	expect((await accepted({ ...POTHOLE, ...dufferinAndBloor }, city)).note).toBe('scheduled');
});

test.each([
	['x'.repeat(4000), null],
	['x'.repeat(4001), '4001'],
	['🕳'.repeat(4000), null],
	['🕳'.repeat(4001), '4001'],
	[` ${'x'.repeat(4000)}\n`, null]
])(
	'a description has at most 4,000 characters, whatever they are (%#)',
	async (description, count) => {
		expect(await failures({ ...BIN, description })).toEqual(
			count === null ? [] : [`description has ${count} characters. Send at most 4000.`]
		);
	}
);

test('all errors are reported at once, except that an unknown code comes alone', async () => {
	const errors = await failures({
		service_code: '30102',
		lat: 'north',
		long: '-200',
		email: 'nobody',
		media_url: 'ftp://x',
		description: 'x'.repeat(4001),
		'attribute[HATE]': 'MAYBE',
		'attribute[PRIVNOTE]': 'x'
	});
	const names = errors.map((line) => /^[\w[\]]+/.exec(line)?.[0]);
	expect(names.toSorted()).toEqual([
		'attribute[HATE]',
		'attribute[PRIVNOTE]',
		'attribute[PRIVTYPE]',
		'description',
		'email',
		'first_name',
		'last_name',
		'lat',
		'long',
		'media_url'
	]);
	expect(await failures({ service_code: 'x', lat: 'north' })).toHaveLength(1);
});

test.each([
	['attribute[POTSEEN]', 'yesterday', 'not a date-time'],
	['attribute[POTSEEN]', '2012-06-15T08:30:00-04:00', null],
	['attribute[POTRISK]', 'SWIM', 'none of its values'],
	['attribute[POTRISK][]', 'WALK', null],
	['attribute[POTSIZE][]', 'NO', 'takes one value'],
	['attribute[POTNOTE]', 'x', 'is a note'],
	['attribute[potsize]', 'YES', 'no question']
])('%s=%s is checked against the service definition', async (name, value, problem) => {
	const errors = await failures({ ...POTHOLE, [name]: value });
	expect(errors.map((line) => (problem && line.includes(problem) ? problem : line))).toEqual(
		problem === null ? [] : [problem]
	);
});

test.each(['xml', 'json'])('no answer has private data (%s)', async (format) => {
	const mockUp = createMockUp();
	const ask = async (path: string, init?: RequestInit) =>
		(await mockUp.answer(new Request(`https://city.example/georeport/v2/${path}`, init))).text();
	const PRIVATE = {
		first_name: 'Wilhelmina',
		last_name: 'Featherstonehaugh',
		email: 'wil@private.example',
		phone: '416-555-0199',
		account_id: 'ACCT-77',
		device_id: 'DEVICE-88',
		api_key: 'KEY-99'
	};
	const body = new URLSearchParams({
		...BIN,
		...PRIVATE,
		service_code: '30102',
		'attribute[PRIVTYPE]': 'BUSINESS',
		'attribute[HATE]': 'NO',
		description: 'on the back door'
	});
	const posted = await ask(`requests.${format}`, { method: 'POST', body });
	expect(posted).toContain('91000001');
	const later = [
		posted,
		await ask(`tokens/91000001.${format}`),
		await ask(`requests.${format}?status=open`),
		await ask(`requests/101000900001.${format}`)
	];
	expect(later[3]).toContain('on the back door');
	for (const value of Object.values(PRIVATE)) expect(later.join('')).not.toContain(value);
});

test('a pending token gets its id with time, and only then the request is listed', async () => {
	const nine = Date.parse('2012-06-16T09:00:00-04:00');
	const tokens = ['9000019', '9000029', '9000039', '9000049', '9000059', '9000069'];
	const at = (now: number) => {
		const mockUp = createMockUp({ now: () => now });
		return async (path: string) => {
			const url = `https://city.example/open311test/ws/${path}.json?jurisdiction_id=toronto.ca`;
			const response = await mockUp.answer(new Request(url));
			return { status: response.status, body: (await response.json()) as unknown };
		};
	};
	for (const [n, token] of tokens.entries()) {
		const id = 101000000119 + n * 10;
		for (const now of [NOON, nine - 1]) {
			expect(await at(now)(`tokens/${token}`)).toEqual({
				status: 200,
				body: [{ service_request_id: null, token }]
			});
			expect((await at(now)(`requests/${id}`)).status).toBe(404);
		}
		expect(await at(nine)(`tokens/${token}`)).toEqual({
			status: 200,
			body: [{ service_request_id: id, token }]
		});
		expect(await at(nine)(`requests/${id}`)).toMatchObject({
			status: 200,
			body: { service_requests: [{ service_request_id: id, status: 'open' }] }
		});
		const { body } = await at(nine)('requests');
		expect(JSON.stringify(body)).toContain(`"service_request_id":${id},`);
	}
});

test.each([
	['CSROWR-12', '2012-06-20T12:00:00-04:00'],
	['SWLMALB-02', '2012-06-23T12:00:00-04:00']
])('%s reported at noon on 15 June is due at %s', async (service_code, due) => {
	const values = service_code === 'CSROWR-12' ? POTHOLE : BIN;
	expect((await accepted(values)).expected).toBe(Date.parse(due));
});
