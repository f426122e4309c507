import { expect, test } from 'vitest';
import { beginningOf } from './lines';

test('only a text of more than 10,000 lines is cut, after its 2,000th', () => {
	const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`);
	expect(beginningOf(lines(10_000).join('\n'))).toBeNull();
	const cut = beginningOf(lines(40_112).join('\n'));
	expect(cut).toEqual({
		text: lines(2_000).join('\n'),
		first: '2,000',
		of: '40,112 lines'
	});
});

test('a text of more than 20 million characters is cut after its first million, however few its lines', () => {
	expect(beginningOf('a'.repeat(20_000_000))).toBeNull();
	const cut = beginningOf('a'.repeat(20_000_001));
	expect([cut?.text.length, cut?.first, cut?.of]).toEqual([
		1_000_000,
		'1,000,000',
		'20,000,001 characters'
	]);
});
