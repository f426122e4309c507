import { afterEach, beforeEach, vi } from 'vitest';

/** A clock under a test's control. */
export interface PacedClock {
	/** How long each look at it takes, in milliseconds: 13 at first, which is a stretch of work. */
	pace: number;
}

/** Gives every test of a file a clock that goes on only when it is looked at, and timers that wait. */
export function pacedClock(): PacedClock {
	const clock = { pace: 13 };
	beforeEach(() => {
		let time = 0;
		clock.pace = 13;
		vi.useFakeTimers();
		vi.spyOn(performance, 'now').mockImplementation(() => (time += clock.pace));
	});
	afterEach(() => {
		vi.restoreAllMocks();
		vi.useRealTimers();
	});
	return clock;
}
