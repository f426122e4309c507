import { expect, test } from 'vitest';
import { memoryStore, type Submission } from './store';

const report = (description: string): Submission => ({
	service_code: 'SWLMALB-02',
	note: 'scheduled',
	requested: 0,
	expected: null,
	address: null,
	address_id: null,
	lat: 43.65,
	long: -79.38,
	description,
	media_url: null
});

test('submissions are kept in order, their places counted from 1', async () => {
	const store = memoryStore();
	expect(await store.add(report('a'))).toBe(1);
	expect(await store.add(report('b'))).toBe(2);
	expect(await store.all()).toEqual([
		{ place: 1, submission: report('a') },
		{ place: 2, submission: report('b') }
	]);
});

test('submissions made at the same time get different places', async () => {
	const store = memoryStore();
	const places = await Promise.all(Array.from({ length: 50 }, (_, n) => store.add(report(`${n}`))));
	expect(new Set(places).size).toBe(50);
	expect(Math.max(...places)).toBe(50);
});

test('a reset deletes everything, and the next place is 1 again', async () => {
	const store = memoryStore();
	await store.add(report('a'));
	const before = await store.all();
	await store.reset();
	expect(await store.all()).toEqual([]);
	expect(await store.add(report('b'))).toBe(1);
	expect(before).toHaveLength(1);
});

test('two stores are independent', async () => {
	const [one, other] = [memoryStore(), memoryStore()];
	await one.add(report('a'));
	expect(await other.all()).toEqual([]);
});
