// Values that work together in one request to the mock-up, whichever dialect: what tools put into
// the requests that they make of the description.
import type { Argument } from '../georeport/argument.ts';
import type { ApiMethod } from '../georeport/methods.ts';

/** The name under which the answer to a question of a service stands among a report's fields. */
export const ANSWER_FIELD = 'attribute[CODE]';

const SUBMIT: Readonly<Record<string, string>> = {
	api_key: 'YOUR_API_KEY',
	// The one service that asks no questions.
	service_code: 'SWLMALB-02',
	description: 'The litter bin is full of graffiti.',
	media_url: 'https://example.org/litter-bin.jpg',
	first_name: 'Ada',
	last_name: 'Example',
	email: 'ada@example.org',
	phone: '416 555 0100',
	account_id: 'ada',
	device_id: 'example-device-1',
	// A name that stands for others is sent by nobody; empty, it counts as left out.
	[ANSWER_FIELD]: ''
};

const REQUESTS: Readonly<Record<string, string>> = {
	service_request_id: '101000000001,101000000021',
	service_code: 'CSROWR-12,SWLMALB-02',
	start_date: '2012-04-01T00:00:00-04:00',
	end_date: '2012-06-15T12:00:00-04:00',
	status: 'open,closed',
	updated_after: '2012-04-01T00:00:00-04:00',
	updated_before: '2012-06-15T12:00:00-04:00',
	lat: '43.65344',
	long: '-79.38409',
	radius: '20000'
};

const OF_METHOD: Readonly<Partial<Record<ApiMethod['name'], Readonly<Record<string, string>>>>> = {
	submit: SUBMIT,
	requests: REQUESTS
};

/** The example of an argument, as text; every argument has one. */
export const exampleOf = (
	method: ApiMethod,
	{ name, example }: Pick<Argument, 'name' | 'example'>
) => OF_METHOD[method.name]?.[name] ?? example;
