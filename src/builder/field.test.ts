import { expect, test } from 'vitest';
import type { Problem } from '../georeport/rules/rule';
import { concerns, fieldProblems, isDue, otherProblems } from './field.svelte';

const problem = (kind: Problem['kind'], ...names: [string, ...string[]]): Problem => ({
	kind,
	names,
	words: `${names.join()} ${kind}`
});
const both = problem('wrong', 'lat', 'long');
const missing = problem('missing', 'service_code');
const note = problem('note', 'media_url');
const all = [both, missing, note];

test('a problem is told once, at its first name', () => {
	expect(fieldProblems(all, 'lat')).toEqual([both]);
	expect(fieldProblems(all, 'long')).toEqual([]);
});

test('what is missing is not where there is a value', () => {
	const place = problem('missing', 'long', 'lat');
	expect(concerns(place, 'long', false)).toBe(true);
	expect(concerns(place, 'lat', true)).toBe(false);
	expect(concerns(both, 'long', true)).toBe(true);
	expect(concerns(both, 'email', true)).toBe(false);
});

test.each([
	['nothing of a fresh form', { touched: false, sent: false }, []],
	['a wrong value once the field is left', { touched: true, sent: false }, [both]],
	['what is missing once it was sent', { touched: false, sent: true }, [both, missing]]
])('an error is told: %s; a note is none', (_, progress, due) => {
	expect(all.filter((each) => isDue(each, progress))).toEqual(due);
});

test('a problem without a field of its own is found', () => {
	expect(otherProblems(all, new Set(['lat', 'media_url']))).toEqual([missing]);
});
