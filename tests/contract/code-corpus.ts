import type { Draft, Values } from '../../src/georeport/request';

const get = (values: Values, more: Partial<Draft> = {}): Draft => ({
	method: 'requests',
	format: 'xml',
	values,
	...more
});

const post = (values: Values, more: Partial<Draft> = {}): Draft => ({
	method: 'submit',
	format: 'json',
	values,
	...more
});

/** Every character that is special to some shell or language. */
const MARKS = `a'b"c\\d$e$(f)\`g\`%h%PATH%i&j|k<l>m^n!o#p#{q}\${r}\\(s)~t*u+v w;x,y=z@[]{}?`;

const RAW = (type: string, text: string) => post({}, { rawBody: { type, text } });

/** Requests that broke code samples before, each with what is difficult about it. */
export const CORPUS: Readonly<Record<string, Draft>> = {
	'a plain list': get({ jurisdiction_id: 'toronto.ca', status: 'open' }),
	'lists and dates with zones': get({
		service_request_id: '101000000001,101000000011',
		start_date: '2012-06-01T00:00:00-04:00',
		end_date: '2012-06-15T00:00:00+01:00'
	}),
	'accents in a query': get({ jurisdiction_id: 'montréal.ca', q: '北 ☕ 👩‍🚒' }),
	'every mark in a query': get({ q: MARKS }),
	'a name with brackets': get({ 'a[b]': ['1', '2'], 'c&d': '=' }),
	'a path argument with marks': {
		method: 'request',
		format: 'xml',
		values: { service_request_id: `10'1 "$%20` }
	},
	'a path of its own': get({}, { path: "it's/{format}?a=[1-3]&b={x,y}&c=1|2&d='#fragment" }),
	discovery: { method: 'discovery', format: 'json', values: {} },
	'HEAD instead of GET': get({}, { verb: 'HEAD' }),
	'DELETE instead of GET': get({ a: 'b c' }, { verb: 'DELETE' }),
	'POST without body': get({}, { verb: 'POST' }),
	'PUT with a form': post({ description: 'a b' }, { verb: 'PUT' }),
	'DELETE with a form': post({ description: 'a b' }, { verb: 'DELETE' }),
	'a verb in small letters': get({}, { verb: 'options' }),
	'a report': post({
		jurisdiction_id: 'toronto.ca',
		service_code: 'CSROWR-12',
		lat: '43.652577773',
		long: '-79.432565424',
		description: 'Deep pothole near the curb, café side'
	}),
	'a report with every mark': post({ description: MARKS, first_name: "D'Arcy" }),
	'a report over several lines': post({ description: 'one\ntwo\r\nthree\ttab\n\nCafé 🕳️ 👩‍🚒\n' }),
	'values of many meanings': post({
		a: '@/etc/hostname',
		b: '-X',
		c: '--data',
		d: '=e',
		e: '<f',
		f: '~',
		g: '!!',
		h: '%0A',
		i: '\\',
		j: "\\'",
		k: '--%',
		l: ' '
	}),
	'an attribute with several values': post({
		'attribute[WHERE]': ['second', 'first', 'second'],
		'attribute[WHAT]': 'x'
	}),
	'names that return': RAW('application/x-www-form-urlencoded; charset=utf-8', 'a=1&b=2&a=3&c='),
	'a form spelled by hand': RAW('application/x-www-form-urlencoded', 'a=b%20c&d&e=%c3%a9'),
	'a tilde and a star': post({ description: '~*' }),
	'hidden characters': post({ description: 'a\u00011b\u001b[0mc\u202ed\u200be\u007ff\u2028g' }),
	'typographic quotes': post({ description: '‘a’ ‚b‛ “c” „d‟' }),
	'half a surrogate pair': post({ description: 'a\ud83db' }),
	'an empty body': post({}),
	'a long description': post({
		description: `It's 100% "bad" & $5. Café. `.repeat(143).slice(0, 4000)
	}),
	'headers with quotes': get(
		{},
		{
			headers: {
				'If-None-Match': '"abc\'d", W/"e f"',
				Prefer: 'delay=5; why="a & b | c"',
				'X-Marks': `$HOME %PATH% \`id\` \\ ! ^ {x}`,
				'X-Empty': '',
				'X-Padded': '  a  '
			}
		}
	),
	'a type of its own': post({ a: 'b' }, { headers: { 'content-type': 'text/plain' } }),
	'a file': post(
		{ service_code: 'CSROWR-12', description: 'two\nlines' },
		{
			files: [
				{ name: 'media', filename: 'a "b".txt', type: 'text/plain', text: `@x 'y' $z\r\nCafé 🕳️\n` }
			]
		}
	),
	'a JSON body': RAW(
		'application/json',
		`{\n  "a b": "it's $5 & 100%\\n",\n  "c": ["é", "🕳️"]\n}\n`
	),
	'a JSON body on one line': RAW('application/json', '{"a b":"c\\"d","e":"%PATH% & $x"}'),
	'an XML body': RAW(
		'text/xml; charset=utf-8',
		'<?xml version="1.0"?>\n<a b="c">!d! &amp; `e`</a>'
	),
	'a body with an at sign': RAW('text/plain', '@/etc/hostname'),
	'a body of marks': RAW('text/plain', `${MARKS}\n${MARKS}\r`),
	'hidden characters in a body': RAW('text/plain', 'a\u00011\u001bc!\u202e\u200b1\u0085é')
};
