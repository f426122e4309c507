// The bases below `check/RUN/`: the same mock-up, with a store of its own for each name.
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { isBelowRoot } from '../../mocks/api/dialect';
import { boundedStore } from '../../mocks/api/check-runs';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { startServer } from '../../mocks/hosts/server';

const ROOT = 'https://docs.example.org/playground/';
const REPORT = new URLSearchParams({
	jurisdiction_id: 'toronto.ca',
	service_code: 'CSROWR-12',
	address_string: 'DUFFERIN ST & COLLEGE ST',
	'attribute[POTLOC]': 'CURB',
	'attribute[POTSIZE]': 'YES',
	lat: '43.652577773',
	long: '-79.432565424'
}).toString();
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function report(answer: (request: Request) => Promise<Response>, base: string) {
	const response = await answer(
		new Request(`${base}requests.json`, { method: 'POST', headers: FORM, body: REPORT })
	);
	const body = await response.text();
	expect([response.status, body]).toEqual([200, expect.stringContaining('"token"')]);
}

async function submitted(answer: (request: Request) => Promise<Response>, root: string) {
	const response = await answer(new Request(`${root}mock-up/submissions`));
	return ((await response.json()) as unknown[]).length;
}

test('what is reported in one run is in no other, nor outside', async () => {
	const { answer } = createMockUp();
	await report(answer, `${ROOT}check/a/open311test/ws/`);
	await report(answer, `${ROOT}check/a/open311test/ws/`);
	await report(answer, `${ROOT}check/b-2/open311test/ws/`);
	expect(await submitted(answer, `${ROOT}check/a/`)).toBe(2);
	expect(await submitted(answer, `${ROOT}check/b-2/`)).toBe(1);
	expect(await submitted(answer, ROOT)).toBe(0);
	await answer(new Request(`${ROOT}check/a/mock-up/submissions`, { method: 'DELETE' }));
	expect(await submitted(answer, `${ROOT}check/a/`)).toBe(0);
	expect(await submitted(answer, `${ROOT}check/b-2/`)).toBe(1);
	const forgotten = await answer(new Request(`${ROOT}check/b-2`, { method: 'DELETE' }));
	expect(forgotten.status).toBe(204);
	expect(await submitted(answer, `${ROOT}check/b-2/`)).toBe(0);
});

test.each([
	['open311test/ws/services.xml?jurisdiction_id=toronto.ca', 200],
	['georeport/v2/services.json', 200],
	['open311test/discovery.xml', 200],
	['open311test/ws/services.xml', 400],
	['elsewhere.xml', 404]
])('a run answers %s as the root does', async (path, status) => {
	const { answer } = createMockUp();
	const response = await answer(new Request(`${ROOT}check/a/${path}`));
	expect(response.status).toBe(status);
	expect(response.headers.get('X-Mock-Up')).toBe('toronto-open311-playground');
	const text = await response.text();
	if (path.includes('discovery')) {
		expect(text).toContain(`<url>${ROOT}check/a/open311test/ws</url>`);
	}
});

test.each(['A', 'a_b', 'a.b', 'x'.repeat(41), ''])('there is no run “%s”', async (name) => {
	const { answer } = createMockUp();
	const url = `${ROOT}check/${name}/georeport/v2/services.json`;
	expect((await answer(new Request(url))).status).toBe(404);
});

test('the 201st run takes the place of the one that was idle longest', async () => {
	const { answer } = createMockUp();
	for (let run = 1; run <= 200; run++) {
		await report(answer, `${ROOT}check/run-${run}/open311test/ws/`);
	}
	expect(await submitted(answer, `${ROOT}check/run-1/`)).toBe(1);
	await report(answer, `${ROOT}check/one-more/open311test/ws/`);
	expect(await submitted(answer, `${ROOT}check/run-1/`)).toBe(1);
	expect(await submitted(answer, `${ROOT}check/run-2/`)).toBe(0);
});

test('a folder of another server is not taken for runs', async () => {
	const asked: string[] = [];
	const server = setupServer(...createMockUp().handlers);
	server.listen({ onUnhandledRequest: ({ url }) => void asked.push(url) });
	onTestFinished(() => server.close());
	await fetch('http://127.0.0.1:9/check/mine').catch(() => {});
	expect(asked).toEqual(['http://127.0.0.1:9/check/mine']);
});

test('a run keeps so many reports, the last ones, under the ids that they had', async () => {
	const store = boundedStore(2);
	const submission = { service_code: 'A' } as Parameters<typeof store.add>[0];
	for (let place = 1; place <= 3; place++) expect(await store.add(submission)).toBe(place);
	expect((await store.all()).map(({ place }) => place)).toEqual([2, 3]);
});

test('the runs answer over HTTP, as MSW handlers, and belong to the mock-up of a worker', async () => {
	const server = await startServer();
	onTestFinished(() => server.close());
	const ask = (request: Request) => fetch(request);
	await report(ask, `${server.url}check/a/open311test/ws/`);
	expect(await submitted(ask, `${server.url}check/a/`)).toBe(1);
	expect(await submitted(ask, server.url)).toBe(0);

	const worker = setupServer(...createMockUp().handlers);
	worker.listen({ onUnhandledRequest: 'error' });
	onTestFinished(() => worker.close());
	await report(ask, `${ROOT}check/a/open311test/ws/`);
	expect(await submitted(ask, `${ROOT}check/a/`)).toBe(1);
	expect(await submitted(ask, ROOT)).toBe(0);

	expect(isBelowRoot(ROOT, `${ROOT}check/a/georeport/v2/services.xml`)).toBe(true);
	expect(isBelowRoot(ROOT, `${ROOT}checks/a/georeport/v2/services.xml`)).toBe(false);
});
