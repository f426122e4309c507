import { expect, test } from 'vitest';
import { schedule, type Scheduled } from './schedule.ts';

/** Starts steps that end on demand; `log` lists their starts and ends in order. */
function started(steps: readonly Scheduled[], lanes: number) {
	const log: string[] = [];
	const ends = new Map<string, () => void>();
	const all = schedule(steps, lanes, async ({ name }) => {
		log.push(`${name} begins`);
		await new Promise<void>((end) => ends.set(name, end));
		log.push(`${name} ends`);
	});
	const end = async (name: string) => {
		ends.get(name)?.();
		await new Promise((later) => setTimeout(later));
		return log.splice(0);
	};
	return { log, all, end };
}

test('as many run at a time as there are lanes, in their order', async () => {
	const { log, all, end } = started([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
	expect(log.splice(0)).toEqual(['a begins', 'b begins']);
	expect(await end('b')).toEqual(['b ends', 'c begins']);
	expect(await end('a')).toEqual(['a ends']);
	expect(await end('c')).toEqual(['c ends']);
	await all;
});

test('a step waits for those it needs, and others run before it', async () => {
	const steps = [{ name: 'a' }, { name: 'b', needs: ['a', 'c'] }, { name: 'c' }, { name: 'd' }];
	const { log, all, end } = started(steps, 2);
	expect(log.splice(0)).toEqual(['a begins', 'c begins']);
	expect(await end('a')).toEqual(['a ends', 'd begins']);
	expect(await end('c')).toEqual(['c ends', 'b begins']);
	await Promise.all([end('b'), end('d'), all]);
});

test('a step that must be alone waits for running steps, and all others for it', async () => {
	const steps = [{ name: 'a' }, { name: 'b', alone: true }, { name: 'c' }, { name: 'd' }] as const;
	const { log, all, end } = started(steps, 3);
	expect(log.splice(0)).toEqual(['a begins', 'c begins', 'd begins']);
	await Promise.all([end('a'), end('c')]);
	log.splice(0);
	expect(await end('d')).toEqual(['d ends', 'b begins']);
	await Promise.all([end('b'), all]);
});

test('a need that is not among the steps is ignored', async () => {
	const { log, all, end } = started([{ name: 'a', needs: ['z'] }], 1);
	expect(log.splice(0)).toEqual(['a begins']);
	await Promise.all([end('a'), all]);
});

test('steps that wait for each other are an error', async () => {
	const steps = [
		{ name: 'a', needs: ['b'] },
		{ name: 'b', needs: ['a'] }
	];
	await expect(started(steps, 2).all).rejects.toThrow('These wait for each other: a, b.');
});
