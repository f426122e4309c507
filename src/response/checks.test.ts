import { expect, test } from 'vitest';
import { checksInWords } from './checks';

test('checks are counted by what passes, or by what fails if anything does', () => {
	expect(checksInWords(4, 4)).toEqual({ long: '4 of 4 checks pass', short: '4 checks pass' });
	expect(checksInWords(3, 4)).toEqual({ long: '1 of 4 checks fails', short: '1 check fails' });
	expect(checksInWords(1, 3)).toEqual({ long: '2 of 3 checks fail', short: '2 checks fail' });
	expect(checksInWords(1, 1)).toEqual({ long: '1 of 1 check passes', short: '1 check passes' });
});
