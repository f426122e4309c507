import { expect, test } from 'vitest';
import { changeInWords } from './change-in-words';

const inWords = (name: string, was: string | null, now: string | null) => {
	const change = changeInWords({ name, was, now });
	return `${change.name ?? ''} ${change.words}`.trim();
};

test('a change names its argument, what it was and what it is', () => {
	expect(inWords('status', 'open', 'open,closed')).toBe('status was open, now open,closed');
	expect(inWords('status', 'open', null)).toBe('status was open, now left out');
	expect(inWords('status', null, 'open')).toBe('status is new: open');
	expect(inWords('header Prefer', null, null)).toBe('header Prefer was changed');
	expect(inWords('description', null, 'x'.repeat(41))).toBe(
		`description is new: ${'x'.repeat(39)}…`
	);
});

test('a change of no argument is said by itself', () => {
	expect(inWords('method', 'requests', 'services')).toBe('It answers another method');
	expect(inWords('body', 'a', 'b')).toBe('The body was changed');
});
