// What the checks of a service list and of filters say of literal calls.
import { get, that, J, type GradedCase } from './call';
import { FILTERED, LIST_CALL, SCENES_HERE } from './rows';

const SERVICES = SCENES_HERE.services.services;
const SERVICE_LIST = get(`services.xml?${J}`);
const withService = (part: Record<string, unknown>) => ({
	services: SERVICES.map((service) =>
		service.service_code === '30102' ? { ...service, ...part } : service
	)
});

const SERVICE_CASES = [
	that('services', 'reads-services', 'not reached', 'there is no result', 'no result', [
		SERVICE_LIST
	]),
	that(
		'services',
		'reads-services',
		'not reached',
		'the client gave up',
		"gave up: 'no'",
		[SERVICE_LIST],
		{
			error: 'no'
		}
	),
	that(
		'services',
		'reads-services',
		'not reached',
		'the list was refused',
		'No answer',
		[get('services.xml', { status: 400 })],
		{ services: [] }
	),
	that(
		'services',
		'reads-services',
		'passed',
		'all are there in another order',
		'6 services, each',
		[SERVICE_LIST],
		{ services: SERVICES.toReversed() }
	),
	that(
		'services',
		'reads-services',
		'failed',
		'there is no list',
		'no list of services',
		[SERVICE_LIST],
		[]
	),
	that(
		'services',
		'reads-services',
		'failed',
		'one is missing',
		'lacks SWLMALB-02',
		[SERVICE_LIST],
		{
			services: SERVICES.slice(0, 5)
		}
	),
	that(
		'services',
		'reads-services',
		'failed',
		'a code is a number',
		'30102 as a number',
		[SERVICE_LIST],
		withService({ service_code: 30102 })
	),
	that(
		'services',
		'reads-services',
		'failed',
		'a name is another',
		"the name 'Graffiti' in the result",
		[SERVICE_LIST],
		withService({ service_name: 'Graffiti' })
	),
	that(
		'services',
		'reads-services',
		'failed',
		'metadata is another',
		"metadata 'false' in the result; it is true",
		[SERVICE_LIST],
		withService({ metadata: false })
	)
];

const FILTER_CASES = [
	that('list-open', 'filters-on-server', 'not reached', 'no list was asked for', 'No call asked', [
		get(`requests.xml?${J}&service_request_id=101000000001`)
	]),
	that('list-open', 'filters-on-server', 'passed', 'both were sent', 'with status and', [FILTERED]),
	that(
		'list-open',
		'filters-on-server',
		'failed',
		'one is empty',
		'Call 2 asked for a list without status.',
		[FILTERED, get('requests.xml?status=&service_code=CSROWR-12')]
	),
	that(
		'list-open',
		'filters-on-server',
		'failed',
		'both are missing',
		'without status and service_code',
		[LIST_CALL]
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const SERVICE_LIST_CASES: readonly GradedCase[] = [...SERVICE_CASES, ...FILTER_CASES];
