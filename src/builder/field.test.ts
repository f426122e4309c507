import { expect, test } from 'vitest';
import type { Problem } from '../georeport/rules/rule';
import { fieldProblems, isInvalid, otherProblems } from './field.svelte';

const problem = (kind: Problem['kind'], ...names: [string, ...string[]]): Problem => ({
	kind,
	names,
	words: `${names.join()} ${kind}`
});
const both = problem('wrong', 'lat', 'long');
const missing = problem('missing', 'service_code');
const note = problem('note', 'media_url');
const all = [both, missing, note];

test('a problem is told once, at its first name, and concerns all of them', () => {
	expect(fieldProblems(all, 'lat')).toEqual([both]);
	expect(fieldProblems(all, 'long')).toEqual([]);
	expect(isInvalid(all, 'long', false)).toBe(true);
});

test('what is missing counts once it is due, a note never', () => {
	expect(isInvalid(all, 'service_code', false)).toBe(false);
	expect(isInvalid(all, 'service_code', true)).toBe(true);
	expect(isInvalid(all, 'media_url', true)).toBe(false);
});

test('a problem without a field of its own is found', () => {
	expect(otherProblems(all, new Set(['lat', 'media_url']))).toEqual([missing]);
});
