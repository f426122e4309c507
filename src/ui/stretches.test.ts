import { expect, test } from 'vitest';
import { firstStretch } from './stretches';

test('a long step is left to a stretch of its own', () => {
	const done: string[] = [];
	function* working() {
		done.push('short');
		yield;
		done.push('as short');
		yield 'long step';
		done.push('long');
		return 'all';
	}
	const steps = working();
	expect(firstStretch(steps)).toBeNull();
	expect(done).toEqual(['short', 'as short']);
	expect(firstStretch(steps)).toEqual({ result: 'all' });
	expect(done).toEqual(['short', 'as short', 'long']);
});
