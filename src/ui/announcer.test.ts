import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let announce: (text: string) => void;
let announcements: () => readonly string[];

beforeEach(async () => {
	vi.useFakeTimers();
	// Whatever else announces in this process does so to another copy of the module.
	vi.resetModules();
	({ announce, announcements } = await import('./announcer.svelte'));
});
afterEach(() => {
	vi.runAllTimers();
	vi.useRealTimers();
});

test('messages stand one after the other, and go again', () => {
	announce('Copied.');
	vi.advanceTimersByTime(1000);
	announce('200 OK, 10 service requests, 12 milliseconds.');
	expect(announcements()).toEqual(['Copied.', '200 OK, 10 service requests, 12 milliseconds.']);
	vi.advanceTimersByTime(1000);
	expect(announcements()).toEqual(['200 OK, 10 service requests, 12 milliseconds.']);
	vi.advanceTimersByTime(1000);
	expect(announcements()).toEqual([]);
});

test('a message that is repeated is announced once', () => {
	announce('Copied.');
	announce('Copied.');
	expect(announcements()).toEqual(['Copied.']);
});

test('and again when it comes again later', () => {
	announce('Copied.');
	vi.advanceTimersByTime(2000);
	announce('Copied.');
	expect(announcements()).toEqual(['Copied.']);
	vi.advanceTimersByTime(1999);
	expect(announcements()).toEqual(['Copied.']);
});

test('nothing is nothing to announce', () => {
	announce('');
	expect(announcements()).toEqual([]);
});
