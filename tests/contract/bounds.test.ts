// The bounds that the page, the embed's script and the mock-up have each for themselves are the same.
import { expect, test } from 'vitest';
import {
	BODY_BYTES,
	BODY_TOO_LARGE,
	FORM_PAIRS,
	LIST_ITEMS,
	TOO_MANY_PAIRS
} from '../../mocks/api/bounds';
import { BOUNDS, type Bound } from '../../src/georeport/bounds';
import { HIGHEST, LONGEST_LINK, readHostMessage } from '../../src/embed/messages';

test.each([
	['linkLength', 100_000, 'characters'],
	['linkParts', 1_100, 'parts'],
	['pastedLength', 1_000_000, 'characters'],
	['listItems', 1_000, 'items'],
	['formPairs', 1_000, 'pairs'],
	['bodySize', 10_000_000, 'bytes'],
	['answerSize', 100_000_000, 'bytes'],
	['answerTime', 30, 'seconds'],
	['readingTime', 30, 'seconds'],
	['readingHere', 10_000_000, 'characters'],
	['searchSteps', 20_000_000, 'steps'],
	['comparedParts', 100_000, 'parts'],
	['comparingTime', 30, 'seconds'],
	['nesting', 200, 'levels'],
	['embedLink', 20_000, 'characters'],
	['embedHeight', 4_000, 'CSS pixels']
] as const)('%s is %i %s, and its words name the number', (name, value, unit) => {
	const bound: Bound = BOUNDS[name];
	expect([bound.value, bound.unit]).toEqual([value, unit]);
	const number = unit === 'bytes' ? `${value / 1_000_000} MB` : value.toLocaleString('en-CA');
	expect(bound.words).toContain(number);
	expect(bound.words).toMatch(/\.$/);
});

test('no bound is without its line above', () => {
	expect(Object.keys(BOUNDS)).toHaveLength(16);
});

test('the mock-up has the same', () => {
	expect(BODY_BYTES).toBe(BOUNDS.bodySize.value);
	expect(FORM_PAIRS).toBe(BOUNDS.formPairs.value);
	expect(LIST_ITEMS).toBe(BOUNDS.listItems.value);
	expect(BODY_TOO_LARGE).toBe(BOUNDS.bodySize.words);
	expect(TOO_MANY_PAIRS).toBe(BOUNDS.formPairs.words);
});

test('the embed’s script has the same', () => {
	expect(LONGEST_LINK).toBe(BOUNDS.embedLink.value);
	expect(HIGHEST).toBe(BOUNDS.embedHeight.value);
	const link = `#${'a'.repeat(LONGEST_LINK)}`;
	expect(readHostMessage({ open311Playground: 1, type: 'set', link })).toMatchObject({
		reason: BOUNDS.embedLink.words
	});
});
