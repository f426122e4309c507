import { describe, expect, it } from 'vitest';
import { serviceKindOf, markOf, MARK_SHAPES, type Mark } from './service-kinds';

describe('markOf', () => {
	it.each<[string | null, string | null, Mark]>([
		// Toronto's codes, under the service's name and under the problem's.
		['CSROWR-12', 'Report minor pothole damage', 'pothole'],
		['CSROWR-12', 'Road - Pot hole', 'pothole'],
		['30102', 'Graffiti', 'property'],
		['CSROWC-05', 'Road - Graffiti Complaint', 'road'],
		['CSROSC-14', 'Sidewalk - Graffiti Complaint', 'sidewalk'],
		['CSROWBM-03', 'Bridge - Graffiti Complaint', 'bridge'],
		['SWLMALB-02', 'Litter / Bin / Graffiti on Bin', 'bin'],
		// Other cities' words.
		[null, 'Pothole in Street', 'pothole'],
		['graffiti-7', null, 'graffiti'],
		['17', 'Graffiti Removal - Private', 'property'],
		['18', 'Graffiti on a sidewalk', 'sidewalk'],
		['19', 'Street Light Out', 'other'],
		[null, null, 'other'],
		// Names that every JavaScript object inherits.
		['constructor', 'constructor', 'other'],
		['__proto__', null, 'other']
	])('%s, %s: %s', (service_code, service_name, mark) => {
		expect(markOf({ service_code, service_name })).toBe(mark);
	});
});

it('gives a hue to each kind of service and a shape of its own to each mark', () => {
	expect(serviceKindOf('bridge')).toBe('graffiti');
	expect(serviceKindOf('pothole')).toBe('pothole');
	expect(serviceKindOf('other')).toBe('other');
	const shapes = Object.values(MARK_SHAPES);
	expect(new Set(shapes).size).toBe(shapes.length);
});
