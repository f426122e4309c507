// The mock-up's time grows no faster than what it is sent, and not with what it has stored.
import { expect, test } from 'vitest';
import { createMockUp, type MockUp } from '../../mocks/hosts/mock-up';
import { memoryStore } from '../../mocks/store/store';
import { ROOT } from '../contract/mock-up';
import { expectLinear, growthOf } from './growth';

const REPORT = 'service_code=SWLMALB-02&lat=43.6534&long=-79.3841';
const FORM = 'application/x-www-form-urlencoded';

async function post(body: string, type = FORM, mockUp: MockUp = createMockUp()) {
	const url = `${ROOT}georeport/v2/requests.json`;
	const headers = { 'Content-Type': type };
	const response = await mockUp.answer(new Request(url, { method: 'POST', headers, body }));
	await response.text();
}

test.each([
	['pairs', (size: number) => `${REPORT}&${'attribute[A]=1&'.repeat(size)}`, FORM, 8_000],
	[
		'a long number that is none',
		(size: number) => `service_code=SWLMALB-02&long=-79&lat=${'1'.repeat(size)}x`,
		FORM,
		10_000
	],
	['a long value', (size: number) => `${REPORT}&email=${'@'.repeat(size)}`, FORM, 100_000],
	[
		'a long address',
		(size: number) => `service_code=SWLMALB-02&address_string=${'queen+'.repeat(size)}`,
		FORM,
		10_000
	],
	[
		'a long multipart header',
		(size: number) => `--b\r\nA: b${';name="'.repeat(size)}\r\n\r\n1\r\n--b--`,
		'multipart/form-data; boundary=b',
		10_000
	]
] as const)(
	'%s',
	(_, bodyOf, type, size) => expectLinear(bodyOf, (body) => post(body, type), size),
	60_000
);

test('one report, whatever is stored', async () => {
	/** A mock-up with this many reports in its store. */
	const mockUpWith = async (count: number) => {
		const first = memoryStore();
		await post(REPORT, FORM, createMockUp({ store: first }));
		const [report] = await first.all();
		const store = memoryStore();
		for (let at = 0; at < count; at++) await store.add(report!.submission);
		return createMockUp({ store });
	};
	const some = async (mockUp: Promise<MockUp>) => {
		for (let at = 0; at < 50; at++) await post(REPORT, FORM, await mockUp);
	};
	expect(await growthOf(mockUpWith, some, 1_000)).toBeLessThan(3);
	const path = `${ROOT}georeport/v2/requests/101000903000.json`;
	const response = await (await mockUpWith(3_000)).answer(new Request(path));
	expect(await response.json()).toMatchObject([{ service_request_id: '101000903000' }]);
}, 60_000);
