import { describe, expect, it } from 'vitest';
import { familyOf, kindOf, SHAPES, type Kind } from './service-kinds';

describe('kindOf', () => {
	it.each<[string | null, string | null, Kind]>([
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
		[null, null, 'other']
	])('%s, %s: %s', (service_code, service_name, kind) => {
		expect(kindOf({ service_code, service_name })).toBe(kind);
	});
});

it('gives a hue to each family and a shape of its own to each kind', () => {
	expect(familyOf('bridge')).toBe('graffiti');
	expect(familyOf('pothole')).toBe('pothole');
	expect(familyOf('other')).toBe('other');
	const shapes = Object.values(SHAPES);
	expect(new Set(shapes).size).toBe(shapes.length);
});
