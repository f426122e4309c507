// An ISO 8601 date-time ("General": W3C profile, with zone) taken apart for a date control and a
// zone list, and put together again.

/** The zones a person may choose; empty for a date-time without one. */
export const ZONES = ['-04:00', '-05:00', 'Z', ''] as const;
export type Zone = (typeof ZONES)[number];

/** `local` is what a date control with seconds holds: `2012-06-15T12:00:00`, or empty. */
export interface DateParts {
	local: string;
	zone: Zone;
}

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(|Z|[+-]\d\d:\d\d)$/;

const isZone = (text: string): text is Zone => (ZONES as readonly string[]).includes(text);

/** Date controls know neither the year 0 nor 30 February, and would show nothing for them. */
function isReal(local: string): boolean {
	const instant = Date.parse(`${local}Z`);
	return (
		!local.startsWith('0000') &&
		!Number.isNaN(instant) &&
		new Date(instant).toISOString().startsWith(local)
	);
}

/**
 * Takes a date-time apart, so that joining gives the very same text; null for a text that date and
 * zone controls cannot hold without changing it. Empty is a date-time not given yet.
 */
export function splitDateTime(text: string): DateParts | null {
	if (text === '') return { local: '', zone: '' };
	const [, local = '', zone = ''] = SHAPE.exec(text) ?? [];
	return local && isZone(zone) && isReal(local) ? { local, zone } : null;
}

/** The date-time as text; a date control leaves out seconds that are 0, the text never does. */
export function joinDateTime({ local, zone }: DateParts): string {
	if (local === '') return '';
	return `${/T\d\d:\d\d$/.test(local) ? `${local}:00` : local}${zone}`;
}
