// Prefer headers: how they are parsed and written, and what the console offers.
import { expect, test } from 'vitest';
import { combinePrefer, joinPrefer, parsePrefer, PREFER } from '../../mocks/api/preferences';
import { clockAt } from '../../mocks/city/clock';
import { CODES, FAULTS, WAITS } from '../../src/console/choices';
import { CLOCK_START, instantOf } from '../../src/explorer/clock';

const NOTHING = {
	values: {},
	code: null,
	delay: null,
	fault: null,
	keyRequired: false,
	jsonOff: false,
	pending: 0,
	clock: null
};

test.each(['', 'respond-async', 'return=minimal', 'code=', 'x-code=503', null, undefined])(
	'%j asks for nothing',
	(header) => {
		expect({ ...parsePrefer(header), values: {} }).toEqual(NOTHING);
	}
);

test('a header is parsed and written again', () => {
	const header = 'code=503, fault=html, delay=200-800, clock=2012-06-20T12:00:00, key=required';
	const parsed = parsePrefer(header);
	expect(parsed).toEqual({
		...NOTHING,
		values: {
			code: '503',
			fault: 'html',
			delay: '200-800',
			clock: '2012-06-20T12:00:00',
			key: 'required'
		},
		code: 503,
		fault: 'html',
		delay: [200, 800],
		keyRequired: true,
		clock: { at: '2012-06-20T12:00:00' }
	});
	expect(PREFER.write(parsed.values)).toBe(header);
	expect(PREFER.write({ code: '', fault: '' })).toBe('');
});

test.each([
	['code=404, code=500', { code: 404 }],
	['code=999, code=500', { code: null }],
	['code=503; fault="html"', { code: 503, fault: 'html' }],
	['respond-async json=off', { jsonOff: true }],
	['pending=2h,clock=+5d', { pending: 7_200_000, clock: { ahead: 432_000_000 } }]
])('%s: the first of a name counts, whatever separates them', (header, expected) => {
	expect(parsePrefer(header)).toMatchObject(expected);
});

// RFC 7240, section 2: names are not case-sensitive, and values may be quoted strings.
test.each([
	['CODE=400', { code: 400 }],
	['Code = "404"', { code: 404 }],
	['fault\t=\ttype', { fault: 'type' }],
	['note="a, code=500", fault=type', { code: null, fault: 'type' }],
	['note="a \\" code=500", json=off', { code: null, jsonOff: true }],
	['code="400', { code: 400 }],
	['code="", code=500', { code: 500 }]
])('%s is parsed as in RFC 7240', (header, expected) => {
	expect(parsePrefer(header)).toMatchObject(expected);
});

test.each(['1500', '0', '200-800', 'never'])('%s is a delay', (text) => {
	expect(parsePrefer(`delay=${text}`).delay).not.toBe(null);
});

test.each(['', 'soon', '1.5', '800-200', '-1', '1-2-3'])('%s is not a delay', (text) => {
	expect(parsePrefer(`delay=${text}`).delay).toBe(null);
});

test('the header of a request overrides those of its method and of every request', () => {
	const preferences = { every: 'code=500', submit: 'code=403' };
	expect(combinePrefer('code=400', 'submit', preferences)).toBe('code=400, code=403, code=500');
	expect(combinePrefer(null, 'requests', preferences)).toBe('code=500');
	expect(combinePrefer('', null, {})).toBe('');
	expect(joinPrefer(undefined, 'delay=1', null, 'json=off')).toBe('delay=1, json=off');
});

test('the mock-up supports everything that the console offers', () => {
	for (const code of CODES) expect(parsePrefer(`code=${code}`).code).toBe(Number(code));
	for (const [fault] of FAULTS) expect(parsePrefer(`fault=${fault}`).fault).toBe(fault);
	const hours = WAITS.map(([wait]) => parsePrefer(`pending=${wait}`).pending / 3_600_000);
	expect(hours).toEqual([1, 24, 168]);
});

test.each([
	['', '2012-06-15T16:00:00Z'],
	['+5d', '2012-06-20T16:00:00Z'],
	['+36h', '2012-06-17T04:00:00Z'],
	['2012-06-20T09:30:00-04:00', '2012-06-20T13:30:00Z'],
	['2012-06-20T09:30:00', '2012-06-20T13:30:00Z'],
	['2012-12-01T09:30:00', '2012-12-01T14:30:00Z'],
	['2011-06-20T09:30:00', '2012-06-15T16:00:00Z'],
	['noon', '2012-06-15T16:00:00Z']
])('clock=%s is %s, for the mock-up and for the console', (clock, instant) => {
	const setting = parsePrefer(`clock=${clock}`).clock;
	expect(new Date(clockAt(setting, CLOCK_START)).toISOString()).toBe(instant.replace('Z', '.000Z'));
	expect(instantOf(setting)).toBe(Date.parse(instant));
});
