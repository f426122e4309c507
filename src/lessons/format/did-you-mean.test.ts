import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean';

const NAMES = ['service_code', 'service_request_id', 'status', 'lat', 'long', 'start_date'];

test.each([
	['servce_code', 'service_code'],
	['service-code', 'service_code'],
	['Service_Code', 'service_code'],
	['staus', 'status'],
	['stauts', 'status'],
	['lng', 'long'],
	['startdate', 'start_date']
])('%s: %s was meant', (text, name) => {
	expect(didYouMean(text, NAMES)).toBe(name);
});

test.each(['zipcode', 'x', '', 'service_code'.repeat(100)])('%s is near no name', (text) => {
	expect(didYouMean(text, NAMES)).toBeNull();
});

test('where there are no names, none was meant', () => {
	expect(didYouMean('status', [])).toBeNull();
});
