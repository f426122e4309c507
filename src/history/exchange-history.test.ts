import { expect, test } from 'vitest';
import { ExchangeHistory } from './exchange-history.svelte';
import { listedAt, springfield } from '../explorer/fixtures';
import { historyNameOf, indexedDbHistory, memoryHistory, type HistoryStore } from './history-store';

async function historyWith(count: number, store: HistoryStore = memoryHistory()) {
	const history = new ExchangeHistory(store);
	for (let at = 1; at <= count; at++) await history.add(listedAt(at), springfield, null);
	return history;
}

const times = (history: ExchangeHistory) =>
	history.entries.map(({ exchange }) => exchange.startedAt);

/** Returns the id of the entry with this start time. */
function at(history: ExchangeHistory, time: number): number {
	const entry = history.entries.find(({ exchange }) => exchange.startedAt === time);
	if (!entry) throw new Error(`Nothing of ${time} is kept.`);
	return entry.id;
}

const refusing = (name: string): HistoryStore => {
	const refuse = () => Promise.reject(new DOMException('No.', name));
	return {
		list: refuse,
		put: refuse,
		mark: refuse,
		remove: refuse,
		clear: refuse,
		hear: () => undefined
	};
};

/** A store that two tabs share; each is notified of the other's changes. */
function sharedStore() {
	const store = memoryHistory();
	const tabs: (() => void)[] = [];
	return (tab: number): HistoryStore => {
		const telling =
			<Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
			async (...given: Given) => {
				const result = await work(...given);
				tabs.forEach((hear, each) => each !== tab && hear());
				return result;
			};
		return {
			list: store.list,
			put: telling(store.put),
			mark: telling(store.mark),
			remove: telling(store.remove),
			clear: telling(store.clear),
			hear: (onchange) => void (tabs[tab] = onchange)
		};
	};
}

test('entries are newest first, in whatever order they were added', async () => {
	const history = new ExchangeHistory(memoryHistory());
	for (const time of [20, 10, 30]) await history.add(listedAt(time), springfield, null);
	expect(times(history)).toEqual([30, 20, 10]);
});

test('the last 50 entries are kept, and pinned ones besides', async () => {
	const store = memoryHistory();
	const history = await historyWith(3, store);
	await history.pin(at(history, 1));
	for (let time = 4; time <= 53; time++) await history.add(listedAt(time), springfield, null);
	expect(history.entries).toHaveLength(51);
	expect(times(history)).not.toContain(2);
	expect(times(history)).not.toContain(3);
	expect(times(history).at(-1)).toBe(1);
	expect(await store.list()).toHaveLength(51);
});

test('at most 50 entries can be pinned; the next is refused with a message, and stays', async () => {
	const history = await historyWith(50);
	for (const { id } of history.entries) await history.pin(id);
	await history.add(listedAt(51), springfield, null);
	await history.pin(at(history, 51));
	expect(history.entries).toHaveLength(51);
	expect(history.entries[0]?.pinned).toBe(false);
	expect(history.problem).toContain('50 exchanges are pinned already');
	await history.unpin(at(history, 1));
	await history.pin(at(history, 51));
	expect(history.entries[0]?.pinned).toBe(true);
	expect(history.problem).toBeNull();
});

test('names and pins are restored at the next visit', async () => {
	const store = memoryHistory();
	const history = await historyWith(2, store);
	await history.rename(at(history, 1), '  the first  ');
	await history.pin(at(history, 1));
	const next = new ExchangeHistory(store);
	await next.load();
	expect(next.entries.map(({ name, pinned }) => ({ name, pinned }))).toEqual([
		{ name: null, pinned: false },
		{ name: 'the first', pinned: true }
	]);
	await next.rename(at(next, 1), ' ');
	expect(next.entries[1]?.name).toBeNull();
});

test('stored entries count towards the limit even before they are loaded', async () => {
	const store = memoryHistory();
	await historyWith(50, store);
	const next = new ExchangeHistory(store);
	await next.add(listedAt(51), springfield, null);
	expect(times(next)).toHaveLength(50);
	expect(times(next).at(-1)).toBe(2);
});

test('erased entries are gone for good, and eraseAll includes pinned ones', async () => {
	const store = memoryHistory();
	const history = await historyWith(3, store);
	await history.pin(at(history, 1));
	await history.erase(at(history, 2));
	expect(times(history)).toEqual([3, 1]);
	expect(await store.list()).toHaveLength(2);
	await history.eraseAll();
	expect(history.entries).toEqual([]);
	expect(await store.list()).toEqual([]);
});

test('broken rows are skipped and the others shown', async () => {
	const store = memoryHistory();
	await historyWith(1, store);
	const history = new ExchangeHistory({
		...store,
		list: async () => [{ id: 9, exchange: 'of another program' }, null, ...(await store.list())]
	});
	await history.load();
	expect(times(history)).toEqual([1]);
	expect(history.problem).toBeNull();
});

test.each([
	['SecurityError', 'Kept for this visit only: the browser refuses to store'],
	['QuotaExceededError', 'Kept for this visit only: the storage of this browser is full']
])(
	'if storage rejects with %s, entries last until the page closes, and a message says so',
	async (name, words) => {
		const history = await historyWith(2, refusing(name));
		expect(times(history)).toEqual([2, 1]);
		expect(history.problem).toContain(words);
		await history.pin(at(history, 1));
		expect(history.entries[1]?.pinned).toBe(true);
		expect(history.problem).toContain(words);
		await history.erase(at(history, 2));
		expect(times(history)).toEqual([1]);
		expect(new Set(history.entries.map(({ id }) => id)).size).toBe(1);
	}
);

test('entries that could not be stored stay when the others are loaded again', async () => {
	const store = memoryHistory();
	let full = false;
	const history = await historyWith(1, {
		...store,
		put: (row) => (full ? Promise.reject(new Error('full')) : store.put(row))
	});
	full = true;
	await history.add(listedAt(2), springfield, null);
	await history.load();
	expect(times(history)).toEqual([2, 1]);
	expect(history.problem).toContain('Kept for this visit only');
	full = false;
	await history.erase(at(history, 2));
	expect(history.problem).toBeNull();
});

test('entries that cannot be erased stay in the list, and a message says so', async () => {
	const store = memoryHistory();
	const stuck = () => Promise.reject(new Error('stuck'));
	const history = await historyWith(1, { ...store, remove: stuck, clear: stuck });
	await history.erase(at(history, 1));
	expect(times(history)).toEqual([1]);
	expect(history.problem).toContain('Not erased');
	await history.eraseAll();
	expect(times(history)).toEqual([1]);
});

test('two tabs show the same entries, and pinning an erased entry does not restore it', async () => {
	const storeOf = sharedStore();
	const [one, other] = [new ExchangeHistory(storeOf(0)), new ExchangeHistory(storeOf(1))];
	await one.add(listedAt(1), springfield, null);
	await other.add(listedAt(2), springfield, null);
	await one.load();
	expect(times(one)).toEqual([2, 1]);
	expect(times(other)).toEqual([2, 1]);
	expect(new Set(one.entries.map(({ id }) => id)).size).toBe(2);
	const id = at(one, 1);
	await Promise.all([one.erase(id), other.pin(id)]);
	await Promise.all([one.load(), other.load()]);
	expect(times(one)).toEqual([2]);
	expect(times(other)).toEqual([2]);
});

test('deployments at one origin have separate databases', () => {
	expect(historyNameOf('/docs/playground/')).toBe('toronto-open311 history /docs/playground/');
	expect(historyNameOf('/docs/')).not.toBe(historyNameOf('/docs/playground/'));
});

test('without IndexedDB nothing throws', async () => {
	expect(globalThis.indexedDB).toBeUndefined();
	const history = await historyWith(1, indexedDbHistory('/docs/playground/'));
	expect(times(history)).toEqual([1]);
	expect(history.problem).toContain('the browser refuses to store');
});
