// Good and bad answers as real servers send them: what is received, parsed and shown.

/** An answer, and what the page must make of it. */
export interface NastyAnswer {
	name: string;
	status?: number;
	/** The Content-Type; undefined for none. */
	type?: string;
	body: Buffer;
	/** The decoded bytes, which Raw shows. */
	text: string;
	/** What Pretty shows, if it is not the raw text. */
	pretty?: string;
	/** The page's message above the raw text. */
	said: RegExp;
	/** A problem among what breaks the specification, in the list that opens. */
	problem?: string;
	/** The texts of its tree and the number of rows in its table; null if it cannot be parsed. */
	laidOut: { tree: string; rows: number } | null;
}

const XML = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const record = (fields: string) =>
	`<service_requests><request>${fields}</request></service_requests>`;

/** Makes an answer in UTF-8, without a byte order mark, whose text is its body. */
const plain = (
	name: string,
	type: string,
	text: string,
	said: RegExp,
	laidOut: NastyAnswer['laidOut'],
	pretty?: string
): NastyAnswer => ({
	name,
	type,
	body: utf8(text),
	text,
	said,
	laidOut,
	...(pretty && { pretty })
});

const LATIN_1 = `<?xml version="1.0" encoding="ISO-8859-1"?>${record('<status>fermé</status>')}`;
const UTF_16 = `<?xml version="1.0" encoding="UTF-16"?>${record('<status>öffen</status>')}`;

export const NASTY_ANSWERS: readonly NastyAnswer[] = [
	plain(
		'comments',
		XML,
		'<services><!-- a  <b>\n  c --><service><!----><service_code>1</service_code></service></services>',
		/read as utf-8, named by the Content-Type/,
		{ tree: 'a  <b>', rows: 1 },
		'<services>\n  <!-- a  <b>\n  c -->\n  <service>\n    <!---->\n    <service_code>1</service_code>\n  </service>\n</services>'
	),
	plain(
		'CDATA',
		XML,
		record('<description><![CDATA[ <b> & ]] > ]]></description><status> <![CDATA[]]> </status>'),
		/utf-8/,
		{ tree: 'description', rows: 1 },
		'<service_requests>\n  <request>\n    <description><![CDATA[ <b> & ]] > ]]></description>\n    <status> <![CDATA[]]> </status>\n  </request>\n</service_requests>'
	),
	plain(
		'entities',
		XML,
		record('<address a="&quot;&#10;">Q &amp; A &#233;&#x1F6A7;</address>'),
		/utf-8/,
		{ tree: 'address', rows: 1 },
		'<service_requests>\n  <request>\n    <address a="&quot;&#10;">Q &amp; A &#233;&#x1F6A7;</address>\n  </request>\n</service_requests>'
	),
	plain(
		'mixed content',
		XML,
		record('<description>  one <b>two</b>\n <i/>\tthree</description><address><x/> <y/></address>'),
		/utf-8/,
		{ tree: 'two', rows: 1 },
		'<service_requests>\n  <request>\n    <description>  one <b>two</b>\n <i/>\tthree</description>\n    <address>\n      <x/>\n      <y/>\n    </address>\n  </request>\n</service_requests>'
	),
	plain(
		'empty elements',
		XML,
		record('<zipcode/><address></address><media_url /><description>  </description>'),
		/utf-8/,
		{ tree: 'media_url', rows: 1 },
		'<service_requests>\n  <request>\n    <zipcode/>\n    <address></address>\n    <media_url />\n    <description>  </description>\n  </request>\n</service_requests>'
	),
	plain(
		'a document type with an entity of its own',
		XML,
		'<?xml version="1.0"?><!DOCTYPE services [<!ENTITY city "Toronto > all">]><services>&city;</services>',
		/Declaration: <\?xml version="1\.0"\?>/,
		{ tree: '<!ENTITY city "Toronto > all">', rows: 0 },
		'<?xml version="1.0"?>\n<!DOCTYPE services [<!ENTITY city "Toronto > all">]>\n<services>&city;</services>'
	),
	plain(
		'processing instructions',
		XML,
		'<?xml version="1.0"?><?xml-stylesheet href="a.xsl" ?><services><?a b > c?><service/></services><?z?>',
		/utf-8/,
		{ tree: 'href="a.xsl"', rows: 0 },
		'<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl" ?>\n<services>\n  <?a b > c?>\n  <service/>\n</services>\n<?z?>'
	),
	plain(
		'lines that end as on Windows',
		XML,
		'<services>\r\n\t<service>\r\n\t\t<description>one\r\ntwo</description>\r\n\t</service>\r\n</services>\r\n',
		/utf-8/,
		{ tree: 'description', rows: 1 },
		'<services>\n  <service>\n    <description>one\r\ntwo</description>\n  </service>\n</services>'
	),
	plain(
		'JSON of odd spelling: a name twice, a large number, escapes, lines that end as on Windows',
		JSON_TYPE,
		'[{"lat" :\t43.650,"lat":-0.0,\r\n"id":101000000001000000001,"s":"\\u00e9\\/ , : {","n" : null, "e":[ ],"o":{ }}]',
		/utf-8/,
		{ tree: '101000000001000000001', rows: 1 },
		'[\n  {\n    "lat": 43.650,\n    "lat": -0.0,\n    "id": 101000000001000000001,\n    "s": "\\u00e9\\/ , : {",\n    "n": null,\n    "e": [],\n    "o": {}\n  }\n]'
	),
	{
		name: 'a byte order mark before UTF-8',
		type: 'text/xml',
		body: utf8('\uFEFF<services><service/></services>'),
		text: '<services><service/></services>',
		pretty: '<services>\n  <service/>\n</services>',
		laidOut: { tree: 'service', rows: 0 },
		said: /read as utf-8, named by the byte order mark/
	},
	{
		name: 'Latin-1, named in the declaration',
		type: 'text/xml',
		body: Buffer.from(LATIN_1, 'latin1'),
		text: LATIN_1,
		pretty:
			'<?xml version="1.0" encoding="ISO-8859-1"?>\n<service_requests>\n  <request>\n    <status>fermé</status>\n  </request>\n</service_requests>',
		laidOut: { tree: 'encoding="ISO-8859-1"', rows: 1 },
		said: /read as windows-1252, named by the XML declaration/
	},
	{
		name: 'UTF-16 with a byte order mark',
		type: 'text/xml',
		body: Buffer.from(`\uFEFF${UTF_16}`, 'utf16le'),
		text: UTF_16,
		pretty:
			'<?xml version="1.0" encoding="UTF-16"?>\n<service_requests>\n  <request>\n    <status>öffen</status>\n  </request>\n</service_requests>',
		laidOut: { tree: 'öffen', rows: 1 },
		said: /read as utf-16le, named by the byte order mark/
	},
	{
		name: 'Latin-1 that calls itself UTF-8',
		type: XML,
		body: Buffer.from('<services>fermé</services>', 'latin1'),
		text: '<services>ferm\uFFFD</services>',
		laidOut: { tree: 'ferm\uFFFD', rows: 0 },
		said: /Some bytes are no utf-8; each stands as/
	},
	plain(
		'XML that is cut off',
		'text/xml',
		`<service_requests>\n<request><status>open</status></request>\n<request><status>op`,
		/says XML but stops at line 3,\s+column\s+20\. The document is cut off/,
		{ tree: '<status> is not closed', rows: 2 }
	),
	plain(
		'an end tag of another name',
		'text/xml',
		'<service_requests>\n<request></requests>\n</service_requests>',
		/says XML but stops at line 2,\s+column\s+10\. /,
		{ tree: '</requests> stands where </request> is expected', rows: 0 }
	),
	plain(
		// https://github.com/usebruno/bruno/issues/4566: shown there with the end tag it lacks.
		'an element whose name begins with a digit, and a root that is never closed',
		'application/xml',
		'<?xml version="1.0" encoding="UTF-8" ?>\n <root>\n     <0>\n         <id>57ab</id>\n         <username>Damaris</username>\n     </0>\n',
		/says XML but stops at line 3,\s+column\s+7\. .* cannot begin with “0”/,
		{ tree: 'cannot begin with “0”', rows: 0 }
	),
	plain(
		'a root that is never closed',
		'application/xml',
		'<?xml version="1.0" encoding="UTF-8" ?>\n <root>\n     <user>\n         <id>57ab</id>\n     </user>\n',
		/stops at line 6,\s+column\s+1\. The document is cut off: <root> is not closed/,
		{ tree: '<root> is not closed', rows: 1 }
	),
	plain(
		'an entity that is not declared',
		'text/xml',
		record('<description>a&nbsp;b</description>'),
		/says XML but stops at line 1,\s+column\s+42\. /,
		{ tree: '“&nbsp;” is not one that XML knows', rows: 1 }
	),
	plain(
		'JSON with a comma too many',
		'application/json',
		'[\n  {"service_request_id": "1",}\n]',
		/says JSON but stops at line 2,\s+column\s+30\. /,
		{ tree: 'A comma stands before “}”', rows: 1 }
	),
	plain(
		'JSON that is cut off',
		'application/json',
		'[{"service_request_id":"1","status":"op',
		/says JSON but stops at line 1,\s+column\s+40\. The document is cut off in a string/,
		{ tree: 'cut off in a string', rows: 1 }
	),
	plain(
		'XML called JSON',
		'application/json',
		record('<status>open</status>'),
		/read as utf-8, which stands where nothing names a charset/,
		{ tree: 'open', rows: 1 },
		'<service_requests>\n  <request>\n    <status>open</status>\n  </request>\n</service_requests>'
	),
	plain(
		'plain words',
		'text/plain',
		'The service is down for maintenance.',
		/neither XML nor JSON/,
		null
	),
	{
		name: 'no Content-Type at all',
		body: utf8('<services><service/></services>'),
		text: '<services><service/></services>',
		pretty: '<services>\n  <service/>\n</services>',
		laidOut: { tree: 'service', rows: 0 },
		said: /which stands where nothing names a charset/,
		problem: 'There is no Content-Type; it should be text/xml; charset=utf-8.'
	},
	{
		...plain(
			'an HTML error page',
			'text/html',
			'<!doctype html><title>502</title><p>Bad gateway & <br>unclosed',
			/neither XML nor JSON; its Content-Type is text\/html/,
			null
		),
		status: 502
	},
	plain('nothing', 'text/xml', '', /The body is empty/, null),
	plain('white space only', 'text/xml', ' \r\n\t', /The body is empty/, null)
];
