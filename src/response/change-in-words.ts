import type { RequestChange } from '../explorer/staleness';

/** A change of a request: the argument it is of, if any, and what goes on the sentence. */
export interface ChangeInWords {
	/** A wire name; null where the change is of no argument. */
	name: string | null;
	words: string;
}

/** The longest value that is said, in UTF-16 units. */
const LONGEST = 40;

const short = (value: string) =>
	value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;

const OTHERS: Readonly<Record<string, string>> = {
	method: 'It answers another method',
	path: 'The path was changed',
	body: 'The body was changed',
	request: 'The request was changed'
};

/** Says what of a request is no longer as it was sent: `status` “was open, now open,closed”. */
export function changeInWords({ name, was, now }: RequestChange): ChangeInWords {
	const other = Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined;
	if (other) return { name: null, words: other };
	if (was === null) return { name, words: now === null ? 'was changed' : `is new: ${short(now)}` };
	return {
		name,
		words: now === null ? `was ${short(was)}, now left out` : `was ${short(was)}, now ${short(now)}`
	};
}
