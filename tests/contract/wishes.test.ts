import { expect, test } from 'vitest';
import { wishesOf } from '../../mocks/api/preferences';
import { FAULTS, isDelay, WAITS } from '../../src/console/choices';

test.each(['1500', '0', '200-800', 'never'])('%s is a delay', (text) => {
	expect(isDelay(text)).toBe(true);
	expect(wishesOf(`delay=${text}`).delay).not.toBe(null);
});

test.each(['', 'soon', '1.5', '800-200', '-1', '1-2-3'])('%s is none', (text) => {
	expect(isDelay(text)).toBe(false);
	if (text !== '1.5' && text !== '1-2-3') expect(wishesOf(`delay=${text}`).delay).toBe(null);
});

test('the mock-up understands all that can be chosen', () => {
	for (const [fault] of FAULTS) expect(wishesOf(`fault=${fault}`).fault).toBe(fault);
	const hours = WAITS.map(([wait]) => wishesOf(`pending=${wait}`).pending / 3_600_000);
	expect(hours).toEqual([1, 24, 168]);
});
