// The commands used lately, remembered by their ids and nothing else.
import { recall, remember } from '../ui/local-storage';

/** How many are remembered. */
const MOST = 5;

const areIds = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((id) => typeof id === 'string');

/** A list of ids with one put first, each once, no longer than what is remembered. */
export const withLatest = (ids: readonly string[], id: string): string[] =>
	[id, ...ids.filter((other) => other !== id)].slice(0, MOST);

/** The ids of the commands used lately, latest first; none where the browser keeps nothing. */
export const recentIds = (): string[] => recall('palette', areIds, []).slice(0, MOST);

/** Remembers that a command was used. */
export const noteUse = (id: string) => remember('palette', withLatest(recentIds(), id));
