// The rules of the form and the mock-up's answers, two implementations that must agree.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsideCity } from '../../mocks/city/boundary';
import { CASES } from '../../mocks/cases/index';
import { REPORTER } from '../../mocks/cases/ladders';
import { definitionOf } from '../../mocks/data/definitions';
import { PRIVATE_PROPERTY, SERVICES } from '../../mocks/data/services';
import { createMockUp } from '../../mocks/hosts/mock-up';
import type { DialectName } from '../../src/georeport/dialect';
import { toHttpRequest, valuesOf, type Draft } from '../../src/georeport/request';
import type { RuleContext } from '../../src/georeport/rules/rule';
import { problemsOf } from '../../src/georeport/rules/rules';
import { asking, DIALECT_NAMES, dialectEndpoint, ROOT } from './mock-up';

/**
 * Cases that only the server can decide, or that a form does not check; in one dialect if named.
 */
const NOT_FORESEEN: Readonly<Record<string, { why: string; only?: DialectName }>> = {
	'request-not-found': { why: 'only the city knows its ids' },
	'request-not-a-number': { why: 'only the city knows its ids' },
	'token-csrowr-12': { why: 'a realtime service gives no tokens', only: 'standard' },
	'token-swlmalb-02': { why: 'a realtime service gives no tokens', only: 'standard' },
	'token-pending-csrowr-12': { why: 'a realtime service gives no tokens', only: 'standard' },
	'token-pending-swlmalb-02': { why: 'a realtime service gives no tokens', only: 'standard' },
	'wrong-get-unknown-token': { why: 'only the city knows its tokens' },
	'wrong-ambiguous-address': { why: 'only the city knows its addresses' },
	'wrong-unknown-address': { why: 'only the city knows its addresses' },
	'wrong-unknown-address-id': { why: 'only the city knows its numbers of addresses' },
	'wrong-server-trouble': { why: 'asked for by a header' },
	'wrong-json-body': { why: 'a body of its own is wrong on purpose' },
	'wrong-cut-off-body': { why: 'a body of its own is wrong on purpose' },
	'wrong-no-format': { why: 'a path of its own is wrong on purpose' },
	'wrong-unknown-format': { why: 'a path of its own is wrong on purpose' },
	'wrong-unknown-path': { why: 'a path of its own is wrong on purpose' },
	'wrong-wrong-verb': { why: 'a verb of its own is wrong on purpose' }
};

const isForeseen = (id: string, dialect: DialectName) => {
	const exception = NOT_FORESEEN[id];
	return !exception || (exception.only !== undefined && exception.only !== dialect);
};

const contextOf = (dialect: DialectName, draft: Draft): RuleContext => ({
	dialect,
	services: SERVICES,
	definition: definitionOf(valuesOf(draft.values, 'service_code')[0] ?? ''),
	city: { namedServices: [PRIVATE_PROPERTY], contains: isInsideCity }
});

const mockUp = createMockUp();

/** Deletes the reports, which would slow down the mock-up. */
const forget = () => mockUp.answer(new Request(`${ROOT}mock-up/submissions`, { method: 'DELETE' }));

/** Returns the results of the form and of the mock-up, each with its messages. */
async function bothJudge(dialect: DialectName, draft: Draft) {
	const problems = problemsOf(draft, contextOf(dialect, draft));
	await forget();
	const answer = await asking(mockUp)(toHttpRequest(draft, dialectEndpoint(dialect)));
	return {
		form: problems.some(({ kind }) => kind !== 'note') ? 'refused' : 'accepted',
		city: answer.status >= 400 ? 'refused' : 'accepted',
		words: JSON.stringify({ draft, problems, answer }, null, 1)
	};
}

for (const dialect of DIALECT_NAMES) {
	test.each(CASES.map(({ id, draft }) => [id, draft] as const))(
		`%s: the form and the mock-up agree in the ${dialect} dialect`,
		async (id, draft) => {
			const { form, city, words } = await bothJudge(dialect, { ...draft, format: 'json' });
			if (isForeseen(id, dialect)) expect(form, words).toBe(city);
			else expect([form, city], words).toEqual(['accepted', 'refused']);
		}
	);
}

test('every excluded case exists', () => {
	const all = CASES.map(({ id }) => id);
	expect(Object.keys(NOT_FORESEEN).filter((id) => !all.includes(id))).toEqual([]);
});

const DATES = [
	'2012-02-01',
	'2012-02-30',
	'2012-03-01T12:00Z',
	'2012-03-11T02:30:00',
	'2012-05-01',
	'2012-05-30',
	'2012-05-31T00:00:00.5-0400',
	'2012-06-09T02:30:00',
	'2012-06-09 03:00:00 00:00',
	'2012-06-15T24:00:00Z',
	'yesterday'
];
const NUMBERS = ['0', '1', '1.5', '-79.38', '43.65', '90.5', '1000', '1001', '1e2', '.5', 'five'];
const ANSWERS = [
	'CURB',
	'YES',
	'NO',
	'WALK',
	'PAVEMENT',
	'RESIDENTIAL',
	'2.5',
	'two\nlines',
	'2012-06-15',
	' '
];
const TEXTS = ['', ' ', 'x', 'x'.repeat(4001), '😀'.repeat(4000), 'a@b', 'http://x', 'ftp://x/'];
const CODES = ['CSROWR-12', '30102', 'CSROWC-05', 'CSROSC-14', 'SWLMALB-02', 'csrowr-12', 'NONE'];

/** One argument with a new value, once or twice. */
const filling = (names: readonly string[], ...values: string[]) =>
	fc.tuple(
		fc.constantFrom(...names),
		fc.oneof(
			{ weight: 5, arbitrary: fc.constantFrom(...values) },
			{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)) }
		)
	);

/** A valid draft with up to three arguments changed. */
const spoilt = (
	method: Draft['method'],
	bases: readonly Draft['values'][],
	...fillings: fc.Arbitrary<[string, string | string[]]>[]
) =>
	fc
		.tuple(fc.constantFrom(...bases), fc.array(fc.oneof(...fillings, anywhere), { maxLength: 3 }))
		.map(([base, changes]): Draft => ({
			method,
			format: 'json',
			values: { jurisdiction_id: 'toronto.ca', ...base, ...Object.fromEntries(changes) }
		}));

const anywhere = fc.oneof(
	filling(['jurisdiction_id'], '', ' toronto.ca ', 'Toronto.ca', 'toronto.ca'),
	filling(['api_key'], 'abc', 'INVALID')
);
const P6 = { lat: '43.652577773', long: '-79.432565424' };
const POTHOLE = { ...P6, 'attribute[POTLOC]': 'CURB', 'attribute[POTSIZE]': 'YES' };
const REPORTS = [
	{ ...POTHOLE, service_code: 'CSROWR-12' },
	{ ...P6, service_code: 'CSROSC-14', 'attribute[SURFACE]': 'POLE', 'attribute[HATE]': 'NO' },
	{ ...P6, service_code: 'SWLMALB-02' },
	{ ...REPORTER, ...P6, service_code: '30102', 'attribute[HATE]': 'NO' }
];
const QUESTIONS = ['POTLOC', 'POTRISK', 'POTSEEN', 'POTNOTE', 'PRIVTYPE', 'HATE', 'SIZE', 'NEAR'];

const drafts = fc.oneof(
	spoilt(
		'submit',
		REPORTS,
		filling(['service_code'], ...CODES),
		filling(['lat', 'long', 'address_id'], ...NUMBERS, '12345'),
		filling(['address_string', 'description', 'media_url', 'email', 'first_name'], ...TEXTS),
		filling(
			QUESTIONS.flatMap((code) => ['', '[]', '[1]'].map((end) => `attribute[${code}]${end}`)),
			...ANSWERS
		)
	),
	spoilt(
		'requests',
		[
			{},
			{ start_date: '2012-03-01', end_date: '2012-05-30' },
			{ lat: '43.65', long: '-79.38', radius: '1000' }
		],
		filling(['start_date', 'end_date', 'updated_after', 'updated_before'], ...DATES),
		filling(['lat', 'long', 'radius', 'page', 'page_size'], ...NUMBERS),
		filling(['service_request_id', 'status', 'service_code'], ',', '', 'open', '101000000001')
	),
	spoilt('definition', [{}], filling(['service_code'], ...CODES, '', ' ', ' 30102'))
);

test('for any draft, the form and the mock-up refuse the same, except for unknown addresses', async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...DIALECT_NAMES), drafts, async (dialect, draft) => {
			const { form, city, words } = await bothJudge(dialect, draft);
			const isLookedUp = ['address_string', 'address_id'].some(
				(name) => valuesOf(draft.values, name).length > 0
			);
			if (form === 'refused' || !isLookedUp) expect(form, words).toBe(city);
		}),
		{ numRuns: 400 }
	);
}, 60_000);
