import { expect, test } from 'vitest';
import { ExchangeView } from '../explorer/exchange-view.svelte.ts';
import { answered, list, springfield } from '../explorer/fixtures.ts';
import { described, explanationOf } from './column-words.ts';

const viewOf = (...rows: string[]) =>
	new ExchangeView(
		answered(
			list,
			`<service_requests>${rows.map((row) => `<request>${row}</request>`).join('')}</service_requests>`
		),
		springfield,
		null
	);
const POTHOLE = '<service_code>CSROWR-12</service_code><status>open</status>';
const PLACED = '<lat>1</lat><long>2</long>';

const services = new ExchangeView(
	answered({ method: 'services', format: 'xml', values: {} }, '<services/>'),
	springfield,
	null
);

test('service requests are described by what they have in common', () => {
	expect(described(viewOf(POTHOLE, POTHOLE).requests)).toBe('2 open potholes');
	expect(described(viewOf('<service_code>CSROWC-05</service_code>').requests)).toBe(
		'1 open graffiti report'
	);
	const mixed = viewOf(POTHOLE, '<service_name>Tree</service_name><status>closed</status>');
	expect(described(mixed.requests)).toBe('2 service requests');
});

test('an answer without places says so, and whose are on the map', () => {
	const earlier = viewOf(POTHOLE + PLACED, POTHOLE);
	expect(explanationOf(services, earlier)).toEqual({
		title: 'Service lists have no places',
		text: 'The map still shows the 2 open potholes of your last search, one of them without a location.'
	});
	expect(explanationOf(null, null)).toEqual({
		title: 'No answer yet',
		text: 'Service requests that have a location appear here.'
	});
	const refused = new ExchangeView(
		answered({ method: 'services', format: 'xml', values: {} }, '<errors/>', { status: 400 }),
		springfield,
		null
	);
	expect(explanationOf(refused, earlier).title).toBe('No location in this answer');
	expect(explanationOf(services, viewOf()).text).toBe(
		'Your last search found no service requests.'
	);
});
