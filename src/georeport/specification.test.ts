import { expect, test } from 'vitest';
import { isGeoReport2, specificationName } from './specification';

test.each<[token: string | null, name: string | null, isTwo: boolean]>([
	['http://wiki.open311.org/GeoReport_v2', 'GeoReport v2', true],
	['https://wiki.open311.org/GeoReport_v2/', 'GeoReport v2', true],
	['georeport-v2', 'GeoReport v2', true],
	['GeoReport v2', 'GeoReport v2', true],
	['http://wiki.open311.org/GeoReport_v2.1_Draft', 'GeoReport v2.1 (draft)', true],
	['http://wiki.open311.org/GeoReport_v2.1', 'GeoReport v2.1', true],
	['http://wiki.open311.org/GeoReport_v1', 'GeoReport v1', false],
	['http://wiki.open311.org/GeoReport_v20', 'GeoReport v20', false],
	['http://wiki.open311.org/GeoReport_v2_of_ours', null, false],
	['http://wiki.open311.org/Inquiry_v1', null, false],
	['', null, false],
	[null, null, false]
])('%s is %s', (token, name, isTwo) => {
	expect([specificationName(token), isGeoReport2(token)]).toEqual([name, isTwo]);
});
