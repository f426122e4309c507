// The table of `npm run unprotected`, which takes too long to be run each time.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROTECTIONS } from './protections';

test.each(PROTECTIONS)('what is to be taken out is there once: $without', (protection) => {
	const removals = [protection, ...(protection.also ? [protection.also] : [])];
	const counts = removals.map(({ file, replace: [text] }) => [
		file,
		readFileSync(file, 'utf8').split(text).length - 1
	]);
	expect(counts).toEqual(removals.map(({ file }) => [file, 1]));
});
