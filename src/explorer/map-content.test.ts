import { expect, test } from 'vitest';
import { ExchangeView } from './exchange-view.svelte';
import { answered, list, listedAt, springfield, TWO_ROWS } from './fixtures';
import { mapContentOf } from './map-content';

const listed = new ExchangeView(listedAt(Date.parse('2031-05-02T12:04:00')), springfield, null);

const other = (
	method: 'services' | 'submit' | 'definition',
	values = {},
	text = '',
	status = 200
) =>
	new ExchangeView(
		answered({ method, format: 'xml', values }, text, { status }),
		springfield,
		null
	);

test('the places of an answer are its own', () => {
	expect(mapContentOf(listed, [listed])).toEqual({ kind: 'places', view: listed });
});

test('a list without rows is still a list', () => {
	const empty = new ExchangeView(answered(list, '<service_requests/>'), springfield, null);
	expect(mapContentOf(empty, [listed, empty])).toEqual({ kind: 'places', view: empty });
});

test('an answer without places keeps those before it, and says whose they are', () => {
	const services = other('services', {}, '<services/>');
	expect(mapContentOf(services, [listed, services])).toEqual({
		kind: 'earlier',
		view: listed,
		from: 'From GET Service Requests, 12:04'
	});
	expect(mapContentOf(null, [listed]).kind).toBe('earlier');
	expect(mapContentOf(services, [services])).toEqual({ kind: 'nothing' });
	expect(mapContentOf(null, [])).toEqual({ kind: 'nothing' });
});

test('a refused list has no places of its own', () => {
	const refused = new ExchangeView(answered(list, TWO_ROWS, { status: 500 }), springfield, null);
	expect(mapContentOf(refused, [listed, refused]).kind).toBe('earlier');
});

test('a report stands at the place it named, if it named one', () => {
	const token = '<service_requests><request><token>1</token></request></service_requests>';
	const placed = other('submit', { lat: '-19.92', long: '-43.94' }, token);
	expect(mapContentOf(placed, [listed, placed])).toEqual({
		kind: 'report',
		view: placed,
		pin: { lat: -19.92, long: -43.94, radius: null }
	});
	const addressed = other('submit', { address_string: 'Praça Sete' }, token);
	expect(mapContentOf(addressed, [addressed])).toMatchObject({ kind: 'report', pin: null });
});

test('a definition is shown as what it defines', () => {
	const definition = other(
		'definition',
		{ service_code: '007' },
		'<service_definition><service_code>007</service_code><attributes/></service_definition>'
	);
	expect(mapContentOf(definition, [listed, definition])).toMatchObject({
		kind: 'definition',
		definition: { service_code: '007', attributes: [] }
	});
});
