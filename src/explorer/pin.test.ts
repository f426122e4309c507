import { describe, expect, it } from 'vitest';
import type { Draft } from '../georeport/request';
import { pinOf, pinValues } from './pin';

const search = (values: Draft['values']): Draft => ({ method: 'requests', format: 'xml', values });

describe('pinOf', () => {
	it('reads the point and the radius of a search', () => {
		expect(pinOf(search({ lat: '43.65344', long: '-79.38409', radius: '500' }))).toEqual({
			lat: 43.65344,
			long: -79.38409,
			radius: 500
		});
	});

	it('has no radius in a report', () => {
		const values = { lat: '43.65344', long: '-79.38409', radius: '500' };
		expect(pinOf({ method: 'submit', format: 'xml', values })?.radius).toBeNull();
	});

	it.each([
		[{ lat: '43.6' }],
		[{ lat: '', long: '' }],
		[{ lat: 'north', long: '-79' }],
		[{ lat: '91', long: '-79' }],
		[{ lat: '43', long: '-181' }]
	])('is none for %j', (values) => {
		expect(pinOf(search(values))).toBeNull();
	});

	it('is none where the method takes no point', () => {
		const values = { lat: '43.65344', long: '-79.38409' };
		expect(pinOf({ method: 'services', format: 'xml', values })).toBeNull();
	});
});

describe('pinValues', () => {
	it('writes about a metre, and gives a search a radius', () => {
		expect(pinValues(search({}), { lat: 43.6534401, long: -79.3840999 })).toEqual({
			lat: '43.65344',
			long: '-79.3841',
			radius: '1000'
		});
	});

	it('keeps a radius that was given', () => {
		expect(pinValues(search({ radius: '50' }), { lat: 43.7, long: -79.4 })).toEqual({
			lat: '43.7',
			long: '-79.4'
		});
	});
});
