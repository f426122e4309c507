import type { ArgumentKind } from '../../georeport/argument';
import { isList } from './comma-list';

/** The control an argument is shown with; `text` and `multiline` hold anything. */
export type Shape =
	| 'text'
	| 'multiline'
	| 'datetime'
	| 'chips'
	| 'service'
	| 'services'
	| 'status'
	| 'radios'
	| 'select'
	| 'checks';

/** What there is to choose from; null where it is not known. */
export interface Offered {
	services: readonly unknown[] | null;
	/** The keys of a list question. */
	keys: readonly string[];
}

/** The statuses of the specification ("GET Service Requests"). */
export const STATUSES = ['open', 'closed'] as const;

/** More choices than this go into a list that opens. */
const MOST_RADIOS = 5;

const areStatuses = (text: string) => {
	const entries = text === '' ? [] : text.split(',');
	return (
		new Set(entries).size === entries.length &&
		entries.every((entry) => (STATUSES as readonly string[]).includes(entry))
	);
};

const areAmong = (texts: readonly string[], keys: readonly string[]) =>
	new Set(texts).size === texts.length && texts.every((text) => keys.includes(text));

/**
 * The control that shows these values of an argument unharmed: the one of its kind, or plain text
 * if the values do not fit that or there is nothing to choose from.
 */
export function shapeOf(kind: ArgumentKind, texts: readonly string[], offered: Offered): Shape {
	const { services, keys } = offered;
	if (kind === 'multiline') return 'multiline';
	if (kind === 'choices') {
		const given = texts.filter((text) => text !== '');
		return keys.length > 0 && areAmong(given, keys) ? 'checks' : 'text';
	}
	if (texts.length > 1) return 'text';
	const text = texts[0] ?? '';
	switch (kind) {
		case 'datetime':
			return 'datetime';
		case 'list':
			return isList(text) ? 'chips' : 'text';
		case 'service':
			return 'service';
		case 'services':
			return !isList(text) ? 'text' : services?.length ? 'services' : 'chips';
		case 'status':
			return areStatuses(text) ? 'status' : 'text';
		case 'choice':
			if (keys.length === 0 || (text !== '' && !keys.includes(text))) return 'text';
			return keys.length <= MOST_RADIOS ? 'radios' : 'select';
		default:
			return 'text';
	}
}

/** Whether a control is several fields that bear their label together. */
export const isGroup = (shape: Shape): boolean =>
	shape === 'status' || shape === 'radios' || shape === 'checks';
