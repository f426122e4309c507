// Rules for "GET Service Requests" and the mock-up's extensions of it.
import { FIRST_BOUNDS } from '../first-bounds';
import { addTorontoDays, isComplete, parseDateTime, splitDateTime } from '../date-time';
import { toNumber, type FormValues } from './form-values';
import { methodOf } from '../methods';
import type { Problem, Rule } from './rule';

/** "GET Service Requests", `start_date`: the longest span of one call. */
const SPAN_DAYS = 90;

const DAY = 24 * 60 * 60 * 1000;

/** Ids override every other argument, so the rule applies only without ids. */
const unlessIds =
	(rule: Rule): Rule =>
	(form, context) =>
		form.list('service_request_id').length > 0 ? [] : rule(form, context);

const isExtension = (name: string) =>
	methodOf('requests').arguments.some((each) => each.name === name && each.extension);

/** A list has a bound, which the mock-up enforces; other servers may have others. */
export const items: Rule = ({ list }, { dialect }) =>
	['service_request_id', 'service_code', 'status']
		.filter((name) => list(name).length > FIRST_BOUNDS.listItems.value)
		.map((name) => ({
			names: [name],
			kind: dialect ? 'wrong' : 'note',
			words: FIRST_BOUNDS.listItems.words
		}));

/** With ids, every other argument is ignored. */
export const ids: Rule = ({ draft, has, list }) => {
	if (list('service_request_id').length === 0) return [];
	const always = ['service_request_id', 'jurisdiction_id', 'api_key'];
	const others = Object.keys(draft.values).filter((name) => has(name) && !always.includes(name));
	const words = `service_request_id overrides every other argument: ${others.join(', ')} will be ignored.`;
	return others.length > 0
		? [{ names: ['service_request_id', ...others], kind: 'note', words }]
		: [];
};

/** A code that no service has matches nothing, which is not an error. */
export const filter: Rule = unlessIds(({ list }, { dialect, services }) => {
	if (!dialect || !services) return [];
	const unknown = list('service_code').filter((code) =>
		services.every(({ service_code }) => service_code !== code)
	);
	const words = `${unknown.join(', ')}: no service has this code, so it matches nothing. Codes must match exactly.`;
	return unknown.length > 0 ? [{ names: ['service_code'], kind: 'note', words }] : [];
});

/**
 * Date-times are in W3C's format with a zone; the mock-up reads one without a zone as Toronto's.
 */
export const dates: Rule = unlessIds(({ one, has }, { dialect }) =>
	['start_date', 'end_date', 'updated_after', 'updated_before']
		.filter((name) => has(name) && (dialect || !isExtension(name)))
		.flatMap((name): Problem[] => {
			const text = one(name);
			if (splitDateTime(text) === null) {
				const words = `${name} must be a date and time, such as 2012-06-01T00:00:00Z.`;
				return [{ names: [name], kind: 'wrong', words }];
			}
			const words = `GeoReport wants a time and a zone in ${name}, as in 2012-06-01T00:00:00Z.`;
			return dialect || isComplete(text) ? [] : [{ names: [name], kind: 'note', words }];
		})
);

/** A span ends after it starts and is at most 90 days long; Toronto cuts a longer one. */
export const span: Rule = unlessIds(({ one }, { dialect }) => [
	...backward('updated_after', 'updated_before', one),
	...backward('start_date', 'end_date', one),
	...tooLong(one, dialect === 'toronto')
]);

function backward(first: string, last: string, one: FormValues['one']): Problem[] {
	const [from, to] = [parseDateTime(one(first)), parseDateTime(one(last), 'end')];
	const words = `${first} is after ${last}, so nothing will match. Swap the two.`;
	return from !== null && to !== null && from > to
		? [{ names: [first, last], kind: 'note', words }]
		: [];
}

function tooLong(one: FormValues['one'], isCut: boolean): Problem[] {
	const from = parseDateTime(one('start_date'));
	// The last day counts from its beginning: 1 March to 30 May is 90 days.
	const to = parseDateTime(one('end_date'));
	if (from === null || to === null) return [];
	// A client may count 90 days in hours. They are an hour off where Toronto's clocks change.
	if (to <= Math.max(addTorontoDays(from, SPAN_DAYS), from + SPAN_DAYS * DAY)) return [];
	const words = isCut
		? `This is more than ${SPAN_DAYS} days. Only the first ${SPAN_DAYS} from start_date are answered.`
		: `start_date and end_date may span ${SPAN_DAYS} days. Bring them closer together.`;
	return [{ names: ['end_date', 'start_date'], kind: isCut ? 'note' : 'wrong', words }];
}

/** Any status but open and closed matches nothing, which is not an error. */
export const status: Rule = unlessIds(({ list }) => {
	const unknown = list('status').filter((each) => each !== 'open' && each !== 'closed');
	const words = `${unknown.join(', ')}: no status of GeoReport, so it matches nothing. Send open or closed.`;
	return unknown.length > 0 ? [{ names: ['status'], kind: 'note', words }] : [];
});

interface Range {
	name: string;
	least: number;
	most: number;
	whole: boolean;
}

function outOfRange({ one, has }: FormValues, { name, least, most, whole }: Range): Problem[] {
	const value = toNumber(one(name));
	const isFine = value >= least && value <= most && (!whole || Number.isInteger(value));
	const words = `${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`;
	return !has(name) || isFine ? [] : [{ names: [name], kind: 'wrong', words }];
}

/** Pages count from 1 and have at most 1,000 rows; both arguments are extensions. */
export const paging: Rule = unlessIds((form, { dialect }) =>
	dialect
		? [
				...outOfRange(form, { name: 'page', least: 1, most: 1_000_000, whole: true }),
				...outOfRange(form, { name: 'page_size', least: 1, most: 1000, whole: true })
			]
		: []
);

/** A circle has a centre and a radius in metres; it is an extension. */
export const circle: Rule = unlessIds((form, { dialect }) => {
	if (!dialect) return [];
	const ranges: readonly Range[] = [
		{ name: 'lat', least: -90, most: 90, whole: false },
		{ name: 'long', least: -180, most: 180, whole: false },
		{ name: 'radius', least: 0, most: 100_000, whole: false }
	];
	const names = ranges.map(({ name }) => name);
	const present = names.filter(form.has);
	if (dialect === 'standard' && present.length > 0 && !form.has('radius')) {
		const words = 'lat and long count only with a radius; without one they are ignored.';
		return [{ names: ['lat', 'long'], kind: 'note', words }];
	}
	const [absent, ...others] = names.filter((name) => !form.has(name));
	const outside = ranges.flatMap((range) => outOfRange(form, range));
	if (present.length === 0 || absent === undefined) return outside;
	const words = `A circle needs lat, long and radius. Fill in ${[absent, ...others].join(' and ')} as well.`;
	return [...outside, { names: [absent, ...others, ...present], kind: 'missing', words }];
});
