import type { CheckEvents } from '../../mocks/check/events';

/** What became of a call, in a word or two, and how it is coloured. */
export function callOutcome({ status, end, reached }: CheckEvents['call']): {
	words: string;
	tone: 'good' | 'bad' | 'muted';
} {
	if (end === null) return { words: 'waiting', tone: 'muted' };
	if (status === null) return { words: 'no answer', tone: 'bad' };
	if (!reached) return { words: `${status}, lost`, tone: 'bad' };
	return { words: String(status), tone: status < 400 ? 'good' : 'bad' };
}
