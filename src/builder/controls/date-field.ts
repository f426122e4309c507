// A date-time ("General": W3C profile, with zone) as a field for its date, and a line for the rest.
import {
	joinDateTime,
	splitDateTime,
	torontoZone,
	type DateTimeParts
} from '../../georeport/date-time';

/** The time and the zone of a date-time; both are empty for a bare date. */
export type TimeOfDay = Pick<DateTimeParts, 'time' | 'zone'>;

/** The parts of a date-time, if joining them gives the very same text; null for any other text. */
export function partsOf(text: string): DateTimeParts | null {
	const parts = splitDateTime(text);
	return parts && joinDateTime(parts) === text ? parts : null;
}

/**
 * Returns the value for what was typed or picked in the field for the date: a date keeps the time and
 * zone that were there (null for none: then `time`, by Toronto's clocks on that day); any other text,
 * and a date with a time of its own, stays as it is.
 */
export function withTimeOfDay(typed: string, kept: TimeOfDay | null, time: string): string {
	const parts = splitDateTime(typed);
	if (!parts || parts.time !== '') return typed;
	const { date } = parts;
	return joinDateTime({ date, ...(kept ?? { time, zone: torontoZone(`${date}T${time}`) }) });
}

/** A zone as it is read: with a minus sign, and UTC by its name. */
export const zoneLabel = (zone: string): string =>
	zone === '' ? 'no zone' : zone === 'Z' ? 'UTC' : zone.replace('-', '−');
