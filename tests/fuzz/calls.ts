// Calls that nobody planned: every method and control with odd arguments, headers and bodies.
import { METHOD_ROUTES } from '../../mocks/api/routes';

/** A call that can be printed, and made again. */
export interface OddCall {
	verb: string;
	/** Below the root of the mock-up. */
	path: string;
	headers: Record<string, string>;
	body: string | null;
}

/** Returns a whole number from 0 up to a limit. */
type Random = (limit: number) => number;

/** A sequence that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return (limit) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

/** Names that every object has from birth. */
const BORN = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'isPrototypeOf'];

const BASES = ['open311test/ws/', 'georeport/v2/', 'check/fuzz/open311test/ws/'];
const FIELDS = [
	...['jurisdiction_id', 'service_code', 'service_request_id', 'lat', 'long', 'radius', 'status'],
	...[
		'start_date',
		'end_date',
		'address_string',
		'address_id',
		'description',
		'email',
		'media_url'
	],
	...[
		'first_name',
		'last_name',
		'phone',
		'device_id',
		'account_id',
		'api_key',
		'page',
		'page_size'
	],
	...['attribute[ROADLOC]', 'attribute[PRIVTYPE]', 'attribute[]', 'attribute[HATE][]', 'attribute'],
	...['extensions', 'metadata', 'notes'],
	...BORN
];
const VALUES = [
	...['', ' ', '0', '-0', '1', '-1', '43.65', '-79.38', '91', '181', '1e400', 'NaN', '0x10', '٣'],
	...[
		'toronto.ca',
		'unknown.ca',
		'CSROWR-12',
		'SWLMALB-02',
		'30102',
		'csrowr-12',
		'open',
		'closed'
	],
	...['open,closed', ',', ',,,', '101000000001', '101000900001', '91000001', '101000000001,x'],
	...['2012-06-15T12:00:00-04:00', '2012-02-31', '2012-06-15', '0000-00-00T00:00:00Z', '9999'],
	...['& <b> "c"', ']]>', '<!--', '\u0000', '\uD800', '\uFFFE', '👩🏽‍🚒', 'e\u0301', '%zz', '%00'],
	...['QUEEN ST W', 'BAY ST & KING ST W', 'a'.repeat(5000), 'true', 'false', '{}', '[]'],
	...BORN
];
const IDS = [...VALUES, 'requests', '..', '.', '/', '\\', '?', '#'];
const EXTENSIONS = ['.xml', '.json', '', '.', '.XML', '.html', '.constructor', '.xml.json'];
const PREFERENCES = [
	...['code=400', 'code=403', 'code=404', 'code=500', 'code=503', 'code=200', 'code=constructor'],
	...['fault=drop', 'fault=truncate', 'fault=type', 'fault=html', 'fault=malformed', 'fault=x'],
	...['delay=0', 'delay=1', 'delay=x', 'delay=5-1', 'key=required', 'key=x', 'json=off', 'json=on'],
	...['pending=2h', 'pending=99999w', 'pending=-1h', 'clock=+5d', 'clock=+99999w', 'clock=x'],
	...['clock=2012-06-20T00:00:00-04:00', 'clock=9999-12-31T23:59:59Z', '"', '=', ';;', 'a="b'],
	...BORN.map((name) => `${name}=1`)
];
const TYPES = [
	...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'application/json'],
	...[
		'text/plain',
		'multipart/form-data',
		'nonsense',
		'application/x-www-form-urlencoded; charset=x'
	]
];
const JSON_VALUES = ['null', '7', '"x"', '"scheduled"', '"cancelled"', '[]', '{}', 'true', '1e999'];

/** A text as it can be encoded: half a character becomes U+FFFD. */
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

const headerSafe = (text: string) => text.replace(/[^\x20-\x7e]/g, '');

/** Makes one call. */
export function oddCall(random: Random): OddCall {
	const pick = <Item>(from: readonly Item[]): Item => from[random(from.length)] as Item;
	const some = <Item>(most: number, make: () => Item): Item[] =>
		Array.from({ length: random(most + 1) }, make);
	const encoded = (text: string) =>
		random(20) === 0 ? text : encodeURIComponent(wellFormed(text));
	const pairs = () => some(8, () => `${encoded(pick(FIELDS))}=${encoded(pick(VALUES))}`).join('&');
	const quoted = (text: string) => JSON.stringify(text);
	const object = () =>
		`{${some(4, () => `${quoted(pick([...FIELDS, 'note']))}:${random(2) === 0 ? pick(JSON_VALUES) : quoted(pick(VALUES))}`).join()}}`;
	const multipart = () =>
		some(
			6,
			() =>
				`--b\r\nContent-Disposition: form-data; name="${pick(FIELDS)}"\r\n\r\n${pick(VALUES)}\r\n`
		).join('') + pick(['--b--', '--b', '']);
	const headers: Record<string, string> = {};
	if (random(2) === 0) {
		headers.Prefer = headerSafe(some(4, () => pick(PREFERENCES)).join(pick([', ', ';', ' ', ','])));
	}
	if (random(4) === 0) {
		headers['Content-Type'] = pick(TYPES);
	}
	if (random(4) === 0) {
		const verb = pick(['GET', 'PATCH', 'PATCH', 'DELETE', 'POST']);
		const id = random(4) === 0 ? '' : `/${encoded(pick(IDS))}`;
		const body = verb === 'PATCH' || verb === 'POST' ? pick([object, pairs, multipart])() : null;
		return { verb, path: `mock-up/submissions${id}`, headers, body };
	}
	const route = pick(METHOD_ROUTES);
	const name = route.path
		.replace(':name', () => encoded(pick(IDS)) + pick(EXTENSIONS))
		.replace('.:extension', () => pick(EXTENSIONS));
	// Now and then with a verb that is not the method's.
	const verb =
		random(10) === 0 ? pick(['GET', 'POST', 'DELETE', 'HEAD']) : route.verb.toUpperCase();
	const isPost = verb === 'POST';
	return {
		verb,
		path: `${pick(BASES)}${name}${isPost ? '' : `?${pairs()}`}`,
		headers,
		body: isPost ? pick([pairs, pairs, multipart, object])() : null
	};
}
