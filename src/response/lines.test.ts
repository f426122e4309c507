import { expect, test } from 'vitest';
import { beginningOf } from './lines';

test('only a text of more than 10,000 lines is cut, after its 2,000th', () => {
	const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`);
	expect(beginningOf(lines(10_000).join('\n'))).toBeNull();
	const cut = beginningOf(lines(40_112).join('\n'));
	expect(cut).toEqual({ text: lines(2_000).join('\n'), lines: 2_000, of: 40_112 });
});
