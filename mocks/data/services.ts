// The six services of 311 Toronto, copied from its live list: the order, the wording and even the
// spacing of the keywords are real.
import type { Service } from '../../src/georeport/types';

/** A service, with the back office's name of the problem, which service requests have instead. */
export interface CityService extends Service {
	problemName: string;
}

const CALL_311 =
	'You can call 311 at any time for help if you experience difficulties completing this request from your mobile device.';

/**
 * Graffiti on private property, the only service with rules of its own (CALL notes, September
 * 2011).
 */
export const PRIVATE_PROPERTY = '30102';

/** All services, in the order of "GET Service List"; every code and name is Toronto's own. */
export const SERVICES: readonly CityService[] = [
	{
		service_code: 'CSROWC-05',
		service_name: 'Graffiti on a City road',
		problemName: 'Road - Graffiti Complaint',
		description: `Use this service to report graffiti on a City road. ${CALL_311}`,
		metadata: true,
		type: 'batch',
		keywords: 'graffiti, road',
		group: 'Graffiti'
	},
	{
		service_code: 'CSROWBM-03',
		service_name: 'Graffiti on a City bridge',
		problemName: 'Bridge - Graffiti Complaint',
		description: `Use this service to report graffiti on a City bridge. ${CALL_311}`,
		metadata: true,
		type: 'batch',
		keywords: 'graffiti, bridge',
		group: 'Graffiti'
	},
	{
		service_code: 'CSROWR-12',
		service_name: 'Report minor pothole damage',
		problemName: 'Road - Pot hole',
		description: `Use this service to report a pothole on public property. ${CALL_311}`,
		metadata: true,
		type: 'batch',
		keywords: 'pothole',
		group: 'Pothole'
	},
	{
		service_code: '30102',
		service_name: 'Graffiti on private property',
		problemName: 'Graffiti',
		description: `Use this service to report graffiti on private property (business or residential) for the City to investigate as part of bylaw enforcement. ${CALL_311}`,
		metadata: true,
		type: 'batch',
		keywords: 'graffiti,private property, building',
		group: 'Graffiti'
	},
	{
		service_code: 'CSROSC-14',
		service_name: 'Graffiti on a City sidewalk',
		problemName: 'Sidewalk - Graffiti Complaint',
		description: `Use this service to report graffiti on a City sidewalk. ${CALL_311}`,
		metadata: true,
		type: 'batch',
		keywords: 'graffiti, sidewalk',
		group: 'Graffiti'
	},
	{
		service_code: 'SWLMALB-02',
		service_name: 'Graffiti on a City litter bin',
		problemName: 'Litter / Bin / Graffiti on Bin',
		description: `Use this service to report graffiti on a street litter bin maintained by the City. ${CALL_311}`,
		metadata: false,
		type: 'batch',
		keywords: 'graffiti, litter bin',
		group: 'Graffiti'
	}
];
