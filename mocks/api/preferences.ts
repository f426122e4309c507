// What a request may ask of the mock-up by its Prefer header (RFC 7240), beside the answer itself.
import type { Failure } from './answers';
import { parseDateTime } from '../city/dates';

/** A way in which an answer goes wrong. */
export type Fault = 'drop' | 'truncate' | 'type' | 'html' | 'malformed';

/** Milliseconds to wait, at least and at most; `never` keeps the caller waiting for good. */
export type Delay = readonly [least: number, most: number] | 'never';

/** All that can be asked for. */
export interface Wishes {
	/** The HTTP status of an error; null for none. */
	code: Failure['status'] | null;
	delay: Delay | null;
	fault: Fault | null;
	/** Whether a report needs an api_key, as in production. */
	keyRequired: boolean;
	/** Whether JSON is refused: the City called it not fully tested. */
	jsonOff: boolean;
	/** Milliseconds until a report that is sent now gets its id. */
	pending: number;
	/** The city's clock (milliseconds since 1970), from what it shows by itself; never earlier. */
	clock(now: number): number;
}

/** The longest delay, in milliseconds: beyond it a caller may as well ask for `never`. */
const LONGEST = 600_000;

const CODES: readonly Failure['status'][] = [400, 403, 404, 500, 503];
const FAULTS: readonly Fault[] = ['drop', 'truncate', 'type', 'html', 'malformed'];

const HOUR = 60 * 60 * 1000;
const SPANS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };

/** `36h`, `5d` or `2w` in milliseconds; null for anything else. */
function spanOf(text: string): number | null {
	const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
	const span = SPANS[unit];
	return span === undefined ? null : Number(count) * span;
}

function delayOf(text: string): Delay | null {
	if (text === 'never') return text;
	const span = /^(\d+)(?:-(\d+))?$/.exec(text);
	const least = Math.min(LONGEST, Number(span?.[1]));
	const most = Math.min(LONGEST, Number(span?.[2] ?? span?.[1]));
	return span && least <= most ? [least, most] : null;
}

/**
 * Reads a Prefer header: `code=503`, `delay=1500`, `delay=200-800` or `delay=never` (milliseconds),
 * `fault=drop`, `key=required`, `json=off`, `pending=2h`, and `clock=+5d` or `clock=` with a
 * date-time. The first of a name counts; what is not known is left out, as the RFC has it.
 */
export function wishesOf(prefer: string | null): Wishes {
	const wish = (name: string) =>
		new RegExp(`(?:^|[,;\\s])${name}="?([\\w+:.-]+)`).exec(prefer ?? '')?.[1] ?? '';
	const clock = wish('clock');
	const ahead = clock.startsWith('+') ? spanOf(clock.slice(1)) : null;
	return {
		code: CODES.find((code) => String(code) === wish('code')) ?? null,
		delay: delayOf(wish('delay')),
		fault: FAULTS.find((fault) => fault === wish('fault')) ?? null,
		keyRequired: wish('key') === 'required',
		jsonOff: wish('json') === 'off',
		pending: spanOf(wish('pending')) ?? 0,
		clock: (now) => Math.max(now, ahead === null ? (parseDateTime(clock) ?? now) : now + ahead)
	};
}
