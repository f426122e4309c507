import { expect, test } from 'vitest';
import type { ArgumentKind } from '../../georeport/argument';
import { shapeOf, type Shape } from './shape';

const services = [{}];
const keys = ['YES', 'NO'];

test.each<[ArgumentKind, string[], Shape]>([
	['text', ['x'], 'text'],
	['coordinate', ['-79.4'], 'text'],
	['multiline', ['x'], 'multiline'],
	['datetime', [''], 'datetime'],
	['datetime', ['2012-06-01T00:00:00Z'], 'datetime'],
	['datetime', ['last Tuesday'], 'datetime'],
	['list', ['101000000001, 101000000002'], 'chips'],
	['list', ['101000000001,'], 'text'],
	['service', ['NOPE-99'], 'service'],
	['services', ['csrowr-12'], 'services'],
	['services', [',,'], 'text'],
	['status', [''], 'status'],
	['status', ['closed,open'], 'status'],
	['status', ['OPEN'], 'text'],
	['status', ['open, closed'], 'text'],
	['status', ['open,open'], 'text'],
	['choice', [''], 'radios'],
	['choice', ['NO'], 'radios'],
	['choice', ['MAYBE'], 'text'],
	['choices', [''], 'checks'],
	['choices', ['NO', 'YES'], 'checks'],
	['choices', ['NO', 'NO'], 'text'],
	['choices', ['NO', 'MAYBE'], 'text'],
	['status', ['open', 'closed'], 'text']
])('%s %o is shown as %s', (kind, texts, shape) => {
	expect(shapeOf(kind, texts, { services, keys })).toBe(shape);
});

test('without a service list, codes are typed', () => {
	expect(shapeOf('service', ['CSROWR-12'], { services: null, keys })).toBe('service');
	expect(shapeOf('services', ['CSROWR-12'], { services: null, keys })).toBe('chips');
});

test('up to five choices are radio buttons, more are a list', () => {
	const five = ['1', '2', '3', '4', '5'];
	expect(shapeOf('choice', [''], { services, keys: five })).toBe('radios');
	expect(shapeOf('choice', [''], { services, keys: [...five, '6'] })).toBe('select');
	expect(shapeOf('choice', [''], { services, keys: [] })).toBe('text');
});
