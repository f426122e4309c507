// Which call can follow which answer, and with what: https://wiki.open311.org/GeoReport_v2/ names the
// same things (service_code, token, service_request_id) in answers and in arguments.
import type { MethodName } from './methods.ts';

/** What a link leads to, in one word; the same word means the same from wherever it starts. */
export type LinkName =
	| 'services'
	| 'definition'
	| 'report'
	| 'list'
	| 'open'
	| 'id'
	| 'request'
	| 'again'
	| 'reportHere'
	| 'reportAtAddress'
	| 'othersNear'
	| 'othersLike'
	| 'fields'
	| 'ids';

/** Where an argument of the next call comes from; fields and arguments by their wire names. */
export type LinkValue =
	{ readonly field: string } | { readonly argument: string } | { readonly constant: string };

/** The answers that a link starts from. */
export interface LinkOrigin {
	/** The methods that answer so. */
	methods: readonly MethodName[];
	/**
	 * A record of the answer (the one there is, or one chosen of a list), the answer as a whole, or a
	 * refusal with the HTTP status `status`, any if that is left out.
	 */
	part: 'record' | 'answer' | 'refusal';
	/** A field without which there is no link: empty, absent and false are without. */
	with?: string;
	/** A field with which there is no link. */
	without?: string;
	status?: number;
}

/** One call that can follow an answer. */
export interface MethodLink {
	/** Unique among the links of one method's answers, but for links from refusals. */
	name: LinkName;
	/** One sentence: what the next call gives. */
	description: string;
	from: LinkOrigin;
	to: MethodName | 'same';
	/** By the argument's wire name. Where one of them has no value there is no link. */
	values: Readonly<Record<string, LinkValue>>;
	/** Whether the other values of the answered request stay as they are. */
	keeps?: true;
}

/** The argument that goes along on every link, from call to call ("General"). */
export const CARRIED = 'jurisdiction_id';

/** How far around a place its neighbours are looked for, in metres. */
const NEAR = '1000';

const RECORDS: LinkOrigin = { methods: ['requests', 'request'], part: 'record' };
const field = (name: string): LinkValue => ({ field: name });
const argument = (name: string): LinkValue => ({ argument: name });
const constant = (text: string): LinkValue => ({ constant: text });

/** Every link between methods, by where it starts; the likeliest of one place first. */
export const LINKS: readonly MethodLink[] = [
	{
		name: 'services',
		description: 'Lists the services of the endpoint.',
		from: { methods: ['discovery'], part: 'answer' },
		to: 'services',
		values: {}
	},

	{
		name: 'definition',
		description: 'Lists the questions of the service, where its metadata is true.',
		from: { methods: ['services'], part: 'record', with: 'metadata' },
		to: 'definition',
		values: { service_code: field('service_code') }
	},
	{
		name: 'report',
		description: 'Reports something to the service.',
		from: { methods: ['services'], part: 'record' },
		to: 'submit',
		values: { service_code: field('service_code') }
	},
	{
		name: 'list',
		description: 'Lists the requests to the service.',
		from: { methods: ['services'], part: 'record' },
		to: 'requests',
		values: { service_code: field('service_code') }
	},

	{
		name: 'report',
		description: 'Reports something to the service, with answers to these questions.',
		from: { methods: ['definition'], part: 'record' },
		to: 'submit',
		values: { service_code: argument('service_code') }
	},
	{
		name: 'list',
		description: 'Lists the requests to the service.',
		from: { methods: ['definition'], part: 'record' },
		to: 'requests',
		values: { service_code: argument('service_code') }
	},

	{
		name: 'id',
		description: 'Gives the service_request_id for the token.',
		from: { methods: ['submit'], part: 'record', with: 'token' },
		to: 'token',
		values: { token: field('token') }
	},
	{
		name: 'request',
		description: 'Shows the status of the report, where it got its id at once.',
		from: { methods: ['submit'], part: 'record' },
		to: 'request',
		values: { service_request_id: field('service_request_id') }
	},
	{
		name: 'open',
		description: 'Lists what is open of the same service.',
		from: { methods: ['submit'], part: 'record' },
		to: 'requests',
		values: { service_code: argument('service_code'), status: constant('open') }
	},
	{
		name: 'report',
		description: 'Reports something else to the same service.',
		from: { methods: ['submit'], part: 'record' },
		to: 'submit',
		values: { service_code: argument('service_code') }
	},

	{
		name: 'request',
		description: 'Shows the status of the report, once the token has its id.',
		from: { methods: ['token'], part: 'record' },
		to: 'request',
		values: { service_request_id: field('service_request_id') }
	},
	{
		name: 'again',
		description: 'Asks once more, while the token has no id.',
		from: { methods: ['token'], part: 'record', without: 'service_request_id' },
		to: 'token',
		values: { token: argument('token') }
	},

	{
		name: 'open',
		description: 'Lists what is open of these.',
		from: { methods: ['requests'], part: 'answer' },
		to: 'requests',
		values: { status: constant('open') },
		keeps: true
	},
	{
		name: 'request',
		description: 'Shows the request by itself.',
		from: { methods: ['requests'], part: 'record' },
		to: 'request',
		values: { service_request_id: field('service_request_id') }
	},
	{
		name: 'definition',
		description: 'Lists the questions of its service.',
		from: RECORDS,
		to: 'definition',
		values: { service_code: field('service_code') }
	},
	{
		name: 'reportHere',
		description: 'Reports the same at the same place.',
		from: RECORDS,
		to: 'submit',
		values: { service_code: field('service_code'), lat: field('lat'), long: field('long') }
	},
	{
		name: 'reportAtAddress',
		description: 'Reports the same at the same address, where it has no coordinates.',
		from: { ...RECORDS, without: 'lat' },
		to: 'submit',
		values: { service_code: field('service_code'), address_string: field('address') }
	},
	{
		name: 'othersNear',
		description: 'Lists the requests around its place.',
		from: RECORDS,
		to: 'requests',
		values: { lat: field('lat'), long: field('long'), radius: constant(NEAR) }
	},
	{
		name: 'othersLike',
		description: 'Lists the requests to its service.',
		from: RECORDS,
		to: 'requests',
		values: { service_code: field('service_code') }
	},

	{
		name: 'fields',
		description: 'The same request, to put right what the errors name.',
		from: {
			methods: [
				...(['discovery', 'services', 'definition', 'submit'] as const),
				...(['token', 'requests', 'request'] as const)
			],
			part: 'refusal'
		},
		to: 'same',
		values: {},
		keeps: true
	},
	{
		name: 'services',
		description: 'Lists the service codes that there are.',
		from: { methods: ['definition', 'submit'], part: 'refusal', status: 404 },
		to: 'services',
		values: {}
	},
	{
		name: 'ids',
		description: 'Lists the requests that there are, with their ids.',
		from: { methods: ['request'], part: 'refusal', status: 404 },
		to: 'requests',
		values: {}
	}
];

/** The links from one part of a method's answers, in the order of the table. */
export const linksFrom = (name: MethodName, part: LinkOrigin['part']): readonly MethodLink[] =>
	LINKS.filter(({ from }) => from.part === part && from.methods.includes(name));
