// A date-time ("General": W3C profile, with zone) as a date control and a zone list hold it.
import { joinDateTime, splitDateTime } from '../../georeport/date-time';

/** The zones a person may choose; empty for a date-time without one. */
export const ZONES = ['-04:00', '-05:00', 'Z', ''] as const;
export type Zone = (typeof ZONES)[number];

/** `local` is what a date control with seconds holds: `2012-06-15T12:00:00`, or empty. */
export interface DateParts {
	local: string;
	zone: Zone;
}

const isZone = (text: string): text is Zone => (ZONES as readonly string[]).includes(text);

/**
 * A date-time for the controls, so that reading them gives the very same text; null for a text they
 * cannot hold without changing it. Empty is a date-time not given yet.
 */
export function toControls(text: string): DateParts | null {
	if (text === '') return { local: '', zone: '' };
	const parts = splitDateTime(text);
	if (!parts || !isZone(parts.zone) || !/^\d\d:\d\d:\d\d$/.test(parts.time)) return null;
	return joinDateTime(parts) === text
		? { local: `${parts.date}T${parts.time}`, zone: parts.zone }
		: null;
}

/** What the controls hold as text; a date control leaves out seconds that are 0, the text never does. */
export function fromControls({ local, zone }: DateParts): string {
	if (local === '') return '';
	return `${/T\d\d:\d\d$/.test(local) ? `${local}:00` : local}${zone}`;
}
