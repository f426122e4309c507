// What is wrong with a value for the type of its field.
import { isDecimal, LIMITS } from '../georeport/location';
import { spellUnseen } from '../georeport/unseen-characters';
import type { FieldType } from './fields';
import type { RuleName } from './rules';

/** What is wrong with a value: the rule, and words that go on after the value. */
export type ValueFault = readonly [rule: RuleName, words: string];

/** A date-time with parts of any length, so that the wrong one can be named. */
const PARTS = /^(\d+)-(\d+)-(\d+)(?:([T\s]+)(\d+):(\d+)(?::(\d+)(?:([.,])(\d*))?)?(.*))?$/is;
const ZONE = /^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/** An absolute URI: sections 2 and 4.3 of RFC 3986. Letters beyond ASCII are left to who fetches it. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]+:[^\s"<>\\^`{|}]+$/i;
/** Of the web, with the host that its scheme asks for: RFC 9110, section 4.2.1. */
const OF_WEB = /^https?:(?!\/\/[^/?#@:])/i;
/** Several URLs in one. */
const SEVERAL = /[,;]https?:\/\//i;

function faultOfUrl(value: string): ValueFault | null {
	if (!ABSOLUTE.test(value)) return ['url', 'is not an absolute URL.'];
	if (OF_WEB.test(value)) return ['url', 'is not an absolute URL: it names no host.'];
	return SEVERAL.test(value) ? ['url', 'holds more than one URL; it should be one.'] : null;
}

const MONTHS = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
	...['October', 'November', 'December']
];

const daysOf = (year: number, month: number) => {
	const last = new Date(0);
	last.setUTCFullYear(year, month, 0);
	return last.getUTCDate();
};

const noDateTime = (why: string): ValueFault => ['date-time', `is no date-time: ${why}.`];

/** The parts of a date-time whose digits must be two, by their place in the match. */
const TWO_DIGITS: readonly (readonly [place: number, name: string, most: number])[] = [
	[2, 'month', 12],
	[3, 'day', 31],
	[5, 'hour', 23],
	[6, 'minutes', 59],
	[7, 'seconds', 59]
];

/**
 * Returns what is wrong with a date-time in W3C's profile of ISO 8601 with a zone: GeoReport v2,
 * "Date/Time format".
 */
function faultOfDateTime(value: string): ValueFault | null {
	const parts = PARTS.exec(value);
	if (!parts) return noDateTime('it should be written as 2026-01-31T09:05:00-05:00');
	const [, year = '', month = '', day = '', between, , , , point, fraction, zone] = parts;
	if (year.length !== 4) return noDateTime('the year needs four digits');
	for (const [place, name, most] of TWO_DIGITS) {
		const digits = parts[place];
		if (digits === undefined) continue;
		const needs = name.endsWith('s') ? 'need' : 'needs';
		if (digits.length !== 2) return noDateTime(`${name} ${needs} two digits`);
		if (Number(digits) > most) return noDateTime(`there is no ${name} ${digits}`);
	}
	if (Number(month) === 0) return noDateTime('there is no month 00');
	if (between === undefined) return noDateTime('the time is missing');
	if (between !== 'T') return noDateTime('a T should stand between date and time');
	if (point === ',' || (point !== undefined && fraction === '') || zone?.startsWith('.')) {
		return noDateTime('a fraction of a second is a point and digits, after the seconds');
	}
	const days = daysOf(Number(year), Number(month));
	if (Number(day) === 0 || Number(day) > days) {
		const name = MONTHS[Number(month) - 1];
		return ['date-time-day', `is no such day: ${name} ${year} has ${days} days.`];
	}
	if (zone !== undefined && ZONE.test(zone)) return null;
	const came = zone ? `“${spellUnseen(zone)}” is none` : 'it has none';
	return ['date-time-zone', `needs a time zone, Z or ±hh:mm; ${came}.`];
}

/** Returns what is wrong with a value; null for nothing. */
export function faultOf(type: FieldType, value: string): ValueFault | null {
	if (typeof type !== 'string') {
		return type.includes(value) ? null : ['value', `should be one of ${type.join(', ')}.`];
	}
	switch (type) {
		case 'boolean':
			return ['true', 'false'].includes(value) ? null : ['value', 'should be true or false.'];
		case 'integer':
			return /^\+?0*[1-9]\d*$/.test(value) ? null : ['value', 'should be a whole number from 1.'];
		case 'latitude':
		case 'longitude': {
			if (!isDecimal(value)) return ['number', 'is not in decimal degrees.'];
			const limit = type === 'latitude' ? LIMITS.lat : LIMITS.long;
			return Math.abs(Number(value)) <= limit
				? null
				: ['range', `is not within ±${limit} degrees.`];
		}
		case 'dateTime':
			return faultOfDateTime(value);
		case 'url':
			return faultOfUrl(value);
		default:
			return null;
	}
}

/** The kinds of JSON value that a type may have; the first is the one it should have. */
export function jsonKindsOf(type: FieldType): readonly ('string' | 'number' | 'literal')[] {
	switch (type) {
		case 'boolean':
			return ['literal'];
		case 'integer':
		case 'latitude':
		case 'longitude':
			return ['number'];
		case 'code':
			return ['string', 'number'];
		default:
			return ['string'];
	}
}

/** Returns how many characters a text has; one that JavaScript keeps in two units is one. */
export function charactersOf(text: string): number {
	let pairs = 0;
	for (let at = 0; at < text.length; at++) {
		if ((text.codePointAt(at) ?? 0) > 0xffff) {
			pairs++;
			at++;
		}
	}
	return text.length - pairs;
}

/** An element of HTML as people paste it; a mere “<” is none. */
const HTML =
	/<(?:a|b|br|p|i|u|em|strong|div|span|img|ul|ol|li|table|tr|td|h[1-6]|script|style|iframe|font)(?:\s[^<>]*)?\/?>/i;

/** Returns the first tag of HTML in a text; null for none. */
export const htmlIn = (text: string): string | null => HTML.exec(text)?.[0] ?? null;
