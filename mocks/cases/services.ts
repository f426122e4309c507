// Test cases of discovery, the service list and the service definitions.
import type { TestCase } from '../../src/cases/expectation';
import { TORONTO_ID, both, exactly, every, ok, sent, some } from './build';

/** The names as Toronto printed them. */
const SERVICE_NAMES = [
	'Graffiti on a City road',
	'Graffiti on a City bridge',
	'Report minor pothole damage',
	'Graffiti on private property',
	'Graffiti on a City sidewalk',
	'Graffiti on a City litter bin'
];

/** Discovery and the service list. */
export const DISCOVERY_CASES: TestCase[] = [
	{
		id: 'discovery',
		title: 'Where the endpoints are',
		shows: 'Both dialects of the mock-up, each with its URL and its two formats.',
		group: 'discover',
		draft: { method: 'discovery', values: {} },
		outcomes: both(
			ok(
				exactly(2),
				every({ type: 'test', specification: 'http://wiki.open311.org/GeoReport_v2' }),
				some({ url: { contains: 'open311test/ws' } }),
				some({ url: { contains: 'georeport/v2' } })
			)
		),
		provenance: 'invented',
		section: 'Service Discovery'
	},
	{
		id: 'services',
		title: 'The six services',
		shows: 'Order and codes as recorded of Toronto; in JSON the code 30102 is a number.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: {
			toronto: {
				expect: ok(
					{
						claim: 'list',
						field: 'service_code',
						values: ['CSROWC-05', 'CSROWBM-03', 'CSROWR-12', '30102', 'CSROSC-14', 'SWLMALB-02']
					},
					{ claim: 'list', field: 'service_name', values: SERVICE_NAMES },
					every({ type: 'batch' }),
					sent('json', '"service_code":30102'),
					sent('xml', '<service_code>30102</service_code>')
				),
				then: []
			},
			standard: {
				expect: ok(
					{
						claim: 'list',
						field: 'type',
						values: ['batch', 'batch', 'realtime', 'batch', 'batch', 'realtime']
					},
					{ claim: 'list', field: 'service_name', values: SERVICE_NAMES },
					sent('json', '"service_code":"30102"'),
					sent('xml', '<service_code>30102</service_code>')
				),
				then: []
			}
		},
		provenance: 'seen',
		section: 'GET Service List'
	},
	{
		id: 'services-metadata',
		title: 'Which services ask questions',
		shows: 'Only the litter bin has metadata false: it needs no definition.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: both(
			ok({
				claim: 'list',
				field: 'metadata',
				values: [true, true, true, true, true, false]
			})
		),
		provenance: 'seen',
		section: 'GET Service List'
	},
	{
		id: 'services-keywords',
		title: 'Keywords, spacing and all',
		shows: 'Keywords are one text with commas, not always with a space after them.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: both(
			ok(
				some({ service_code: '30102', keywords: 'graffiti,private property, building' }),
				some({ service_code: 'SWLMALB-02', keywords: 'graffiti, litter bin' })
			)
		),
		provenance: 'seen',
		section: 'GET Service List'
	}
];

const definition = (
	service_code: string,
	title: string,
	shows: string,
	...codes: string[]
): TestCase => ({
	id: `definition-${service_code.toLowerCase()}`,
	title,
	shows,
	group: 'define',
	draft: { method: 'definition', values: { service_code, ...TORONTO_ID } },
	outcomes: both(
		ok(
			{ claim: 'kind', kind: 'definition' },
			{ claim: 'list', field: 'code', values: codes },
			{ claim: 'list', field: 'order', values: codes.map((_, at) => at + 1) },
			some({ order: 1, required: true })
		)
	),
	provenance: 'invented',
	section: 'GET Service Definition'
});

/** The definition of each service. */
export const DEFINITION_CASES: TestCase[] = [
	definition(
		'CSROWR-12',
		'What a pothole report asks',
		'Two required choices, a choice of several, a date-time, and a note with variable false.',
		'POTLOC',
		'POTSIZE',
		'POTRISK',
		'POTSEEN',
		'POTNOTE'
	),
	definition(
		'30102',
		'What private property asks',
		'A longer text, and a note: the core fields for name and e-mail are required too.',
		'PRIVTYPE',
		'HATE',
		'PRIVTEXT',
		'PRIVNOTE'
	),
	definition(
		'CSROWC-05',
		'What road graffiti asks',
		'A number of square metres beside two required choices.',
		'SURFACE',
		'HATE',
		'SIZE'
	),
	definition(
		'CSROSC-14',
		'What sidewalk graffiti asks',
		'A single line of text comes last.',
		'SURFACE',
		'HATE',
		'SIZE',
		'NEAR'
	),
	definition(
		'CSROWBM-03',
		'What bridge graffiti asks',
		'Its own choices of surface: abutment, railing, underside.',
		'SURFACE',
		'HATE',
		'SIZE'
	),
	{
		id: 'definition-swlmalb-02',
		title: 'A service without questions',
		shows: 'An empty list with status 200; the specification does not say what to answer here.',
		group: 'define',
		draft: { method: 'definition', values: { service_code: 'SWLMALB-02', ...TORONTO_ID } },
		outcomes: both(ok(exactly(0), sent('xml', '<attributes/>'), sent('json', '"attributes":[]'))),
		provenance: 'invented',
		section: 'GET Service Definition'
	}
];
